/** Drawing attention: urging (催办), acknowledging (收到), appeals (申诉), the meeting's agenda (上会). */
import { acknowledgedUntil } from '../acknowledge.ts';
import { type Decision, refuse } from '../decision.ts';
import type { HistoryEvent, Issue, IssueCommand } from '../issue.ts';
import { mustActNow } from '../issue-people.ts';
import { lightOf } from '../lights.ts';
import { listPeople, officePeople } from '../recipients.ts';
import { dayOf } from '../time.ts';
import { alreadyDone, annotate, type DecideContext, requireText, wrongStatus } from './change.ts';

type Of<V> = Extract<IssueCommand, { verb: V }>;

const URGES_KEPT = 50;

/** 催办: once per item, day and person, to whoever must act now. */
export function decideUrge(issue: Issue, context: DecideContext): Decision {
  if (issue.status === 'closed' || issue.status === 'void') return wrongStatus(issue);
  const { actor, directory, now } = context;
  const byId = actor.person.id;
  const day = urgingDay(context);
  if (issue.urges.some((urge) => urge.byId === byId && urge.day === day)) return refuse('urged-today');
  const kept = issue.urges.filter((urge) => (urge.day === day || !urge.answered) && urge.byId !== byId);
  const urges = [...kept, { byId, day, answered: false }].slice(-URGES_KEPT);
  const { what, personIds } = mustActNow(issue, directory);
  const told = { personIds, reason: 'urged' } as const;
  const event: HistoryEvent = { verb: 'urge', detail: { what, personIds, at: now } };
  return annotate(issue, { urges }, event, [told], context);
}

/** Days off belong to the working day after them: urging on Saturday is urging on Monday. */
function urgingDay({ directory, now }: DecideContext): string {
  const today = dayOf(now, directory.clock.timeZone);
  return directory.calendar.isWorkingDay(today) ? today : directory.calendar.nextWorkingDay(today);
}

/** 收到: the ladder waits until this lapses. */
export function decideAcknowledge(issue: Issue, context: DecideContext): Decision {
  const { actor, directory, now } = context;
  const running = issue.status === 'unrouted' || issue.status === 'unsigned' || issue.status === 'working';
  if (!running || issue.ladder.fired.length === 0) return refuse('nothing-to-acknowledge');
  const until = acknowledgedUntil(issue, directory);
  if (until !== null && until > now) return alreadyDone(issue.ladder.acknowledgedBy);
  const ladder = { ...issue.ladder, acknowledgedAt: now, acknowledgedBy: actor.person.id };
  return annotate(
    issue,
    { ladder },
    { verb: 'acknowledge', detail: { rungs: issue.ladder.fired } },
    [],
    context,
  );
}

/** 不再提醒: no rung and no digest line of it for this person any more; for everybody else all goes on. */
export function decideMute(issue: Issue, context: DecideContext): Decision {
  const { id } = context.actor.person;
  if (issue.status === 'closed' || issue.status === 'void') return wrongStatus(issue);
  if (issue.mutedBy.includes(id)) return alreadyDone(id);
  return annotate(issue, { mutedBy: [...issue.mutedBy, id] }, { verb: 'mute', detail: {} }, [], context);
}

/** 恢复提醒. */
export function decideUnmute(issue: Issue, context: DecideContext): Decision {
  const { id } = context.actor.person;
  if (!issue.mutedBy.includes(id)) return refuse('not-muted');
  const mutedBy = issue.mutedBy.filter((one) => one !== id);
  return annotate(issue, { mutedBy }, { verb: 'unmute', detail: {} }, [], context);
}

/** 申诉 against a yellow or red light: once per run, the office decides. */
export function decideAppeal(issue: Issue, command: Of<'appeal'>, context: DecideContext): Decision {
  if (issue.appeal) return refuse('already-appealed', { byId: issue.appeal.byId });
  const light = lightOf(issue, context.directory, context.now);
  if (light.color !== 'yellow' && light.color !== 'red') return refuse('not-overdue');
  const reason = requireText(command.reason, 'reason-needed');
  if (!reason.ok) return reason;
  const appeal = {
    byId: context.actor.person.id,
    at: context.now,
    reason: reason.text,
    decision: null,
    decidedBy: null,
    decidedAt: null,
  };
  const event: HistoryEvent = { verb: 'appeal', detail: { reason: reason.text, color: light.color } };
  const office = { personIds: officePeople(issue, context.directory), reason: 'appealed' } as const;
  return annotate(issue, { appeal }, event, [{ ...office, note: reason.text }], context);
}

/** The office's word: exempt (force majeure) takes the light away until a new deadline runs. */
export function decideAppealed(issue: Issue, command: Of<'decide-appeal'>, context: DecideContext): Decision {
  const { appeal } = issue;
  if (appeal?.decision !== null) return refuse('nothing-pending');
  if (issue.status === 'void') return wrongStatus(issue);
  const decision = command.exempt ? 'exempt' : 'refused';
  const decided = { decision, decidedBy: context.actor.person.id, decidedAt: context.now } as const;
  const note = command.note?.trim();
  const say = note ? { note } : {};
  const personIds = listPeople(appeal.byId, issue.assigneeId);
  return annotate(
    issue,
    { appeal: { ...appeal, ...decided } },
    { verb: 'decide-appeal', detail: { exempt: command.exempt, reason: appeal.reason, ...say } },
    [{ personIds, reason: 'appeal-decided', ...say }],
    context,
  );
}

/** 上会: before the next meeting. */
export function decideAgenda(issue: Issue, context: DecideContext): Decision {
  if (issue.status === 'closed' || issue.status === 'void') return wrongStatus(issue);
  if (issue.onAgenda) return alreadyDone(null);
  return annotate(issue, { onAgenda: true }, { verb: 'put-on-agenda', detail: {} }, [], context);
}
