/** 住建局的 不对 交通局的: what is taken back at once gives way to what is said in its place. */
import type { ReadContext } from './definition.ts';
import { simplify } from './lexicon/traditional.ts';
import { readPhrase } from './phrase.ts';
import { type Piece, piecesOf } from './pieces.ts';

const SAYS_SO =
  /(?:哦|噢|啊|呃|嗯|哎呀|哎|唉|诶|不不)*(?:我)?(?:不对不对|不对|不是不是|搞错了|说错了|讲错了|弄错了|记错了|口误|错了错了|错了|哦不|噢不|啊不|说岔了|重说|重来)(?:了|啊|哈|我说错了|说错了)*[\s,，。]*(?:我(?:是)?(?:说|问)(?:的)?(?:是)?)?(?:应该)?(?:是)?(?:问|说)?[\s,，]*/u;
/** What may stand between a name and the taking back of it: 楚能那个项目 说错了. */
const BEHIND: readonly string[] = ['of', 'filler', 'after-name', 'after-project', 'after-unit', 'by'];

function saysNothing(piece: Piece): boolean {
  if (piece.kind === 'break') return true;
  return piece.kind === 'word' && piece.meanings.some(({ tag }) => BEHIND.includes(tag));
}

/** The kind of thing a piece says, where one may take the place of another. */
function kindOf(piece: Piece): string | undefined {
  if (['unit', 'project', 'area', 'category', 'period', 'someone'].includes(piece.kind)) return piece.kind;
  return piece.kind === 'word' && piece.meanings.some(({ tag }) => tag === 'state') ? 'state' : undefined;
}

/** The text as it was meant; undefined where nothing is taken back, or it does not show what. */
export function corrected(
  text: string,
  context: ReadContext,
): { text: string; right: string; wrong: string } | undefined {
  const phrase = readPhrase(text);
  if (phrase.text.length !== text.length) return undefined;
  const said = SAYS_SO.exec(phrase.folded);
  if (!said) return undefined;
  const pieces = piecesOf(simplify(phrase.folded), phrase, context);
  const [from, until] = [said.index, said.index + said[0].length];
  let at = 0;
  let wrong: { piece: Piece; from: number; until: number } | undefined;
  for (const piece of pieces) {
    const end = at + piece.text.length;
    const kind = kindOf(piece);
    if (end <= from && kind) wrong = { piece, from: at, until: end };
    else if (wrong && at < from && !saysNothing(piece)) wrong = undefined;
    if (at >= until) {
      if (!kind && piece.kind === 'break') {
        at = end;
        continue;
      }
      if (!wrong || !kind || kindOf(wrong.piece) !== kind) return undefined;
      const meant = text.slice(0, wrong.from) + text.slice(at);
      // 红灯几个 红灯不对 黄灯几个: it would be counted all the same.
      if (meant.includes(wrong.piece.text)) return undefined;
      return { text: meant, right: piece.text, wrong: wrong.piece.text };
    }
    at = end;
  }
  return undefined;
}
