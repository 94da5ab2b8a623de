/** The whole of a question as far as it was understood, in words that are read as exactly that: offered first. */
import { filterWords } from '../cards/filter-title.ts';
import { MEASURE_TITLES } from '../cards/words-figures.ts';
import { OPEN_STATUSES } from '../domain/issue.ts';
import { readPhrase, trim } from '../language/phrase.ts';
import type { Scan } from '../language/scanned.ts';
import { sentencesOf } from '../language/sentence-of-scan.ts';
import { scanHeard } from '../language/sounds.ts';
import { scanOf, type Topic, topicOf } from '../language/topic.ts';
import type { CallOf } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { matchSaid } from './match-said.ts';
import { bareOf, TURNS, tidy } from './nearest-questions.ts';
import { askOf } from './question.ts';
import { isShown } from './without-asides.ts';

const LONGEST = 30;
const MOST_CUT = 5;
/** One card shows them alike. */
const LISTED: readonly string[] = ['count', 'list', 'progress'];
const MOST_TRIED = 16;
/** Of the letters of a question: what is left of it, where more are not understood, is another question. */
const MOST_UNREAD = 1 / 3;
/** What is kept, and of which no figure is: without it another thing would be counted. */
const KEPT_APART = /协办|会议|督查|阶段/u;
const WANTS_DONE = /[催督盯撤改删]|[转派交退]给|通知|告诉|安排|[让叫请]\p{Script=Han}/u;
const ONLY_ASKS = /(.)[不没]\1|[不没](?=[\s\p{P}]*$|[,，])|[,，]不是\p{Script=Han}{1,4}$/u;
/** What a sentence does not end with, or begin with. */
const DANGLING =
  /(?:(?<!有没)有|[是没了谁列把将给对从按和跟及在共]|[^\p{P}](?:各|每件的?))$|^(?:[里们了着过]|[这那][个件])/u;

/** A question that is nearly all of what was said, and how it is read. */
export interface Whole {
  said: string;
  call: CallOf<'ask'>;
}

/**
 * First what was said with what it goes on from, then without the fewest words that are not understood, then others.
 * `whole`: the first of them, where it is nearly all that was said.
 * @param spoken what was said with what it goes on from
 */
export function wholeFirst(
  context: CommandContext,
  spoken: Topic,
  neighbours: readonly string[],
): { commands: string[]; whole?: Whole } {
  const scanned = (text: string) => scanHeard(trim(readPhrase(text)), readContextOf(context));
  const said = bareOf((context.said ?? '').trim());
  const scan = scanned(said);
  const match = matchSaid(context, said);
  const call = match.kind === 'call' && match.call.name === 'ask' ? match.call : undefined;
  // What no past day tells has neighbours that a past day does.
  if (call?.untold) return { commands: [...neighbours] };
  const unread = [...new Set([...(call?.unread ?? []), ...scan.left])];
  // 不归住建局的: without it the opposite would be asked. 还剩不剩 only asks, 不是他 takes back.
  if (unread.some((one) => TURNS.test(one)) && !ONLY_ASKS.test(said)) return { commands: [...neighbours] };
  const goesOn = told(spoken) !== told(topicOf(scanned(context.said ?? '')));
  const onwards = goesOn ? labelOf(context, scanOf(spoken)) : undefined;
  const alone =
    cutOf(context, said, scan, unread) ?? (goesOn ? undefined : labelOf(context, { ...scan, left: [] }));
  // 水雾剧: a word put right leaves nothing out.
  const righted = neighbours
    .slice(0, 1)
    .filter((one) => isAllBut(said, one, Math.max(0, ...scan.left.map(({ length }) => length))));
  const whole = [...righted, onwards, alone].filter((one) => one !== undefined);
  const read = whole.map((one) => readAs(context, one));
  const same = read.map((one) => one?.same);
  const others = neighbours.filter((one) => !same.includes(readAs(context, one)?.same ?? one));
  const commands = [...new Set([...whole, ...others])].slice(0, Math.max(2, neighbours.length));
  const [[first], [as]] = [whole, read];
  const letters = [...said.replace(/[\s\p{P}]/gu, '')].length;
  const nearly = unread.join('').length <= MOST_UNREAD * letters;
  // 那件谁提的, of which nothing is heard: not even that it goes on is sure. 5号厂房的催一下 wants something done.
  const sure =
    !KEPT_APART.test(unread.join('')) &&
    (call !== undefined || (first !== onwards && !WANTS_DONE.test(said)));
  if (first === undefined || !as?.call || righted.includes(first) || !nearly || !sure) return { commands };
  return { commands, whole: { said: first, call: as.call } };
}

