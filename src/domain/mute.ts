/** 静默: nothing that comes by itself is sent to a person before an instant. */
import { DAY, type Day, type Instant, instantAt } from './time.ts';
import type { QuietClock } from './worktime.ts';

/** Longer than a week somebody else should act: 交接. */
export const MUTE_DAYS_MAX = 7;

export type MuteProblem = 'past' | 'too-long';

export function muteProblem(until: Instant, now: Instant): MuteProblem | undefined {
  if (until <= now) return 'past';
  return until - now > MUTE_DAYS_MAX * DAY ? 'too-long' : undefined;
}

/**
 * Whether the digest of a day still comes after a silence: when that ends within the day's working hours, as itself and
 * not as a late one. Else it is left out, for the next morning says it again.
 */
export function digestComes(mutedUntil: Instant | null, day: Day, clock: QuietClock): boolean {
  return mutedUntil === null || mutedUntil < instantAt(day, clock.hours.end, clock.timeZone);
}
