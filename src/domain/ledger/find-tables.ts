/** Where the tables of a sheet stand: titles, headers of up to three rows, data, several under or beside each other. */
import { fold } from './fold.ts';
import { headerScore } from './header.ts';
import type { LedgerCell, LedgerLine, LedgerSheet } from './sheet.ts';

/** Indexes into the rows and cells of the sheet. */
export interface FoundTable {
  titles: number[];
  headers: number[];
  data: number[];
  /** First and last column, inclusive. */
  from: number;
  until: number;
  /** Columns its titles may stand in: wider than the table, which may be indented. */
  titleFrom: number;
  titleUntil: number;
}

const HEADER_ROWS = 3;
const SEARCHED = 8;
const HEADER_CHARS = 40;

/** Stands in the cell itself, not in the corner of a merged one. */
export const isOwn = (cell: LedgerCell): boolean => cell.text !== '' && cell.mergedFrom === undefined;

export const rowOf = (address: string): number => Number(/\d+$/.exec(address)?.[0] ?? 0);
export const letterOf = (address: string): string => /^[A-Z]+/.exec(address)?.[0] ?? '';

/** Merged from a row above. */
export const isFromAbove = (cell: LedgerCell, line: LedgerLine): boolean =>
  cell.mergedFrom !== undefined && rowOf(cell.mergedFrom) < line.no;

const isBlank = (line: LedgerLine): boolean => !line.cells.some(isOwn);

/** Repeats along a row count once; what is merged down is the header of that column, too. */
function scoreOf(line: LedgerLine): number {
  return line.cells.reduce((sum, cell) => {
    const repeats = cell.mergedFrom !== undefined && rowOf(cell.mergedFrom) === line.no;
    return repeats || cell.text.length > HEADER_CHARS ? sum : sum + headerScore(cell.text);
  }, 0);
}

/** All tables of a sheet, in the order they stand; none: nothing on it looks like a header. */
export function findTables(sheet: LedgerSheet): FoundTable[] {
  const { rows } = sheet;
  const scores = rows.map((line) => (line.hidden ? 0 : scoreOf(line)));
  const starts: number[][] = [];
  const first = bestOfFirst(rows, scores);
  if (first === undefined) return [];
  starts.push(headersAround(rows, first, 0));
  for (let at = (starts[0]?.at(-1) ?? 0) + 1; at < rows.length; at++) {
    const before = starts.at(-1) ?? [];
    if (!isHeader(rows, scores, at) || repeats(rows, before, at)) continue;
    const next = rows[at + 1] && isHeader(rows, scores, at + 1) && (scores[at + 1] ?? 0) > (scores[at] ?? 0);
    const headers = headersAround(rows, next ? at + 1 : at, (before.at(-1) ?? 0) + 1);
    starts.push(headers);
    at = headers.at(-1) ?? at;
  }
  return starts.flatMap((headers, nth) => {
    const floor = nth === 0 ? 0 : (starts[nth - 1]?.at(-1) ?? 0) + 1;
    const titles = titlesAbove(rows, headers[0] ?? 0, floor, nth === 0);
    const nextHeaders = starts[nth + 1];
    const end = nextHeaders
      ? (titlesAbove(rows, nextHeaders[0] ?? 0, (headers.at(-1) ?? 0) + 1, false)[0] ?? nextHeaders[0] ?? 0)
      : rows.length;
    const start = (headers.at(-1) ?? 0) + 1;
    const data = Array.from({ length: Math.max(0, end - start) }, (_, n) => start + n);
    const until = (rows[0]?.cells.length ?? 1) - 1;
    return besideEachOther(rows, { titles, headers, data, from: 0, until, titleFrom: 0, titleUntil: until });
  });
}

function bestOfFirst(rows: readonly LedgerLine[], scores: readonly number[]): number | undefined {
  const filled = rows.flatMap((line, at) => (line.hidden || isBlank(line) ? [] : [at])).slice(0, SEARCHED);
  const best = filled.reduce<number | undefined>(
    (found, at) => (found === undefined || (scores[at] ?? 0) > (scores[found] ?? 0) ? at : found),
    undefined,
  );
  if (best !== undefined && (scores[best] ?? 0) >= 1.5) {
    // A short table above a longer one: its header comes first, and is no part of the other.
    const above = rows.findIndex((_, at) => at < best && isHeader(rows, scores, at));
    return above >= 0 && (headersAround(rows, above, 0).at(-1) ?? above) < best - 1 ? above : best;
  }
  const later = rows.findIndex((_, at) => isHeader(rows, scores, at));
  return later < 0 ? undefined : later;
}

