/** Rows of projects with what stands beside them: procedures and investment. Pure. */
import type { PlannedInvestment, PlannedLinks, PlannedProject, Target } from '../../domain/ledger/import.ts';
import type { LedgerDay, LedgerTable, LinkRow, ProjectRow } from '../../domain/ledger/model.ts';
import { NODE_NAME_LIMIT, PRODUCTION_NODE, START_NODE } from '../../domain/plan/nodes.ts';
import { amountText, bucketOf, landOf, levelOf } from '../../domain/project-facts.ts';
import { type Day, datePartsOf } from '../../domain/time.ts';
import { foldName, mayBeSame } from './rules-names.ts';
import { placeOf } from './rules-plan-items.ts';
import type { PlanEntry, Planning } from './rules-planning.ts';
import { noteWithRow } from './rules-project-note.ts';
import { mayMakeProject, mayWriteFacts, mayWriteLinks } from './rules-rights.ts';
import { ROW } from './words-report.ts';

const END_NODE = '竣工';

export function planProjects(planning: Planning, tables: readonly LedgerTable[]): PlanEntry[] {
  const seen = new Set<string>();
  return tables.flatMap(({ projects }) =>
    projects.flatMap((row) => {
      const key = foldName(row.name);
      // Several rows of one project: the first tells its facts.
      if (seen.has(key)) return [];
      seen.add(key);
      return [planProject(planning, row)];
    }),
  );
}

const dayIn = (said: LedgerDay): Day | undefined =>
  said.kind === 'day' || said.kind === 'month' ? said.day : undefined;

function planProject(planning: Planning, row: ProjectRow): PlanEntry {
  const { actor, directory, areaId, book, made, chosen } = planning;
  const target = planning.target('project', row.name);
  const planned = plannedProject(planning, row, target);
  if (target !== null && 'id' in target) {
    const project = directory.project(target.id);
    if (!project || project.archived)
      return { row: planned, verdict: 'refused', reason: ROW.archived(row.name) };
    if (!mayWriteFacts(actor, project.id, directory))
      return { row: planned, verdict: 'refused', reason: ROW.notYours(project.name) };
    const verdict = changesSomething(planned, planning) ? 'changed' : 'same';
    return { row: planned, verdict };
  }
  const said = chosen('project', row.name);
  if (said === 'none') return { row: planned, verdict: 'refused', reason: ROW.projectLeftOut(row.name) };
  const near = book.nearest('project', row.name);
  if (said === undefined && near.length > 0 && mayBeSame(row.name, near[0]?.name ?? ''))
    return { row: planned, verdict: 'refused', reason: ROW.projectAlike(row.name, near[0]?.name ?? '') };
  if (!mayMakeProject(actor, areaId, directory))
    return { row: planned, verdict: 'refused', reason: ROW.mayNotMakeProject(row.name) };
  made.set(`project:${foldName(row.name)}`, row.name.trim());
  return { row: planned, verdict: 'new' };
}

function plannedProject(planning: Planning, row: ProjectRow, project: Target): PlannedProject {
  const leadUnit = planning.target('unit', row.units.lead ?? '');
  const unitId = leadUnit && 'id' in leadUnit ? leadUnit.id : undefined;
  const days: [string, Day | undefined][] = [
    [START_NODE, dayIn(row.startOn)],
    [PRODUCTION_NODE, dayIn(row.productionOn)],
    [END_NODE.slice(0, NODE_NAME_LIMIT), dayIn(row.endOn)],
  ];
  const leaderId = planning.person(row.units.leader ?? '', unitId);
  const secretaryId = planning.person(row.secretary);
  const known = project && 'id' in project ? planning.directory.project(project.id) : undefined;
  const found = { unit: leadUnit !== null, leader: leaderId !== null, secretary: secretaryId !== null };
  const note = noteWithRow(known?.note ?? null, row, found);
  const industries = row.industry.split(/[、,，;；/\s]+/).filter(Boolean);
  const [level, land, bucket] = [levelOf(row.level), landOf(row.land), bucketOf(row.bucket)];
  return {
    kind: 'project',
    at: placeOf(row.at[0]),
    title: row.name,
    project,
    name: row.name.trim(),
    facts: {
      ...(row.enterprise !== '' && { enterprise: row.enterprise }),
      ...(row.park !== '' && { park: row.park }),
      ...(level && { level }),
      ...(land && { land }),
      ...(bucket && { bucket }),
      ...(industries.length > 0 && { industries }),
      ...(note !== undefined && { note }),
      ...(row.investTotal && { investTotal: Math.round(row.investTotal.amount * 100) / 100 }),
    },
    nodes: Object.fromEntries(days.flatMap(([name, day]) => (day === undefined ? [] : [[name, day]]))),
    leadUnit,
    secretaryId,
    leaderId,
  };
}

