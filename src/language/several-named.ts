/** 搞电池的那几个项目: a part of several projects' names, of which all are meant. */
import type { ReadContext } from './definition.ts';
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
