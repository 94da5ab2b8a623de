/** What a row of projects says that has no field: lines of the project's 备注, one a column, so that nothing is lost. Pure. */
import { isNothing } from '../../domain/ledger/fold.ts';
import type { LedgerDay, ProjectRow } from '../../domain/ledger/model.ts';
import { bucketOf, landOf, levelOf } from '../../domain/project-facts.ts';
import { oneLine } from '../../text/escape.ts';
import { FIELD_NAMES } from './words-preview.ts';
import { ROW } from './words-report.ts';

/** Who of the row was found: whoever was not stands in the note by name. */
export interface FoundInRow {
  unit: boolean;
  leader: boolean;
  secretary: boolean;
}

const lastOf = (header: string) => header.split('/').at(-1) ?? header;

/** By what each line is about; cells of one header stand in one line. */
function linesOf(row: ProjectRow, found: FoundInRow): Map<string, string> {
  const { units, note, scale, area, level, land, bucket, extras } = row;
  const days: [string, LedgerDay][] = [
    [FIELD_NAMES.startOn, row.startOn],
    [FIELD_NAMES.productionOn, row.productionOn],
    [FIELD_NAMES.endOn, row.endOn],
  ];
  const said: [string, string][] = [
    [FIELD_NAMES.note, note],
    [FIELD_NAMES.scale, scale],
    [FIELD_NAMES.area, area],
    [FIELD_NAMES.level, levelOf(level) ? '' : level],
    [FIELD_NAMES.land, landOf(land) ? '' : land],
    [FIELD_NAMES.bucket, bucketOf(bucket) ? '' : bucket],
    ...days.map(([name, day]): [string, string] => [
      name,
      day.kind === 'day' || day.kind === 'month' ? '' : day.text,
    ]),
    [FIELD_NAMES.unit, found.unit ? '' : (units.lead ?? '')],
    [FIELD_NAMES.coUnit, units.co.join('、')],
    [FIELD_NAMES.leader, found.leader ? '' : (units.leader ?? '')],
    [FIELD_NAMES.secretary, found.secretary ? '' : row.secretary],
    [FIELD_NAMES.person, units.person ?? ''],
    ...units.others.map(({ header, name }): [string, string] => [lastOf(header), name]),
    ...extras.map(({ header, text }): [string, string] => [lastOf(header), text]),
  ];
  const lines = new Map<string, string>();
  for (const [name, text] of said) {
    const words = oneLine(text);
    const before = lines.get(name);
    if (words === '' || isNothing(words) || before === words) continue;
    lines.set(name, before === undefined ? words : `${before}；${words}`);
  }
  return lines;
}

/**
 * The note with what the row says: a line of the same column is replaced, every other one stays.
 * @returns undefined: it says nothing new
 */
export function noteWithRow(before: string | null, row: ProjectRow, found: FoundInRow): string | undefined {
  const lines = linesOf(row, found);
  const kept = (before ?? '').split('\n').filter((line) => line !== '');
  const renewed = kept.map((line) => {
    // A header may hold a colon itself: 用地面积（单位：亩）.
    const named = [...lines.keys()].filter((one) => line.startsWith(ROW.noted(one, '')));
    const name = named.toSorted((a, b) => b.length - a.length)[0] ?? '';
    const text = lines.get(name);
    lines.delete(name);
    return text === undefined ? line : ROW.noted(name, text);
  });
  const note = [...renewed, ...[...lines].map(([name, text]) => ROW.noted(name, text))].join('\n');
  return note === (before ?? '') ? undefined : note;
}
