/** How old something has to be: 超过10天没办的, 挂了一个月以上的. */
import type { IssueFilter } from '../domain/answer.ts';
import { todayOf } from '../domain/directory.ts';
import { OPEN_STATUSES } from '../domain/issue.ts';
import type { ReadContext } from './definition.ts';
import { lackedSince } from './happened.ts';
import { lastDayOf } from './lexicon/ages.ts';
import type { StateWord } from './lexicon/query-word.ts';
import type { Scan } from './scanned.ts';

type AgeOf =
  | 'signed'
  | 'turned'
  | 'lack'
  | 'overdue'
  | 'paused'
  | 'quiet'
  | 'open'
  | 'unsigned'
  | 'verifying';

/** What the age is of; undefined where it could be of several things, or of none we keep. */
export function agedOf({ states, tags, longest, ages, step, periods }: Scan): AgeOf | undefined {
  const late = (s: StateWord) =>
    s.kind === 'overdue' || (s.kind === 'color' && (s.color === 'red' || s.color === 'yellow'));
  if (ages[0]?.age.most && !(states.some(late) && states.every((s) => late(s) || s.kind === 'open')))
    return undefined;
  const others = states.filter(({ kind }) => kind !== 'open' && kind !== 'mark');
  const is = (test: (s: StateWord) => boolean) => others.length > 0 && others.every(test);
  // 签收三天以上没进展的
  if (step === 'signed' && periods.length === 0 && others.every(({ kind }) => kind === 'without'))
    return 'signed';
  if (is((s) => s.kind === 'turned' && !s.ahead)) return 'turned';
  if (is((s) => s.kind === 'without')) return 'lack';
  if (is(late) && !tags.has('quiet')) return 'overdue';
  if (is((s) => s.kind === 'status' && s.status === 'paused') && !tags.has('quiet')) return 'paused';
  if (is((s) => s.kind === 'status' && s.status === 'unsigned')) return 'unsigned';
  if (is((s) => s.kind === 'status' && s.status === 'verifying')) return 'verifying';
  if (is((s) => s.kind === 'status' && s.status === 'unrouted')) return 'open';
  if (others.length > 0 || longest) return undefined;
  if (tags.has('quiet')) return 'quiet';
  return states.length > 0 || tags.has('basis') ? 'open' : undefined;
}

/** 逾期 is counted in working days everywhere, so days of it are, too. */
export function ageOf(scan: Scan, { directory, now }: ReadContext): IssueFilter {
  const [said] = scan.ages;
  const of = agedOf(scan);
  if (!said || !of) return {};
  const { calendar } = directory;
  const age =
    of === 'overdue' && said.age.unit === 'day' ? ({ ...said.age, unit: 'working-day' } as const) : said.age;
  const today = todayOf({ now, directory });
  const last = lastDayOf(age, today, calendar);
  if (of === 'signed') return { stepTo: last, statuses: [...OPEN_STATUSES] };
  const [state] = scan.states.filter(({ kind }) => kind === 'turned' || kind === 'without');
  // 黄了三天以上的: and still is.
  if (state?.kind === 'turned')
    return {
      turned: { color: state.color, to: last },
      ...(state.color === 'yellow' && { colors: ['yellow'] }),
    };
  if (state?.kind === 'without') return lackedSince(state.step, last, today);
  if (of === 'overdue') return age.most ? { dueFrom: last } : { dueTo: last };
  if (of === 'paused') return { pausedTo: last };
  if (of === 'quiet') return { quietTo: last };
  if (of === 'unsigned') return { routedTo: last };
  if (of === 'verifying') return { doneTo: last };
  return scan.states.length > 0 ? { loggedTo: last } : { loggedTo: last, statuses: [...OPEN_STATUSES] };
}
