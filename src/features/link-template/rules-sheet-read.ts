/** A template out of an edited Excel file, or every cell that is to be put right. Pure. */
import type { LinkDefinition, LinkTemplate } from '../../domain/plan/model.ts';
import type { Day } from '../../domain/time.ts';
import type { ReadSheet } from '../../files/spreadsheet.ts';
import { type TemplateFault, templateFaults } from './rules.ts';
import { readMaterials } from './rules-sheet-materials.ts';
import { type Lookups, newRow, type ReadRow, readDependencies, readRow } from './rules-sheet-row.ts';
import { type CellProblem, readTable, type TableRow } from './rules-table.ts';
import { IMPORT, titleOf } from './words.ts';
import { CELL, COLUMNS, type ColumnKey, SHEETS, templateOfNote } from './words-sheet.ts';

const MAX_LINKS = 100;

export type TemplateRead =
  | { ok: true; template: LinkTemplate; exportedFrom: string | undefined }
  | { ok: false; problems: CellProblem[] };

/**
 * @param base the template it is to become; what the file has no column for stays as it is there
 */
export function readTemplateSheets(
  sheets: readonly ReadSheet[],
  base: LinkTemplate,
  lookups: Lookups,
  today: Day,
): TemplateRead {
  const sheet = sheets.find(({ name }) => name === SHEETS.links);
  if (!sheet) return wrong(SHEETS.links, IMPORT.noSheet);
  const table = readTable(sheet, COLUMNS, ['no', 'name', 'promised']);
  if (!table.ok) return wrong(SHEETS.links, IMPORT.noColumn(COLUMNS[table.missing]));
  if (table.rows.length === 0) return wrong(SHEETS.links, IMPORT.empty);
  if (table.rows.length > MAX_LINKS) return wrong(SHEETS.links, CELL.tooManyLinks(MAX_LINKS));
  const problems: CellProblem[] = [];
  const read = identify(table.rows, base, problems).map(({ row, before }) =>
    readRow(row, before, { base, lookups, today, problems }),
  );
  for (const one of read) readDependencies(one, read, { base, problems });
  problems.push(...duplicates(read));
  const links = read.map(({ link }) => link).toSorted((a, b) => a.no - b.no);
  const materials = sheets.find(({ name }) => name === SHEETS.materials);
  const made = materials ? readMaterials(links, materials, { base, problems }) : links;
  const template = { ...base, links: made };
  if (problems.length === 0) problems.push(...faultsOf(template, base, read));
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, template, exportedFrom: templateOfNote(table.note) };
}

function wrong(at: string, text: string): TemplateRead {
  return { ok: false, problems: [{ at, text }] };
}

type Row = TableRow<ColumnKey>;

/** Which link of the base a row is: by its code, in a file without codes by its number. */
function identify(rows: readonly Row[], base: LinkTemplate, problems: CellProblem[]) {
  const taken = new Set(base.links.map(({ code }) => code));
  const seen = new Set<string>();
  return rows.map((row): { row: Row; before: LinkDefinition } => {
    const code = row.text('code');
    const known =
      code === undefined
        ? base.links.find(({ no }) => String(no) === row.text('no'))
        : base.links.find((link) => link.code === code);
    if (code && !known) problems.push({ at: row.at('code'), text: CELL.code(code.slice(0, 20)) });
    if (known && seen.has(known.code)) problems.push({ at: row.at('code'), text: CELL.duplicateCode });
    if (known) seen.add(known.code);
    return { row, before: known ?? newRow(taken, base) };
  });
}

function duplicates(read: readonly ReadRow[]): CellProblem[] {
  const seen = new Set<number>();
  return read.flatMap(({ row, link: { no } }) => {
    const again = no > 0 && seen.has(no);
    seen.add(no);
    return again ? [{ at: row.at('no'), text: CELL.duplicateNumber(no) }] : [];
  });
}

/** What is wrong with the links together, each at its cell. */
function faultsOf(template: LinkTemplate, base: LinkTemplate, read: readonly ReadRow[]): CellProblem[] {
  const before = new Map(base.links.map((link) => [link.code, link]));
  const textOf = (found: TemplateFault): string => {
    switch (found.fault) {
      case 'duplicate-number':
        return CELL.duplicateNumber(found.no);
      case 'cycle':
        return CELL.cycle(found.nos.map((no) => `第${no}环节`).join('、'));
      case 'unknown-predecessor':
        return CELL.predecessor(String(before.get(found.on)?.no ?? found.on));
      case 'needed': {
        const gone = before.get(found.code);
        return CELL.needed(gone ? titleOf(gone) : found.code);
      }
    }
  };
  return templateFaults(template).map((found) => {
    const row = read.find(({ link }) => link.code === found.code)?.row;
    return { at: row?.at('dependencies') ?? SHEETS.links, text: textOf(found) };
  });
}
