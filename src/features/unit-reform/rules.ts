/**
 * Reform of units (机构改革): what was theirs and is not over goes to the successor, or back to the office. What is
 * struck off keeps the unit that did it, so that history and statistics stay true.
 */
import { change, type DecideContext, nextGeneration, tellResponsible } from '../../domain/decide/change.ts';
import type { Decided, NoticeReason } from '../../domain/decision.ts';
import { type CoUnit, type Issue, OPEN_STATUSES } from '../../domain/issue.ts';
import { officePeople } from '../../domain/recipients.ts';

/** 合并 to a successor, or 撤销 (null). */
export interface Reform {
  unitId: number;
  successorId: number | null;
}

/** Co-units after it: a tick stays with whoever gave it, an open one moves; never twice, never beside itself as lead. */
function coUnitsAfter(issue: Issue, leadId: number | null, { unitId, successorId }: Reform): CoUnit[] {
  const moved = issue.coUnits.flatMap((co) => {
    if (co.unitId !== unitId || co.doneAt !== null) return [co];
    return successorId === null ? [] : [{ ...co, unitId: successorId }];
  });
  // Of two parts that have become one the open one counts: it is still to be done.
  const open = new Set(moved.flatMap((co) => (co.doneAt === null ? [co.unitId] : [])));
  return moved.filter(
    (co, at) =>
      co.unitId !== leadId &&
      (co.doneAt === null || !open.has(co.unitId)) &&
      moved.findIndex((one) => one.unitId === co.unitId && (one.doneAt === null) === (co.doneAt === null)) ===
        at,
  );
}

/** What waits for the unit's own next step; the others wait for somebody else and keep their course. */
const THEIRS: readonly Issue['status'][] = ['unsigned', 'working'];

/**
 * The open issue after the reform; null when it does not concern it. A successor takes it as it stands, signed or not,
 * with its deadline; of an abolished unit the office routes it anew. What waits for approval, a pause or verification
 * goes on waiting.
 */
export function decideReform(issue: Issue, reform: Reform, context: DecideContext): Decided | null {
  if (!OPEN_STATUSES.includes(issue.status)) return null;
  const { unitId, successorId } = reform;
  const leads = issue.unitId === unitId;
  if (!leads && !issue.coUnits.some((co) => co.unitId === unitId && co.doneAt === null)) return null;
  const back = leads && successorId === null && THEIRS.includes(issue.status) && issue.pending === null;
  const lead = leads && successorId !== null ? successorId : back ? null : issue.unitId;
  const patch: Partial<Issue> = {
    unitId: lead,
    coUnits: coUnitsAfter(issue, lead, reform),
    changedAt: issue.changedAt,
    ...(back && {
      status: 'unrouted',
      assigneeId: null,
      routedAt: null,
      signedAt: null,
      ladder: nextGeneration(issue.ladder, context.now),
    }),
  };
  const after = { ...issue, ...patch };
  const told = toldOf(issue, after, { leads, back }, context);
  const event = { verb: 'unit-reform', detail: { ...reform, fromStatus: issue.status } } as const;
  return change(issue, patch, [event], told, context);
}

const waitsForHelp = (issue: Issue) => issue.coUnits.some((co) => co.doneAt === null);

/** Only who must now act and did not before: the office, a successor that has not signed, a lead nobody helps now. */
function toldOf(
  before: Issue,
  after: Issue,
  { leads, back }: { leads: boolean; back: boolean },
  { directory }: DecideContext,
) {
  if (back) return [{ personIds: officePeople(after, directory), reason: 'to-route' as NoticeReason }];
  if (leads && after.status === 'unsigned') return [tellResponsible(after, 'to-sign', directory)];
  const free = after.status === 'working' && waitsForHelp(before) && !waitsForHelp(after);
  return free ? [tellResponsible(after, 'co-units-done', directory)] : [];
}
