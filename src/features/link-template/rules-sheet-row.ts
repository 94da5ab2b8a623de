/** One row of the sheet of links. Pure. */
import type {
  LinkDefinition,
  LinkDuration,
  LinkTemplate,
  SourceGrade,
  StatutoryDuration,
} from '../../domain/plan/model.ts';
import type { Day } from '../../domain/time.ts';
import { readDuration } from './rules-duration.ts';
import { readPredecessors } from './rules-predecessors.ts';
import { type CellProblem, splitList, type TableRow } from './rules-table.ts';
import { LINK, NONE } from './words.ts';
import { dependenciesText } from './words-facts.ts';
import { CELL, type ColumnKey, OWN_SOURCE } from './words-sheet.ts';

/** What a name in the file means. */
export interface Lookups {
  /** The unit that bears exactly this name; undefined: none. */
  unit(name: string): number | undefined;
  /** The one person of this name; undefined: none, or several. */
  person(name: string): number | undefined;
  /** Names as the file was exported with. */
  unitName(id: number): string | undefined;
  personName(id: number): string | undefined;
}

export interface ReadRow {
  row: TableRow<ColumnKey>;
  link: LinkDefinition;
}

interface Reading {
  base: LinkTemplate;
  lookups: Lookups;
  today: Day;
  problems: CellProblem[];
}

const NAME_CHARS = 40;
const TEXT_CHARS = 500;
const MAX_NO = 999;

/** 是 or 否; `empty` when nothing stands there, undefined for anything else. */
export function readYesNo(text: string, empty: boolean): boolean | undefined {
  if (text === '') return empty;
  if (/^(?:是|有|涉及|可以?|√|y|yes|1|true)$/i.test(text)) return true;
  return /^(?:否|无|不涉及|不可?以?|×|n|no|0|false)$/i.test(text) ? false : undefined;
}

/** A link nobody has described yet, under a code of its own. @param taken codes in use; the new one is added */
export function newRow(taken: Set<string>, { stages }: LinkTemplate): LinkDefinition {
  let n = 1;
  while (taken.has(`own-${n}`)) n++;
  const code = `own-${n}`;
  taken.add(code);
  return {
    code,
    no: 0,
    stage: stages[0]?.code ?? '',
    name: '',
    synonyms: [],
    trigger: null,
    authorities: [],
    task: '',
    statutory: null,
    promised: { n: 1, unit: 'working-days' },
    dependencies: [],
    materials: [],
    fee: '',
    output: null,
    place: null,
    source: OWN_SOURCE,
    grade: 'B',
    confirmedOn: null,
    unitId: null,
    contactId: null,
  };
}

/** Everything but the predecessors, which need the numbers of all rows. */
export function readRow(row: TableRow<ColumnKey>, before: LinkDefinition, reading: Reading): ReadRow {
  const { base, lookups, today, problems } = reading;
  const wrong = (key: ColumnKey, text: string) => problems.push({ at: row.at(key), text });
  const words = (key: ColumnKey, kept: string, most = TEXT_CHARS): string => {
    const text = row.text(key) ?? kept;
    if (text.length > most) wrong(key, CELL.tooLong(most));
    return text.slice(0, most);
  };
  const list = (key: ColumnKey, kept: readonly string[]): string[] => {
    const text = row.text(key);
    if (text === undefined) return [...kept];
    return splitList(words(key, '', TEXT_CHARS * 2));
  };
  const yesNo = (key: ColumnKey, empty: boolean): boolean => {
    const read = readYesNo(row.text(key) ?? '', empty);
    if (read === undefined) wrong(key, CELL.yesNo);
    return read ?? empty;
  };
  const named = (
    key: ColumnKey,
    kept: number | null,
    find: (name: string) => number | undefined,
    keptName: string | undefined,
    problem: (heard: string) => string,
  ) => {
    const name = row.text(key);
    if (name === undefined || (kept !== null && name === keptName)) return kept;
    const found = name === '' ? null : find(name);
    if (found === undefined) wrong(key, problem(name.slice(0, 20)));
    return found ?? null;
  };
  const no = Number(row.text('no'));
  if (!Number.isInteger(no) || no < 1 || no > MAX_NO) wrong('no', CELL.number);
  const name = words('name', before.name, NAME_CHARS);
  if (name.length < 2) wrong('name', CELL.name(NAME_CHARS));
  const promised = duration(row, 'promised', before.promised, wrong);
  if (promised === null) wrong('promised', CELL.promisedNeeded);
  const statutory = statutoryOf(row, before, yesNo('minimum', before.statutory?.minimum ?? false), wrong);
  const link: LinkDefinition = {
    ...before,
    no: Number.isInteger(no) ? no : 0,
    stage: stageOf(row, before, base, wrong),
    name,
    synonyms: list('synonyms', before.synonyms),
    trigger: triggerOf(
      words('question', before.trigger?.question ?? ''),
      before,
      yesNo('concerned', before.trigger?.concerned ?? true),
    ),
    authorities: list('authorities', before.authorities),
    unitId: named('unit', before.unitId, lookups.unit, lookups.unitName(before.unitId ?? 0), CELL.unit),
    contactId: named(
      'contact',
      before.contactId,
      lookups.person,
      lookups.personName(before.contactId ?? 0),
      CELL.person,
    ),
    task: words('task', before.task),
    promised: promised ?? before.promised,
    statutory,
    fee: words('fee', before.fee),
    output: words('output', before.output ?? '') || null,
    place: words('place', before.place ?? '') || null,
    source: words('source', before.source),
    grade: gradeOf(row, before, wrong),
  };
  const changed = !same(link.promised, before.promised) || !same(statutory, before.statutory);
  const confirmed = yesNo('confirmed', before.confirmedOn !== null);
  link.confirmedOn = confirmed || changed ? ((changed ? null : before.confirmedOn) ?? today) : null;
  return { row, link };
}

