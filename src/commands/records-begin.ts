/**
 * A time that was asked and begins before anything was logged here (十月份, 国庆以来, 跟上个月比): the answer says since when
 * there are figures. That day is told to everybody: it tells nothing of any problem.
 */
import { notBegunText, recordsBeginText } from '../cards/words-meant.ts';
import { firstLoggedDay } from '../db/figures.ts';
import type { Answer } from '../domain/answer.ts';
import { todayOf } from '../domain/directory.ts';
import { OPEN_STATUSES } from '../domain/issue.ts';
import { rangeOf } from '../domain/period.ts';
import type { Reading } from '../domain/reading.ts';
import type { Day } from '../domain/time.ts';
import { EVER } from '../language/lexicon/period-words.ts';
import { spanText } from '../text/period.ts';
import type { CommandContext } from './context.ts';
import { countFound } from './count-found.ts';
import type { Answers } from './in-parts.ts';
import { readingsOf } from './not-carried.ts';
import { saying } from './without-asides.ts';

/** What a change is told against, where it was said. */
const AGAINST =
  /[较\d]|比(?!之前|以前|前|原来|过去)|同期|[去前上今本这]个?(?:年|半年|季|月|周|星期|礼拜)|[昨前今]天|[年月][初底]|以来/u;

export async function withRecordsBegun(
  context: CommandContext,
  text: string,
  answers: Answers,
): Promise<Answers> {
  const [answer, ...rest] = answers;
  const reading = readingsOf(answer ?? null)[0];
  const day = reading?.compared?.to ?? reading?.filter.asOf;
  if (
    answer &&
    reading &&
    day !== undefined &&
    reading.measure !== 'series' &&
    (await isBefore(context, day))
  ) {
    const weekly =
      answer.kind === 'figures' && !AGAINST.test(text) ? weekByWeek(context, reading) : undefined;
    if (answer.kind === 'figures' && weekly) return [{ ...answer, reading: weekly }, ...rest];
    return [telling(answer, notBegunText(spanText(day, day, todayOf(context)))), ...rest];
  }
  const at = answers.findIndex((one) => readingsOf(one).some((each) => spanOf(each)));
  const begins = await beginsLater(context, answers.flatMap(readingsOf));
  return begins === undefined
    ? answers
    : answers.map((one, i) => (i === at && one ? telling(one, begins) : one));
}

const telling = (answer: Answer, told: string): Answer => saying(answer, [told]) ?? answer;

const isBefore = async (context: CommandContext, day: Day) =>
  (await countFound(context, { loggedTo: day })) === 0;

const WEEKS = 8;

/** 逾期的最近是涨了还是降了, against no time: week by week, where the month before had no figures; of 挂账 since last week. */
function weekByWeek(context: CommandContext, reading: Reading): Reading | undefined {
  const { loggedFrom, loggedTo, closedFrom, closedTo, statuses, overdue, asOf, ...filter } = reading.filter;
  if (reading.measure !== 'trend' || asOf !== undefined) return undefined;
  const open = String(statuses) === String(OPEN_STATUSES);
  const came = loggedFrom ? 'logged' : overdue ? 'overdue' : undefined;
  const of = closedFrom ? 'closed' : open && !loggedFrom ? (came ?? 'open') : statuses ? undefined : came;
  const [to, last] = [todayOf(context), rangeOf('week', -1, todayOf(context))[1]];
  const from = rangeOf('week', 1 - WEEKS, to)[0];
  if (of) return { measure: 'series', filter, series: { by: 'week', from, to, of: [of], drift: true } };
  return loggedFrom ? undefined : { ...reading, compared: { from: last, to: last } };
}

/** The days it was asked of; undefined: of none that begin. */
function spanOf({ filter, measure, compared }: Reading): { from: Day; to: Day | undefined } | undefined {
  const { loggedFrom, closedFrom, stepFrom, dueFrom, struck } = filter;
  const from = loggedFrom ?? closedFrom ?? stepFrom ?? struck?.from ?? dueFrom;
  if (from === undefined || from <= EVER || measure === 'series' || compared) return undefined;
  const to = filter.loggedTo ?? filter.closedTo ?? filter.stepTo ?? filter.struck?.to ?? filter.dueTo;
  return { from, to };
}

/** In the month in which it began itself (本月, 最近半个月) nothing needs to be said, unless it is all before. */
async function beginsLater(
  context: CommandContext,
  readings: readonly Reading[],
): Promise<string | undefined> {
  const today = todayOf(context);
  const month = (day: Day) => day.slice(0, 7);
  const spans = readings.flatMap((one) => spanOf(one) ?? []);
  const may = spans.filter(({ from, to }) => month(from) < month(today) || (to !== undefined && to < today));
  if (may.length === 0) return undefined;
  const first = await firstLoggedDay(context.tx, context.directory.settings.timeZone);
  const early = first && may.some(({ from, to = today }) => to < first || month(from) < month(first));
  return early ? recordsBeginText(spanText(first, first, today)) : undefined;
}
