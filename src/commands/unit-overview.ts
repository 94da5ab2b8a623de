/** 审批局怎么样, where nothing of it is open: how this month went, as 审批局本月怎么样 is told. */
import { findsAny } from '../db/issue-list.ts';
import type { Answer } from '../domain/answer.ts';
import { todayOf } from '../domain/directory.ts';
import { OPEN_STATUSES } from '../domain/issue.ts';
import type { IssueFilter } from '../domain/issue-filter.ts';
import { rangeOf } from '../domain/period.ts';
import type { Reading } from '../domain/reading.ts';
import { narrow } from '../views/issue-list.ts';
import type { CallOf } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { viewerOf } from './reply.ts';

/** undefined: more than one unit is asked for, or something of it is open and listed. */
export async function unitOverview(
  context: CommandContext,
  { measure, by, personHeard, sounded }: CallOf<'ask'>,
  filter: IssueFilter,
): Promise<(Answer & { kind: 'several' }) | undefined> {
  const { unitIds, statuses, ...narrower } = filter;
  const [unitId, second] = unitIds ?? [];
  if (measure !== 'progress' || by || personHeard !== undefined || sounded) return undefined;
  if (unitId === undefined || second !== undefined || Object.keys(narrower).length > 0) return undefined;
  if (String(statuses) !== String(OPEN_STATUSES)) return undefined;
  const narrowed = narrow(filter, viewerOf(context));
  if (!narrowed || (await findsAny(context.tx, narrowed.query))) return undefined;
  const [from, to] = rangeOf('month', 0, todayOf(readContextOf(context)));
  const of = (more: IssueFilter): Reading => ({ measure: 'count', filter: { unitIds: [unitId], ...more } });
  const parts = [
    of({ statuses: [...OPEN_STATUSES] }),
    of({ overdue: true }),
    of({ loggedFrom: from, loggedTo: to }),
    of({ statuses: ['closed'], closedFrom: from, closedTo: to }),
  ];
  return { kind: 'several', parts };
}
