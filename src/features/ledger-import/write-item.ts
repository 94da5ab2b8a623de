/** Rows of problems and tasks: a new item as history says it, or what the ledger says anew of a known one. Rings nobody. */
import { applyChange, applyNew, type ChangeSource } from '../../commands/apply.ts';
import type { CommandContext } from '../../commands/context.ts';
import { loadIssueForUpdate } from '../../db/issue.ts';
import { unitServes } from '../../domain/decide/routing.ts';
import {
  createImported,
  type ImportedChange,
  type ImportedDeadline,
  updateImported,
} from '../../domain/import-item.ts';
import type { Issue } from '../../domain/issue.ts';
import type { PlannedDeadline, PlannedItem } from '../../domain/ledger/import.ts';
import { pickedDeadline } from '../../domain/limit.ts';
import type { Project } from '../../domain/model.ts';
import { decideIssue } from '../../verbs/decide.ts';
import { takeBatch } from '../batch/feature.ts';
import { areaOfImporter, mayWriteProject, mayWriteUnattached, whyNotOf } from './rules-rights.ts';
import { ROW } from './words-report.ts';
import { failed, needProject, refused, type Source, unitOf, type Written } from './write.ts';

export async function writeItem(context: CommandContext, row: PlannedItem, source: Source): Promise<Written> {
  const { actor, directory } = context;
  const areaId = areaOfImporter(actor, directory);
  let project: Project | null = null;
  if (row.project !== null) {
    const need = await needProject(context, row.project, (id) => mayWriteProject(actor, id, directory));
    if ('not' in need) return need.not;
    project = need.project;
  } else if (!mayWriteUnattached(actor, areaId, directory)) return refused(ROW.unattached);
  return row.issueId === null
    ? createItem(context, row, { project, areaId, source })
    : changeItem(context, row, row.issueId, source);
}

const bulk = ({ tx, now, directory, deps, actor }: CommandContext): ChangeSource => ({
  tx,
  now,
  directory,
  newId: deps.newId,
  actorId: actor.person.id,
  messageId: null,
  inBulk: true,
});

function deadlineOf(
  { now, directory }: CommandContext,
  { day, phrase }: PlannedDeadline,
): ReturnType<typeof pickedDeadline> {
  return { ...pickedDeadline(day, now, directory), phrase };
}

async function createItem(
  context: CommandContext,
  row: PlannedItem,
  place: { project: Project | null; areaId: number; source: Source },
): Promise<Written> {
  const { now, actor, directory } = context;
  const { project, source } = place;
  const projectId = project?.id ?? null;
  const areaId = project?.areaId ?? place.areaId;
  const unit = await unitOf(context, row.unit);
  if (unit && !unitServes(unit.id, { areaId, projectId }, directory))
    return failed(ROW.unitElsewhere(unit.name));
  const coUnits = await Promise.all(row.coUnits.map((target) => unitOf(context, target)));
  const deadline: ImportedDeadline = row.longTerm
    ? { longTerm: row.longTermPhrase }
    : row.deadline === null
      ? 'default'
      : deadlineOf(context, row.deadline);
  const made = createImported(
    {
      kind: row.kind,
      title: row.title,
      text: row.text,
      projectId,
      areaId,
      unitId: unit?.id ?? null,
      coUnitIds: coUnits.flatMap((one) => one?.id ?? []),
      assigneeId: row.personId,
      categoryId: row.categoryId,
      loggedOn: row.raisedOn,
      deadline,
      progress: row.progress === '' ? null : { text: row.progress, on: null },
      measure: row.measure,
      source: row.source,
      verifier: row.verifier,
      note: row.note,
      state: row.closed ? { closedOn: row.closedOn } : 'open',
      file: source.fileName,
      row: row.at,
    },
    actor.person.id,
    directory,
    now,
  );
  const issue = {
    ...made.issue,
    ...(row.ring && awake(made.issue)),
    batchId: await batchOf(context, row, project),
  };
  const stored = await applyNew(bulk(context), { ...made, issue, effects: [] }, null);
  return {
    state: 'new',
    outcome: { version: stored.version, ...(projectId !== null && { projectId }) },
    issueId: stored.id,
  };
}

/** 确认并提醒: nothing sleeps. */
function awake({ imported }: Omit<Issue, 'id'>): Pick<Issue, 'imported'> {
  const { sleeping: _, ...rest } = imported ?? { file: '', row: '', at: 0 };
  return imported ? { imported: rest } : {};
}

async function batchOf(
  { tx, actor, now }: CommandContext,
  { kind, batch }: PlannedItem,
  project: Project | null,
): Promise<number | null> {
  if (kind !== 'task' || project === null) return null;
  const name = batch || ROW.batch;
  return (await takeBatch(tx, { projectId: project.id, name, madeBy: actor.person.id }, now)).id;
}

async function changeItem(
  context: CommandContext,
  row: PlannedItem,
  issueId: number,
  source: Source,
): Promise<Written> {
  const { tx, now, directory } = context;
  const issue = await loadIssueForUpdate(tx, issueId);
  const conflict = (reason: string): Written => ({ state: 'conflict', outcome: { reason }, issueId });
  if (!issue || issue.status === 'void') return failed(ROW.gone(issueId));
  const notMine = whyNotOf(context.actor, issue.projectId, directory);
  if (notMine !== undefined) return refused(notMine);
  if (issue.version !== row.seenVersion) return conflict(ROW.changedMeanwhile(issueId));
  const { unit, deadline, progress, closed, longTerm } = row.changes ?? {};
  const to = unit === undefined ? undefined : await unitOf(context, unit);
  if (to && !unitServes(to.id, { areaId: issue.areaId, projectId: issue.projectId }, directory))
    return failed(ROW.unitElsewhere(to.name));
  const changed: ImportedChange = {
    ...(to && { unitId: to.id }),
    ...(deadline && { deadline: deadlineOf(context, deadline) }),
    ...(longTerm && { deadline: { longTerm: row.longTermPhrase } }),
    ...(progress && { progress: { text: progress, on: null } }),
    file: source.fileName,
    row: row.at,
  };
  const updated = updateImported(issue, changed, directory, now);
  const ended = closed ? reportDone(context, updated?.issue ?? issue, row) : null;
  if (!updated && !ended) return conflict(closed ? ROW.notEnded(issueId) : ROW.oursNewer(issueId));
  const taken = ended?.issue ?? updated?.issue ?? issue;
  const next = { ...taken, ...(row.ring && awake(taken)) };
  const events = [...(updated?.events ?? []), ...(ended?.events ?? [])];
  const stored = await applyChange(bulk(context), issue, {
    issue: { ...next, version: issue.version + 1 },
    events,
    effects: [],
  });
  const reason = closed && !ended ? { reason: ROW.notEnded(issueId) } : {};
  return { state: 'changed', outcome: { version: stored.version, ...reason }, issueId };
}

/** Somebody else verifies it; until then it waits, as for whoever reports it by hand. */
function reportDone({ actor, directory, now }: CommandContext, issue: Issue, row: PlannedItem) {
  const result = row.progress || ROW.endedBy(row.stateText);
  const decision = decideIssue(
    issue,
    { verb: 'report-done', result, override: true },
    { now, actor, directory },
  );
  return decision.ok ? decision : null;
}
