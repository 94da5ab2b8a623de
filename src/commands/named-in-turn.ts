/** The same asked of one after the other (水利局几件, 供电公司呢, 住建局呢): what is asked of all of them then. */
import { fewerNamedText } from '../cards/words-follow-up.ts';
import { APART_ONLY, NOT_ADDED } from '../cards/words-people.ts';
import type { Answer } from '../domain/answer.ts';
import type { Reading } from '../domain/reading.ts';
import { asksApartOfTwo } from '../language/lexicon/ranking-said.ts';
import { whichOfThem, withoutThem } from '../language/lexicon/sums.ts';
import { askedOfThoseBefore } from '../language/named-before.ts';
import { readPhrase } from '../language/phrase.ts';
import { scanHeard } from '../language/sounds.ts';
import { goOn, scanOf, type Topic } from '../language/topic.ts';
import { namesSaid } from '../text/names.ts';
import type { CallOf } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import type { Remembered } from './follow-memory.ts';
import type { Plain } from './follow-plain.ts';
import { askOnwards } from './follow-turn.ts';
import { askOf } from './question.ts';
import { isFigure, readingIn } from './several-questions.ts';
import { saying } from './without-asides.ts';

type Follow = (text: string) => Promise<Answer | null | undefined>;
type Plainly = (plain: Plain) => Promise<Answer | null | undefined>;

/**
 * 三家一共, 哪个多, 差多少. undefined: it is none of these, or nothing was named one after the other.
 * @param follow what is said next, after what was answered here
 */
export async function ofThoseInTurn(
  context: CommandContext,
  last: Remembered,
  folded: string,
  { plainly, follow }: { plainly: Plainly; follow: Follow },
): Promise<Answer | null | undefined> {
  const { parts, topic } = last;
  if (parts) return asksWhich(folded) ? besideAgain(context, last) : undefined;
  const asked = askedOfThoseBefore(last, folded);
  if (!asked) return undefined;
  const { swapped, times = [], kinds = [] } = last;
  const { sums, apart, number } = asked;
  if (asked.of === 'people') return ofPeople(context, last, sums, number);
  if (asked.of === 'times' || asked.of === 'kinds') {
    const days = [...times, ...topic.periods].map((one) => ({ ...topic, periods: [one] }));
    const all = asked.of === 'times' ? days : [...kinds, topic];
    const those = lastOnes(all, number);
    if (those) return besideEachOther(context, those, sums ? { sum: true } : { compare: true });
    return tooFew(all.map(({ periods, states }) => (states.at(-1) ?? periods.at(-1))?.heard ?? ''));
  }
  if (!swapped) return undefined;
  const { key, ids } = swapped;
  const all = [...new Set([...ids, ...topic[key]])];
  const those = lastOnes(all, number);
  if (!those) return tooFew(namesSaid(context, { [key]: all }));
  const together = { ...topic, [key]: those };
  if (sums) return askOnwards(context, askOf(scanOf(together), readContextOf(context)));
  if (key === 'categoryIds')
    return besideEachOther(
      context,
      those.map((id) => ({ ...topic, [key]: [id] })),
      { compare: true },
    );
  const better = asked.better ?? (topic.rate ? '高' : topic.duration ? '慢' : '多');
  const call = whichIsMore(context, together, better);
  const others = namesSaid(context, { [key]: those.filter((id) => !topic[key].includes(id)) });
  const beside = await (call
    ? askOnwards(context, call)
    : plainly({ text: `跟${others.join('和')}比哪个${better}` }));
  return beside && apart ? ((await follow(withoutThem(folded))) ?? beside) : beside;
}

const asksWhich = (folded: string) =>
  (whichOfThem(folded) ?? { kind: 'who' }).kind !== 'who' || asksApartOfTwo(folded);

/** Of numbers, each apart, with the first of them; of rates and days both stand in one answer already. */
function whichIsMore(context: CommandContext, topic: Topic, better: string): CallOf<'ask'> | undefined {
  if (topic.rate ?? topic.duration) return undefined;
  const best = scanHeard(readPhrase(`哪个${better}`), readContextOf(context));
  const call = askOf(goOn(topic, best), readContextOf(context));
  return call.by && !call.unread && !call.doubt ? call : undefined;
}

/** 谁的多, of people: each apart, none of them first. */
async function ofPeople(
  context: CommandContext,
  { people = [], topic, filter }: Remembered,
  sums: boolean,
  number: number | undefined,
): Promise<Answer | null | undefined> {
  const all = [...people, { name: topic.someone ?? '', filter }];
  const those = lastOnes(all, number);
  if (!those || topic.rate || topic.duration) return tooFew(all.map(({ name }) => name));
  const parts = those.map((one): Reading => ({ measure: 'count', filter: one.filter }));
  const answer = await askOnwards(context, { name: 'ask', measure: 'count', filter, parts, topic });
  return answer && (saying(answer, [sums ? NOT_ADDED : APART_ONLY]) ?? answer);
}

/** As many of the last as are said; undefined: there are not so many. */
function lastOnes<T>(all: readonly T[], number = all.length): T[] | undefined {
  return number > all.length ? undefined : all.slice(-number);
}

const tooFew = (names: readonly string[]): Answer => ({
  kind: 'text',
  tone: 'warning',
  text: fewerNamedText(names),
});

type How = Pick<CallOf<'ask'>, 'sum' | 'compare'>;

/** One figure of each. */
function besideEachOther(context: CommandContext, topics: readonly Topic[], how: How) {
  const calls = topics.map((topic) => askOf(scanOf(topic), readContextOf(context)));
  const [first] = calls;
  if (!first || !calls.every(isFigure)) return undefined;
  const { compare, ...others } = how;
  const counted = calls.every(({ measure }) => measure === 'count' || measure === 'list');
  return askOnwards(context, {
    ...first,
    parts: calls.map(readingIn),
    ...(compare && !counted ? others : how),
  });
}

/** 多几件, 哪个多, after several figures: the same, and which is the most. */
function besideAgain(context: CommandContext, { parts = [], filter, topic }: Remembered) {
  const counted = parts.every(({ measure, compared, by }) => measure === 'count' && !compared && !by);
  if (parts.length < 2 || !counted) return undefined;
  const people = parts.some(({ filter: one }) => one.personId ?? one.secretaryId ?? one.leaderId);
  if (people) return undefined;
  return askOnwards(context, { name: 'ask', measure: 'count', filter, parts, compare: true, topic });
}
