/** When something may be sent by itself. */
import { clockOf, dayOf, type Instant, instantAt } from './time.ts';
import { nextSendable, type QuietClock } from './worktime.ts';

/** First minute of the morning for messages that come by themselves; never :00 or :30 (product.md §6). */
export const MORNING = '08:31';

/** From here on the morning's digests are out; what they did not tell goes by itself. */
export const MORNING_OVER = '08:41';

/** What the clock causes waits this long, so that several reminders of one person become one message. */
export const BUNDLE_MS = 20_000;

/** The first instant from `at` on that is neither quiet nor before {@link MORNING} of a working day. */
export function sendableAt(at: Instant, clock: QuietClock): Instant {
  const open = nextSendable(at, clock);
  if (clockOf(open, clock.timeZone) >= MORNING) return open;
  return nextSendable(instantAt(dayOf(open, clock.timeZone), MORNING, clock.timeZone), clock);
}

/** A number below `below` that stays the same for a recipient: spreads messages over a window. */
export function spreadOf(recipient: string, below: number): number {
  let hash = 0x811c9dc5;
  for (const character of recipient) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash % below;
}

/**
 * When a private card may leave. What somebody did just now leaves at once; what quiet hours held back, or the clock
 * caused in the morning window, waits until the digest is out, which tells it too.
 * @param cause.auto the clock caused it: 静默 holds it back
 */
export function noticeAt(
  now: Instant,
  cause: { auto: boolean; mutedUntil: Instant | null; recipient: string },
  clock: QuietClock,
): Instant {
  const open = sendableAt(cause.auto ? Math.max(now, cause.mutedUntil ?? 0) : now, clock);
  if (!cause.auto && open === now) return now;
  const { timeZone } = clock;
  if (clockOf(open, timeZone) < MORNING_OVER) {
    const over = instantAt(dayOf(open, timeZone), MORNING_OVER, timeZone);
    return over + spreadOf(cause.recipient, 59) * 1000;
  }
  return cause.auto ? open + BUNDLE_MS : open;
}

/** The next {@link MORNING} of a working day from `at` on. */
export function nextMorning(at: Instant, clock: QuietClock): Instant {
  const today = dayOf(at, clock.timeZone);
  const morning = instantAt(today, MORNING, clock.timeZone);
  if (clock.calendar.isWorkingDay(today) && morning >= at) return morning;
  return instantAt(clock.calendar.nextWorkingDay(today), MORNING, clock.timeZone);
}
