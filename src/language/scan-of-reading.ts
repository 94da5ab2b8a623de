/** From a reading back to what a question would have said, so that 那住建局呢 goes on from a chip that was tapped. */
import { OPEN_STATUSES } from '../domain/issue.ts';
import type { Reading } from '../domain/reading.ts';
import type { Period } from './lexicon/periods.ts';
import type { QueryWord, StateWord } from './lexicon/query-word.ts';
import type { Scan } from './scanned.ts';

function statesOf({ colors, overdue, statuses, onAgenda, extension, mark }: Reading['filter']): StateWord[] {
  const open = OPEN_STATUSES.every((status) => statuses?.includes(status));
  const others = (statuses ?? []).filter((status) => !open || !OPEN_STATUSES.includes(status));
  return [
    ...(colors ?? []).map((color) => ({ kind: 'color', color }) as const),
    ...(overdue ? [{ kind: 'overdue' } as const] : []),
    ...(open ? [{ kind: 'open' } as const] : []),
    ...others.map((status) =>
      status === 'closed' ? ({ kind: 'closed' } as const) : ({ kind: 'status', status } as const),
    ),
    ...(onAgenda ? [{ kind: 'agenda' } as const] : []),
    ...(extension ? [{ kind: 'extension', extension } as const] : []),
    ...(mark ? [{ kind: 'mark', mark } as const] : []),
  ];
}

/** May not hold all of it: whoever uses it compares what is read from it. */
export function scanOfReading({ filter, measure, by, rate, duration }: Reading): Scan {
  const { dueFrom, dueTo, loggedFrom, loggedTo, closedFrom, closedTo } = filter;
  const from = dueFrom ?? loggedFrom ?? closedFrom;
  const until = dueTo ?? loggedTo ?? closedTo;
  const periods: Period[] = from !== undefined && until !== undefined ? [{ from, until, past: false }] : [];
  const basis = dueFrom !== undefined ? 'due' : loggedFrom !== undefined ? 'logged' : undefined;
  const states = measure === 'rate' || measure === 'duration' ? [] : statesOf(filter);
  const group = by && ({ tag: 'by', by, asks: true } as const);
  const tags: (readonly [QueryWord['tag'], boolean])[] = [
    ['count', measure === 'count'],
    ['which', measure === 'list'],
    ['send', measure === 'file'],
    ['state', states.length > 0],
    ['rate', rate !== undefined],
    ['duration', duration !== undefined],
    ['by', group !== undefined],
    ['basis', basis !== undefined],
    ['helping', filter.unitRole !== undefined],
  ];
  return {
    unitIds: filter.unitIds ?? [],
    projectIds: filter.projectIds ?? [],
    areaIds: filter.areaIds ?? [],
    categoryIds: filter.categoryIds ?? [],
    kinds: filter.kinds ?? [],
    texts: filter.search === undefined ? [] : [filter.search],
    personOpenIds: [],
    nodes: [],
    ages: [],
    ...(filter.park !== undefined && { park: filter.park }),
    ...(filter.industry !== undefined && { industry: filter.industry }),
    states,
    periods,
    ...(basis && { basis }),
    ...(rate && { rate }),
    ...(duration && { duration }),
    ...(group && { by: group }),
    ...(filter.unitRole === 'any' && { helpingToo: true as const }),
    tags: new Map(tags.filter(([, has]) => has).map(([tag]) => [tag, 1])),
    heard: new Map(),
    outside: [],
    clashes: [],
    left: [],
    endsOf: false,
  };
}
