/** What cannot be told of a past day, though it can of today. */
import type { Status } from '../domain/issue.ts';
import type { StateWord } from './lexicon/query-word.ts';
import type { Scan } from './scanned.ts';

const PAST: readonly Status[] = ['paused', 'verifying'];

/** Beside a past day only what can be worked back to it: what was open, overdue, paused or waited to be verified. */
export function pastConflicts(scan: Scan): string[] {
  const text = (one: Parameters<Scan['heard']['get']>[0]) => scan.heard.get(one) ?? '';
  const told = (s: StateWord) =>
    ['open', 'overdue'].includes(s.kind) || (s.kind === 'status' && PAST.some((one) => one === s.status));
  const others = [
    'most',
    'longest',
    'newest',
    'since-node',
    'helping',
    'quiet',
    'more',
    'each',
    'top',
    'least',
    'sorted',
    'standing',
    'portion',
    'nothing-done',
  ] as const;
  const { states, periods, ages, except, point, having, kinds } = scan;
  const late = states.some((s) => s.kind === 'overdue');
  const mixed = late && states.some((s) => s.kind === 'status');
  return [
    ...states.filter((s) => !told(s)).map(text),
    ...(mixed ? states.map(text) : []),
    ...periods.map(text),
    ...ages.map(({ heard }) => heard),
    ...(scan.basis === undefined ? [] : [text('basis')]),
    ...(scan.step === undefined ? [] : [text('step')]),
    ...(scan.by ? [text('by')] : []),
    ...(except?.states ?? []).map(text),
    ...(having || kinds.length > 0 || scan.texts.length > 0 ? [point?.heard ?? ''] : []),
    ...others.filter((tag) => scan.tags.has(tag)).map(text),
    ...scan.clashes,
  ].filter((one) => one !== '');
}
