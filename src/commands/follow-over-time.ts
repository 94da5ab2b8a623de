/** 比上个月呢, 趋势怎么样, after what stands now: beside a past day, or month by month, of the same. */
import type { Answer } from '../domain/answer.ts';
import { overTimeIn } from '../language/over-time.ts';
import { type Phrase, readPhrase } from '../language/phrase.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { isSoon, type Remembered } from './follow-memory.ts';
import { askOnwards } from './follow-turn.ts';
import { askOfReading } from './question.ts';
import { ungrouped } from './ranked-places.ts';

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
  const read = overTimeIn(phrase, readContextOf(context), topic);
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
  return askOnwards(context, askOfReading(scan, reading));
}

/** 跟九月份比呢, after what stands now: beside how it stood then. */
export function besideThen(
  context: CommandContext,
  last: Remembered,
  then: string,
): Promise<Answer | null | undefined> {
  return overTimeAfter(context, last, readPhrase(`比${then}多了还是少了`));
}
