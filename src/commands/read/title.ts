/** The title of a line of 报: what was typed, without the facts that were understood at its ends. */
import { titleOf } from '../../domain/title.ts';
import { type Edges, keepsWords, readEdges } from '../../language/edges.ts';
import type { Found } from '../../language/names.ts';
import { cut, isBlank, type Phrase } from '../../language/phrase.ts';

export type Span = readonly [number, number];

export interface Facts {
  /** Units and projects that were chosen. */
  names: readonly Found[];
  /** Other parts that were understood as a whole. */
  spans?: readonly Span[];
  deadline: Span | undefined;
}

interface FactSpan {
  span: Span;
  /** Spaces or marks on both sides; glued to the sentence otherwise. */
  apart: boolean;
}

const AFTER_UNIT = /^(?:牵头|负责|来办|办理|处理|解决|研究)+/;
const AFTER_PROJECT = /^(?:项目|专班)?:?/;
const BEFORE_MENTION = /(?:责任单位|牵头单位|单位|由|请|给|归|交|转|找)[:\s]*$/;
const BEFORE_PROJECT = /(?:项目|企业|@)[:\s]*$/;
const BEFORE_DEADLINE =
  /(?:完成时限|完成时间|办理时限|整改时限|时限|期限|限期|限|截止|要求|请于|务必|请|须|于|在)[:\s]*$/;
const AFTER_DEADLINE = /^[之以]?[前内]?(?:完成|办结|解决|办好|办完|搞定|到位|处理完|处理)?/;
const VERB = /(?:完成|办结|解决|办好|办完|搞定|到位|处理完?)$/;
/** Thanks behind the facts; nothing else of a sentence goes. */
const LONGEST_TAIL = 20;
const POLITE = /[\s,。!]+(?:谢谢|多谢|感谢|辛苦了?|拜托了?|麻烦了)[\s,。!~]*$/;
const NEGATIVE = new Set(['未', '没', '没有', '不', '不要', '尚未']);
const LETTER = /[\p{L}\p{N}]/u;

/** Particles count only as whole words: 于 is none in 由于, 在 none in 存在. */
function before(line: Phrase, from: number, particles: RegExp, edges: Edges): number {
  const found = particles.exec(line.folded.slice(Math.max(0, from - 10), from))?.[0] ?? '';
  const at = from - found.length;
  if (found === '' || !LETTER.test(line.folded.charAt(at - 1))) return at;
  const glued = !/\s$/.test(found) && edges.isBoundary(at) && !NEGATIVE.has(edges.wordBefore(at));
  return glued ? at : from;
}

function after(line: Phrase, until: number, particles: RegExp, edges: Edges): number {
  const at = until + (particles.exec(line.folded.slice(until, until + 10))?.[0].length ?? 0);
  return edges.isBoundary(at) ? at : until;
}

/** 3天内解决渗漏: the verb belongs to what follows it. */
function afterDeadline(line: Phrase, until: number, edges: Edges): number {
  const at = after(line, until, AFTER_DEADLINE, edges);
  const goesOn = at < line.folded.length && !LOOSE.test(line.folded.charAt(at));
  return goesOn ? at - (VERB.exec(line.folded.slice(until, at))?.[0].length ?? 0) : at;
}

/** A part of a longer word stays, whatever was read from it: 存在 3天内. */
function wholeWords({ folded }: Phrase, [from, until]: Span, edges: Edges): Span | undefined {
  if (!edges.isBoundary(until)) return undefined;
  if (edges.isBoundary(from)) return [from, until];
  const rest = /^\p{L}+\s+/u.exec(folded.slice(from, until))?.[0].length;
  return rest === undefined ? undefined : [from + rest, until];
}

