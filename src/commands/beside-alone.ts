/**
 * A question that could have been asked alone and is answered of what was spoken of just before: nobody knows which was
 * meant, so what it counts alone is told beside, and a button asks it so.
 */
import { anewChip } from '../cards/chips.ts';
import { CHIPS } from '../cards/words-figures.ts';
import { aloneText, otherwiseText } from '../cards/words-follow-up.ts';
import type { IssueFilter } from '../domain/issue-filter.ts';
import type { Reading } from '../domain/reading.ts';
import { LEANING, POINTING } from '../language/lexicon/follow-ups.ts';
import { readPhrase, trim } from '../language/phrase.ts';
import { scanHeard } from '../language/sounds.ts';
import { goOn, scanOf, type Topic } from '../language/topic.ts';
import { isEither } from '../language/topic-states.ts';
import { isWholeQuestion, type Match } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { countFound, titleFound } from './count-found.ts';
import { withoutMarks } from './follow-leaning.ts';
import { isSoon, type Remembered, sameFilter } from './follow-memory.ts';
import { namesAny } from './follow-one.ts';
import type { Answers } from './in-parts.ts';
import { readingsOf } from './not-carried.ts';
import { saysItGoesOn } from './of-its-own.ts';
import { askOf } from './question.ts';
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
  const [reading] = readingsOf(answer);
  if (!reading) return answers;
  const there = ofWhatWas(context, last, { text, match }, reading);
  const other = otherwise(context, last, text, reading) ?? there;
  const own = other && (await countFound(context, reading.filter));
  const found = other && (await countFound(context, other));
  const differs = other && found !== undefined && (there !== undefined || found !== own);
  const title = differs ? await titleFound(context, other) : undefined;
  const told: typeof answer =
    title === undefined || found === undefined || answer.kind === 'figures'
      ? answer
      : { ...answer, aside: otherwiseText(title, found) };
  if (!isWholeQuestion(match) || match.call.parts || match.call.personHeard !== undefined) return [told];
  const { filter, measure, topic } = match.call;
  if (reading.filter.ids || last.unanswered || saysItGoesOn(text) || !couldStand(topic)) return [told];
  if (sameFilter(plain(filter), plain(reading.filter))) return [told];
  const counts = COUNTED.includes(measure) && answer.kind !== 'figures';
  const alone = counts ? await countFound(context, filter) : undefined;
  // The very same ones.
  if (alone && alone === (own ?? (await countFound(context, reading.filter)))) return [told];
  const said = other && sameFilter(plain(other), plain(filter));
  const goesOn = ((!said && saying(told, [aloneText(alone)])) || told) as typeof answer;
  const anew = anewChip(text);
  const others = answer.others?.filter((one) => typeof one === 'string' || one.label !== CHIPS.anew) ?? [];
  return [{ ...goesOn, others: [anew, ...others] }];
}

const SHORT = 14;

/** 用地的解决了几件, after what came since a day, 住建局那边还欠几件, after a project: of those, where it was told of all. */
function ofWhatWas(
  context: CommandContext,
  { topic }: Remembered,
  { text, match }: { text: string; match: Match },
  { filter, measure }: Reading,
): IssueFilter | undefined {
  if (!isWholeQuestion(match) || text.length > SHORT || !COUNTED.includes(measure)) return undefined;
  const alone = match.call.topic;
  const [was, now] = [scanOf(topic), scanOf(alone)];
  const place = was.projectIds.length === 1 && was.unitIds.length + now.projectIds.length === 0;
  const dated = was.periods.length > 0 && now.periods.length + now.kinds.length === 0;
  const all = now.tags.has('everywhere') || now.by !== undefined || !namesAny(now);
  if (!(place || dated) || all || !sameFilter(plain(filter), plain(match.call.filter))) return undefined;
  const both = askOf(goOn(topic, now), readContextOf(context));
  return both.unread || sameFilter(plain(both.filter), plain(filter)) ? undefined : both.filter;
}

/** Without the states of before, or with them: whichever was not answered. */
function otherwise(
  context: CommandContext,
  { topic }: Remembered,
  text: string,
  { filter, measure }: Reading,
): IssueFilter | undefined {
  const phrase = trim(readPhrase(text));
  const pointed = POINTING.test(phrase.folded) || LEANING.test(phrase.folded);
  const reads = readContextOf(context);
  const now = scanHeard(withoutMarks(phrase), reads);
  if (!COUNTED.includes(measure) || pointed || !isEither(scanOf(topic), now)) return undefined;
  const ways = [true, false].map((both) => askOf(goOn(topic, now, { within: true, both }), reads));
  const others = ways.filter((one) => !one.unread && !sameFilter(plain(one.filter), plain(filter)));
  const [other, second] = others;
  return second ? undefined : other?.filter;
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
