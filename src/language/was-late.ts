/** Times that are more than a span: overdue in one, whether or not it is done by now; two that are compared. */
import type { IssueFilter } from '../domain/issue-filter.ts';
import { dayOf } from '../domain/time.ts';
import type { ReadContext } from './definition.ts';
import type { Period } from './lexicon/periods.ts';
import type { Scan } from './scanned.ts';

/**
 * 上个月逾期了几件, 本月超期的: what fell due then and was not done, though it is over by now. 上月到期的逾期, 现在还逾期的
 * and shares are of what is overdue now.
 */
export function wasLateIn(
  { states, basis, tags, sorted, longest }: Scan,
  { overdue, mark, dueFrom, step, outcome }: IssueFilter,
  { from, until }: Period,
  { now, directory }: ReadContext,
): boolean {
  const today = dayOf(now, directory.settings.timeZone);
  const alone = states.every((one) => one.kind === 'overdue') && !mark && !step && !outcome;
  const ranked = tags.has('rate') || sorted !== undefined || longest !== undefined;
  return (
    overdue === true &&
    dueFrom !== undefined &&
    basis === undefined &&
    alone &&
    !ranked &&
    (from < until || until < today) &&
    from <= today
  );
}

/** 上季度和这季度的办结率比一下: one span of both would be of neither. */
export function comparesThem({ periods, heard }: Scan): boolean {
  return periods.length > 1 && (heard.get('each') ?? '').includes('比');
}
