/** Taking one written row back: only what is still as it was written. */
import { applyChange } from '../../commands/apply.ts';
import type { CommandContext } from '../../commands/context.ts';
import { recordChange } from '../../commands/project-change.ts';
import { lastChange } from '../../db/history.ts';
import { deleteHoliday, saveHoliday } from '../../db/holiday.ts';
import { monthOf, setInvestment } from '../../db/investment.ts';
import { loadIssueForUpdate } from '../../db/issue.ts';
import { listIssues } from '../../db/issue-list.ts';
import { completeIssue } from '../../db/issue-row.ts';
import type { StoredRow } from '../../db/ledger.ts';
import { loadLinkForUpdate, updateLink } from '../../db/link.ts';
import { loadNodes, saveNode } from '../../db/nodes.ts';
import { findPeople, updatePerson } from '../../db/person.ts';
import { lockProject, updateProject } from '../../db/project.ts';
import { updateUnit } from '../../db/unit.ts';
import { revertStep } from '../../domain/decide/undo.ts';
import { ITEM_KINDS, OPEN_STATUSES } from '../../domain/issue.ts';
import type { PlannedRow, Reversal } from '../../domain/ledger/import.ts';
import type { Project } from '../../domain/model.ts';
import { mayWriteRow } from './rules-rights.ts';
import { ROW } from './words-report.ts';

/** @returns why it stays; undefined: it was taken back */
export async function revertRow(context: CommandContext, row: StoredRow): Promise<string | undefined> {
  const { outcome, payload } = row;
  if (row.issueId !== null) return revertItem(context, row.issueId, row);
  if (outcome?.made?.kind === 'unit') return ROW.unitStays(payload.title);
  const projectId = outcome?.projectId ?? null;
  const refused = refuse(context, payload.kind, { projectId, areaId: context.directory.topAreaId });
  if (refused !== undefined) return refused;
  if (outcome?.made?.kind === 'project') return revertProject(context, outcome.made.id);
  const kept: string[] = [];
  for (const one of (outcome?.reversals ?? []).toReversed())
    if (!(await revertValue(context, one, outcome?.projectId))) kept.push(one.what);
  return kept.length === 0 ? undefined : ROW.valuesStay(kept.length);
}

/** Who may not write it any more does not take it back either. */
function refuse(
  { actor, directory }: CommandContext,
  kind: PlannedRow['kind'],
  place: { projectId: number | null; areaId: number },
): string | undefined {
  if (mayWriteRow(actor, kind, place, directory)) return undefined;
  const project = place.projectId === null ? undefined : directory.project(place.projectId);
  return project?.archived ? ROW.archived(project.name) : ROW.notYoursAnyMore;
}

/** As 撤销 does it, without its minutes: the importer may, as long as nobody but 开始提醒 of the import has taken a step. */
async function revertItem(
  context: CommandContext,
  issueId: number,
  { outcome, payload }: StoredRow,
): Promise<string | undefined> {
  const { tx, now, actor, directory, deps } = context;
  const issue = await loadIssueForUpdate(tx, issueId);
  const last = issue && (await lastChange(tx, issueId));
  const woken = outcome?.woken;
  if (!issue || !last || issue.version !== (woken ?? outcome)?.version) return ROW.goneOn(issueId);
  const refused = refuse(context, payload.kind, issue);
  if (refused !== undefined) return refused;
  const before = woken ? woken.before && completeIssue(woken.before) : last.before;
  const decision = revertStep(issue, before, last.row, { now, actor, directory });
  const source = { tx, now, directory, newId: deps.newId, actorId: actor.person.id, messageId: null };
  await applyChange({ ...source, inBulk: true }, issue, { ...decision, effects: [] });
  return undefined;
}

/** A project is never deleted; one with nothing open in it is put away. */
async function revertProject(context: CommandContext, projectId: number): Promise<string | undefined> {
  const { tx, now, actor, directory } = context;
  const project = directory.project(projectId);
  if (!project) return undefined;
  await lockProject(tx, projectId);
  const filter = {
    kinds: [...ITEM_KINDS],
    projectIds: [projectId],
    statuses: [...OPEN_STATUSES, 'closed' as const],
  };
  const page = { page: 1, pageSize: 1, scope: { all: true } as const };
  const { total } = await listIssues(tx, { filter, now, timeZone: directory.settings.timeZone, ...page });
  if (total > 0) return ROW.projectStays(project.name);
  await updateProject(tx, projectId, { archived: { at: now, byId: actor.person.id, reason: ROW.revoked } });
  await recordChange(context, project, ROW.archive, { from: null, to: ROW.archive, reason: ROW.revoked });
  return undefined;
}

/** @returns false: it is not what was written any more, and stays */
async function revertValue(
  context: CommandContext,
  { what, from, to }: Reversal,
  projectId: number | undefined,
): Promise<boolean> {
  const { tx, directory } = context;
  const [kind = '', one = '', two = '', three = ''] = what.split(':');
  switch (kind) {
    case 'link': {
      const link = await loadLinkForUpdate(tx, Number(one), directory.settings.timeZone);
      if (!link || link.item !== null) return false;
      if (to === 'unconcerned') await updateLink(tx, link.id, { unconcerned: null });
      else if (link.finishedOn !== to) return false;
      else await updateLink(tx, link.id, { finishedOn: null });
      return true;
    }
    case 'unit': {
      const unit = directory.unit(Number(one)) as unknown as Record<string, unknown> | undefined;
      if (!unit || !isSame(unit[two], to)) return false;
      await updateUnit(tx, Number(one), { [two]: from });
      return true;
    }
    case 'person': {
      const [person] = await findPeople(tx, [Number(one)]);
      if (!person || person.unitId !== to) return false;
      await updatePerson(tx, person.id, { unitId: from as number | null });
      return true;
    }
    case 'holiday':
      if (directory.data.holidays.find(({ day }) => day === one)?.kind !== to) return false;
      if (from === null) await deleteHoliday(tx, one);
      else await saveHoliday(tx, { day: one, kind: from as 'off' | 'work' });
      return true;
  }
  const project = projectId === undefined ? undefined : directory.project(projectId);
  if (!project) return false;
  await lockProject(tx, project.id);
  if (kind === 'investment')
    return revertAmount(context, project, { year: one, month: two, key: three, from, to });
  if (kind === 'node') {
    const node = (await loadNodes(tx, project)).find(({ name }) => name === one);
    if (node?.plannedOn !== to) return false;
    await saveNode(tx, project.id, one, { plannedOn: from as string | null });
  } else {
    if (!isSame((project as unknown as Record<string, unknown>)[kind], to)) return false;
    await updateProject(tx, project.id, { [kind]: from });
  }
  await recordChange(context, project, ROW.revoke, {
    from: textOf(to),
    to: textOf(from),
    reason: ROW.revoked,
  });
  return true;
}

async function revertAmount(
  { tx }: CommandContext,
  project: Project,
  said: { year: string; month: string; key: string; from: unknown; to: unknown },
): Promise<boolean> {
  const when = { year: Number(said.year), month: said.month === '0' ? null : Number(said.month) };
  const key = said.key as 'planned' | 'actual';
  if ((await monthOf(tx, project.id, when))[key] !== said.to) return false;
  await setInvestment(tx, project.id, when, { [key]: said.from as number | null });
  return true;
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

function textOf(value: unknown): string | null {
  if (value == null) return null;
  return Array.isArray(value) ? value.join('、') : String(value);
}
