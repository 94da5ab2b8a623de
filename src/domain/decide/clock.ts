/** Moving the clock: extension (延期), pause (挂账), the office's word on either, resuming (恢复). */
import { type Decision, refuse } from '../decision.ts';
import type { Deadline, HistoryEvent, Issue, IssueCommand, PendingRequest } from '../issue.ts';
import { isLongTerm } from '../long-term.ts';
import { endPause, openPause } from '../pause.ts';
import { listPeople, officePeople } from '../recipients.ts';
import { dayOf, formatDay, LONG_TERM_DAY } from '../time.ts';
import {
  change,
  type DecideContext,
  nextGeneration,
  requireText,
  tellResponsible,
  wrongStatus,
} from './change.ts';
import { signedByUnit } from './routing.ts';

type Of<V> = Extract<IssueCommand, { verb: V }>;

/** Stores a request for the office; a unit that asks for time has thereby signed, others do not sign for it. */
function ask(issue: Issue, pending: PendingRequest, event: HistoryEvent, context: DecideContext): Decision {
  const signing = signedByUnit(issue, context);
  const personIds = officePeople(issue, context.directory);
  const patch = { ...signing.issue, pending, changedAt: context.now };
  const told = { personIds, reason: 'to-approve', note: pending.reason } as const;
  return change(issue, patch, [...signing.events, event], [told], context);
}

/** A 长期 item may be given any day to come again. */
function givesADay(issue: Issue, to: Deadline): boolean {
  return isLongTerm(issue) && !isLongTerm({ deadline: to });
}

/** 延期: before the deadline only, to a later one or to none (长期), one request at a time. */
export function decideRequestExtension(
  issue: Issue,
  command: Of<'request-extension'>,
  context: DecideContext,
): Decision {
  if (issue.status !== 'unsigned' && issue.status !== 'working') return wrongStatus(issue);
  if (issue.pending) return refuse('request-pending');
  if (context.now > issue.deadline.at) return refuse('after-deadline', { on: formatDay(issue.deadline.day) });
  if (command.to.at <= issue.deadline.at && !givesADay(issue, command.to))
    return refuse('deadline-not-later', { on: formatDay(issue.deadline.day) });
  const reason = requireText(command.reason, 'reason-needed');
  if (!reason.ok) return reason;
  const pending: PendingRequest = {
    kind: 'extension',
    byId: context.actor.person.id,
    at: context.now,
    reason: reason.text,
    to: command.to,
  };
  const detail = { from: issue.deadline.day, to: command.to.day, reason: reason.text };
  return ask(issue, pending, { verb: 'request-extension', detail }, context);
}

/** 挂账: reason, an expected day to come, a named chaser (盯办人); at most the rules' number per item. */
export function decideRequestPause(
  issue: Issue,
  command: Of<'request-pause'>,
  context: DecideContext,
): Decision {
  if (issue.status !== 'unsigned' && issue.status !== 'working') return wrongStatus(issue);
  if (issue.pending) return refuse('request-pending');
  if (isLongTerm(issue) || command.expected === LONG_TERM_DAY) return refuse('long-term');
  if (issue.pauses.length >= issue.rules.maxPauses)
    return refuse('pause-limit', { limit: issue.rules.maxPauses });
  if (command.expected <= dayOf(context.now, context.directory.clock.timeZone))
    return refuse('deadline-past');
  const reason = requireText(command.reason, 'reason-needed');
  if (!reason.ok) return reason;
  const { expected, chaserId } = command;
  const pending: PendingRequest = {
    kind: 'pause',
    byId: context.actor.person.id,
    at: context.now,
    reason: reason.text,
    expected,
    chaserId,
  };
  return ask(
    issue,
    pending,
    { verb: 'request-pause', detail: { expected, chaserId, reason: reason.text } },
    context,
  );
}

/**
 * 同意/不同意. An approved extension is measured against the new date, the first one stays visible; an approved pause
 * counts from the moment it was asked for, so the office's delay costs the unit nothing.
 */
export function decideRequest(issue: Issue, command: Of<'decide-request'>, context: DecideContext): Decision {
  const { pending } = issue;
  if (!pending) return refuse('nothing-pending');
  const note = command.note?.trim();
  const base = { request: pending.kind, approve: command.approve, ...(note ? { note } : {}) };
  const say = note ? { note } : {};
  const asked = listPeople(pending.byId, issue.assigneeId);
  if (!command.approve) {
    const reason = pending.kind === 'extension' ? 'extension-refused' : 'pause-refused';
    const event: HistoryEvent = { verb: 'decide-request', detail: { ...base, refused: pending } };
    return change(issue, { pending: null }, [event], [{ personIds: asked, reason, ...say }], context);
  }
  return pending.kind === 'extension'
    ? extend(issue, pending, { base, say, asked }, context)
    : pause(issue, pending, { base, say, asked }, context);
}

interface Approval {
  base: Record<string, unknown>;
  say: { note?: string };
  asked: number[];
}

function extend(
  issue: Issue,
  pending: Extract<PendingRequest, { kind: 'extension' }>,
  { base, say, asked }: Approval,
  context: DecideContext,
): Decision {
  const patch: Partial<Issue> = {
    pending: null,
    deadline: pending.to,
    originalDeadline: issue.originalDeadline ?? issue.deadline,
    ladder: nextGeneration(issue.ladder, context.now),
  };
  const event: HistoryEvent = {
    verb: 'decide-request',
    detail: { ...base, from: issue.deadline.day, to: pending.to.day },
  };
  return change(issue, patch, [event], [{ personIds: asked, reason: 'extension-approved', ...say }], context);
}

function pause(
  issue: Issue,
  pending: Extract<PendingRequest, { kind: 'pause' }>,
  { base, say, asked }: Approval,
  context: DecideContext,
): Decision {
  const { at: from, expected, reason, chaserId } = pending;
  const approvedBy = context.actor.person.id;
  const patch: Partial<Issue> = {
    status: 'paused',
    pending: null,
    pauses: [...issue.pauses, { from, expected, until: null, reason, chaserId, approvedBy }],
    ladder: nextGeneration(issue.ladder, context.now),
  };
  const event: HistoryEvent = { verb: 'decide-request', detail: { ...base, from, expected, chaserId } };
  const personIds = listPeople(...asked, chaserId);
  return change(issue, patch, [event], [{ personIds, reason: 'pause-approved', ...say }], context);
}

/** 恢复 before the expected day: the deadline moves by the working days the clock stood still. */
export function decideResume(issue: Issue, context: DecideContext): Decision {
  const pause = openPause(issue);
  if (!pause) return wrongStatus(issue);
  const patch = endPause(issue, pause, context.now, context.directory);
  const event: HistoryEvent = {
    verb: 'resume',
    detail: { from: issue.deadline.day, deadline: patch.deadline?.day, pausedSince: pause.from },
  };
  const told = tellResponsible(issue, 'resumed', context.directory);
  return change(issue, patch, [event], [told], context);
}
