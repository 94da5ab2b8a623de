/** A day in the words of deadlines, where a day is wanted and not a deadline. */
import { readDeadline } from '../domain/deadline.ts';
import type { Directory } from '../domain/directory.ts';
import { addDays, type Day, datePartsOf, dayOf, type Instant, parseDay } from '../domain/time.ts';

/** The day that is said (下周三, 12月20日 …); undefined when it is none, past, or would have to be asked back. */
export function dayOfWords(
  text: string,
  { directory, now }: { directory: Directory; now: Instant },
): Day | undefined {
  const { calendar, settings } = directory;
  const read = readDeadline(text, { now, calendar, timeZone: settings.timeZone, hours: settings.hours });
  return read.kind === 'found' ? read.day : undefined;
}

/**
 * The day of a node: a full date as it stands, past or not; one without a year is the next such day, or, when it is said
 * to have happened, the last. undefined as in {@link dayOfWords}.
 */
export function nodeDayOfWords(
  text: string,
  at: { directory: Directory; now: Instant },
  { happened = false }: { happened?: boolean } = {},
): Day | undefined {
  const said = text.trim();
  const today = dayOf(at.now, at.directory.settings.timeZone);
  const full = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(said);
  if (full) return parseDay(Number(full[1]), Number(full[2]), Number(full[3]));
  const back = ['今天', '昨天', '前天'].indexOf(said);
  if (back >= 0) return addDays(today, -back);
  const short = /^(\d{1,2})[月./-](\d{1,2})[日号]?$/.exec(said);
  if (!happened || !short) return dayOfWords(said, at);
  const { year } = datePartsOf(today);
  const [month, date] = [Number(short[1]), Number(short[2])];
  const thisYear = parseDay(year, month, date);
  return thisYear !== undefined && thisYear <= today ? thisYear : parseDay(year - 1, month, date);
}
