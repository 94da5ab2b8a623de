/**
 * A sentence without the light words (`lexicon/light-words.ts`) which nothing understands where they stand. They are open to
 * doubt, so it comes last of all, and whoever leaves one out says so.
 */
import type { Kept } from './asides.ts';
import type { ReadContext } from './definition.ts';
import { LIGHT_WORDS } from './lexicon/light-words.ts';
import { simplify } from './lexicon/traditional.ts';
import { fold, readPhrase } from './phrase.ts';
import { scanHeard } from './sounds.ts';

const LONGEST = 60;
const LONGEST_WORD = Math.max(...[...LIGHT_WORDS].map(({ length }) => length));
/** With more than this left out, another thing may be meant. */
const MOST = 4;

/** undefined: nothing is left over, or something that is no light word. */
export function withoutLight(text: string, context: ReadContext): Kept | undefined {
  if (text.length > LONGEST) return undefined;
  const { left, doubt, texts } = scanHeard(readPhrase(text), context);
  if (left.length === 0 || doubt || texts.length > 0 || left.join('').length > MOST) return undefined;
  if (!left.every(saysLittle)) return undefined;
  const folded = simplify(fold(text));
  if (folded.length !== text.length) return undefined;
  let kept = text;
  const unused: string[] = [];
  let end = -1;
  for (const word of left) {
    const at = simplify(fold(kept)).indexOf(simplify(fold(word)));
    if (at < 0) return undefined;
    kept = `${kept.slice(0, at)}${' '.repeat(word.length)}${kept.slice(at + word.length)}`;
    if (at === end) unused.push(`${unused.pop() ?? ''}${word}`);
    else unused.push(word);
    end = at + word.length;
  }
  return { text: kept.replace(/ +/g, ' ').trim(), unused };
}

/** Made of such words and nothing else. */
function saysLittle(word: string): boolean {
  const said = simplify(fold(word));
  for (let at = 0; at < said.length; ) {
    let length = Math.min(LONGEST_WORD, said.length - at);
    while (length > 0 && !LIGHT_WORDS.has(said.slice(at, at + length))) length--;
    if (length === 0) return false;
    at += length;
  }
  return true;
}
