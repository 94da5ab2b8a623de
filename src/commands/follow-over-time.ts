/** 比上个月呢, 趋势怎么样, after what stands now: beside a past day, or month by month, of the same. */
import type { Answer } from '../domain/answer.ts';
import type { Reading } from '../domain/reading.ts';
import { turnIn } from '../language/lexicon/going-on.ts';
import { overTimeIn } from '../language/over-time.ts';
import { type Phrase, readPhrase } from '../language/phrase.ts';
import type { Scan } from '../language/scanned.ts';
import { goOn, scanOf } from '../language/topic.ts';
import type { CallOf } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { isSoon, type Remembered } from './follow-memory.ts';
import { answerTurns, askOnwards } from './follow-turn.ts';
import { askOf, askOfReading } from './question.ts';
import { ungrouped } from './ranked-places.ts';
import { monthByMonth } from './several-questions.ts';

const UP_OR_DOWN =
  /^(?:那么?|(?:按时)?(?:办结|满意|销号)?率)?(?:到底|现在)?是?(?:更|变|提)?[高升涨快好](?:了|些)?(?:还是|没)(?:更|变)?[低降跌慢差](?:了|些)?[呢啊呀\s\p{P}]*$/u;

/**
 * undefined: no time is set beside another, or it does not go with what was answered. Days that were asked for before
 * are compared as a turn of the question; here they only go where the answer says its own.
 */
export async function overTimeAfter(
  context: CommandContext,
  last: Remembered,
  phrase: Phrase,
): Promise<Answer | null | undefined> {
  const { parts, projects, ranking, issueId } = last;
  if (parts || projects || issueId !== undefined || !isSoon(context, last)) return undefined;
  // 比上周多了吗, after who has most: all of them together.
  const topic = ranking ? ungrouped(last.topic) : last.topic;
  const now = phrase.folded.replace(/^(?:最近|近期|近来|这段时间|这阵子?)(?=[是在有越])/u, '');
  const read = overTimeIn(readPhrase(now), readContextOf(context), topic);
  if (!read) return undefined;
  const { scan } = read;
  if (read.past !== undefined) {
    const unread = [read.past || phrase.text.trim()];
    const nothing = askOfReading(scan, { measure: 'count', filter: {} });
    return askOnwards(context, { ...nothing, unread, untold: 'past-state' });
  }
  const { reading } = read;
  const dated = topic.periods.length > 0 || topic.point !== undefined || topic.ages.length > 0;
  if (dated && !reading.series) return undefined;
  const { periods, heard } = scanOf(topic);
  // 分单位呢, after its months: of all of its time.
  const whole = reading.series && scan.periods.length === 0 ? { ...scan, periods, heard } : scan;
  return askOnwards(context, askOfReading(whole, reading));
}

const BEFORE_THAT = /^(?:那么?)?环比(?:是|[增升涨多][减降跌少]|怎么样|情况|如何|多少|呢|[\s\p{P}])*$/u;
/** A time that is over, as it is set beside another. */
const PAST = /^(?:[上前]|去年|昨|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月)/;

/** 高了还是低了, 环比呢, 较上月是增是减: the same of both times, whatever the words would be by themselves. */
export async function upOrDown(context: CommandContext, last: Remembered, folded: string) {
  const { topic, parts, projects, ranking } = last;
  if (parts || projects || ranking) return undefined;
  const turn = turnIn(folded);
  const span = /[周月季年]/u.exec(topic.periods[0]?.heard ?? '')?.[0];
  const measured = topic.rate ?? topic.duration;
  const again = BEFORE_THAT.test(folded) || (measured && span !== undefined && UP_OR_DOWN.test(folded));
  const before = { 年: '去年', 季: '上个季度' }[span ?? ''] ?? `上${span ?? '月'}`;
  const rest = turn?.turn === 'against' && PAST.test(turn.rest) ? turn.rest : again ? before : undefined;
  if (rest === undefined) return undefined;
  return (
    (await answerTurns(context, last, [{ turn: 'against', rest }])) ?? (await besideThen(context, last, rest))
  );
}

/** 跟九月份比呢, after what stands now: beside how it stood then. */
export function besideThen(
  context: CommandContext,
  last: Remembered,
  then: string,
): Promise<Answer | null | undefined> {
  return overTimeAfter(context, last, readPhrase(`比${then}多了还是少了`));
}

/** 具体是哪几件, after 比上月多了几件: those that there are now, and what is said next is of them. */
export function listNow(
  context: CommandContext,
  { topic }: Remembered,
  { filter }: Reading,
): Promise<Answer | null> {
  const { point: _, ...now } = ungrouped(topic);
  return askOnwards(context, askOfReading(scanOf(now), { measure: 'list', filter }));
}

/** 办结多少, after how many came in each month: in each of them again. */
export function monthsAgain(
  context: CommandContext,
  { topic, parts }: Remembered,
  now: Scan,
): CallOf<'ask'> | undefined {
  const another = now.periods.length === 0 && !now.by && !now.monthly;
  if (!topic.monthly || !parts || !another) return undefined;
  const call = monthByMonth(goOn(topic, now), readContextOf(context), askOf);
  return call?.parts?.some(({ measure }) => measure === 'list') ? undefined : call;
}
