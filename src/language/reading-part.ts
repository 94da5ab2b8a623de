/** What the readers of measures share. */
import type { GroupBy, IssueFilter } from '../domain/issue-filter.ts';
import type { Reading } from '../domain/reading.ts';
import type { ReadContext } from './definition.ts';
import { filterOf } from './filter-of.ts';
import type { Period } from './lexicon/periods.ts';
import type { QueryWord, StateWord } from './lexicon/query-word.ts';
import type { Scan } from './scanned.ts';

/** `unread`: words that do not go with the measure. */
export type Part = { reading: Reading; unread: string[] };

export function heardOf(scan: Scan, key: StateWord | Period | QueryWord['tag']): string {
  return scan.heard.get(key) ?? '';
}

/** States other than these do not go with the measure. */
export function statesBut(scan: Scan, ...kinds: StateWord['kind'][]): string[] {
  return scan.states.filter(({ kind }) => !kinds.includes(kind)).map((one) => heardOf(scan, one));
}

export const by = (scan: Scan): { by?: GroupBy } => (scan.by ? { by: scan.by.by } : {});

export function rankOf({ tags }: Scan): Pick<Reading, 'most'> {
  if (tags.has('lowest')) return { most: 'low' };
  return tags.has('highest') || tags.has('most') ? { most: 'high' } : {};
}

/** The same places, units and kinds, whatever their state; days of the period by `basis`. */
export function whole(scan: Scan, context: ReadContext, basis: 'logged' | 'closed'): IssueFilter {
  const filter = filterOf({ ...scan, states: [{ kind: 'all' }] }, context, false);
  const { dueFrom, dueTo, loggedFrom, loggedTo, closedFrom, closedTo, sort: _, ...rest } = filter;
  const from = dueFrom ?? loggedFrom ?? closedFrom;
  const to = dueTo ?? loggedTo ?? closedTo;
  if (from === undefined || to === undefined) return rest;
  if (scan.basis === 'due') return { ...rest, dueFrom: from, dueTo: to };
  const logged = scan.basis === 'logged' || basis === 'logged';
  return logged ? { ...rest, loggedFrom: from, loggedTo: to } : { ...rest, closedFrom: from, closedTo: to };
}
