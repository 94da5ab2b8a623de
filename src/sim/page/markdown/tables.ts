import { parseInline } from './inline.ts';
import type { Align, Block } from './tokens.ts';

const DIVIDER = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** A table needs a line with a bar, then its divider with as many cells. */
export function startsTable(lines: string[], at: number): boolean {
  const head = lines[at] ?? '';
  const divider = lines[at + 1] ?? '';
  if (!head.includes('|') || !divider.includes('-') || !DIVIDER.test(divider)) return false;
  return splitCells(head).length === splitCells(divider).length;
}

/** Reads the table at `at`; short rows are filled with empty cells, long ones cut. */
export function readTable(lines: string[], at: number): { block: Block; used: number } {
  const header = splitCells(lines[at] ?? '');
  const align = splitCells(lines[at + 1] ?? '').map(readAlign);
  let end = at + 2;
  while (end < lines.length && (lines[end] ?? '').includes('|')) end++;
  const rows = lines.slice(at + 2, end).map((line) => {
    const cells = splitCells(line);
    return header.map((_, column) => parseInline(cells[column] ?? ''));
  });
  return {
    block: { type: 'table', align, header: header.map((cell) => parseInline(cell)), rows },
    used: end - at,
  };
}

function splitCells(line: string): string[] {
  const cells: string[] = [];
  let cell = '';
  for (let at = 0; at < line.length; at++) {
    const escaped = line[at] === '\\' && line[at + 1] === '|';
    if (escaped) cell += line[++at];
    else if (line[at] === '|') {
      cells.push(cell.trim());
      cell = '';
    } else cell += line[at];
  }
  cells.push(cell.trim());
  if (cells[0] === '') cells.shift();
  if (cells.at(-1) === '') cells.pop();
  return cells;
}

function readAlign(cell: string): Align {
  const left = cell.startsWith(':');
  const right = cell.endsWith(':');
  return left && right ? 'center' : right ? 'right' : left ? 'left' : undefined;
}
