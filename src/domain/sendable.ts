/** When something may be sent by itself. */
import { clockOf, dayOf, type Instant, instantAt } from './time.ts';
import { nextSendable, type QuietClock } from './worktime.ts';

/** First minute of the morning for messages that come by themselves; never :00 or :30 (product.md §6). */
export const MORNING = '08:31';

/** From here on the morning's digests are out; what they did not tell goes by itself. */
export const MORNING_OVER = '08:41';

/** Whatever the clock owes somebody before this hour is told by that morning's digest. */
const DIGEST_TELLS_UNTIL = '10:00';

/** What the clock causes waits this long, so that several reminders of one person become one message. */
export const BUNDLE_MS = 20_000;

/** The first instant from `at` on that is neither quiet nor before {@link MORNING} of a working day. */
export function sendableAt(at: Instant, clock: QuietClock): Instant {
  const open = nextSendable(at, clock);
  if (clockOf(open, clock.timeZone) >= MORNING) return open;
  return nextSendable(instantAt(dayOf(open, clock.timeZone), MORNING, clock.timeZone), clock);
}

/** The first sendable instant of the day of `at`: when its digests leave. */
function openingOf(at: Instant, clock: QuietClock): Instant {
  return sendableAt(instantAt(dayOf(at, clock.timeZone), '00:00', clock.timeZone), clock);
}

/**
 * When a reminder that counts working days is given, so that several of one person are one list: with the morning's
 * digest when it falls before 10:00, else with all others of its hour. Never later than the first sendable instant.
 */
export function reminderSlot(at: Instant, clock: QuietClock): Instant {
  const { timeZone } = clock;
  const open = sendableAt(at, clock);
  const time = clockOf(open, timeZone);
  if (time < DIGEST_TELLS_UNTIL) return openingOf(open, clock);
  return sendableAt(instantAt(dayOf(open, timeZone), `${time.slice(0, 2)}:00`, timeZone), clock);
}

/**
 * When a light is told: never before it burns. One that begins in the morning, after the digest, waits until 10:00, for
 * the digest has said that the hour is today.
 */
export function lightSlot(at: Instant, clock: QuietClock): Instant {
  const { timeZone } = clock;
  const open = sendableAt(at, clock);
  if (open <= openingOf(open, clock) || clockOf(open, timeZone) >= DIGEST_TELLS_UNTIL) return at;
  return sendableAt(instantAt(dayOf(open, timeZone), DIGEST_TELLS_UNTIL, timeZone), clock);
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
