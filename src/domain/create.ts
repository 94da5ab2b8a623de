/** Logging (报): from the facts found in the text to a new issue, routed at once where that is clear. */
import { allows } from './access.ts';
import type { DecideContext } from './decide/change.ts';
import { notices, recordTold, requireText, tellResponsible, tellUnit } from './decide/change.ts';
import { unitServes } from './decide/routing.ts';
import { type IssueEffect, type Refused, refuse } from './decision.ts';
import type { Directory } from './directory.ts';
import type { Deadline, HistoryEvent, Issue } from './issue.ts';
import { defaultDeadline } from './limit.ts';
import { newItem } from './new-item.ts';
import { officePeople } from './recipients.ts';
import { titleOf } from './title.ts';

/** What was found; everything left out takes its default. */
export interface NewIssue {
  /** The whole text as kept. */
  text: string;
  /** First sentence of the text when absent. */
  title?: string;
  projectId?: number | null;
  unitId?: number | null;
  categoryId?: number | null;
  /** 配合单位. */
  coUnitIds?: readonly number[] | undefined;
  assigneeId?: number | null;
  deadline?: Deadline | null;
  greenChannel?: boolean;
  /** Area of the group it was said in; used when neither project nor unit tells. */
  areaId?: number | null;
  /** Author of the message that was logged by reply. */
  sourcePersonId?: number | null;
  sourceMessageId?: string | null;
  originChatId?: string | null;
  /** 当场: solved on the spot, logged and closed in one step. */
  onTheSpot?: boolean;
  /** What was done on the spot; the text itself when absent. */
  result?: string;
  /** Projects of the group it was said in. */
  chatProjectIds?: readonly number[];
}

/** A new issue before the database gives it its number. */
export interface Created {
  ok: true;
  issue: Omit<Issue, 'id'>;
  events: HistoryEvent[];
  effects: IssueEffect[];
}

/**
 * Makes an issue. Routing (product.md §3): the unit named, else the category's default unit, else the office's queue.
 * Refuses whoever may not log here, empty and too long texts, a deadline that is over, units and projects unknown.
 */
export function createIssue(input: NewIssue, context: DecideContext): Created | Refused {
  const { actor, directory, now } = context;
  const projectId = input.projectId ?? null;
  const onTheSpot = input.onTheSpot === true;
  const where = { projectId, ...(input.chatProjectIds ? { chatProjectIds: input.chatProjectIds } : {}) };
  const allowed = allows(actor, onTheSpot ? 'on-the-spot' : 'log', null, directory, where);
  if (allowed !== true) return allowed;
  const text = requireText(input.text, 'text-needed');
  if (!text.ok) return text;
  const project = projectId === null ? undefined : directory.project(projectId);
  if (projectId !== null && !project) return refuse('no-project');
  if (project?.archived) return refuse('project-archived', { name: project.name });
  const areaId = project?.areaId ?? findArea(input, context);
  const unitId = findUnit(input, { areaId, projectId }, directory);
  if (unitId === undefined)
    return refuse('unit-unknown', { heard: directory.unit(input.unitId ?? 0)?.name ?? '' });
  const greenChannel = input.greenChannel ?? project?.greenChannel ?? false;
  const categoryId = input.categoryId ?? null;
  const deadline = input.deadline ?? defaultDeadline({ categoryId, greenChannel }, now, directory);
  if (!onTheSpot && deadline.at <= now) return refuse('deadline-past');

  const by = actor.person.id;
  const coUnitIds = onTheSpot ? [] : coUnitsOf(input, unitId, directory);
  const issue: Omit<Issue, 'id'> = {
    ...newItem({
      kind: 'problem',
      title: titleOf(input.title?.trim() || text.text),
      text: text.text,
      areaId,
      projectId,
      unitId,
      assigneeId: input.assigneeId ?? null,
      reporterId: by,
      deadline,
      now,
      rules: directory.rulesFor(projectId),
    }),
    categoryId,
    greenChannel,
    coUnits: coUnitIds.map((id) => ({ unitId: id, doneAt: null, doneBy: null })),
    sourcePersonId: input.sourcePersonId === by ? null : (input.sourcePersonId ?? null),
    sourceMessageId: input.sourceMessageId ?? null,
    originChatId: input.originChatId ?? null,
    ...(onTheSpot && {
      status: 'closed',
      onTheSpot,
      routedAt: null,
      doneAt: now,
      doneBy: by,
      result: input.result?.trim() || text.text,
      closedAt: now,
      closedBy: by,
    }),
  };
  const told =
    unitId === null
      ? ({ personIds: officePeople(issue, directory), reason: 'to-route' } as const)
      : tellResponsible(issue, 'to-sign', directory);
  const helping = coUnitIds.map((id) => tellUnit(issue, id, 'co-unit', directory));
  const effects = onTheSpot ? [] : notices([told, ...helping], by, directory);
  return { ok: true, issue, events: recordTold([logged(issue)], effects), effects };
}

/** Units that help, but not the responsible one. */
function coUnitsOf({ coUnitIds = [] }: NewIssue, unitId: number | null, directory: Directory): number[] {
  return [...new Set(coUnitIds)].filter((id) => {
    const unit = directory.unit(id);
    return id !== unitId && unit && !unit.closed;
  });
}

function logged(issue: Omit<Issue, 'id'>): HistoryEvent {
  const { title, projectId, categoryId, unitId, assigneeId, coUnits, deadline, onTheSpot } = issue;
  return {
    verb: 'log',
    detail: {
      title,
      projectId,
      categoryId,
      unitId,
      assigneeId,
      ...(coUnits.length > 0 && { coUnitIds: coUnits.map((co) => co.unitId) }),
      deadline: deadline.day,
      phrase: deadline.phrase,
      onTheSpot,
    },
  };
}

/** Area of an issue without a project: of the group, the unit named, the reporter's unit or office, else the top. */
function findArea(input: NewIssue, { actor, directory }: DecideContext): number {
  const unitId = input.unitId ?? actor.person.unitId;
  return (
    (input.areaId == null ? undefined : directory.area(input.areaId)?.id) ??
    (unitId === null ? undefined : directory.unit(unitId)?.areaId) ??
    actor.grants.find((grant) => grant.role !== 'administrator')?.areaId ??
    directory.topAreaId
  );
}

/** The responsible unit, null for the office's queue, undefined when the one named cannot be it. */
function findUnit(
  input: NewIssue,
  place: { areaId: number; projectId: number | null },
  directory: Directory,
): number | null | undefined {
  if (input.unitId != null) return unitServes(input.unitId, place, directory) ? input.unitId : undefined;
  const byCategory = input.categoryId == null ? null : (directory.category(input.categoryId)?.unitId ?? null);
  return byCategory !== null && unitServes(byCategory, place, directory) ? byCategory : null;
}