/** 哪类问题逾期 for 哪类问题滞后: as long a word in its place, and all else as it was said. */
function isAllBut(said: string, one: string, gap: number): boolean {
  const sign = (i: number) => one.at(i) === said.at(i);
  let [head, tail] = [0, 0];
  while (head < one.length && sign(head)) head++;
  while (tail < one.length - head && sign(-1 - tail)) tail++;
  return head + tail < one.length && head + tail + gap >= said.length;
}

/** How it would be read if it were tapped; undefined: not to the end, or as something that is no question. */
function readAs(context: CommandContext, text: string) {
  const match = matchSaid(context, text);
  if (!isShown({ match, text, told: [] }) || match.kind !== 'call') return undefined;
  return match.call.name === 'ask'
    ? { same: sameOf(match.call), call: match.call }
    : { same: told(match.call) };
}

function sameOf({ topic: _t, said: _s, measure, ...asked }: CallOf<'ask'>): string {
  return told({ ...asked, measure: LISTED.includes(measure) ? '' : measure });
}

const told = (one: unknown) => JSON.stringify(one, (key, value) => (key === 'heard' ? undefined : value));

function cutOf(
  context: CommandContext,
  said: string,
  scan: Scan,
  unread: readonly string[],
): string | undefined {
  for (const { text, words, rough } of shorterWays(said, unread)) {
    const as = readAs(context, text);
    if (!as || (as.call && (saysNothing(as.call) || !keeps(scan, as.call, words)))) continue;
    const made = as.call && labelOf(context, scanOf(as.call.topic), as.call);
    const plain = !rough && [...text].length <= LONGEST && !DANGLING.test(text) ? text : undefined;
    // 唐志强那边: what is whose is said in the words it was said in.
    const label = as.call?.personHeard === undefined ? (made ?? plain) : (plain ?? made);
    if (label !== undefined) return label;
  }
  return undefined;
}

interface Shorter {
  text: string;
  /** What was cut. */
  words: string[];
  /** 我局一共了几次催: nobody would say so. */
  rough: boolean;
}

/** The sentence without some of the words, the fewest signs gone first; none that would turn it round. */
function shorterWays(said: string, unread: readonly string[]): Shorter[] {
  let ways: Shorter[] = [{ text: said, words: [], rough: false }];
  for (const one of unread.filter((word) => !TURNS.test(word)).slice(0, MOST_CUT))
    ways = ways.flatMap(({ text, words, rough }) => {
      const spots = new Set([text.indexOf(one), text.lastIndexOf(one)].filter((at) => at >= 0));
      const without = (at: number) => text.slice(0, at) + text.slice(at + one.length);
      return [
        { text, words, rough },
        ...[...spots].map((at) => ({
          text: without(at),
          words: [...words, one],
          rough:
            rough ||
            /[还那都就]$/u.test(text.slice(0, at)) ||
            /^[了着过们里]/u.test(text.slice(at + one.length)),
        })),
      ];
    });
  return ways
    .filter(({ text, words }) => words.length > 0 && text.length > 2)
    .toSorted((a, b) => b.text.length - a.text.length)
    .slice(0, MOST_TRIED)
    .map((way) => ({ ...way, text: tidy(way.text) }));
}

