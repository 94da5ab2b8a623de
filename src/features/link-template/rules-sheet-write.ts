/** A template as tables of an Excel file. Pure. */
import type { LinkDefinition, LinkTemplate } from '../../domain/plan/model.ts';
import type { Day } from '../../domain/time.ts';
import type { SheetTable, SheetValue, TableColumn } from '../../files/spreadsheet.ts';
import { joinList } from './rules-table.ts';
import { durationText, NO, YES } from './words.ts';
import { dependenciesText, type Names } from './words-facts.ts';
import {
  COLUMNS,
  type ColumnKey,
  HELP,
  HELP_COLUMNS,
  MATERIAL_COLUMNS,
  noteOf,
  SHEETS,
} from './words-sheet.ts';

const WIDTHS: Record<ColumnKey, number> = {
  no: 6,
  stage: 7,
  name: 26,
  synonyms: 28,
  question: 30,
  concerned: 9,
  authorities: 26,
  unit: 18,
  contact: 10,
  task: 36,
  promised: 12,
  statutory: 12,
  law: 34,
  minimum: 11,
  dependencies: 16,
  fee: 20,
  output: 22,
  place: 20,
  source: 36,
  grade: 6,
  confirmed: 8,
  code: 20,
};
const YES_NO = [YES, NO];

const yesNo = (is: boolean) => (is ? YES : NO);

export function templateTables(template: LinkTemplate, names: Names, today: Day): SheetTable[] {
  const { links, stages } = template;
  const keys = Object.keys(COLUMNS) as ColumnKey[];
  const choices: Partial<Record<ColumnKey, readonly string[]>> = {
    stage: stages.map(({ shortName }) => shortName),
    concerned: YES_NO,
    minimum: YES_NO,
    grade: ['A', 'B', 'C'],
    confirmed: YES_NO,
  };
  const columns = keys.map((key): TableColumn => {
    const offered = choices[key];
    return {
      title: COLUMNS[key],
      width: WIDTHS[key],
      ...(key === 'no' && { kind: 'number' }),
      ...(offered && { choices: offered }),
    };
  });
  return [
    {
      name: SHEETS.links,
      note: noteOf(template.name, today),
      columns,
      rows: links.map((link) => {
        const cells = cellsOf(link, template, names);
        return keys.map((key) => cells[key]);
      }),
    },
    {
      name: SHEETS.materials,
      columns: [
        { title: MATERIAL_COLUMNS.no, width: 10, kind: 'number' },
        { title: MATERIAL_COLUMNS.link, width: 28 },
        { title: MATERIAL_COLUMNS.name, width: 44 },
        { title: MATERIAL_COLUMNS.deferrable, width: 9, choices: YES_NO },
        { title: MATERIAL_COLUMNS.producedBy, width: 16, kind: 'number' },
      ],
      rows: links.flatMap(({ no, name, materials }) =>
        materials.map((material) => [
          no,
          name,
          material.name,
          yesNo(material.deferrable),
          links.find(({ code }) => code === material.producedBy)?.no ?? null,
        ]),
      ),
    },
    {
      name: SHEETS.help,
      columns: [
        { title: HELP_COLUMNS.column, width: 14 },
        { title: HELP_COLUMNS.meaning, width: 90 },
      ],
      rows: HELP,
    },
  ];
}

function cellsOf(
  link: LinkDefinition,
  { links, stages }: LinkTemplate,
  names: Names,
): Record<ColumnKey, SheetValue> {
  const { trigger, statutory, unitId, contactId } = link;
  return {
    no: link.no,
    stage: stages.find(({ code }) => code === link.stage)?.shortName ?? null,
    name: link.name,
    synonyms: joinList(link.synonyms),
    question: trigger?.question ?? null,
    concerned: trigger ? yesNo(trigger.concerned) : null,
    authorities: joinList(link.authorities),
    unit: unitId === null ? null : (names.unit(unitId) ?? null),
    contact: contactId === null ? null : (names.person(contactId) ?? null),
    task: link.task,
    promised: durationText(link.promised),
    statutory: statutory && durationText(statutory),
    law: statutory?.law ?? null,
    minimum: statutory ? yesNo(statutory.minimum === true) : null,
    dependencies: dependenciesText(link.dependencies, links),
    fee: link.fee,
    output: link.output,
    place: link.place,
    source: link.source,
    grade: link.grade,
    confirmed: yesNo(link.confirmedOn !== null),
    code: link.code,
  };
}