/** Further down a row must be a header beyond doubt: three that we know, and little else. */
function isHeader(rows: readonly LedgerLine[], scores: readonly number[], at: number): boolean {
  const line = rows[at];
  if (!line || line.hidden) return false;
  const own = line.cells.filter(isOwn);
  const long = own.some((cell) => cell.text.length > HEADER_CHARS || /^\d+(?:\.\d+)?$/.test(cell.text));
  return !long && (scores[at] ?? 0) >= 3 && (scores[at] ?? 0) >= own.length * 0.6;
}

const textsOf = (line: LedgerLine | undefined) => line?.cells.map((cell) => fold(cell.text)) ?? [];

/** The header again, as on every printed page. */
export function repeats(rows: readonly LedgerLine[], headers: readonly number[], at: number): boolean {
  const texts = textsOf(rows[at]);
  const said = texts.filter((text) => text !== '');
  if (said.length < 2) return false;
  return headers.some((header) => {
    const own = textsOf(rows[header]);
    const same = texts.filter((text, column) => text !== '' && text === own[column]).length;
    return same >= Math.ceil(said.length * 0.8) && same >= 2;
  });
}

function headersAround(rows: readonly LedgerLine[], best: number, floor: number): number[] {
  const headers = [best];
  while (headers.length < HEADER_ROWS) {
    const above = (headers[0] ?? 0) - 1;
    if (above < floor || !isGroupRow(rows, above, headers[0] ?? 0)) break;
    headers.unshift(above);
  }
  while (headers.length < HEADER_ROWS) {
    const below = (headers.at(-1) ?? 0) + 1;
    if (below >= rows.length || !isSubRow(rows, below, headers)) break;
    headers.push(below);
  }
  return headers;
}

const LABEL = /[::].|^(?:单位|时间|日期)[::]|截[至止]|填[报表]/;

function isGroupRow(rows: readonly LedgerLine[], above: number, header: number): boolean {
  const [line, own] = [rows[above], rows[header]];
  if (!line || !own || line.hidden) return false;
  const cells = line.cells.filter(isOwn);
  if (cells.length === 0 || cells.some((cell) => cell.text.length > HEADER_CHARS)) return false;
  if (own.cells.some((cell) => cell.mergedFrom !== undefined && rowOf(cell.mergedFrom) === line.no))
    return true;
  if (cells.some((cell) => LABEL.test(fold(cell.text)))) return false;
  if (isFormRow(line)) return false;
  const width = own.cells.filter(
    (cell, at) => cell.text !== '' || (line.cells[at]?.text ?? '') !== '',
  ).length;
  const spans = spansOf(line);
  const groups = [...spans.values()].filter((span) => span > 1 && span < width * 0.7);
  if (groups.length > 0 && (cells.length > 1 || width > 4)) return true;
  if (spans.size > 0) return false;
  // Without merged cells (.csv): a group stands above the first of several headers.
  const above2 = cells.length >= 2 && cells.every((cell) => cell.text.length <= 25 && !/^\d/.test(cell.text));
  return above2 && cells.length < width && scoreOf(line) >= 1;
}

const FORM_LABEL = 8;

/** 企业名称 | 某某公司 | 项目名称 | 某某项目: labels with what was filled in beside them, not headers. */
export function isFormRow(line: LedgerLine): boolean {
  const texts = line.cells.map(({ text }) => text);
  const said = texts.slice(0, texts.findLastIndex((text) => text !== '') + 1);
  if (said.length < 4 || said.length % 2 > 0 || said.some((text) => text === '')) return false;
  const labels = said.filter((_, at) => at % 2 === 0);
  const known = labels.filter((label) => headerScore(label) === 1).length;
  if (labels.some((label) => label.length > FORM_LABEL) || known * 2 < labels.length) return false;
  return headerScore(said[0] ?? '') === 1 && said.every((text, at) => at % 2 === 0 || headerScore(text) < 1);
}

/** Columns each cell merged along the row takes, by the address of its corner. */
function spansOf(line: LedgerLine): Map<string, number> {
  const spans = new Map<string, number>();
  for (const { mergedFrom } of line.cells)
    if (mergedFrom !== undefined && rowOf(mergedFrom) === line.no)
      spans.set(mergedFrom, (spans.get(mergedFrom) ?? 1) + 1);
  return spans;
}