function changesSomething(row: PlannedProject, { directory, nodesOf }: Planning): boolean {
  const project = row.project && 'id' in row.project ? directory.project(row.project.id) : undefined;
  if (!project) return true;
  const text = (value: unknown) =>
    Array.isArray(value) ? value.join('、') : typeof value === 'number' ? amountText(value) : (value ?? '');
  const facts = Object.entries(row.facts).some(
    ([key, value]) => text(project[key as keyof typeof project]) !== text(value),
  );
  const known = nodesOf(project.id);
  const nodes = Object.entries(row.nodes).some(([name, day]) => known[name] !== day);
  const fills =
    (project.leadUnitId === null && row.leadUnit !== null) ||
    (project.secretaryId === null && row.secretaryId !== null) ||
    (project.leaderId === null && row.leaderId !== null);
  return facts || nodes || fills;
}

/** Procedures by project. A mark is done; a number, a text that is none of the known words, and what runs are left alone. */
export function planLinks(
  planning: Planning,
  tables: readonly LedgerTable[],
): { entries: PlanEntry[]; undated: number; day: Day; strange: Map<string, number> } {
  const { today, choices } = planning;
  const asOf = tables.find(({ links, title }) => links.length > 0 && title.asOf !== undefined)?.title.asOf;
  const day = choices.linkDay ?? (asOf !== undefined && asOf <= today ? asOf : today);
  let undated = 0;
  const strange = new Map<string, number>();
  const entries: PlanEntry[] = [];
  for (const [key, rows] of Map.groupBy(
    tables.flatMap(({ links }) => links),
    ({ project }) => foldName(project),
  )) {
    const links = rows.flatMap((row): PlannedLinks['links'] => {
      const said = linkOf(row, day, today);
      if (said === undefined) return [];
      if (isStrange(planning, row)) {
        strange.set(row.name, (strange.get(row.name) ?? 0) + 1);
        return [];
      }
      if (said.value === 'done' && row.value.kind === 'done' && row.value.day === undefined) undated++;
      return [{ ...said, no: row.no, name: row.name, at: placeOf(row.at[0]) }];
    });
    const [first] = rows;
    if (!first || links.length === 0) continue;
    entries.push(
      planProjectLinks(planning, { key, project: first.project, links, at: placeOf(first.at[0]) }),
    );
  }
  return { entries, undated, day, strange };
}

/** Of a project without a template nobody knows yet; what no template has is strange to all of them. */
function isStrange({ linksOf, target }: Planning, { no, project: heard }: LinkRow): boolean {
  if (no === 0) return true;
  const project = target('project', heard);
  const links = project && 'id' in project ? linksOf(project.id) : undefined;
  return links !== undefined && links.size > 0 && !links.has(no);
}

function linkOf(
  { value }: LinkRow,
  day: Day,
  today: Day,
): { value: 'done' | 'not-needed'; day: Day | null } | undefined {
  if (value.kind === 'not-needed') return { value: 'not-needed', day: null };
  if (value.kind !== 'done') return undefined;
  // A day that is still to come is a plan.
  if (value.day !== undefined && value.day > today) return undefined;
  return { value: 'done', day: value.day ?? day };
}

function planProjectLinks(
  planning: Planning,
  said: { key: string; project: string; links: PlannedLinks['links']; at: string },
): PlanEntry {
  const { actor, directory, linksOf } = planning;
  const project = planning.target('project', said.project);
  const title = ROW.linksTitle(said.project);
  const row: PlannedLinks = { kind: 'links', at: said.at, title, project, links: said.links };
  if (project === null) return { row, verdict: 'refused', reason: ROW.projectUnknown(said.project) };
  if ('name' in project) return { row, verdict: 'new' };
  if (!mayWriteLinks(actor, project.id, directory))
    return { row, verdict: 'refused', reason: ROW.linksOffice(said.project) };
  const done = linksOf(project.id);
  return { row, verdict: said.links.every(({ no }) => done.get(no) === true) ? 'same' : 'changed' };
}

export function planInvestments(planning: Planning, tables: readonly LedgerTable[]): PlanEntry[] {
  const { actor, directory, today } = planning;
  return tables.flatMap(({ investments, title }) =>
    investments.flatMap((said): PlanEntry[] => {
      const { planned, actual } = said;
      if (planned === null && actual === null) return [];
      const asOf = said.asOf ?? title.asOf ?? null;
      const year = said.year ?? title.year ?? datePartsOf(today).year;
      const month = monthOf(asOf, year, today);
      const project = planning.target('project', said.project);
      const row: PlannedInvestment = {
        kind: 'investment',
        at: placeOf(said.at[0]),
        title: ROW.investmentTitle(said.project, year),
        project,
        year,
        month: actual === null ? null : month,
        planned: planned && Math.round(planned.amount * 100) / 100,
        actual: actual && Math.round(actual.amount * 100) / 100,
      };
      if (project === null) return [{ row, verdict: 'refused', reason: ROW.projectUnknown(said.project) }];
      if ('name' in project) return [{ row, verdict: 'new' }];
      if (!mayWriteFacts(actor, project.id, directory))
        return [{ row, verdict: 'refused', reason: ROW.notYours(said.project) }];
      return [{ row, verdict: planning.amountsStand(row) ? 'same' : 'changed' }];
    }),
  );
}

/** The month up to which a sum counts: of its day, else the year's last, of this year the present one. */
function monthOf(asOf: Day | null, year: number, today: Day): number {
  const now = datePartsOf(today);
  if (asOf !== null && datePartsOf(asOf).year === year) return datePartsOf(asOf).month;
  return year < now.year ? 12 : now.month;
}
