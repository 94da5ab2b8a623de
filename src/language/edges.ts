/** Where words of running Chinese text begin and end: the platform's dictionary, digits, marks and small words. */

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * How a name meets what stands beside it. `open`: nothing there, or a space, mark, number or known word. `word`: a
 * whole word or a particle. `loose`: a character the dictionary knows alone, perhaps the rest of a longer word.
 * `crossed`: inside a word of the dictionary, but what would be left beside the name is a word, too. `inside`: no edge.
 */
export type Edge = 'open' | 'word' | 'loose' | 'crossed' | 'inside';

/** Single characters that are words by themselves wherever they stand beside a name. */
const PARTICLE =
  /^[的了在被把将对和与及跟同向从由请让要需须应没未不已还又也都有无是为因于给归找交转到至按经且但或而则就才再太很说称报问催等各该本此这那我你他您它们几谁哪吗呢吧啊呀之去来用]$/;
const LETTER = /\p{L}/u;
const DIGIT = /\p{N}/u;
const ALNUM = /[\p{Script=Latin}\p{Nd}]/u;

/** Length of the word a reader knows that begins at `at`; 0 for none. */
export type KnownWord = (folded: string, at: number) => number;

export interface Edges {
  before(at: number): Edge;
  after(at: number): Edge;
  /** The word that ends or begins at the place, '' when none does. */
  wordBefore(at: number): string;
  wordAfter(at: number): string;
  /** Whether a word of the dictionary, or what is no word at all, ends here. */
  isBoundary(at: number): boolean;
}

const LONGEST_KNOWN = 6;
/** As far as two words beside a name reach. */
const NEAR = 16;

/**
 * Edges in a folded text. Costs nothing until the inside of a run of letters is asked about, then one pass over the text.
 * @param known words beside the dictionary's
 */
export function readEdges(folded: string, known?: KnownWord): Edges {
  let cuts: Uint8Array | undefined;
  const isLetter = (at: number) => LETTER.test(folded.charAt(at));
  const knownEnds = (at: number) => {
    if (!known) return false;
    for (let length = 1; length <= LONGEST_KNOWN && length <= at; length++) {
      if (known(folded, at - length) === length) return true;
    }
    return false;
  };
  const isBoundary = (at: number) => {
    if (at <= 0 || at >= folded.length || !isLetter(at - 1) || !isLetter(at)) return true;
    cuts ??= boundariesOf(folded);
    return cuts[at] === 1;
  };
  const wordBefore = (at: number) => {
    if (at <= 0 || !isLetter(at - 1) || !isBoundary(at)) return '';
    let from = at - 1;
    while (!isBoundary(from)) from--;
    return folded.slice(from, at);
  };
  const wordAfter = (at: number) => {
    if (at >= folded.length || !isLetter(at) || !isBoundary(at)) return '';
    let until = at + 1;
    while (!isBoundary(until)) until++;
    return folded.slice(at, until);
  };
  const edge = (at: number, outer: string, inner: string, beside: () => string, left: () => string): Edge => {
    if (outer === '' || !(LETTER.test(outer) || DIGIT.test(outer))) return 'open';
    if (ALNUM.test(outer) && ALNUM.test(inner)) return 'inside';
    if (!LETTER.test(outer)) return 'open';
    if (isBoundary(at)) return isWord(beside()) ? 'word' : 'loose';
    return isWord(left()) ? 'crossed' : 'inside';
  };
  return {
    isBoundary,
    wordBefore,
    wordAfter,
    before: (at) => {
      if (knownEnds(at)) return 'open';
      const rest = () => lastWord(folded.slice(Math.max(0, at - NEAR), at));
      return edge(at, folded.charAt(at - 1), folded.charAt(at), () => wordBefore(at), rest);
    },
    after: (at) => {
      if (known && at < folded.length && known(folded, at) > 0) return 'open';
      const rest = () => firstWord(folded.slice(at, at + NEAR));
      return edge(at, folded.charAt(at), folded.charAt(at - 1), () => wordAfter(at), rest);
    },
  };
}

function boundariesOf(text: string): Uint8Array {
  const cuts = new Uint8Array(text.length);
  for (const { index } of segmenter.segment(text)) cuts[index] = 1;
  return cuts;
}

/** Whether the part [from, until) of a text, read alone, has the words it has in the text. */
export function keepsWords(text: string, from: number, until: number): boolean {
  if (from === 0 && until === text.length) return true;
  const whole = boundariesOf(text);
  const part = boundariesOf(text.slice(from, until));
  if (until < text.length && whole[until] !== 1) return false;
  return part.every((cut, at) => cut === whole[from + at]);
}

/** The words of a text as the dictionary cuts it, marks and spaces left out. */
export function wordsOf(text: string): string[] {
  return [...segmenter.segment(text)].flatMap((part) => (part.isWordLike ? [part.segment] : []));
}

function isWord(word: string): boolean {
  return word.length > 1 || PARTICLE.test(word);
}

function firstWord(text: string): string {
  for (const { segment } of segmenter.segment(text)) return segment;
  return '';
}

function lastWord(text: string): string {
  return [...segmenter.segment(text)].at(-1)?.segment ?? '';
}
