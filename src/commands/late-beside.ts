/** 到周五为止要到期的, 周五之前要交差的: what is late already is counted, or told beside it. */
import { LATE_INCLUDED, lateBesideText } from '../cards/words-over-time.ts';
import { todayOf } from '../domain/directory.ts';
import { OPEN_STATUSES } from '../domain/issue.ts';
import type { IssueFilter } from '../domain/issue-filter.ts';
import type { CallOf } from './call.ts';
import type { CommandContext } from './context.ts';
import { countFound } from './count-found.ts';

const UNTIL = /(?:前|止)$|^(?:到|至|截)/u;

/** Beside what is open and falls due until a day that was named. */
export async function lateBeside(
  context: CommandContext,
  { topic, measure, by }: CallOf<'ask'>,
  filter: IssueFilter,
): Promise<string[]> {
  const { dueFrom, dueTo, overdue, colors, statuses } = filter;
  const open = statuses !== undefined && String(statuses) === String(OPEN_STATUSES);
  if (dueTo === undefined || overdue || colors || by || !open || !['count', 'list'].includes(measure))
    return [];
  if (!topic.periods.some(({ heard }) => UNTIL.test(heard)) || dueTo < todayOf(context)) return [];
  if (dueFrom === undefined) return [LATE_INCLUDED];
  const { dueFrom: _f, dueTo: _t, statuses: _s, ...rest } = filter;
  const late = { ...rest, overdue: true };
  const count = dueFrom === todayOf(context) ? ((await countFound(context, late)) ?? 0) : 0;
  return count > 0 ? [lateBesideText(count)] : [];
}
