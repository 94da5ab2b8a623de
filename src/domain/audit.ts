/** Whether an issue's clock runs as its facts say: one running clock per open problem. Pure. */
import type { Directory } from './directory.ts';
import type { Issue } from './issue.ts';
import { planIssue } from './ladder.ts';
import { lightThresholds } from './lights.ts';
import { type Instant, MINUTE } from './time.ts';

/**
 * clock: what the clock reads differs from what the facts say; late: the clock should have acted and has not;
 * card: a card shows an older state and nobody is going to draw it.
 */
export type FindingKind = 'clock' | 'late' | 'card';

export interface Finding {
  issueId: number;
  kind: FindingKind;
  repaired: boolean;
}

/** The columns of an issue's row that the clock and the lights are read from. */
export interface StoredClock {
  blueAt: Instant | null;
  yellowAt: Instant | null;
  redAt: Instant | null;
  nextAt: Instant | null;
}

/** A step the clock could not take yet is looked at again a minute later; that is no fault. */
const AGAIN_MS = 2 * MINUTE;

/** Whether the stored columns are what the issue's facts give. */
export function isClockRight(issue: Issue, stored: StoredClock, directory: Directory, now: Instant): boolean {
  const { blueAt, yellowAt, redAt } = lightThresholds(issue, directory);
  if (blueAt !== stored.blueAt || yellowAt !== stored.yellowAt || redAt !== stored.redAt) return false;
  const { nextAt } = planIssue(issue, directory);
  if (nextAt === stored.nextAt) return true;
  if (nextAt === null || stored.nextAt === null || nextAt > now) return false;
  return stored.nextAt > nextAt && stored.nextAt <= now + AGAIN_MS;
}
