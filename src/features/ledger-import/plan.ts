/** The plan of an import out of its file and what is there now; loaded anew whenever it is shown or written. */
import type { CommandContext } from '../../commands/context.ts';
import { loadInvestment } from '../../db/investment.ts';
import {
  countRows,
  insertRows,
  lastPayloads,
  lastWords,
  loadItemsOf,
  loadNames,
  rememberName,
  type StoredImport,
  saveLayout,
} from '../../db/ledger.ts';
import { itemsMovedFrom } from '../../db/ledger-items.ts';
import { loadLinksOf } from '../../db/link.ts';
import { loadNodesOf } from '../../db/nodes.ts';
import type { Tx } from '../../db/open.ts';
import { allPeople } from '../../db/person.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Directory } from '../../domain/directory.ts';
import type { Issue } from '../../domain/issue.ts';
import { fold } from '../../domain/ledger/fold.ts';
import type { PlannedInvestment, PlannedItem, PlannedRow } from '../../domain/ledger/import.ts';
import type { LedgerReading, LedgerTable } from '../../domain/ledger/model.ts';
import { readLedger } from '../../domain/ledger/read.ts';
import { isDefaultLimit } from '../../domain/limit.ts';
import { isLongTerm } from '../../domain/long-term.ts';
import type { Person } from '../../domain/model.ts';
import type { YearOfInvestment } from '../../domain/plan/investment.ts';
import { dayOf, type Instant } from '../../domain/time.ts';
import type { KnownItem, SaidOfItem } from './rules-compare.ts';
import { foldName, makeNameBook, type NameBook } from './rules-names.ts';
import { unpackSheets } from './rules-pack.ts';
import { makePlan } from './rules-plan.ts';
import type { ImportPlan } from './rules-planning.ts';
import { areaOfImporter, areasAbove } from './rules-rights.ts';

interface Base {
  actor: Actor;
  directory: Directory;
  now: Instant;
}

/** What the file says, with what was chosen in the preview; undefined: the file is kept no longer. */
export function readingOf(
  { sheets: stored, choices, fileName }: StoredImport,
  { directory, now }: Pick<Base, 'directory' | 'now'>,
  people: readonly Person[],
): LedgerReading | undefined {
  const sheets = unpackSheets(stored);
  const { timeZone } = directory.settings;
  return (
    sheets &&
    readLedger(sheets, {
      today: dayOf(now, timeZone),
      timeZone,
      fileName,
      isWorkingDay: (day) => directory.calendar.isWorkingDay(day),
      known: {
        units: unitsNamed(directory),
        people: new Set(people.map(({ name }) => name)),
        projects: projectsNamed(directory),
      },
      ...(choices.overrides && { overrides: choices.overrides }),
      ...(choices.itemKind && { itemKind: choices.itemKind }),
      ...(choices.monthOnly && { monthOnly: choices.monthOnly }),
      ...(choices.splitCells !== undefined && { splitCells: choices.splitCells }),
      ...(choices.includeHidden !== undefined && { includeHidden: choices.includeHidden }),
      ...(choices.sheets && choices.sheets.length > 0 && { sheets: choices.sheets }),
    })
  );
}

/** All that units are called: 李庄 may be one, or somebody. */
function unitsNamed({ data }: Directory): Set<string> {
  return new Set(
    data.units.flatMap(({ name, shortNames, formerNames = [] }) => [name, ...shortNames, ...formerNames]),
  );
}

/** All that projects are called, folded. */
function projectsNamed({ data }: Directory): Set<string> {
  return new Set(
    data.projects.flatMap(({ name, shortNames, archived }) =>
      archived ? [] : [name, ...shortNames].map(fold),
    ),
  );
}

export async function loadPlan(tx: Tx, stored: StoredImport, base: Base): Promise<ImportPlan | undefined> {
  const { actor, directory, now } = base;
  const people = await allPeople(tx);
  const reading = readingOf(stored, base, people);
  if (!reading) return undefined;
  const aliases = await loadNames(tx, areasAbove(areaOfImporter(actor, directory), directory));
  const { units, projects } = directory.data;
  const book = makeNameBook({ units, projects, people, aliases });
  const projectIds = projectsIn(reading, stored, book);
  const named = projectIds.flatMap((id) => directory.project(id) ?? []);
  const nodes = await loadNodesOf(tx, named);
  const links = await loadLinksOf(tx, projectIds, directory.settings.timeZone);
  const years = new Map<number, Map<number, YearOfInvestment>>();
  for (const year of yearsIn(reading, now)) years.set(year, await loadInvestment(tx, projectIds, year));
  return makePlan({
    reading,
    choices: stored.choices,
    actor,
    directory,
    book,
    people,
    items: await loadKnown(tx, projectIds),
    nodesOf: (id) =>
      Object.fromEntries((nodes.get(id) ?? []).map(({ name, plannedOn }) => [name, plannedOn])),
    linksOf: (id) =>
      new Map(
        (links.get(id) ?? []).map(({ definition, finishedOn, item, unconcerned }) => [
          definition.no,
          finishedOn !== null || item !== null || unconcerned !== null,
        ]),
      ),
    amountsStand: (row) => amountsStand(row, years),
    today: dayOf(now, directory.settings.timeZone),
  });
}

