/** Times that are more than a span: overdue in one, whether or not it is done by now; two that are compared. */
import { todayOf } from '../domain/directory.ts';
import type { IssueFilter } from '../domain/issue-filter.ts';
import type { ReadContext } from './definition.ts';
import type { Period } from './lexicon/periods.ts';
import type { Scan } from './scanned.ts';

/**
 * 上个月逾期了几件, 本月超期的: what fell due then and was not done, though it is over by now. 上月到期的逾期, 现在还逾期的
 * and shares are of what is overdue now.
 */
export function wasLateIn(
  { states, basis, tags, heard, sorted, longest }: Scan,
  { overdue, mark, dueFrom, step, outcome }: IssueFilter,
  { from, until }: Period,
  { now, directory }: ReadContext,
): boolean {
  const today = todayOf({ now, directory });
  const alone = states.every((one) => one.kind === 'overdue') && !mark && !step && !outcome;
  // 逾期没办结的, 拖到现在的, 逾期的还剩几件: what still is.
  const words = [
    ...states.map((one) => heard.get(one)),
    heard.get('filler'),
    heard.get('count'),
    heard.get('more'),
  ];
  if (
    words.some((word) => /[没未](?:办|销|解|完|结|动)|[还剩]|现在|至今|不办|不动|拖[着起住]/.test(word ?? ''))
  )
    return false;
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

/** 本月反弹的办完了几个: reopened then, and done since; which of both the days are of is not told. */
export function isBackThenDone({ states, periods, basis }: Scan): boolean {
  const [first] = states;
  return (
    periods.length > 0 &&
    basis === undefined &&
    first !== undefined &&
    first.kind === 'mark' &&
    first.mark === 'reopened' &&
    states.some(({ kind }) => kind === 'closed')
  );
}
