/** Doing the work: progress (进展), reporting done (办结申请), co-units (协办). */
import { ownUnits, rolesOn } from '../access.ts';
import { type Decision, refuse } from '../decision.ts';
import type { HistoryEvent, Issue, IssueCommand } from '../issue.ts';
import { lightThresholds } from '../lights.ts';
import { endPause, openPause } from '../pause.ts';
import { responsiblePeople, verifyingPeople } from '../recipients.ts';
import type { Instant } from '../time.ts';
import {
  alreadyDone,
  change,
  type DecideContext,
  requireText,
  tellResponsible,
  tellUnit,
  wrongStatus,
} from './change.ts';
import { signed, signedByUnit } from './routing.ts';

type Of<V> = Extract<IssueCommand, { verb: V }>;

const PAST_YELLOWS_KEPT = 20;

/** 进展: a note; from the responsible unit it also signs. Whoever urged and has heard nothing since is told. */
export function decideProgress(issue: Issue, command: Of<'progress'>, context: DecideContext): Decision {
  if (issue.status === 'closed' || issue.status === 'void') return wrongStatus(issue);
  const note = requireText(command.note, 'text-needed');
  if (!note.ok) return note;
  const signing = signedByUnit(issue, context);
  const waiting = issue.urges.filter((urge) => !urge.answered).map((urge) => urge.byId);
  const urges = issue.urges.map((urge) => ({ ...urge, answered: true }));
  const events: HistoryEvent[] = [...signing.events, { verb: 'progress', detail: { note: note.text } }];
  const told = { personIds: waiting, reason: 'progress', note: note.text } as const;
  return change(issue, { ...signing.issue, urges, changedAt: context.now }, events, [told], context);
}

/** Starts of yellow runs with the present one, when it runs: doing the work ends it (two in 30 days make red). */
function endYellow(issue: Issue, context: DecideContext): Instant[] {
  const { yellowAt } = lightThresholds(issue, context.directory);
  if (yellowAt === null || yellowAt > context.now || issue.pastYellows.includes(yellowAt))
    return issue.pastYellows;
  return [...issue.pastYellows, yellowAt].slice(-PAST_YELLOWS_KEPT);
}

/**
 * 办结: one line of result; then somebody else verifies. Not signed counts as signed, a paused clock starts again, a
 * waiting request falls away. Open co-units hold it back unless the office overrides.
 */
export function decideReportDone(issue: Issue, command: Of<'report-done'>, context: DecideContext): Decision {
  const { actor, directory, now } = context;
  if (issue.status === 'verifying' || issue.status === 'closed') return alreadyDone(issue.doneBy);
  if (issue.status === 'unrouted' || issue.status === 'void') return wrongStatus(issue);
  const result = requireText(command.result, 'result-needed');
  if (!result.ok) return result;
  const open = issue.coUnits.filter((co) => co.doneAt === null);
  const overridden =
    open.length > 0 && command.override === true && rolesOn(actor, issue, directory).has('office');
  if (open.length > 0 && !overridden) {
    const names = open.map((co) => directory.unit(co.unitId)?.name ?? `#${co.unitId}`);
    return refuse('co-units-open', { count: open.length, names: names.join('、') });
  }
  const pause = openPause(issue);
  const resumed = pause ? { ...issue, ...endPause(issue, pause, now, directory) } : issue;
  const { issue: running, events: signing } = signed(resumed, context);
  const detail: Record<string, unknown> = { result: result.text };
  if (overridden) detail.overridden = open.map((co) => co.unitId);
  if (issue.pending) detail.dropped = issue.pending;
  const events: HistoryEvent[] = [];
  if (pause)
    events.push({ verb: 'resume', detail: { deadline: running.deadline.day, from: issue.deadline.day } });
  events.push(...signing, { verb: 'report-done', detail });
  const patch: Partial<Issue> = {
    ...running,
    status: 'verifying',
    doneAt: now,
    doneBy: actor.person.id,
    result: result.text,
    pending: null,
    pastYellows: endYellow(issue, context),
    changedAt: now,
  };
  const personIds = verifyingPeople({ ...issue, ...patch }, directory);
  return change(issue, patch, events, [{ personIds, reason: 'to-verify', note: result.text }], context);
}

/** 协办: a further unit with its own tick (联合攻坚). */
export function decideAddCoUnit(issue: Issue, command: Of<'add-co-unit'>, context: DecideContext): Decision {
  if (issue.status === 'verifying' || issue.status === 'closed' || issue.status === 'void')
    return wrongStatus(issue);
  const unit = context.directory.unit(command.unitId);
  if (!unit || unit.closed) return refuse('unit-unknown');
  if (unit.id === issue.unitId) return refuse('same-unit', { unit: unit.name });
  if (issue.coUnits.some((co) => co.unitId === unit.id)) return alreadyDone(null);
  const coUnits = [...issue.coUnits, { unitId: unit.id, doneAt: null, doneBy: null }];
  const told = tellUnit(issue, unit.id, 'co-unit', context.directory);
  return change(issue, { coUnits }, [{ verb: 'add-co-unit', detail: { unitId: unit.id } }], [told], context);
}

/** A co-unit's own part is done; the office may tick for a unit it names. The last tick tells the lead. */
export function decideTickCoUnit(
  issue: Issue,
  command: Of<'tick-co-unit'>,
  context: DecideContext,
): Decision {
  const { actor, directory, now } = context;
  if (issue.status === 'verifying' || issue.status === 'closed' || issue.status === 'void')
    return wrongStatus(issue);
  const own = actor.person.home ? ownUnits(actor) : [];
  const mine = issue.coUnits.filter((co) => own.includes(co.unitId));
  const open = mine.find((co) => co.doneAt === null) ?? mine[0];
  const asOffice = rolesOn(actor, issue, directory).has('office');
  const unitId = command.unitId ?? open?.unitId;
  const co = issue.coUnits.find((one) => one.unitId === unitId);
  if (!co || !(own.includes(co.unitId) || asOffice)) return refuse('co-unit-unknown');
  if (co.doneAt !== null) return alreadyDone(co.doneBy);
  const done = { ...co, doneAt: now, doneBy: actor.person.id };
  const coUnits = issue.coUnits.map((one) => (one === co ? done : one));
  const complete = coUnits.every((one) => one.doneAt !== null);
  const told = complete && responsiblePeople(issue, directory).length > 0;
  return change(
    issue,
    { coUnits },
    [{ verb: 'tick-co-unit', detail: { unitId: co.unitId } }],
    told ? [tellResponsible(issue, 'co-units-done', directory)] : [],
    context,
  );
}