function projectsIn(reading: LedgerReading, { choices }: StoredImport, book: NameBook): number[] {
  const names = [
    ...reading.names.projects.map(({ text }) => text),
    ...reading.tables.flatMap(({ projects, title }) => [
      ...projects.map(({ name }) => name),
      ...(title.project === undefined ? [] : [title.project]),
    ]),
  ];
  const said = (choices.names ?? []).flatMap(({ kind, to }) =>
    kind === 'project' && typeof to === 'number' ? [to] : [],
  );
  const chosen = choices.projectId === undefined ? [] : [choices.projectId];
  return [...new Set([...names.flatMap((name) => book.project(name) ?? []), ...said, ...chosen])];
}

function yearsIn({ tables }: LedgerReading, now: Instant): number[] {
  const present = new Date(now).getUTCFullYear();
  const named = tables.flatMap(({ investments, title }) =>
    investments.map(({ year }) => year ?? title.year ?? present),
  );
  return [...new Set(named)];
}

function amountsStand(
  { project, year, month, planned, actual }: PlannedInvestment,
  years: ReadonlyMap<number, ReadonlyMap<number, YearOfInvestment>>,
): boolean {
  const known = project && 'id' in project ? years.get(year)?.get(project.id) : undefined;
  if (planned !== null && known?.planned !== planned) return false;
  if (actual === null || month === null) return true;
  let sum = 0;
  for (const [nth, amounts] of known?.months ?? []) if (nth <= month) sum += amounts.actual ?? 0;
  return Math.abs(sum - actual) < 0.005;
}

/** Items rows of these projects, or of none, may be, those moved elsewhere since as well; with what was said of them last by a file and by us. */
async function loadKnown(tx: Tx, projectIds: readonly number[]): Promise<KnownItem[]> {
  const items = [...(await loadItemsOf(tx, projectIds)), ...(await itemsMovedFrom(tx, projectIds))];
  const ids = items.map(({ id }) => id);
  const words = await lastWords(tx, ids);
  const payloads = await lastPayloads(tx, ids);
  return items.map((issue) => knownOf(issue, words.get(issue.id) ?? '', payloads.get(issue.id)));
}

/** The text of an item without the lines of measures, sources and notes below it. */
export function matterOf({ text }: Pick<Issue, 'text'>): string {
  return text.split(/\n(?:措施|来源|核验人|备注)：/)[0] ?? text;
}

function knownOf(issue: Issue, progress: string, payload: PlannedRow | undefined): KnownItem {
  const base =
    payload && (payload.kind === 'problem' || payload.kind === 'task') ? saidOf(payload) : undefined;
  return {
    id: issue.id,
    version: issue.version,
    kind: issue.kind === 'task' ? 'task' : 'problem',
    projectId: issue.projectId,
    title: issue.title,
    text: matterOf(issue),
    unitId: issue.unitId,
    deadlineDay: issue.deadline.day,
    longTerm: isLongTerm(issue),
    undated: isDefaultLimit(issue.deadline),
    status: issue.status,
    progress,
    base,
    key: payload && 'key' in payload ? payload.key : null,
    ...(base && payload && 'project' in payload && { saidProject: payload.project }),
  };
}

function saidOf({ text, unit, deadline, longTerm, progress, closed }: PlannedItem): SaidOfItem {
  const unitId = unit && 'id' in unit ? unit.id : null;
  return { text, unitId, deadlineDay: deadline?.day ?? null, longTerm, progress, closed };
}

/** Of one project or one unit, which its title or sheet names and no column: nothing else fits into its layout. */
function isOfOne({ projectByHeading, unitByHeading }: LedgerTable): boolean {
  return projectByHeading !== undefined || unitByHeading !== undefined;
}

/** Writes the plan down row by row, to be carried out in pages; what it needs not write has its verdict at once. */
export async function storePlan(context: CommandContext, stored: StoredImport): Promise<void> {
  const { tx, now, actor, directory } = context;
  // Planned twice, rows written meanwhile would be planned as others.
  if (Object.keys(await countRows(tx, stored.id)).length > 0) return;
  const plan = await loadPlan(tx, stored, context);
  if (!plan) return;
  const rows = plan.entries.map(({ row, verdict, reason }) => ({
    payload: row,
    state: verdict === 'new' || verdict === 'changed' ? ('waiting' as const) : verdict,
    outcome: reason === undefined ? null : { reason },
    issueId: 'issueId' in row ? row.issueId : null,
  }));
  await insertRows(tx, stored.id, rows);
  const areaId = areaOfImporter(actor, directory);
  const by = { areaId, madeBy: actor.person.id };
  for (const { kind, heard, to } of stored.choices.names ?? [])
    if (typeof to === 'number')
      await rememberName(tx, { ...by, kind, heard: foldName(heard), targetId: to }, now);
  for (const { kinds, layout } of plan.reading.tables.filter((table) => !isOfOne(table)))
    for (const kind of kinds) await saveLayout(tx, { ...by, kind, name: '', payload: layout }, now);
}
