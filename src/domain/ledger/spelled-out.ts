/** What a sheet leaves to its reader: 同上, its own name for the unit, the meaning of a dash, a formula that broke. Pure. */
import type { TableColumn } from './columns.ts';
import { type FoundTable, isOwn } from './find-tables.ts';
import { fold } from './fold.ts';
import type { LedgerOptions } from './model.ts';
import type { LedgerCell, LedgerSheet } from './sheet.ts';

const DITTO = /^(?:〃|″|"|''|”|“|同上行?|同前|〃〃|-〃-)$/;
const ERROR = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/i;

/** 〃 and 同上 become what they stand for; the error of a formula becomes blank, and is given back to be named. */
export function spelledOut(
  sheet: LedgerSheet,
  table: FoundTable,
  columns: readonly TableColumn[],
): { sheet: LedgerSheet; errors: { cell: LedgerCell; computed: boolean }[] } {
  const errors: { cell: LedgerCell; computed: boolean }[] = [];
  const above = new Map<number, LedgerCell>();
  const rows = [...sheet.rows];
  for (const at of table.data) {
    const line = rows[at];
    if (!line || line.hidden) continue;
    let cells: LedgerCell[] | undefined;
    for (const { index, field } of columns) {
      const cell = line.cells[index];
      if (!cell || cell.text === '') continue;
      const over = above.get(index);
      let said = cell;
      if (isOwn(cell) && ERROR.test(cell.text)) {
        errors.push({ cell, computed: field === 'ignored' || field === 'unrecognised' });
        said = { ...cell, text: '', value: null };
      } else if (isOwn(cell) && over && field !== 'serial' && DITTO.test(fold(cell.text)))
        said = { ...cell, text: over.text, value: over.value };
      if (said !== cell) {
        cells ??= [...line.cells];
        cells[index] = said;
      }
      if (said.text !== '') above.set(index, said);
    }
    if (cells) rows[at] = { ...line, cells };
  }
  return { sheet: { ...sheet, rows }, errors };
}

const UNIT_NAME =
  /(?:局|委|办|部|厅|公司|集团|中心|政府|管委会|委员会|大队|支队|法院|医院|学院|银行|镇|乡|街道)$/;

/** One sheet a unit: its name says who answers for its rows, when no column does. */
export function unitOfSheet({ name }: LedgerSheet, options: LedgerOptions): string | undefined {
  return unitNamed(name.trim().replace(/^[（(]?\d{1,3}[)）]?[.、-]?\s*/, ''), options);
}

/** 自然资源局（3件）, 自然资源局牵头: the unit a heading or a sheet is called after, and nothing else. */
export function unitNamed(text: string, { known }: LedgerOptions): string | undefined {
  const bare = text
    .trim()
    .replace(/\s*[（(](?:共)?\d+[个件项条][)）]$/, '')
    .replace(/(?:牵头|负责|承办|主办)(?:办理)?(?:的)?(?:问题|事项)?$/, '');
  return known?.units.has(bare) || (bare.length <= 16 && UNIT_NAME.test(bare)) ? bare : undefined;
}

const LEGEND =
  /[“"'‘（(]?[—–\-/]{1,2}[”"'’）)]?[^。；;]{0,10}(?:表示|代表|为|即|指)[^。；;]{0,6}(?:无需|不需|不用|不涉及|免办)/;

/** “—”或“不涉及”表示无需办理, in a note of the sheet. */
export function dashIsNotNeeded({ rows }: LedgerSheet): boolean {
  return rows.some(({ cells }) =>
    cells.some((cell) => isOwn(cell) && cell.text.length > 6 && LEGEND.test(cell.text)),
  );
}
