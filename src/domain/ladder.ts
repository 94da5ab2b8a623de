/** What the clock owes an issue: rungs of the ladder (product.md §5), the end of a pause, the look back. */
import { acknowledgedUntil } from './acknowledge.ts';
import { notices, recordTold, type Told, tellResponsible } from './decide/change.ts';
import type { Decided } from './decision.ts';
import type { Directory } from './directory.ts';
import type { HistoryEvent, Issue } from './issue.ts';
import { endPause, openPause, resumesAt } from './pause.ts';
import { contactPeople, officePeople } from './recipients.ts';
import { escalate, listRungs } from './rungs.ts';
import { reminderSlot, sendableAt } from './sendable.ts';
import { type Instant, instantAt, MINUTE } from './time.ts';

/** Later than this after it was owed, a reminder was missed in an outage. */
const LATE_MS = 15 * MINUTE;

/** When the clock must look at this issue again: the first instant {@link decideTick} does something; null: never. */
export function planIssue(issue: Issue, directory: Directory): { nextAt: Instant | null } {
  const owed: Instant[] = listRungs(issue, directory).map((rung) => rung.at);
  const quietUntil = quietUntilOf(issue, directory);
  const steps = owed.map((at) => Math.max(at, quietUntil));
  const pause = openPause(issue);
  if (pause) steps.push(resumeSlot(pause, directory));
  const looked = lookBackAt(issue, directory);
  if (looked !== null) steps.push(looked);
  return { nextAt: steps.length === 0 ? null : sendableAt(Math.min(...steps), directory.clock) };
}

/**
 * Does everything owed at `now`, or returns null when nothing is. Nothing happens outside sendable time. After an
 * outage only the highest rung is heard, by everybody who missed one, and a pause ends when it was to end.
 */
export function decideTick(issue: Issue, context: { now: Instant; directory: Directory }): Decided | null {
  const { now, directory } = context;
  if (sendableAt(now, directory.clock) !== now) return null;
  let next = issue;
  const events: HistoryEvent[] = [];
  const told: Told[] = [];
  const pause = openPause(issue);
  if (pause && resumeSlot(pause, directory) <= now) {
    next = { ...next, ...endPause(issue, pause, resumeSlot(pause, directory), directory) };
    const detail = { expected: pause.expected, from: issue.deadline.day, deadline: next.deadline.day };
    events.push({ verb: 'auto-resume', detail });
    told.push(tellResponsible(next, 'resumed', directory));
  }
  const due = listRungs(next, directory).filter((rung) => rung.at <= now);
  const lastDue = due.at(-1);
  const quietUntil = quietUntilOf(next, directory);
  if (lastDue && now >= quietUntil) {
    const owedAt = sendableAt(Math.max(lastDue.at, quietUntil), directory.clock);
    const fired = escalate(next, due, directory);
    next = { ...next, ladder: fired.ladder };
    events.push(fired.event);
    // A rung tells more than the end of a pause does; one message is enough.
    const late = now - owedAt > LATE_MS;
    told.unshift(...fired.told.map((one) => (late ? { ...one, late } : one)));
  }
  const looked = lookBackAt(next, directory);
  if (looked !== null && looked <= now) {
    events.push({ verb: 'look-back', detail: { on: next.lookBackOn, askedId: next.closedBy } });
    told.push({ personIds: lookBackPeople(next, directory), reason: 'look-back' });
    next = { ...next, lookBackOn: null };
  }
  if (events.length === 0) return null;
  const effects = notices(told, null, directory);
  return {
    ok: true,
    issue: { ...next, version: issue.version + 1 },
    events: recordTold(events, effects),
    effects,
  };
}

/** A pause ends with the day's first digest, which says so. */
function resumeSlot(pause: Parameters<typeof resumesAt>[0], directory: Directory): Instant {
  return reminderSlot(resumesAt(pause, directory), directory.clock);
}

/** Until when an acknowledgement keeps the ladder quiet; 0: it does not. */
function quietUntilOf(issue: Issue, directory: Directory): Instant {
  const until = acknowledgedUntil(issue, directory);
  return until === null ? 0 : reminderSlot(until, directory.clock);
}

/** When the verifier is asked whether it came back (回头看); null when it was asked or need not be. */
function lookBackAt(issue: Issue, directory: Directory): Instant | null {
  if (issue.status !== 'closed' || issue.lookBackOn === null) return null;
  return instantAt(issue.lookBackOn, '00:00', directory.clock.timeZone);
}

/** The verifier; with an enterprise contact, who may not be reachable privately, also the secretary or the office. */
function lookBackPeople(issue: Issue, directory: Directory): number[] {
  if (issue.closedBy === null) return officePeople(issue, directory);
  if (!contactPeople(issue, directory).includes(issue.closedBy)) return [issue.closedBy];
  const secretaryId = issue.projectId === null ? null : directory.project(issue.projectId)?.secretaryId;
  return [issue.closedBy, ...(secretaryId == null ? officePeople(issue, directory) : [secretaryId])];
}
