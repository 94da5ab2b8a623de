/** 拖得最久的是哪件, where nothing is overdue; 办得最慢的是哪件, which may not be done. */
import { openLongestText } from '../cards/words-figures.ts';
import { findsAny } from '../db/issue-list.ts';
import type { IssueFilter } from '../domain/answer.ts';
import { todayOf } from '../domain/directory.ts';
import { OPEN_STATUSES } from '../domain/issue.ts';
import { workingDaysElapsed } from '../domain/worktime.ts';
import type { Topic } from '../language/topic.ts';
import { shortUnitName } from '../text/names.ts';
import { narrow } from '../views/issue-list.ts';
import type { CallOf } from './call.ts';
import type { CommandContext } from './context.ts';
import { idsOfPage } from './follow-memory.ts';
import { viewerOf } from './reply.ts';
import { visibleIssue } from './visible-issue.ts';

/** Of what is open that was logged first, where the slowest was asked for and not of what is done. */
export async function openSlowest(
  context: CommandContext,
  { duration, taken, states }: Pick<Topic, 'duration' | 'taken' | 'states'>,
  { closedFrom: _, closedTo, ...filter }: IssueFilter,
): Promise<number | undefined> {
  const over = closedTo !== undefined && closedTo < todayOf(context);
  if (duration !== 'slowest' || taken || states.length > 0 || over) return undefined;
  const open: IssueFilter = { ...filter, statuses: [...OPEN_STATUSES], sort: 'longest' };
  return (await idsOfPage(context, open, { page: 1, pageSize: 1 }))?.[0];
}

/** Told beside what took longest of what is done; beside units where none of them has anything done. */
export async function openBeside(
  context: CommandContext,
  { topic, by }: CallOf<'ask'>,
  filter: IssueFilter,
): Promise<string[]> {
  const { directory, now } = context;
  const id = await openSlowest(context, topic, filter);
  const done = by && id !== undefined && (await idsOfPage(context, filter, { page: 1, pageSize: 1 }))?.length;
  const issue = id === undefined || done ? undefined : await visibleIssue(context, id);
  if (!issue) return [];
  const days = workingDaysElapsed(issue.loggedAt, now, [], directory.clock);
  const unit = issue.unitId === null ? undefined : shortUnitName(context, issue.unitId);
  return [openLongestText(issue.id, issue.title, unit, days)];
}

/** What is open by when it was logged; undefined: 逾期 was said, something is overdue or nothing is open. */
export async function oldestInstead(
  context: CommandContext,
  { topic, by }: CallOf<'ask'>,
  filter: IssueFilter,
): Promise<IssueFilter | undefined> {
  // 供电的问题现在谁最慢: the problems, each with its unit.
  const who = by === 'unit' && topic.longest === 'overdue' && /谁.{0,4}慢/u.test(context.said ?? '');
  const late = topic.states.some(({ state }) => state.kind === 'overdue');
  if (late || /[逾超过]期|超时|超得/.test(context.said ?? '')) return undefined;
  if ((filter.sort !== 'overdue' && !who) || filter.overdue !== true || filter.asOf !== undefined)
    return undefined;
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
