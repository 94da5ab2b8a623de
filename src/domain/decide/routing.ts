/** Dispatching (转办), signing (签收) and sending back (退回). */
import { mayNot, rolesOn } from '../access.ts';
import { type Decision, refuse } from '../decision.ts';
import type { Directory } from '../directory.ts';
import type { HistoryEvent, Issue, IssueCommand } from '../issue.ts';
import { actsFor } from '../issue-people.ts';
import type { Rung } from '../model.ts';
import { listPeople, officePeople } from '../recipients.ts';
import {
  change,
  type DecideContext,
  nextGeneration,
  requireText,
  tellResponsible,
  wrongStatus,
} from './change.ts';

type Of<V> = Extract<IssueCommand, { verb: V }>;

const ROUTING_RUNGS: readonly Rung[] = ['unrouted', 'unsigned-1', 'unsigned-2'];

/** Whether a unit can be made responsible in an area: on one line of the tree, or a member of the project. */
export function unitServes(
  unitId: number,
  place: { areaId: number; projectId: number | null },
  directory: Directory,
): boolean {
  const unit = directory.unit(unitId);
  if (!unit || unit.closed) return false;
  const project = place.projectId === null ? undefined : directory.project(place.projectId);
  if (project && (project.leadUnitId === unitId || project.memberUnitIds.includes(unitId))) return true;
  return directory.reaches(unit.areaId, place.areaId) || directory.reaches(place.areaId, unit.areaId);
}

/** The state after handing an issue to a unit: unsigned, its signing clock started, its deadline untouched. */
export function routed(
  issue: Issue,
  to: { unitId: number; assigneeId: number | null },
  context: DecideContext,
): Partial<Issue> {
  const heard = issue.ladder.fired.filter((rung) => !ROUTING_RUNGS.includes(rung));
  const unit = context.directory.unit(to.unitId);
  const newlyTheirs = listPeople(to.assigneeId, unit?.coordinatorId, unit?.headId);
  return {
    status: 'unsigned',
    mutedBy: issue.mutedBy.filter((id) => !newlyTheirs.includes(id)),
    unitId: to.unitId,
    assigneeId: to.assigneeId,
    coUnits: issue.coUnits.filter((co) => co.unitId !== to.unitId),
    routedAt: context.now,
    signedAt: null,
    ladder: nextGeneration(issue.ladder, context.now, heard),
  };
}

/** 转办: the office and leaders always before verification, the secretary before signing, a unit within itself. */
export function decideRoute(issue: Issue, command: Of<'route'>, context: DecideContext): Decision {
  const { actor, directory } = context;
  const unit = directory.unit(command.unitId);
  if (!unit || !unitServes(unit.id, issue, directory))
    return refuse('unit-unknown', { heard: unit?.name ?? '' });
  const roles = rolesOn(actor, issue, directory);
  const upper = roles.has('office') || roles.has('leader');
  const inside = unit.id === issue.unitId && command.assigneeId !== undefined;
  if (issue.frozen && !upper && !inside) return refuse('frozen-office-only', { count: issue.bounces.length });
  if (!upper && !roles.has('secretary') && !(inside && roles.has('unit'))) {
    return mayNot(['secretary', 'office', 'leader']);
  }
  const early = issue.status === 'unrouted' || issue.status === 'unsigned';
  if (!early && !(issue.status === 'working' && (upper || inside))) return wrongStatus(issue);
  const assigneeId = command.assigneeId ?? null;
  if (unit.id === issue.unitId && (assigneeId === null || assigneeId === issue.assigneeId)) {
    return refuse('same-unit', { unit: unit.name });
  }
  if (issue.pending) return refuse('request-pending');
  const patch = routed(issue, { unitId: unit.id, assigneeId }, context);
  const event: HistoryEvent = {
    verb: 'route',
    detail: {
      fromUnitId: issue.unitId,
      unitId: unit.id,
      fromAssigneeId: issue.assigneeId,
      assigneeId,
      fromStatus: issue.status,
    },
  };
  const told = tellResponsible({ ...issue, ...patch }, 'to-sign', directory);
  return change(issue, patch, [event], [told], context);
}

