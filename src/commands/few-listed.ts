/** What is told beside a list by what was said: a few in the place of groups, whether all of it is done. */
import { allText, soFarText } from '../cards/words-follow-up.ts';
import type { IssueFilter } from '../domain/answer.ts';
import { OPEN_STATUSES } from '../domain/issue.ts';
import type { GroupBy } from '../domain/issue-filter.ts';
import type { Fact } from '../domain/reading.ts';
import type { CommandContext } from './context.ts';
import { countFound } from './count-found.ts';

const NUMBER_FIRST =
  /(?:几|多少)[件个条桩]?[^几多哪]{0,6}(?:哪些|哪几[个家]|哪一?[个家])(?:单位|局|部门|项目|企业)?(?:的|办的)?[\s\p{P}]*$/u;
/** Of one page. */
const FEW = 5;

/** 红灯的有几件,都是哪些单位的: what each row tells; undefined: they are counted by groups. */
export async function fewListed(
  context: CommandContext,
  by: GroupBy | undefined,
  filter: IssueFilter,
): Promise<Fact | undefined> {
  const fact = by === 'unit' ? 'who' : by === 'project' ? 'project' : undefined;
  if (!fact || !NUMBER_FIRST.test(context.said ?? '')) return undefined;
  const total = (await countFound(context, filter)) ?? 0;
  return total > 0 && total <= FEW ? fact : undefined;
}

/** 消防类的办得咋样了: how many are done, and of each that is left how far it is; undefined: it is not asked. */
export async function kindSoFar(
  context: CommandContext,
  measure: string | undefined,
  filter: IssueFilter,
): Promise<{ told: string; fact?: Fact } | undefined> {
  const { categoryIds, statuses, sort: _, ...others } = filter;
  const open = String(statuses) === String(OPEN_STATUSES);
  if (measure !== 'progress' || !categoryIds || !open || Object.keys(others).length > 0) return undefined;
  const left = (await countFound(context, filter)) ?? 0;
  const done = (await countFound(context, { ...filter, statuses: ['closed'] })) ?? 0;
  return { told: soFarText(done, left), ...(left > 1 && { fact: 'progress' }) };
}

const ASKS_DONE =
  /(?:(?:办|弄|搞)(?:完|好|掉|定)|(?:解决|处理)(?:完|好|掉)?)了?(?:没有?|没得|吗|么)[啊呢\s\p{P}]*$/u;
const OF_WHAT = ['statuses', 'projectIds', 'unitIds', 'unitRole', 'categoryIds', 'search', 'sort'];

/** 我们环保的事办完没有: how many there were, and how many are left; undefined: it is not asked. */
export async function whetherDone(context: CommandContext, filter: IssueFilter): Promise<string | undefined> {
  const open = String(filter.statuses) === String(OPEN_STATUSES);
  const named = Object.keys(filter).every((key) => OF_WHAT.includes(key));
  if (!open || !named || !ASKS_DONE.test(context.said ?? '')) return undefined;
  const left = (await countFound(context, filter)) ?? 0;
  const done = (await countFound(context, { ...filter, statuses: ['closed'] })) ?? 0;
  return allText('closed', left + done, left);
}