function isSubRow(rows: readonly LedgerLine[], below: number, headers: readonly number[]): boolean {
  const line = rows[below];
  const last = rows[headers.at(-1) ?? 0];
  if (!line || !last || line.hidden || isBlank(line)) return false;
  const top = rows[headers[0] ?? 0]?.no ?? 0;
  const crosses = line.cells.some(
    (cell) => isFromAbove(cell, line) && rowOf(cell.mergedFrom ?? '') >= top && cell.text !== '',
  );
  if (crosses) return true;
  const own = line.cells.filter(isOwn);
  if (own.some((cell) => cell.text.length > HEADER_CHARS || /^[\d.,%]+$/.test(cell.text))) return false;
  const grouped = last.cells.map((cell, at) => {
    const next = last.cells[at + 1];
    const begins = next?.mergedFrom === cell.address;
    return begins || (cell.mergedFrom !== undefined && rowOf(cell.mergedFrom) === last.no);
  });
  if (grouped.some(Boolean)) {
    const under = line.cells.filter((cell, at) => isOwn(cell) && grouped[at]);
    const beside = line.cells.filter((cell, at) => isOwn(cell) && !grouped[at]);
    return under.length >= 2 && beside.length === 0;
  }
  // Without merged cells: names under the blank headers, and the row begins with none.
  const underBlank = line.cells.filter((cell, at) => isOwn(cell) && last.cells[at]?.text === '').length;
  const underNamed = line.cells.filter((cell, at) => isOwn(cell) && last.cells[at]?.text !== '').length;
  const named = last.cells.filter((cell) => cell.text !== '').length;
  const startsBlank = line.cells.find((_, at) => last.cells[at]?.text !== '')?.text === '';
  return startsBlank && underBlank >= 1 && underNamed <= named / 2 && scoreOf(line) >= 1;
}

/** Lines above the headers: of the first table all, of a later one those that hold one cell only. */
function titlesAbove(rows: readonly LedgerLine[], header: number, floor: number, all: boolean): number[] {
  const titles: number[] = [];
  for (let at = header - 1; at >= floor; at--) {
    const line = rows[at];
    const own = line?.cells.filter(isOwn) ?? [];
    const note = own.some((cell) =>
      /^(?:合计|小计|总计|注|备注|说明|填表|填报人|审核|制表)/.test(fold(cell.text)),
    );
    const column = line?.cells.findIndex(isOwn) ?? -1;
    const titled = own.length === 1 && !note && (column === 0 || (line && spansOf(line).size > 0));
    if (!all && own.length > 0 && !titled) break;
    titles.unshift(at);
  }
  if (all) return titles;
  // Blank lines right below the table before belong to it.
  while (titles.length > 0 && isBlank(rows[titles[0] ?? 0] as LedgerLine)) titles.shift();
  return titles;
}

const KEY = /^(?:序号|序|编号)$/;

/** Tables beside each other are parted by an empty column, and both begin anew (序号, or the same header again). */
function besideEachOther(rows: readonly LedgerLine[], table: FoundTable): FoundTable[] {
  const lines = [...table.headers, ...table.data].flatMap((at) => rows[at] ?? []);
  const width = table.until + 1;
  const filled = Array.from({ length: width }, (_, at) =>
    lines.some((line) => (line.cells[at]?.text ?? '') !== ''),
  );
  const parts: { from: number; until: number }[] = [];
  for (let at = 0; at < width; at++) {
    if (!filled[at]) continue;
    const last = parts.at(-1);
    if (last && last.until === at - 1) last.until = at;
    else parts.push({ from: at, until: at });
  }
  const header = rows[table.headers.at(-1) ?? 0];
  const begins = parts.filter(({ from, until }) => {
    const cells = header?.cells.slice(from, until + 1) ?? [];
    const score = cells.reduce((sum, cell) => sum + headerScore(cell.text), 0);
    return score >= 2 && KEY.test(fold(cells[0]?.text ?? ''));
  });
  if (begins.length < 2) {
    const [first, last] = [parts[0], parts.at(-1)];
    return [{ ...table, from: first?.from ?? 0, until: last?.until ?? table.until }];
  }
  return begins.map(({ from }, nth) => {
    const next = begins[nth + 1];
    return {
      ...table,
      from: nth === 0 ? (parts[0]?.from ?? 0) : from,
      until: next ? next.from - 1 : (parts.at(-1)?.until ?? table.until),
      titleFrom: nth === 0 ? 0 : from,
      titleUntil: next ? next.from - 1 : table.until,
    };
  });
}
