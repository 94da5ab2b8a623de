/** From what was read to the filter that is run. What does not go together is told (`conflictsOf`), never dropped. */
import type { IssueFilter, Mark } from '../domain/answer.ts';
import { OPEN_STATUSES, type Status } from '../domain/issue.ts';
import type { LightColor } from '../domain/lights.ts';
import { addDays, dayOf } from '../domain/time.ts';
import type { ReadContext } from './definition.ts';
import { lastDayOf } from './lexicon/ages.ts';
import type { Period } from './lexicon/periods.ts';
import type { StateWord } from './lexicon/states.ts';
import { isLight, type Scan } from './scan.ts';

/** How the days of the period are meant. */
export type Basis = 'due' | 'logged' | 'closed';

/**
 * The filter a scan asks for. Without a state it is about open problems, or about all that were logged when the period
 * says when they were.
 * @param open false: whatever the state (兴发怎么样了)
 */
export function filterOf(scan: Scan, context: ReadContext, open = true): IssueFilter {
  const basis = basisOf(scan);
  const lights = lightsOf(scan);
  const statuses = statusesOf(scan);
  const sort = sortOf(scan);
  const filter: IssueFilter = { ...placeOf(scan, context), ...unitOf(scan, context), ...lights };
  if (scan.kinds.length > 0) filter.kinds = scan.kinds;
  if (scan.tags.has('me')) Object.assign(filter, speakerOf(scan, context, basis));
  if (scan.tags.has('enterprise')) filter.source = 'enterprise';
  if (scan.categoryIds.length > 0) filter.categoryIds = scan.categoryIds;
  if (scan.park !== undefined) filter.park = scan.park;
  if (scan.industry !== undefined) filter.industry = scan.industry;
  if (scan.texts.length > 0) filter.search = scan.texts.join(' ').slice(0, 60);
  if (scan.states.some((s) => s.kind === 'agenda')) filter.onAgenda = true;
  if (scan.states.some((s) => s.kind === 'long-term')) filter.longTerm = true;
  if (scan.states.some((s) => s.kind === 'asleep')) filter.asleep = true;
  const extension = scan.states.find((s) => s.kind === 'extension');
  if (extension) filter.extension = extension.extension;
  const mark = scan.states.find((s) => s.kind === 'mark');
  if (mark) filter.mark = mark.mark;
  if (sort === 'overdue' && !lights.colors) filter.overdue = true;
  const lit = filter.colors !== undefined || filter.overdue === true;
  if (statuses) filter.statuses = statuses;
  else if (open && !lit && basis !== 'logged' && !wantsAll(scan) && !LASTING.includes(mark?.mark))
    filter.statuses = [...OPEN_STATUSES];
  const period = periodOf(scan) ?? sinceNode(scan, context);
  if (period) Object.assign(filter, daysOf(period, basis));
  if (sort) filter.sort = sort;
  return { ...filter, ...ageOf(scan, context) };
}

/** What stays true once it is over; the others are asked of what is open. */
const LASTING: readonly (Mark | undefined)[] = ['reopened', 'unsatisfied', 'exempt', 'on-the-spot'];

type AgeOf = 'overdue' | 'paused' | 'quiet' | 'open';

/** What the age is of; undefined where it could be of several things, or of none we keep. */
function agedOf({ states, tags, longest }: Scan): AgeOf | undefined {
  const others = states.filter(({ kind }) => kind !== 'open' && kind !== 'mark');
  const is = (test: (s: StateWord) => boolean) => others.length > 0 && others.every(test);
  if (is((s) => s.kind === 'overdue') && !tags.has('quiet')) return 'overdue';
  if (is((s) => s.kind === 'status' && s.status === 'paused') && !tags.has('quiet')) return 'paused';
  if (others.length > 0 || longest) return undefined;
  if (tags.has('quiet')) return 'quiet';
  return states.length > 0 || tags.has('basis') ? 'open' : undefined;
}

/** 逾期 is counted in working days everywhere, so days of it are, too. */
function ageOf(scan: Scan, { directory, now }: ReadContext): IssueFilter {
  const [said] = scan.ages;
  const of = agedOf(scan);
  if (!said || !of) return {};
  const { calendar } = directory;
  const age =
    of === 'overdue' && said.age.unit === 'day' ? ({ ...said.age, unit: 'working-day' } as const) : said.age;
  const last = lastDayOf(age, dayOf(now, directory.settings.timeZone), calendar);
  if (of === 'overdue') return { dueTo: last };
  if (of === 'paused') return { pausedTo: last };
  if (of === 'quiet') return { quietTo: last };
  return scan.states.length > 0 ? { loggedTo: last } : { loggedTo: last, statuses: [...OPEN_STATUSES] };
}

