/** Several projects by what they have alike: 搞电池的那几个项目, a part of their names; 发改局牵头的项目, who leads them. */
import type { ReadContext } from './definition.ts';
import { projectsSeen } from './names-seen.ts';
import type { Piece } from './pieces.ts';

const SEVERAL = /^的?[那这]?(?:几个|些)(?:项目|企业)/;

/** The projects in the place of what would be asked back which of them is meant. */
export function withSeveralNamed(pieces: readonly Piece[], context: ReadContext): Piece[] {
  return pieces.map((piece, at) => {
    if (piece.kind !== 'doubt') return piece;
    const behind = pieces.slice(at + 1, at + 5).map(({ text }) => text);
    const ids = SEVERAL.test(behind.join('')) ? projectsNamed(piece.names, context) : [];
    return ids.length > 1 ? { kind: 'project', ids, text: piece.text } : piece;
  });
}

/** None where one of the names is no project's. */
function projectsNamed(names: readonly string[], { directory }: ReadContext): number[] {
  const ids = names.flatMap((one) =>
    directory.liveProjects.filter(({ name }) => name === one).map(({ id }) => id),
  );
  return ids.length === names.length ? ids : [];
}

const LED = /^(?:在|负责)?牵头(?:负责)?的(?:那?几个|所有|全部)?(?:项目|企业)/;

/** The projects a unit leads, in the place of its name and what says so. */
export function withLedBy(pieces: readonly Piece[], context: ReadContext): Piece[] {
  const at = pieces.findIndex((piece, i) => piece.kind === 'unit' && LED.test(textBehind(pieces, i)));
  const unit = pieces[at];
  if (unit?.kind !== 'unit' || unit.ids.length !== 1) return [...pieces];
  const said = LED.exec(textBehind(pieces, at))?.[0] ?? '';
  let end = at + 1;
  let length = 0;
  while (length < said.length) length += pieces[end++]?.text.length ?? said.length;
  const ids = ledBy(unit.ids[0] ?? 0, context);
  if (length !== said.length || ids.length === 0) return [...pieces];
  return [
    ...pieces.slice(0, at),
    { kind: 'project', ids, text: `${unit.text}${said}` },
    ...pieces.slice(end),
  ];
}

const textBehind = (pieces: readonly Piece[], at: number) =>
  pieces
    .slice(at + 1, at + 6)
    .map(({ text }) => text)
    .join('');

/** @returns ids of the projects it leads that the asker may see here, archived ones not among them */
export function ledBy(unitId: number, context: ReadContext): number[] {
  return projectsSeen(context)
    .filter(({ leadUnitId }) => leadUnitId === unitId)
    .map(({ id }) => id);
}
