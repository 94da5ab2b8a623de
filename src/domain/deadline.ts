export type {
  DeadlineCandidate,
  DeadlineContext,
  DeadlineNotice,
  DeadlineProblem,
  DeadlineReading,
  DeadlineRule,
} from './deadline/reading.ts';
