/** Marks of lists before lines; a sign or bracketed number that belongs to the sentence is none. */
import { cut, isBlank, type Phrase } from '../../language/phrase.ts';

const NUMBER = String.raw`\d{1,3}\s?(?:[、)]|\.(?!\d))|\d{1,2}\u20E3`;
/** (3)号楼 is a building. */
const BRACKETED = String.raw`\(\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s?\)(?![号栋幢期标#])`;
const HAN_NUMBER = '[一二三四五六七八九十]{1,3}[、.]';
const SIGN = String.raw`[\u2460-\u249B\u24EA-\u24FF\u2776-\u2793\u3220-\u3229]`;
/** -5℃ is a temperature. */
const BULLET = String.raw`[-*+](?=\s)|[-—–•·●○▪■◆▶►◦‣➤→☐]+(?!\d)`;
const MARK = `(?:${BRACKETED}|${NUMBER}|${HAN_NUMBER}|${SIGN}|${BULLET})`;
const CHECKBOX = String.raw`(?:\[[ x]\]\s*)?`;
const IN_LIST = new RegExp(String.raw`^\s*${MARK}\s*${CHECKBOX}`);
const ALONE = new RegExp(String.raw`^\s*${MARK}\s+${CHECKBOX}`);

/** Length of the list mark a folded line begins with; of a single line only one that a space follows. */
export function markLength(folded: string, inList: boolean): number {
  return (inList ? IN_LIST : ALONE).exec(folded)?.[0].length ?? 0;
}

/** The lines of a text as [from, until), blank ones left out. */
export function lineSpans(phrase: Phrase): [number, number][] {
  const spans: [number, number][] = [];
  let from = 0;
  while (from <= phrase.folded.length) {
    const end = phrase.folded.indexOf('\n', from);
    const until = end < 0 ? phrase.folded.length : end;
    if (!isBlank(cut(phrase, from, until))) spans.push([from, until]);
    from = until + 1;
  }
  return spans;
}