type Wrong = (key: ColumnKey, text: string) => void;

/** By what they say: the database gives fields back in another order. */
const same = (a: Partial<StatutoryDuration> | null, b: Partial<StatutoryDuration> | null) =>
  a?.n === b?.n && a?.unit === b?.unit && a?.law === b?.law && a?.minimum === b?.minimum;

/** null: none stands there. What cannot be read is told, and the one of before kept. */
function duration<D extends LinkDuration | null>(
  row: TableRow<ColumnKey>,
  key: ColumnKey,
  kept: D,
  wrong: Wrong,
): LinkDuration | null {
  const text = row.text(key);
  if (text === undefined) return kept;
  if (text === '' || text === NONE) return null;
  const read = readDuration(text);
  if (typeof read !== 'string') return read;
  wrong(key, read === 'zero' ? CELL.zero : CELL.duration(text.slice(0, 20)));
  return kept;
}

function statutoryOf(
  row: TableRow<ColumnKey>,
  { statutory }: LinkDefinition,
  minimum: boolean,
  wrong: Wrong,
): StatutoryDuration | null {
  const read = duration(row, 'statutory', statutory, wrong);
  if (read === null) return null;
  const law = row.text('law') ?? statutory?.law ?? '';
  if (law.length > TEXT_CHARS) wrong('law', CELL.tooLong(TEXT_CHARS));
  return { n: read.n, unit: read.unit, law: law.slice(0, TEXT_CHARS), ...(minimum && { minimum }) };
}

function stageOf(
  row: TableRow<ColumnKey>,
  { stage }: LinkDefinition,
  { stages }: LinkTemplate,
  wrong: Wrong,
): string {
  const heard = row.text('stage');
  if (heard === undefined) return stage;
  const found = stages.find(({ name, shortName }) => name === heard || shortName === heard);
  if (!found)
    wrong('stage', CELL.stage(heard.slice(0, 20), stages.map(({ shortName }) => shortName).join('、')));
  return found?.code ?? stage;
}

function triggerOf(
  question: string,
  { trigger }: LinkDefinition,
  concerned: boolean,
): LinkDefinition['trigger'] {
  if (question !== '') return { question, concerned };
  return concerned ? null : { question: trigger?.question ?? LINK.question, concerned };
}

function gradeOf(row: TableRow<ColumnKey>, { grade }: LinkDefinition, wrong: Wrong): SourceGrade {
  const heard = (row.text('grade') ?? '').toUpperCase().slice(0, 1);
  if (heard === '') return grade;
  if (heard === 'A' || heard === 'B' || heard === 'C') return heard;
  wrong('grade', CELL.grade);
  return grade;
}

/** Writes the predecessors into the row's link. A cell nobody touched means the links it meant, whatever their numbers. */
export function readDependencies(
  { row, link }: ReadRow,
  all: readonly ReadRow[],
  { base, problems }: Pick<Reading, 'base' | 'problems'>,
): void {
  const text = row.text('dependencies');
  if (text === undefined || text === dependenciesText(link.dependencies, base.links)) return;
  const read = readPredecessors(
    text,
    link,
    all.map((one) => one.link),
  );
  if (read.ok) link.dependencies = sameOrder(read.dependencies, link.dependencies);
  else problems.push({ at: row.at('dependencies'), text: CELL.predecessor(read.heard.slice(0, 20)) });
}

/** In the order they stood in before, so that a file sent back unchanged changes nothing. */
function sameOrder<T extends { on: string }>(now: readonly T[], before: readonly T[]): T[] {
  const place = ({ on }: T) => before.findIndex((one) => one.on === on);
  const last = before.length;
  return now.toSorted((a, b) => (place(a) < 0 ? last : place(a)) - (place(b) < 0 ? last : place(b)));
}