/** 开工以来, of the one project that is named. */
function sinceNode({ tags, projectIds }: Scan, { directory, now }: ReadContext): Period | undefined {
  const [only, second] = projectIds;
  const from = second === undefined && only !== undefined ? directory.project(only)?.startOn : undefined;
  const today = dayOf(now, directory.settings.timeZone);
  if (!tags.has('since-node') || !from || from > today) return undefined;
  return { from, until: today, past: true };
}

/** Named areas and projects, else the group's projects. */
function placeOf({ areaIds, projectIds }: Scan, { directory, chat }: ReadContext): IssueFilter {
  const areas = areaIds.filter((id) => id !== directory.topAreaId);
  const here = chat.kind === 'group' && chat.projectIds.length > 0 && areas.length === 0;
  const named = projectIds.length > 0 ? projectIds : here ? [...chat.projectIds] : undefined;
  return { ...(areas.length > 0 && { areaIds: areas }), ...(named && { projectIds: named }) };
}

function unitOf(scan: Scan, { actor }: ReadContext): IssueFilter {
  const own = scan.tags.has('our-unit') && actor.person.unitId !== null ? [actor.person.unitId] : [];
  const unitIds = [...new Set([...scan.unitIds, ...own])];
  if (unitIds.length === 0) return {};
  return scan.tags.has('helping') ? { unitIds, unitRole: 'helping' } : { unitIds };
}

/** 我的: what I signed for, or logged; what waits for a signature waits for my units. */
function speakerOf({ states }: Scan, { actor }: ReadContext, basis: Basis): IssueFilter {
  if (basis === 'logged') return { reporterId: actor.person.id };
  if (!states.some((s) => s.kind === 'status' && s.status === 'unsigned')) {
    return { personId: actor.person.id };
  }
  const own = actor.person.unitId === null ? [] : [actor.person.unitId];
  const unitIds = [...new Set([...own, ...actor.signsFor])];
  return unitIds.length > 0 ? { unitIds } : { personId: actor.person.id };
}

const LATE: readonly LightColor[] = ['red', 'yellow'];

/** Several lights widen each other (红的和黄的), but 逾期的红灯 are the red ones. */
function lightsOf({ states, tags }: Scan): Pick<IssueFilter, 'colors' | 'overdue'> {
  const colors = states.flatMap((s): LightColor[] =>
    s.kind === 'color'
      ? [s.color]
      : s.kind === 'in-time'
        ? ['blue', 'green']
        : s.kind === 'lit'
          ? ['blue', 'yellow', 'red']
          : [],
  );
  const late = states.some((s) => s.kind === 'overdue');
  if (colors.length === 0) return late ? { overdue: true } : {};
  const within = colors.every((color) => LATE.includes(color)) && !tags.has('and');
  return { colors: [...new Set([...(late && !within ? LATE : []), ...colors])] };
}

/** Words of the life cycle widen each other; 没办完 beside one of its own parts only repeats it. */
function statusesOf({ states }: Scan): Status[] | undefined {
  const named = states.flatMap((s): Status[] =>
    s.kind === 'status' ? [s.status] : s.kind === 'closed' ? ['closed'] : [],
  );
  const open = states.some((s) => s.kind === 'open');
  const narrower = named.length > 0 && named.every((status) => OPEN_STATUSES.includes(status));
  const all = open && !narrower ? [...OPEN_STATUSES, ...named] : named;
  return all.length > 0 ? [...new Set(all)] : undefined;
}

/** 全部 in 全部状态, or asked for beside nothing else: no narrowing by state. */
export function wantsAll(scan: Scan): boolean {
  return scan.states.some((s) => s.kind === 'all');
}

/** Adjoining periods (本周和下周) are one. */
export function periodOf({ periods }: Scan): Period | undefined {
  const [first, ...others] = periods.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  if (!first) return undefined;
  return others.reduce(
    (whole, next) => ({ from: whole.from, until: next.until, past: whole.past && next.past }),
    first,
  );
}

