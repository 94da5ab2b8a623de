/** 拖得最久的是哪件, where nothing is overdue; 办得最慢的是哪件, which may not be done. */
import { ageText } from '../cards/issue-row.ts';
import { noneLitText, OLDEST_INSTEAD, openLongestText } from '../cards/words-figures.ts';
import { findsAny } from '../db/issue-list.ts';
import type { IssueFilter } from '../domain/answer.ts';
import { todayOf } from '../domain/directory.ts';
import { type Issue, OPEN_STATUSES } from '../domain/issue.ts';
import type { Topic } from '../language/topic.ts';
import { shortUnitName } from '../text/names.ts';
import { narrow } from '../views/issue-list.ts';
import type { CallOf } from './call.ts';
import type { CommandContext } from './context.ts';
import { idsOfPage } from './follow-memory.ts';
import { viewerOf } from './reply.ts';
import { visibleIssue } from './visible-issue.ts';

/** What is open and was logged first, where the slowest was asked for and not of what is done. */
export async function openSlowest(
  context: CommandContext,
  { duration, taken, states }: Pick<Topic, 'duration' | 'taken' | 'states'>,
  { closedFrom: _, closedTo = todayOf(context), ...filter }: IssueFilter,
): Promise<Issue | undefined> {
  if (duration !== 'slowest' || taken || states.length > 0 || closedTo < todayOf(context)) return undefined;
  const open: IssueFilter = { ...filter, statuses: [...OPEN_STATUSES], sort: 'longest' };
  const [id = 0] = (await idsOfPage(context, open, { page: 1, pageSize: 1 })) ?? [];
  return visibleIssue(context, id);
}

/** Told beside what took longest of what is done; beside units, and of what was told, where nothing is done. */
export async function openBeside(context: CommandContext, call: CallOf<'ask'>, filter: IssueFilter) {
  const issue = call.measure === 'duration' && (await openSlowest(context, call.topic, filter));
  const rather = call.by !== undefined || !context.said?.includes('办');
  if (!issue || (rather && (await idsOfPage(context, filter, { page: 1, pageSize: 1 }))?.length)) return [];
  const name = `#${issue.id} ${issue.title}（${shortUnitName(context, issue.unitId)}）`;
  return [openLongestText(name, ageText(issue, context))];
}

/** What is open, where nothing is as it was said to be, and what is told of that; undefined: something is, or nothing is open. */
export async function openInstead(
  context: CommandContext,
  call: CallOf<'ask'>,
  filter: IssueFilter,
): Promise<{ filter: IssueFilter; told: string } | undefined> {
  const { colors, ...others } = filter;
  // 为什么兴发的红灯老下不来, where none is red.
  const said = /[红黄蓝灯]/u.test(context.said ?? '');
  const lit =
    call.measure === 'why' && colors && said ? { ...others, statuses: [...OPEN_STATUSES] } : undefined;
  const open = lit ?? oldestOpen(context, call, filter);
  const finds = async (one: IssueFilter) => {
    const narrowed = narrow(one, viewerOf(context));
    return narrowed !== null && narrowed !== undefined && findsAny(context.tx, narrowed.query);
  };
  if (!open || (await finds(filter)) || !(await finds(open))) return undefined;
  return { filter: open, told: lit ? noneLitText(colors ?? []) : OLDEST_INSTEAD };
}

/** What is open by when it was logged; undefined: 逾期 was said. */
function oldestOpen(
  context: CommandContext,
  { topic, by }: CallOf<'ask'>,
  filter: IssueFilter,
): IssueFilter | undefined {
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
  return { ...found, statuses, sort: 'longest' };
}