/** Names, times and what is looked for that are read: nothing else than before, and none gone but what was cut. */
function keeps(scan: Scan, { topic }: CallOf<'ask'>, words: readonly string[]): boolean {
  const [was, now] = [topicOf(scan), topic];
  const cut = (one: unknown) => {
    const { heard = '' } = typeof one === 'object' ? (one as { heard?: string }) : {};
    return heard !== '' && words.some((word) => word.includes(heard) || heard.includes(word));
  };
  return KEPT.every((key) => {
    const [before, after] = [[was[key] ?? []].flat(), [now[key] ?? []].flat()];
    const [olds, news] = [before.map(told), after.map(told)];
    return (
      news.every((one) => olds.includes(one)) && before.every((one) => news.includes(told(one)) || cut(one))
    );
  });
}

const KEPT = [
  ...(['unitIds', 'projectIds', 'areaIds', 'personOpenIds', 'categoryIds', 'kinds'] as const),
  ...(['periods', 'point', 'ages', 'nodes', 'texts', 'someone', 'park', 'industry', 'by', 'rate'] as const),
];

const OF_PERSON = ['负责的', '管的', '反映的', '登记的', '转办的', '催过的', ''];
const GROUPS: Readonly<Record<string, string>> = {
  unit: '单位',
  project: '项目',
  area: '园区',
  category: '类',
};

/** Some of them may be read otherwise: whoever offers one reads it first. */
function sentencesFor(context: CommandContext, scan: Scan, call: CallOf<'ask'>): string[] {
  const { filter, by, most, measure, rate, duration, personHeard } = call;
  const view = { now: context.now, directory: context.directory, people: new Map(), demo: false };
  const words = filterWords(filter, { whole: true, readerId: context.actor.person.id }, view);
  const who = words.who.replace(/产业“(.+?)”/u, '$1项目');
  const when = scan.periods.map((one) => scan.heard.get(one) ?? '').join('');
  const [which, each] = by ? [`哪个${GROUPS[by]}`, `各${GROUPS[by]}`] : ['', ''];
  const of = rate && MEASURE_TITLES[rate];
  const made = of
    ? by
      ? [`${who}${when}${which}${of}最${most === 'low' ? '低' : '高'}`, `${who}${when}${each}${of}`]
      : [`${who}${when}${of}是多少`]
    : duration
      ? [`${who}${when}${each}平均几天办完`, `${who}${when}${which}办得最${most === 'high' ? '慢' : '快'}`]
      : measure === 'file'
        ? [`把${who}${words.what}的台账发我`]
        : by
          ? [
              `${who}${which}${words.what}的最${most === 'least' ? '少' : '多'}`,
              `${who}${each}${words.what}的各有几件`,
            ]
          : (personHeard === undefined ? [''] : OF_PERSON).map(
              (does) => `${who}${personHeard ?? ''}${does}${words.what}的有几件`,
            );
  return [...made, ...sentencesOf(scan, readContextOf(context))].filter((one) => [...one].length <= LONGEST);
}

/** All that is open: nothing was understood that its neighbours do not say. */
function saysNothing({ filter, by, personHeard, parts, measure }: CallOf<'ask'>): boolean {
  const asked = [by, personHeard, parts].some((one) => one !== undefined) || !LISTED.includes(measure);
  return !asked && ['{}', told({ statuses: OPEN_STATUSES })].includes(told(filter));
}

/** Made of what was understood, where that narrows and can be asked. */
function labelOf(
  context: CommandContext,
  scan: Scan,
  call = askOf(scan, readContextOf(context)),
): string | undefined {
  if (call.unread || call.doubt || saysNothing(call)) return undefined;
  const same = sameOf(call);
  return sentencesFor(context, scan, call).find((one) => readAs(context, one)?.same === same);
}
