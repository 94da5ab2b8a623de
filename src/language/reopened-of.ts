/** 反弹率, 上半年销掉的后来又反弹了几个: of what was struck off once, what was reopened after that. */
import type { IssueFilter } from '../domain/issue-filter.ts';
import type { ReadContext } from './definition.ts';
import { filterOf } from './filter-of.ts';
import { periodOf } from './happened.ts';
import type { StateWord } from './lexicon/query-word.ts';
import type { Scan } from './scanned.ts';

const isBack = (s: StateWord) => s.kind === 'mark' && s.mark === 'reopened';

/** 上半年销掉的后来又反弹了: both are said, and when it was struck off. */
export function isStruckAndBack({ states, periods, basis, step, by }: Scan): boolean {
  return (
    periods.length > 0 &&
    basis === undefined &&
    step === undefined &&
    by === undefined &&
    states.length > 1 &&
    states.some(isBack) &&
    // 本月反弹的办完了几个: reopened then, and done since.
    states[0]?.kind === 'closed' &&
    states.every((s) => isBack(s) || s.kind === 'closed')
  );
}

/** Whether the share that is asked for is of what came back: 反弹的占多少. */
export function isShareBack({ rate, states, by }: Scan): boolean {
  return (
    rate === 'share' &&
    by === undefined &&
    states.some(isBack) &&
    states.every((s) => isBack(s) || s.kind === 'closed' || s.kind === 'all')
  );
}

/** What was struck off on the days that were said, or ever. */
export function struckOf(scan: Scan, context: ReadContext, back = false): IssueFilter {
  const {
    sort: _s,
    statuses: _t,
    ...place
  } = filterOf({ ...scan, states: [{ kind: 'all' }], periods: [] }, context);
  const period = periodOf(scan);
  return {
    ...place,
    struck: {
      ...(period && { from: period.from, to: period.until }),
      ...(back && { back: true as const }),
    },
  };
}