function adjoin(periods: readonly Period[]): boolean {
  const sorted = periods.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return sorted.every((next, i) => {
    const before = sorted[i - 1];
    return before === undefined || addDays(before.until, 1) === next.from;
  });
}

export function basisOf(scan: Scan): Basis {
  if (scan.basis) return scan.basis;
  const timed = scan.periods.length > 0 || scan.tags.has('since-node');
  if (timed && scan.states.some((s) => s.kind === 'closed')) return 'closed';
  if (scan.tags.has('since-node')) return 'logged';
  const states = scan.states.some((s) => s.kind !== 'all');
  return periodOf(scan)?.past && !states && !scan.longest ? 'logged' : 'due';
}

function daysOf({ from, until }: Period, basis: Basis): IssueFilter {
  if (basis === 'logged') return { loggedFrom: from, loggedTo: until };
  if (basis === 'closed') return { closedFrom: from, closedTo: until };
  return { dueFrom: from, dueTo: until };
}

/** 最近怎么样 asks how it goes, not for the newest; 哪个单位最慢 is about units. */
function sortOf({ longest, by, tags }: Scan): IssueFilter['sort'] {
  if (longest === 'age' && !by) return 'longest';
  if (longest === 'overdue') return 'overdue';
  return tags.has('newest') && !tags.has('how') ? 'newest' : undefined;
}

/** Lights stand still or are gone there. */
const UNLIT: readonly Status[] = ['paused', 'verifying', 'closed', 'void'];

function statusOf(s: StateWord): Status | undefined {
  return s.kind === 'status' ? s.status : s.kind === 'closed' ? 'closed' : undefined;
}

/** Words that would take the sense from others: counted together they would give a figure nobody asked for. */
export function conflictsOf(scan: Scan, context: ReadContext): string[] {
  const { actor, chat } = context;
  const { states, tags, periods } = scan;
  const text = (one: Parameters<Scan['heard']['get']>[0]) => scan.heard.get(one) ?? '';
  const basis = basisOf(scan);
  const lit = states.some(isLight) || scan.longest === 'overdue';
  const unlit = states.filter((s) => UNLIT.some((status) => status === statusOf(s)));
  const notClosed = states.filter((s) => s.kind === 'status' || s.kind === 'open');
  const waits = states.filter((s) => s.kind === 'status' && ['unrouted', 'verifying'].includes(s.status));
  const colors = lightsOf(scan).colors ?? [];
  const aged =
    scan.ages.length === 0 || (scan.ages.length === 1 && agedOf(scan) !== undefined && periods.length === 0);
  const marks = states.flatMap((s) => (s.kind === 'mark' ? [s] : []));
  return [
    ...(lit ? unlit.map(text) : []),
    ...(lit || periods.length > 0
      ? states.filter((s) => s.kind === 'long-term' && (lit || basis === 'due')).map(text)
      : []),
    ...(basis === 'closed' ? notClosed.map(text) : []),
    ...(adjoin(periods) ? [] : periods.map(text)),
    ...(tags.has('me') && basis !== 'logged' ? waits.map(text) : []),
    ...(scan.longest === 'overdue' && colors.some((color) => !LATE.includes(color)) ? [text('longest')] : []),
    ...scan.clashes,
    ...(marks.length > 0 && scan.basis === undefined ? periods.filter(({ past }) => past).map(text) : []),
    ...(aged ? [] : scan.ages.map(({ heard }) => heard)),
    ...(new Set(marks.map(({ mark }) => mark)).size > 1 ? marks.map(text) : []),
    ...(scan.personOpenIds.length + (tags.has('me') ? 1 : 0) > 1 ? [text('person') || text('me')] : []),
    ...(tags.has('since-node') && (!sinceNode(scan, context) || periods.length > 0)
      ? [text('since-node')]
      : []),
    ...(scan.someone !== undefined && (scan.personOpenIds.length > 0 || tags.has('me'))
      ? [scan.someone]
      : []),
    ...(tags.has('our-unit') && actor.person.unitId === null ? [text('our-unit')] : []),
    ...(tags.has('here') && chat.projectIds.length === 0 ? [text('here')] : []),
    ...(scan.basis === 'due' && periods.length === 0 ? [text('basis')] : []),
    ...(scan.longest && tags.has('newest') && !tags.has('how') ? [text('newest')] : []),
    ...(scan.longest === 'age' && (basis === 'due' ? periods : []).length > 0 ? [text('longest')] : []),
  ].filter((one) => one !== '');
}
