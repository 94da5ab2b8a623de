/** What the spine itself adds to the lists it looks up in: the same value a feature is. */
import { DRAFTS } from './commands/draft.ts';
import { MESSAGES } from './engine/draw-row.ts';
import { JOBS } from './engine/jobs.ts';
import { SCHEDULE } from './engine/schedule.ts';
import type { Feature } from './feature.ts';

export const CORE: Feature = {
  name: 'core',
  messages: MESSAGES,
  jobs: JOBS,
  drafts: DRAFTS,
  periodics: SCHEDULE,
};
