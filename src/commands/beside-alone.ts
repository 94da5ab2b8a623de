/**
 * A question that could have been asked alone and is answered of what was spoken of just before: nobody knows which was
 * meant, so what it counts alone is told beside, and a button asks it so.
 */
import { anewChip } from '../cards/chips.ts';
import { CHIPS } from '../cards/words-figures.ts';
import { aloneText } from '../cards/words-follow-up.ts';
import type { IssueFilter } from '../domain/issue-filter.ts';
import type { Reading } from '../domain/reading.ts';
import { scanOf, type Topic } from '../language/topic.ts';
import { isWholeQuestion, type Match } from './call.ts';
import type { CommandContext } from './context.ts';
import { countFound } from './count-found.ts';
import { isSoon, type Remembered, sameFilter } from './follow-memory.ts';
import { namesAny } from './follow-one.ts';
import type { Answers } from './in-parts.ts';
import { readingsOf } from './not-carried.ts';
import { saysItGoesOn } from './of-its-own.ts';
import { saying } from './without-asides.ts';

/** Their figure is a number of problems. */
const COUNTED: readonly Reading['measure'][] = ['count', 'list', 'slowest', 'progress'];

export async function besideAlone(
  context: CommandContext,
  last: Remembered | undefined,
  { text, match }: { text: string; match: Match },
  answers: Answers,
): Promise<Answers> {
  const [answer, second] = answers;
  if (!last || !isSoon(context, last) || !answer || second !== undefined) return answers;
  if (answer.kind !== 'list' && answer.kind !== 'groups' && answer.kind !== 'figures') return answers;
  if (!isWholeQuestion(match) || match.call.parts || match.call.personHeard !== undefined) return answers;
  const [reading] = readingsOf(answer);
  const { filter, measure, topic } = match.call;
  if (!reading || reading.filter.ids || last.unanswered || saysItGoesOn(text) || !couldStand(topic))
    return answers;
  if (sameFilter(plain(filter), plain(reading.filter))) return answers;
  const counts = COUNTED.includes(measure) && answer.kind !== 'figures';
  const alone = counts ? await countFound(context, filter) : undefined;
  // The very same ones.
  if (alone !== undefined && alone === (await countFound(context, reading.filter))) return answers;
  const told = saying(answer, [aloneText(alone)]) as typeof answer;
  const anew = anewChip(text);
  const others = answer.others?.filter((one) => typeof one === 'string' || one.label !== CHIPS.anew) ?? [];
  return [{ ...told, others: [anew, ...others] }];
}

/** 哪个单位最多, 为什么退的, 最早的是哪天报的 are of something that was said before. */
function couldStand(topic: Topic): boolean {
  const { states, periods, basis, step, rate, duration, by, fact, tags } = topic;
  if (tags.some(([tag]) => tag === 'why')) return false;
  const asked = by !== undefined || fact !== undefined;
  const what = [basis, step, rate, duration].some((one) => one !== undefined);
  return !asked || what || states.length + periods.length > 0 || namesAny(scanOf(topic));
}

/** Without the order of its list. */
function plain({ sort: _, ...filter }: IssueFilter): IssueFilter {
  return filter;
}
