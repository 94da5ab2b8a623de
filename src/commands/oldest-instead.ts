/** 拖得最久的是哪件, where nothing is overdue. */
import { findsAny } from '../db/issue-list.ts';
import type { IssueFilter } from '../domain/answer.ts';
import { OPEN_STATUSES } from '../domain/issue.ts';
import { narrow } from '../views/issue-list.ts';
import type { CallOf } from './call.ts';
import type { CommandContext } from './context.ts';
import { viewerOf } from './reply.ts';

/** What is open by when it was logged; undefined: 逾期 was said, something is overdue or nothing is open. */
export async function oldestInstead(
  context: CommandContext,
  { topic }: CallOf<'ask'>,
  filter: IssueFilter,
): Promise<IssueFilter | undefined> {
  const late = topic.states.some(({ state }) => state.kind === 'overdue');
  if (late || /[逾超过]期|超时|超得/.test(context.said ?? '')) return undefined;
  if (filter.sort !== 'overdue' || filter.overdue !== true || filter.asOf !== undefined) return undefined;
  const { overdue: _, ...found } = filter;
  // What stands still is not overdue: of those that do.
  const said = topic.states.flatMap(({ state }) => (state.kind === 'status' ? [state.status] : []));
  const statuses = found.statuses ?? (said.length > 0 ? said : [...OPEN_STATUSES]);
  const open: IssueFilter = { ...found, statuses, sort: 'longest' };
  const finds = async (one: IssueFilter) => {
    const narrowed = narrow(one, viewerOf(context));
    return narrowed !== null && narrowed !== undefined && findsAny(context.tx, narrowed.query);
  };
  return !(await finds(filter)) && (await finds(open)) ? open : undefined;
}
