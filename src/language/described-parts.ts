/** Where the words that name a problem may end, and the several that are described at once. */
import type { ReadContext } from './definition.ts';
import { nameAtStart, POINTER } from './description.ts';
import { AND, LONE, SEVERAL, tellingParts } from './lexicon/describing.ts';
import { cut, fold, type Phrase, trim } from './phrase.ts';

/** What may name one, and what is asked behind it. */
export interface Head {
  head: Phrase;
  rest: string;
}

const MOST_HEADS = 6;
/** 那个事, 那条路 */
const POINTED = new RegExp(
  `(?:${POINTER.source})(?:事情?|问题|[${LONE}](?=[\\s\\p{P}的啥谁什到是归咋怎有没还要现]|$))?`,
  'gu',
);
const MARK = /[\s,，。;；?？!！]+/gu;

/** Up to each pointer and each mark, the shortest first. */
export function headsIn(phrase: Phrase): Head[] {
  const { folded } = phrase;
  const pointers = [...folded.matchAll(POINTED)].map(({ index, 0: said }) => index + said.length);
  const marks = [...folded.matchAll(MARK)].map(({ index }) => index);
  const ends = [...new Set([...pointers, ...marks, folded.length])].filter((at) => at > 1);
  return ends
    .toSorted((a, b) => a - b)
    .slice(0, MOST_HEADS)
    .map((at) => ({ head: trim(cut(phrase, 0, at)), rest: folded.slice(at) }));
}

/** What stands behind the last of the words that were found, as far as it stands in the text, and the pointer that ends them. */
export function restBehind(folded: string, held: readonly string[], text: string): string {
  let until = Math.max(0, ...held.map((one) => folded.lastIndexOf(one) + one.length));
  while (/\p{Script=Han}/u.test(folded[until] ?? '') && text.includes(folded[until] ?? '')) until++;
  const [pointer] = [...folded.matchAll(POINTED)].filter(({ index }) => index >= until);
  const behind = folded.slice(pointer ? pointer.index + pointer[0].length : until);
  // 那个灯装了吗
  const [thing = ''] = behind;
  return LONE.includes(thing) && text.includes(thing) ? behind.slice(thing.length) : behind;
}

const MOST_SEVERAL = 6;
const SHORTEST = 2;

/** @property asks those of the texts that only ask @property rest what is asked of all */
export interface Together {
  each: string[];
  asks: string[];
  rest: string;
}

/** The texts that describe one each (取水许可跟排水沟俩事咋样了); undefined: one is described. */
export function describedTogether(
  { text, folded }: Phrase,
  context: Pick<ReadContext, 'directory'>,
): Together | undefined {
  if (!SEVERAL.test(folded)) return undefined;
  const at = folded.search(SEVERAL);
  const before = text.slice(0, at);
  // 水利这边俩事都咋样了,取水许可跟排水沟: named behind.
  const ahead = NAMED_BOTH.test(before);
  const each = (ahead ? before : text)
    .split(AND)
    .map((one) => one.trim())
    .filter((one) => one.length >= SHORTEST && tellingParts(one).some((part) => part.length > 1));
  if (each.length < 2 || each.length > MOST_SEVERAL) return undefined;
  const glued = nameAtStart(folded, context);
  const project = glued ? text.slice(...glued.span) : '';
  const own = (one: string, i: number) =>
    i === 0 || nameAtStart(fold(one), context) ? one : `${project}${one}`;
  const asks = ahead ? [] : each.filter((one) => SEVERAL.test(one));
  const named = each.filter((one) => !asks.includes(one));
  return { each: named.map(own), asks, rest: ahead ? text.slice(at) : asks.join(' ') };
}

const NAMED_BOTH = /\p{Script=Han}(?:[、跟和与]|[\s,，]|还有|以及|加上)+\p{Script=Han}/u;

/** 110千伏那两个分别到哪步了: the words that name both of them, and what is asked. */
export function describedAlike({ folded, text }: Phrase): { both: string; rest: string } | undefined {
  const [whole, both] = /^(.{2,12}?)的?[那这]?[两俩][个件桩样条](?:事情?|问题)?/u.exec(folded) ?? [];
  return whole === undefined || both === undefined
    ? undefined
    : { both: text.slice(0, both.length), rest: text.slice(whole.length) };
}
