import type { Block } from './tokens.ts';

interface Marker {
  ordered: boolean;
  start: number;
  /** `-`, `*`, `+`, `.` or `)`: another sign begins another list. */
  sign: string;
  /** Spaces before the marker, and columns before the item's text. */
  outer: number;
  inner: number;
  text: string;
}

const MARKER = /^( *)([-*+]|(\d{1,9})([.)]))(?:( {1,4})(.*)|\s*)$/;

/** The list marker a line begins with, indented by at most three spaces. */
export function readMarker(line: string): Marker | undefined {
  const found = MARKER.exec(line);
  if (!found) return undefined;
  const outer = found[1]?.length ?? 0;
  if (outer > 3) return undefined;
  const mark = found[2] ?? '-';
  return {
    ordered: found[3] !== undefined,
    start: Number(found[3] ?? 1),
    sign: found[4] ?? mark,
    outer,
    inner: outer + mark.length + (found[5]?.length ?? 1),
    text: found[6] ?? '',
  };
}

/** Reads the whole list at `at`: items with the same kind of marker, each with its indented lines. */
export function parseList(
  lines: string[],
  at: number,
  nested: (inner: string[]) => Block[],
  startsBlock: (line: string) => boolean,
): { block: Block; used: number } {
  const first = readMarker(lines[at] ?? '') as Marker;
  const items: Block[][] = [];
  let end = at;
  while (end < lines.length) {
    const marker = readMarker(lines[end] ?? '');
    if (!marker || marker.ordered !== first.ordered || marker.sign !== first.sign) break;
    const stop = findItemEnd(lines, end + 1, marker.inner, startsBlock);
    const rest = lines.slice(end + 1, stop).map((line) => stripIndent(line, marker.inner));
    items.push(nested([marker.text, ...rest]));
    end = stop;
  }
  return { block: { type: 'list', ordered: first.ordered, start: first.start, items }, used: end - at };
}

function findItemEnd(
  lines: string[],
  from: number,
  inner: number,
  startsBlock: (line: string) => boolean,
): number {
  let end = from;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (!line.trim()) continue;
    const indented = line.length - line.trimStart().length >= inner;
    const lazy = end === at && !readMarker(line) && !startsBlock(line);
    if (!indented && !lazy) break;
    end = at + 1;
  }
  return end;
}

function stripIndent(line: string, width: number): string {
  const spaces = line.length - line.trimStart().length;
  return line.slice(Math.min(spaces, width));
}
