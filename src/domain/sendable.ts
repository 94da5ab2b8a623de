/** When something may be sent by itself. */
import { clockOf, dayOf, type Instant, instantAt } from './time.ts';
import { nextSendable, type QuietClock } from './worktime.ts';

/** First minute of the morning for messages that come by themselves; never :00 or :30 (product.md §6). */
export const MORNING = '08:31';

/** The first instant from `at` on that is neither quiet nor before {@link MORNING} of a working day. */
export function sendableAt(at: Instant, clock: QuietClock): Instant {
  const open = nextSendable(at, clock);
  if (clockOf(open, clock.timeZone) >= MORNING) return open;
  return nextSendable(instantAt(dayOf(open, clock.timeZone), MORNING, clock.timeZone), clock);
}
