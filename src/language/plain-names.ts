/**
 * A name without the words right behind it that say nothing more: 住建局那边, 兴发他们那个项目, 兴发呢，. What frames of words
 * look for stands beside names then: 住建局那里和交通局以外的.
 */
import type { ReadContext } from './definition.ts';
import { PLACE, THING } from './lexicon/plain-names.ts';
import { simplify } from './lexicon/traditional.ts';
import { readNames } from './names.ts';
import { partOfNameAt } from './part-of-name.ts';
import { type Phrase, readPhrase } from './phrase.ts';

const BESIDE = new RegExp(
  `(?:他们|她们)(?:${PLACE}|[这那]${THING}|局(?:里|${PLACE})?|单位|厂里?|公司|项目|家)?(?![说讲报提自都俩])|项目(?:部(?:${PLACE})?|${PLACE})|[这那](?:个|家)(?:单位|局|公司|企业|厂子?|项目)(?:${PLACE})?(?![部里头面]|上(?![周月个半季礼星]))|[这那]家(?![企公单])|${PLACE}`,
  'gu',
);
/** Where the sentence ends, or a name alone goes on from another, they stay: 那兴发那边呢. */
const ENDS = /^(?:呢|的?[\s\p{P}]*$|[和跟与、及]?[\s\p{P}]*$)/u;
const TOPIC = /^(?:呢|嘛|啊|呀)[,，]\s*/u;
const LONGEST_NAME = 16;

export function withPlainNames(phrase: Phrase, context: ReadContext): Phrase {
  if (phrase.mentions.length > 0) return phrase;
  const folded = simplify(phrase.folded);
  const names = readNames({ ...phrase, folded }, context.directory).filter(
    ({ areaIds }) => areaIds.length === 0,
  );
  const ends = new Set(names.map(({ span }) => span[1]));
  const gone: [number, number][] = [];
  for (const match of folded.matchAll(BESIDE)) {
    const until = match.index + match[0].length;
    // 供电这边: the unit, of which 供电 alone would be a kind of matter.
    const whole = /^(?:局|公司|[大支]队)/u.test(folded.slice(until));
    if (names.length === 0 && !whole && endsKind(folded, match.index, context)) continue;
    const named = ends.has(match.index) || endsPart(folded, match.index, context);
    if (named && !ENDS.test(folded.slice(until))) gone.push([match.index, until]);
  }
  const [first] = names;
  const head = first?.span[0] === 0 ? (gone[0]?.[0] === first.span[1] ? gone[0][1] : first.span[1]) : 0;
  const topic = head > 0 ? (TOPIC.exec(folded.slice(head))?.[0] ?? '') : '';
  if (topic !== '') gone.push([head, head + topic.length]);
  if (gone.length === 0) return phrase;
  let text = '';
  let at = 0;
  for (const [from, until] of gone.toSorted((a, b) => a[0] - b[0])) {
    text += phrase.text.slice(at, from);
    at = until;
  }
  return readPhrase(text + phrase.text.slice(at));
}

/** 供电, 消防: a kind of matter that units are called by, too. */
function endsKind(folded: string, end: number, { directory }: ReadContext): boolean {
  return directory.data.categories.some(({ name }) => folded.slice(0, end).endsWith(name));
}

/** 住建那边: part of the name of one unit or project ends here. */
function endsPart(folded: string, end: number, context: ReadContext): boolean {
  for (let at = end - 2; at >= 0 && at >= end - LONGEST_NAME; at--) {
    if (!/[\p{L}\p{N}]/u.test(folded.charAt(at))) return false;
    const part = partOfNameAt(folded, at, context);
    if (part?.length === end - at && part.areas.length === 0)
      return part.units.length + part.projects.length === 1;
  }
  return false;
}