/** 签收: the first one counts, the second hears who it was. */
export function decideSign(issue: Issue, context: DecideContext): Decision {
  if (issue.signedAt !== null && issue.status !== 'closed' && issue.status !== 'void') {
    return refuse('already-signed', issue.assigneeId === null ? {} : { byId: issue.assigneeId });
  }
  if (issue.status !== 'unsigned') return wrongStatus(issue);
  const signing = signed(issue, context);
  return change(issue, signing.issue, signing.events, [], context);
}

/**
 * The issue as signed, with its history; unchanged when it is not waiting for that. Reporting done or asking for time
 * without signing first counts as signing. Whoever signs for the unit answers for it; office and secretary sign on
 * behalf of the person named or the coordinator.
 */
export function signed(issue: Issue, context: DecideContext): { issue: Issue; events: HistoryEvent[] } {
  if (issue.status !== 'unsigned') return { issue, events: [] };
  const { actor, directory, now } = context;
  const roles = rolesOn(actor, issue, directory);
  const byId = actor.person.id;
  const coordinatorId =
    (issue.unitId === null ? undefined : directory.unit(issue.unitId))?.coordinatorId ?? null;
  const own = roles.has('unit') || roles.has('assignee');
  // What a deputy signs for stays with who is away and comes back to them.
  const awayId = actsFor(issue, actor, directory)[0];
  const assigneeId = awayId ?? (own ? byId : (issue.assigneeId ?? coordinatorId));
  const heard = issue.ladder.fired.length > 0;
  const ladder = heard ? { ...issue.ladder, acknowledgedAt: now, acknowledgedBy: byId } : issue.ladder;
  return {
    issue: { ...issue, status: 'working', signedAt: now, assigneeId, ladder, changedAt: now },
    events: [{ verb: 'sign', detail: { assigneeId } }],
  };
}

/** The same, but only for those who sign for themselves: a step of the secretary or the office leaves the unit its say. */
export function signedByUnit(issue: Issue, context: DecideContext): { issue: Issue; events: HistoryEvent[] } {
  const roles = rolesOn(context.actor, issue, context.directory);
  return roles.has('unit') || roles.has('assignee') ? signed(issue, context) : { issue, events: [] };
}

/**
 * 退回 with a reason, back to the office; at the limit it freezes and only the office routes (踢皮球 breaker). A request
 * that waits falls away: whoever gets it next asks for themselves.
 */
export function decideBounce(issue: Issue, command: Of<'bounce'>, context: DecideContext): Decision {
  if (issue.status !== 'unsigned' || issue.unitId === null) return wrongStatus(issue);
  if (issue.frozen) return refuse('frozen-office-only', { count: issue.bounces.length });
  const reason = requireText(command.reason, 'reason-needed');
  if (!reason.ok) return reason;
  const { actor, directory, now } = context;
  const bounce = { unitId: issue.unitId, byId: actor.person.id, at: now, reason: reason.text };
  const bounces = [...issue.bounces, bounce];
  const frozen = bounces.length >= issue.rules.bounceLimit;
  const heard = issue.ladder.fired.filter((rung) => !ROUTING_RUNGS.includes(rung));
  const patch: Partial<Issue> = {
    status: 'unrouted',
    unitId: null,
    assigneeId: null,
    routedAt: null,
    pending: null,
    bounces,
    frozen,
    ladder: nextGeneration(issue.ladder, now, heard),
  };
  const event: HistoryEvent = {
    verb: 'bounce',
    detail: {
      unitId: issue.unitId,
      reason: reason.text,
      count: bounces.length,
      frozen,
      ...(issue.pending && { dropped: issue.pending }),
    },
  };
  const told = { personIds: officePeople(issue, directory), reason: frozen ? 'frozen' : 'bounced' } as const;
  return change(issue, patch, [event], [{ ...told, note: reason.text }], context);
}
