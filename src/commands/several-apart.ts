/** Several figures of each unit, project or kind side by side: 各单位本月新增几件，办结几件; 每家办了几件，欠几件. */
import type { GroupBy } from '../domain/issue-filter.ts';
import { OF_PEOPLE } from '../domain/issue-filter.ts';
import type { Reading } from '../domain/reading.ts';
import type { ReadContext } from '../language/definition.ts';
import { readPhrase } from '../language/phrase.ts';
import { scanQuery } from '../language/scan.ts';
import { isLight } from '../language/scan-fits.ts';
import type { Scan } from '../language/scanned.ts';
import { goOn, topicOf } from '../language/topic.ts';
import type { CallOf } from './call.ts';
import { isAmong, leftOpen } from './clause-carry.ts';

interface Table {
  ask: (scan: Scan, context: ReadContext) => CallOf<'ask'>;
  /** What a clause gives up of the one before it. */
  withoutOlder: (before: Scan, now: Scan, within: boolean) => Scan;
}

/** One card has no room for more. */
const MOST = 4;

/**
 * The call with all figures, each of the same groups; undefined: they cannot stand side by side. What narrows a figure
 * that stands before it (其中红的几件) is none of its own.
 */
export function tableOf(
  clauses: readonly string[],
  context: ReadContext,
  { ask, withoutOlder }: Table,
): CallOf<'ask'> | undefined {
  if (clauses.length < 2 || clauses.length > MOST || clauses.some(isAmong)) return undefined;
  const calls: CallOf<'ask'>[] = [];
  let before: Scan | undefined;
  let by: Scan['by'];
  for (const [i, said] of clauses.entries()) {
    const scan = leftOpen(said, scanQuery(readPhrase(said), context), clauses.slice(i + 1));
    if (scan.doubt || scan.except || scan.someone !== undefined) return undefined;
    const merged: Scan = before
      ? goOn(topicOf(withoutOlder(before, scan, false)), scan, { answered: false })
      : scan;
    by ??= merged.by;
    calls.push(ask(by ? { ...merged, by } : merged, context));
    if (narrowsOlder(before, scan)) return undefined;
    before = merged;
  }
  const parts = calls.flatMap((call) => rowsOf(call) ?? []);
  const [first] = parts;
  if (!first || parts.length < calls.length || parts.some((part) => part.by !== first.by)) return undefined;
  const apart = new Set(parts.map(({ most: _, top: __, ...part }) => JSON.stringify(part)));
  const call = calls.at(-1);
  return call && apart.size === parts.length ? { ...call, parts } : undefined;
}

/** 几件没办，有没有超期的: a light may be that of what stands before it. */
function narrowsOlder(before: Scan | undefined, now: Scan): boolean {
  // Of what is open those that are red are the red ones.
  const open = before?.states.every(({ kind }) => kind === 'open') && !before.basis && !before.step;
  const lit = now.states.some(isLight) && before?.states.some(isLight) === false;
  return lit && !(open && before?.periods.length === 0 && before.by !== undefined);
}

/** 每个单位没签收的和逾期的各几件: a column of each state, where together they would be what is both. */
export function statesTable(
  text: string,
  whole: Scan,
  context: ReadContext,
  ask: Table['ask'],
): CallOf<'ask'> | undefined {
  const { by, states, tags, except, left, doubt, rate, duration } = whole;
  const apart =
    by && tags.has('each') && states.length > 1 && states.length <= MOST && !states.every(isLight);
  if (!apart || !JOINED.test(text) || except || doubt || left.length > 0 || rate || duration)
    return undefined;
  const alone = new Map([...tags].filter(([tag]) => tag !== 'each' && tag !== 'and'));
  const calls = states.map((state) => ask({ ...whole, tags: alone, states: [state] }, context));
  const parts = calls.flatMap((call) => rowsOf(call) ?? []);
  const [first] = calls;
  return first && parts.length === states.length ? { ...first, topic: topicOf(whole), parts } : undefined;
}

const JOINED = /[和跟与及、]/u;

/** A column; which of the groups stand in front is told by the first. */
function rowsOf(call: CallOf<'ask'>): Reading | undefined {
  const { measure, filter, rate, duration, taken, by, most, top } = call;
  if (!by || !isColumn(call, by)) return undefined;
  const { sort: _, ...rest } = filter;
  const common = { by, ...(most && { most }), ...(top !== undefined && { top }) };
  if (measure === 'rate' && rate) return { measure, filter: rest, rate, ...common };
  if (measure === 'duration' && duration)
    return { measure, filter: rest, duration: 'average', ...(taken && { taken }), ...common };
  return ['count', 'list', 'progress'].includes(measure)
    ? { measure: 'count', filter: rest, ...common }
    : undefined;
}

function isColumn(call: CallOf<'ask'>, by: GroupBy): boolean {
  const { unread, doubt, having, standing, bound, told, compared, fact, personHeard, projects } = call;
  const other = [unread, doubt, having, standing, bound, told, compared, fact, personHeard, projects];
  return other.every((one) => one === undefined) && call.rate !== 'share' && !OF_PEOPLE.includes(by);
}