function factSpans(line: Phrase, plain: Phrase, { names, spans: others = [], deadline }: Facts): FactSpan[] {
  const edges = readEdges(line.folded);
  const spans: Span[] = names.flatMap(({ span, from, separate, closing }): Span[] => {
    if (!separate && !closing) return [];
    const start = Math.min(from, before(plain, span[0], BEFORE_PROJECT, edges));
    const ends = [AFTER_UNIT, AFTER_PROJECT].map((particles) => after(plain, span[1], particles, edges));
    return [[start, Math.max(...ends)]];
  });
  spans.push(...others);
  for (const { span } of line.mentions) {
    spans.push([before(plain, span[0], BEFORE_MENTION, edges), after(plain, span[1], AFTER_UNIT, edges)]);
  }
  const said = deadline && wholeWords(line, deadline, edges);
  if (said) spans.push([before(line, said[0], BEFORE_DEADLINE, edges), afterDeadline(line, said[1], edges)]);
  const tail = Math.max(0, line.folded.length - LONGEST_TAIL);
  const polite = POLITE.exec(line.folded.slice(tail));
  const behind = polite ? tail + polite.index : 0;
  if (spans.some(([, until]) => until === behind)) spans.push([behind, line.folded.length]);
  const free = (at: number) => !LETTER.test(plain.folded.charAt(at));
  return spans.map((span) => ({ span, apart: free(span[0] - 1) && free(span[1]) }));
}

/** Between facts, and between a fact and the sentence. */
const LOOSE = /[\s,.。、;:!?~…·|/\\_^*=+\-—–"'`“”‘’「」『』]/;
/** Of them what is never part of a word; a point is where it begins one (.NET). */
const MARK = { start: /[\s,。、;:!?~…·—–]/, end: /[\s,.。、;:!?~…·—–]/ } as const;

/**
 * Where the sentence begins or ends when what stands loose beside it is left out. A sign that touches the sentence and
 * not the fact beside it belongs to the sentence: -5℃, C++.
 */
function skipLoose({ folded }: Phrase, [from, until]: Span, side: 'start' | 'end', cutOff: boolean): number {
  const step = side === 'start' ? 1 : -1;
  const charAt = (at: number) => folded.charAt(side === 'start' ? at : at - 1);
  let spaced = !cutOff;
  let at = side === 'start' ? from : until;
  while (at !== (side === 'start' ? until : from) && LOOSE.test(charAt(at))) {
    if (!MARK[side].test(charAt(at)) && spaced) {
      let beyond = at;
      while (LOOSE.test(charAt(beyond)) && !MARK[side].test(charAt(beyond))) beyond += step;
      if (!/^\s?$/.test(charAt(beyond))) break;
    }
    spaced ||= /\s/.test(charAt(at));
    at += step;
  }
  return at;
}

/** What is left between the facts at both ends. */
function strip(line: Phrase, facts: readonly FactSpan[]): Span {
  let [from, until] = [0, line.folded.length];
  const loose = (at: number) => LOOSE.test(line.folded.charAt(at));
  for (const { span } of facts.toSorted((a, b) => a.span[0] - b.span[0])) {
    let next = from;
    while (next < until && loose(next)) next++;
    if (span[0] > next) break;
    from = Math.min(Math.max(from, span[1]), until);
  }
  for (const { span } of facts.toSorted((a, b) => b.span[1] - a.span[1])) {
    let next = until;
    while (next > from && loose(next - 1)) next--;
    if (span[1] < next) break;
    until = Math.max(Math.min(until, span[0]), from);
  }
  let start = skipLoose(line, [from, until], 'start', from > 0);
  // Before a Chinese word it is a dash, no sign: 报-道路未通.
  if (/^-+\p{Script=Han}/u.test(line.folded.slice(start, start + 8))) {
    while (line.folded.charAt(start) === '-') start++;
  }
  return [start, skipLoose(line, [start, until], 'end', until < line.folded.length)];
}

/** First sentence without the facts at both ends, as long as a title may be; '' when only facts are there. */
export function lineTitle(line: Phrase, plain: Phrase, facts: Facts): string {
  const spans = factSpans(line, plain, facts);
  let [from, until] = strip(line, spans);
  // A fact glued to a word the dictionary would then read differently stays with it.
  if (!keepsWords(line.folded, from, until)) {
    [from, until] = strip(
      line,
      spans.filter(({ apart }) => apart),
    );
  }
  const core = cut(line, from, until);
  return isBlank(core) ? '' : titleOf(unquote(core.text)).replace(TRAILING, '');
}

const TRAILING = /[\s,，、:：]+$/;
const QUOTES: Record<string, string> = { '“': '”', '"': '"', '「': '」', '『': '』', '‘': '’', "'": "'" };

/** Quotes around the whole sentence are none of it. */
function unquote(text: string): string {
  const close = QUOTES[text.charAt(0)];
  const inside = text.slice(1, -1);
  return close !== undefined && text.length > 2 && text.endsWith(close) && !inside.includes(close)
    ? inside
    : text;
}
