/** 长期 items (长期坚持, 持续推进): no deadline, no light, no ladder; asked about once a quarter. */
import type { Calendar } from './calendar.ts';
import type { Directory } from './directory.ts';
import { type Deadline, type Issue, OPEN_STATUSES } from './issue.ts';
import { addDays, type Day, dayOf, type Instant, LONG_TERM_DAY } from './time.ts';
import { dueAt } from './worktime.ts';

/** Whether it has no deadline. The day alone says so, as lists ask the database by it. */
export function isLongTerm({ deadline }: Pick<Issue, 'deadline'>): boolean {
  return deadline.day === LONG_TERM_DAY;
}

/** @param phrase the words that said it: 长期坚持 */
export function longTermDeadline(phrase: string, now: Instant, directory: Directory): Deadline {
  const at = dueAt(LONG_TERM_DAY, undefined, directory.clock);
  const start = dayOf(now, directory.clock.timeZone);
  return { at, day: LONG_TERM_DAY, phrase, rule: { kind: 'long-term', start } };
}

const LABEL = /^(?:完成|办理|整改|解决)?(?:时限|期限)(?:为|是|:)?/u;
const WORDS =
  /^(?:立行立改[、,])?(?:长期坚持|长期推进|长期落实|长期|持续推进|持续落实|持续坚持|常态化|常态化坚持|常态化推进)$/u;

/**
 * Whether a whole cell or word says 长期: 长期坚持, 时限：长期. A part of a longer word never does (长期停电).
 * @param folded half-width, without spaces at its ends
 */
export function saysLongTerm(folded: string): boolean {
  return WORDS.test(folded.replace(LABEL, ''));
}

/**
 * Where such a word stands set off by spaces: behind other words, after 时限, or alone; undefined when nowhere. Inside a
 * sentence (督促住建局持续推进) or as its first word it belongs to the title.
 */
export function findLongTerm(folded: string): [number, number] | undefined {
  const words = [...folded.matchAll(/(?<=^|\s)\S+?(?=[。;!]?(?:\s|$))/gu)];
  for (const { 0: word, index } of words.toReversed()) {
    const labelled = LABEL.test(word);
    if ((index > 0 || labelled || words.length === 1) && saysLongTerm(word))
      return [index, index + word.length];
  }
  return undefined;
}

function quarterOf(day: Day): number {
  return Math.floor((Number(day.slice(5, 7)) - 1) / 3);
}

/** The first working day of a quarter: 长期 items are asked about then. */
export function isQuarterDay(day: Day, calendar: Calendar): boolean {
  return calendar.isWorkingDay(day) && quarterOf(calendar.previousWorkingDay(day)) !== quarterOf(day);
}

/** What has just been spoken of is not asked about. In days. */
const RECENT_DAYS = 30;

/** Whether the quarter's question (还在推进吗) is asked about it on the day of `now`. */
export function asksLongTerm(issue: Issue, directory: Directory, now: Instant): boolean {
  const today = dayOf(now, directory.clock.timeZone);
  return (
    isLongTerm(issue) &&
    OPEN_STATUSES.includes(issue.status) &&
    issue.status !== 'verifying' &&
    isQuarterDay(today, directory.calendar) &&
    dayOf(issue.changedAt, directory.clock.timeZone) < addDays(today, -RECENT_DAYS)
  );
}
