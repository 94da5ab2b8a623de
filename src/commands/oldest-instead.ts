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
  const open: IssueFilter = { ...found, statuses: found.statuses ?? [...OPEN_STATUSES], sort: 'longest' };
  const finds = async (one: IssueFilter) => {
    const narrowed = narrow(one, viewerOf(context));
    return narrowed !== null && narrowed !== undefined && findsAny(context.tx, narrowed.query);
  };
  return !(await finds(filter)) && (await finds(open)) ? open : undefined;
}
