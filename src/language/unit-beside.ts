/** 住建局跟消防一块儿办的, 供电和水利局比: a kind of matter beside a unit is the unit that is called so. */
import type { ReadContext } from './definition.ts';
import { fold } from './phrase.ts';
import { isLoose, type Piece } from './pieces.ts';

/** 供电这边, 供电台账: who has it, and no kind of matter. */
const HOLDS =
  /^(?:的)?(?:[这那](?:[边家](?!的?(?:问题|事))|块(?=导|拉))|手[上里头]|名下|头上|账上|台账|台帐|单子|他们)/u;

function textBehind(pieces: readonly Piece[], at: number): string {
  return pieces
    .slice(at + 1)
    .map(({ text }) => text)
    .join('');
}

const JOINS = /^[和跟与同、]$/u;

export function asUnits(pieces: readonly Piece[], { directory }: ReadContext): Piece[] {
  return pieces.map((piece, at): Piece => {
    if (piece.kind !== 'category' || piece.text.endsWith('类')) return piece;
    const holds =
      HOLDS.test(textBehind(pieces, at)) && !pieces.some(({ kind }) => kind === 'project' || kind === 'unit');
    const beside = holds || isUnitAt(pieces, at, -1) || isUnitAt(pieces, at, 1);
    const said = fold(piece.text);
    const units = beside
      ? directory.data.units.filter(({ name, shortNames }) =>
          [name, ...shortNames].some((one) => fold(one).startsWith(said)),
        )
      : [];
    const [unit] = units;
    if (!unit || units.some(({ name }) => name !== unit.name)) return piece;
    return { kind: 'unit', ids: units.map(({ id }) => id), text: piece.text };
  });
}

/** On the other side of 和 stands a unit. */
function isUnitAt(pieces: readonly Piece[], at: number, step: 1 | -1): boolean {
  const meant = pieces[at];
  if (!meant) return false;
  const body = pieces.filter(
    (one, i) => i === at || !(isLoose(one) && one.kind !== 'break') || JOINS.test(one.text),
  );
  const here = body.indexOf(meant);
  return JOINS.test(body[here + step]?.text ?? '') && body[here + 2 * step]?.kind === 'unit';
}
