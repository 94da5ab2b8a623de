/** Comparisons of two periods: 比上月, 10月比9月, 同比. */
import { todayOf } from '../domain/directory.ts';
import type { IssueFilter } from '../domain/issue-filter.ts';
import { rangeOf } from '../domain/period.ts';
import { addMonths, type Day } from '../domain/time.ts';
import type { ReadContext } from './definition.ts';
import { periodOf } from './happened.ts';
import type { Period } from './lexicon/periods.ts';
import { heardOf, type Part, statesBut, whole } from './reading-part.ts';
import type { Scan } from './scanned.ts';

const KINDS = { day: 'day', week: 'week', month: 'month', quarter: 'quarter', year: 'year' } as const;
type Length = keyof typeof KINDS;

/** How the period is cut, when it is a whole day, week, month, quarter or year. */
function lengthOf({ from, until }: Period, today: Day): Length | undefined {
  for (const kind of Object.values(KINDS)) {
    for (let offset = 0; offset > -40; offset--) {
      const [first, last] = rangeOf(kind, offset, today);
      if (first === from && last === until) return kind;
      if (last < from) break;
    }
  }
  return undefined;
}

function back({ from, until }: Period, length: Length, years: number): { from: Day; to: Day } {
  if (years > 0) return { from: addMonths(from, -12 * years), to: addMonths(until, -12 * years) };
  const [first, last] = rangeOf(length, -1, from);
  return { from: first, to: last };
}

export function trendOf(scan: Scan, context: ReadContext): Part {
  const today = todayOf(context);
  const closed = scan.states.some((one) => one.kind === 'closed');
  const wrong = [
    ...statesBut(scan, 'closed', 'all'),
    ...(scan.basis === 'due' ? [heardOf(scan, 'basis')] : []),
  ];
  // 上个月跟这个月比: the later one with the earlier one, however they stand.
  const both = scan.than === 2 && scan.periods.length === 2;
  const inTime = scan.periods.toSorted((a, b) => (a.from < b.from ? 1 : -1));
  const periods = both ? inTime : scan.periods;
  const than = both ? 1 : scan.than;
  const before = than === undefined ? periods : periods.slice(0, than);
  const after = than === undefined ? [] : periods.slice(than);
  const said = scan.against;
  const own: Length = said && said !== 'before' && said !== 'year-ago' ? said : 'month';
  const [from, until] = rangeOf(own, 0, today);
  const current = periodOf({ ...scan, periods: before }) ?? { from, until, past: true };
  const other = periodOf({ ...scan, periods: after });
  const length = lengthOf(current, today);
  const ago = said === 'year-ago' || (said === 'year' && length !== 'year');
  const fits =
    other !== undefined ||
    ago ||
    (length !== undefined && (said === undefined || said === 'before' || said === length));
  // 上季度比前一季度: not beside itself.
  const then = other?.from === current.from ? undefined : other;
  const compared = then ? { from: then.from, to: then.until } : back(current, length ?? own, ago ? 1 : 0);
  const base = whole({ ...scan, periods: [] }, context, closed ? 'closed' : 'logged');
  const span = { from: current.from, to: current.until };
  const filter: IssueFilter = closed
    ? { ...base, statuses: ['closed'], closedFrom: span.from, closedTo: span.to }
    : { ...base, loggedFrom: span.from, loggedTo: span.to };
  const unread = [
    ...wrong,
    ...(fits ? [] : [heardOf(scan, 'against') || heardOf(scan, 'trend')]),
    ...(before.length > 1 || after.length > 1 || current.from > today
      ? scan.periods.map((one) => heardOf(scan, one))
      : []),
    ...(closed && scan.basis === 'logged' ? [heardOf(scan, 'basis')] : []),
  ];
  return { reading: { measure: 'trend', filter, compared }, unread };
}
