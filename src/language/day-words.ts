/** A day in the words of deadlines, where a day is wanted and not a deadline. */
import { readDeadline } from '../domain/deadline.ts';
import type { Directory } from '../domain/directory.ts';
import type { Day, Instant } from '../domain/time.ts';

/** The day that is said (下周三, 12月20日 …); undefined when it is none, past, or would have to be asked back. */
export function dayOfWords(
  text: string,
  { directory, now }: { directory: Directory; now: Instant },
): Day | undefined {
  const { calendar, settings } = directory;
  const read = readDeadline(text, { now, calendar, timeZone: settings.timeZone, hours: settings.hours });
  return read.kind === 'found' ? read.day : undefined;
}
