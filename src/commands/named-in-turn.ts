/** The same asked of one after the other (水利局几件, 供电公司呢, 住建局呢): what is asked of all of them then. */
import { fewerNamedText } from '../cards/words-follow-up.ts';
import type { Answer } from '../domain/answer.ts';
import { asksApartOfTwo } from '../language/lexicon/ranking-said.ts';
import { asksBoth, type Kind, whichOfThem } from '../language/lexicon/sums.ts';
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

const KINDS = { unitIds: 'unit', projectIds: 'project', categoryIds: 'category' } as const;
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
  const sums = asksBoth(folded);
  const which = sums ?? whichOfThem(folded);
  const apart = asksApartOfTwo(folded);
  const { swapped, times, people, parts, topic } = last;
  if (!which && !apart) return undefined;
  const kind = which?.kind;
  const fits = (own: Kind) => kind === undefined || kind === own;
  if (parts) return sums ? undefined : besideAgain(context, last);
  if (people && fits('unit')) {
    const names = lastOnes([...people, topic.someone ?? ''], which?.number);
    const text = `${names?.join('和')}${sums ? '一共几件' : '谁的多'}`;
    return names ? plainly({ text, whole: true }) : tooFew([...people, topic.someone ?? '']);
  }
  if (times && fits('time')) {
    const all = [...times, ...topic.periods];
    const those = lastOnes(all, which?.number);
    if (!those) return tooFew(all.map(({ heard }) => heard));
    const topics = those.map((one) => ({ ...topic, periods: [one] }));
    return besideEachOther(context, topics, sums ? { sum: true } : { compare: true });
  }
  if (!swapped || !fits(KINDS[swapped.key])) return undefined;
  const { key, ids } = swapped;
  const all = [...new Set([...ids, ...topic[key]])];
  const those = lastOnes(all, which?.number);
  if (!those) return tooFew(namesSaid(context, { [key]: all }));
  if (sums) return askOnwards(context, askOf(scanOf({ ...topic, [key]: those }), readContextOf(context)));
  if (key === 'categoryIds')
    return besideEachOther(
      context,
      those.map((id) => ({ ...topic, [key]: [id] })),
      { compare: true },
    );
  const others = namesSaid(context, { [key]: those.filter((id) => !topic[key].includes(id)) });
  const more = which?.better ?? (topic.rate ? '高' : topic.duration ? '慢' : '多');
  const best = scanHeard(readPhrase(`哪个${more}`), readContextOf(context));
  const call = askOf(goOn({ ...topic, [key]: those }, best), readContextOf(context));
  const counted = (topic.rate ?? topic.duration) === undefined && call.by && !call.unread && !call.doubt;
  const beside = await (counted
    ? askOnwards(context, call)
    : plainly({ text: `跟${others.join('和')}比哪个${more}` }));
  return beside && apart ? ((await follow(folded)) ?? beside) : beside;
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
  const counted = calls.every(({ measure }) => measure !== 'rate' && measure !== 'duration');
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
  return askOnwards(context, { name: 'ask', measure: 'count', filter, parts, compare: true, topic });
}
