/** The end of an issue: verification (核验), coming back (反弹), void (作废), rating, measure (固化措施). */
import { isOwnReport, ROLE_NAMES, VERIFIERS } from '../access.ts';
import { type Decision, refuse } from '../decision.ts';
import { type HistoryEvent, type Issue, type IssueCommand, isPosted, isRated } from '../issue.ts';
import { mustActNow } from '../issue-people.ts';
import { defaultDeadline } from '../limit.ts';
import { contactPeople, listPeople, officePeople, verifyingPeople } from '../recipients.ts';
import { dayOf } from '../time.ts';
import {
  alreadyDone,
  annotate,
  change,
  type DecideContext,
  nextGeneration,
  requireText,
  tellResponsible,
  wrongStatus,
} from './change.ts';

type Of<V> = Extract<IssueCommand, { verb: V }>;

/** 核验: by anybody entitled except who reported it done. 属实 strikes it off, 不属实 returns it and is counted. */
export function decideVerify(issue: Issue, command: Of<'verify'>, context: DecideContext): Decision {
  const { actor, directory, now } = context;
  if (issue.status === 'closed' && command.confirmed) return alreadyDone(issue.closedBy);
  if (issue.status !== 'verifying') return wrongStatus(issue);
  if (isOwnReport(issue, actor, directory)) {
    return refuse('own-report', {
      own: issue.doneBy === actor.person.id ? 'self' : 'deputy',
      who: VERIFIERS.join(','),
      may: VERIFIERS.map((r) => ROLE_NAMES[r]).join('、'),
    });
  }
  if (!command.confirmed) return refute(issue, command.reason, context);
  const today = dayOf(now, directory.clock.timeZone);
  const patch: Partial<Issue> = {
    status: 'closed',
    closedAt: now,
    closedBy: actor.person.id,
    lookBackOn: isRated(issue.kind)
      ? directory.calendar.addWorkingDays(today, Math.max(1, issue.rules.lookBackDays))
      : null,
  };
  const note = command.note?.trim();
  const detail = {
    confirmed: true,
    doneBy: issue.doneBy,
    lookBackOn: patch.lookBackOn,
    ...(note ? { note } : {}),
  };
  // Whoever was asked to verify holds a card that changes in place; of what has a card in the group, logging it is more.
  const asked = isPosted(issue.kind) ? [] : verifyingPeople(issue, directory);
  const told = [
    { personIds: isRated(issue.kind) ? contactPeople(issue, directory) : [], reason: 'rate' },
    { personIds: [issue.reporterId].filter((id) => !asked.includes(id)), reason: 'closed' },
  ] as const;
  return change(issue, patch, [{ verb: 'verify', detail }], told, context);
}

function refute(issue: Issue, why: string, context: DecideContext): Decision {
  const reason = requireText(why, 'reason-needed');
  if (!reason.ok) return reason;
  const patch: Partial<Issue> = {
    status: 'working',
    falseCloses: issue.falseCloses + 1,
    doneAt: null,
    doneBy: null,
    result: null,
  };
  const event: HistoryEvent = {
    verb: 'verify',
    detail: { confirmed: false, reason: reason.text, doneBy: issue.doneBy, result: issue.result },
  };
  const personIds = listPeople(issue.doneBy, issue.assigneeId);
  return change(issue, patch, [event], [{ personIds, reason: 'false-close', note: reason.text }], context);
}

/** 重开/反弹: same number, the default limit counted from now, a fresh ladder; the rating may be given again. */
export function decideReopen(issue: Issue, command: Of<'reopen'>, context: DecideContext): Decision {
  if (issue.status !== 'closed') return wrongStatus(issue);
  const reason = requireText(command.reason, 'reason-needed');
  if (!reason.ok) return reason;
  const { directory, now } = context;
  const deadline = defaultDeadline(issue, now, directory);
  const status = issue.unitId === null ? 'unrouted' : issue.signedAt === null ? 'unsigned' : 'working';
  const patch: Partial<Issue> = {
    status,
    routedAt: status === 'unsigned' ? now : issue.routedAt,
    deadline,
    originalDeadline: null,
    doneAt: null,
    doneBy: null,
    result: null,
    closedAt: null,
    closedBy: null,
    onTheSpot: false,
    reopens: issue.reopens + 1,
    satisfaction: null,
    appeal: null,
    lookBackOn: null,
    mutedBy: [],
    ladder: nextGeneration(issue.ladder, now),
  };
  const event: HistoryEvent = {
    verb: 'reopen',
    detail: {
      reason: reason.text,
      fromDeadline: issue.deadline.day,
      deadline: deadline.day,
      phrase: deadline.phrase,
      closedBy: issue.closedBy,
      result: issue.result,
    },
  };
  const told =
    status === 'unrouted'
      ? { personIds: officePeople(issue, directory), reason: 'reopened' as const }
      : tellResponsible(issue, 'reopened', directory);
  return change(issue, patch, [event], [{ ...told, note: told.note ?? reason.text }], context);
}

/** 作废 a false alarm: kept, never deleted. Whoever had to act is told. */
export function decideVoid(issue: Issue, command: Of<'void'>, context: DecideContext): Decision {
  if (issue.status === 'void') return alreadyDone(null);
  if (issue.status === 'closed') return wrongStatus(issue);
  const reason = requireText(command.reason, 'reason-needed');
  if (!reason.ok) return reason;
  const personIds = listPeople(
    ...mustActNow(issue, context.directory).personIds,
    issue.assigneeId,
    issue.pending?.byId,
    issue.reporterId,
  );
  const event: HistoryEvent = { verb: 'void', detail: { reason: reason.text, fromStatus: issue.status } };
  const pauses = issue.pauses.map((pause) =>
    pause.until === null ? { ...pause, until: context.now } : pause,
  );
  const patch: Partial<Issue> = { status: 'void', pending: null, pauses, onAgenda: false };
  return change(issue, patch, [event], [{ personIds, reason: 'voided', note: reason.text }], context);
}

/** 满意/基本满意/不满意, once per strike-off; 不满意 says why and goes to the office. */
export function decideRate(issue: Issue, command: Of<'rate'>, context: DecideContext): Decision {
  if (!isRated(issue.kind)) return refuse('problems-only');
  if (issue.status !== 'closed') return wrongStatus(issue);
  if (issue.satisfaction) return refuse('already-rated', { byId: issue.satisfaction.byId });
  const bad = command.score === 'unsatisfied';
  const given = requireText(command.reason ?? '', 'reason-needed');
  if (!given.ok && (bad || given.refusal.code !== 'reason-needed')) return given;
  const reason = given.ok ? given.text : null;
  const satisfaction = { score: command.score, reason, byId: context.actor.person.id, at: context.now };
  const office = { personIds: officePeople(issue, context.directory), reason: 'unsatisfied' } as const;
  const told = bad && reason !== null ? [{ ...office, note: reason }] : [];
  return annotate(
    issue,
    { satisfaction },
    { verb: 'rate', detail: { score: command.score, reason } },
    told,
    context,
  );
}

/** 做法可否固化: one line offered to later similar problems; writing it again replaces it. */
export function decideMeasure(issue: Issue, command: Of<'write-measure'>, context: DecideContext): Decision {
  if (!isRated(issue.kind)) return refuse('problems-only');
  if (issue.status !== 'closed') return wrongStatus(issue);
  const text = requireText(command.text, 'text-needed');
  if (!text.ok) return text;
  const detail = { text: text.text, ...(issue.measure === null ? {} : { from: issue.measure }) };
  return annotate(issue, { measure: text.text }, { verb: 'write-measure', detail }, [], context);
}
