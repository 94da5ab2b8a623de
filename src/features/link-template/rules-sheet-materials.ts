/** The sheet of materials. Pure. */
import type { LinkDefinition, LinkTemplate, Material } from '../../domain/plan/model.ts';
import type { ReadSheet } from '../../files/spreadsheet.ts';
import { readYesNo } from './rules-sheet-row.ts';
import { type CellProblem, readTable } from './rules-table.ts';
import { IMPORT } from './words.ts';
import { CELL, MATERIAL_COLUMNS, SHEETS } from './words-sheet.ts';

const MAX_TEXT = 200;

/**
 * The links with their materials. A row nobody touched belongs to the link it was exported for, whatever number that
 * one has now; of a link that is gone it goes, too.
 */
export function readMaterials(
  links: readonly LinkDefinition[],
  sheet: ReadSheet,
  { base, problems }: { base: LinkTemplate; problems: CellProblem[] },
): LinkDefinition[] {
  const table = readTable(sheet, MATERIAL_COLUMNS, ['no', 'name']);
  if (!table.ok) {
    problems.push({ at: SHEETS.materials, text: IMPORT.noColumn(MATERIAL_COLUMNS[table.missing]) });
    return [...links];
  }
  const numbered = (no: string) => links.find((link) => String(link.no) === no);
  const made = new Map<string, Material[]>(links.map(({ code }) => [code, []]));
  for (const row of table.rows) {
    const no = row.text('no') ?? '';
    const old = base.links.find((link) => String(link.no) === no && link.name === row.text('link'));
    const link = old ? links.find(({ code }) => code === old.code) : numbered(no);
    if (old && !link) continue;
    const name = row.text('name') ?? '';
    if (!link) problems.push({ at: row.at('no'), text: CELL.materialLink(no.slice(0, 20)) });
    else if (name === '') problems.push({ at: row.at('name'), text: CELL.materialName });
    else if (name.length > MAX_TEXT) problems.push({ at: row.at('name'), text: CELL.tooLong(MAX_TEXT) });
    if (!link || name === '') continue;
    const list = made.get(link.code) ?? [];
    if (list.some((one) => one.name === name))
      problems.push({ at: row.at('name'), text: CELL.materialTwice(name.slice(0, 30)) });
    const deferrable = readYesNo(row.text('deferrable') ?? '', false);
    if (deferrable === undefined) problems.push({ at: row.at('deferrable'), text: CELL.yesNo });
    const by = row.text('producedBy') ?? '';
    const kept = keptProducer(old, name, by, base);
    const producer = kept === undefined ? numbered(by) : links.find(({ code }) => code === kept);
    if (kept === undefined && by !== '' && (!producer || producer === link))
      problems.push({ at: row.at('producedBy'), text: CELL.producer(by.slice(0, 20)) });
    list.push({ name, deferrable: deferrable ?? false, producedBy: producer?.code ?? null });
  }
  return links.map((link) => ({ ...link, materials: made.get(link.code) ?? [] }));
}

/** Code of the producer when the row still says what was exported; undefined otherwise. */
function keptProducer(
  old: LinkDefinition | undefined,
  name: string,
  by: string,
  { links }: LinkTemplate,
): string | undefined {
  const code = old?.materials.find((material) => material.name === name)?.producedBy;
  return code && String(links.find((link) => link.code === code)?.no) === by ? code : undefined;
}
