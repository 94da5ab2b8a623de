/** From what was read to the filter that is run; what does not go together is told by filter-conflicts.ts. */
import type { IssueFilter, Mark } from '../domain/answer.ts';
import { todayOf } from '../domain/directory.ts';
import { OPEN_STATUSES, type Status } from '../domain/issue.ts';
import { EXTENSION_STEPS, type Step } from '../domain/issue-filter.ts';
import type { LightColor } from '../domain/lights.ts';
import { ageOf } from './age-of.ts';
import type { ReadContext } from './definition.ts';
import {
  type Basis,
  cameToUs,
  daysOf,
  eventOf,
  happenedOf,
  isRating,
  ownsDays,
  ownsPeriod,
  periodOf,
  sinceNode,
  toldUpOf,
} from './happened.ts';
import { EVER } from './lexicon/period-words.ts';
import type { StateWord } from './lexicon/query-word.ts';
import type { Scan } from './scanned.ts';
import { speakerOf } from './speaker.ts';
import { wasLateIn } from './was-late.ts';

/**
 * The filter a scan asks for. Without a state it is about open problems, or about all that were logged when the period
 * says when they were.
 * @param open false: whatever the state (兴发怎么样了)
 */
export function filterOf(scan: Scan, context: ReadContext, open = true): IssueFilter {
  const basis = basisOf(scan);
  const lights = lightsOf(scan, basis);
  const today = todayOf(context);
  const event = eventOf(scan, basis, today, context);
  const left = scan.except?.states.map(statusOf) ?? [];
  const named = statusesOf(scan)?.filter((status) => !left.includes(status));
  // 本月挂账的: paused then, whatever became of it.
  const statuses =
    (event?.step === 'paused' && scan.step === undefined ? undefined : named) ??
    statusesBut(scan, basis !== 'due' || event !== undefined);
  const sort = sortOf(scan);
  const { longest } = scan;
  const happened = happenedOf(scan, event, today);
  const filter: IssueFilter = {
    ...placeOf(scan, context),
    ...unitOf(scan, context),
    ...happened,
    ...lights,
  };
  if (scan.kinds.length > 0) filter.kinds = scan.kinds;
  const { except } = scan;
  if (except && except.unitIds.length > 0) filter.exceptUnitIds = except.unitIds;
  if (except && except.projectIds.length > 0) filter.exceptProjectIds = except.projectIds;
  if (except && except.categoryIds.length > 0) filter.exceptCategoryIds = except.categoryIds;
  if (except?.texts) filter.exceptSearch = except.texts;
  const exceptMarks = (except?.states ?? []).flatMap((s) => (s.kind === 'mark' ? [s.mark] : []));
  if (exceptMarks.length > 0) filter.exceptMarks = exceptMarks;
  const told = basis === 'logged' && (scan.basis === 'logged' || scan.step === undefined);
  if (scan.tags.has('me') && !filter.unitRole)
    Object.assign(filter, speakerOf(scan, context, told && !scan.doer));
  if (scan.tags.has('enterprise') || firmsTell(scan)) filter.source = 'enterprise';
  if (scan.tags.has('staff')) filter.source = 'staff';
  if (scan.categoryIds.length > 0) filter.categoryIds = scan.categoryIds;
  if (scan.park !== undefined) filter.park = scan.park;
  if (scan.industry !== undefined) filter.industry = scan.industry;
  if (scan.texts.length > 0) filter.search = scan.texts.join(' ').slice(0, 60);
  if (scan.states.some((s) => s.kind === 'agenda')) filter.onAgenda = true;
  if (scan.states.some((s) => s.kind === 'long-term')) filter.longTerm = true;
  if (scan.states.some((s) => s.kind === 'asleep')) filter.asleep = true;
  const extension = scan.states.find((s) => s.kind === 'extension');
  if (extension && !(event && EXTENSION_STEPS.includes(event.step))) filter.extension = extension.extension;
  const units = scan.states.find((s) => s.kind === 'units');
  if (units && units.least > 2) filter.unitsLeast = units.least;
  const passed = scan.states.find((s) => s.kind === 'passed');
  if (passed) filter.passedLeast = passed.least;
  const mark = units?.least === 2 ? JOINT : scan.states.find((s) => s.kind === 'mark');
  const stepTells = event && (MARKED_BY.includes(event.step) || event.step === mark?.mark);
  if (mark && !filter.jointUnitIds && !stepTells) filter.mark = mark.mark;
  const up = toldUpOf(scan, context);
  if (up && event?.step !== 'told-up' && event?.step !== 'told-principal') filter.toldUp = up;
  const given = event?.step === 'routed' && scan.doer === undefined && filter.unitRole !== 'helping';
  if (
    (given || event?.step === 'handled' || (scan.sentBack && event?.step === 'bounced')) &&
    filter.unitIds
  ) {
    filter.stepUnitIds = filter.unitIds;
    delete filter.unitIds;
  }
  if (event) filter.step = event.step;
  if (event && scan.byLeaders) filter.stepByLeaders = true;
  if (event && scan.after) {
    filter.after = scan.after;
    if (!scan.after.taken) filter.statuses ??= [...OPEN_STATUSES];
  }
  if (scan.times !== undefined && scan.times > 1) filter.stepTimes = scan.times;
  if (longest === 'overdue' && !lights.colors) filter.overdue = true;
  const lit = filter.colors !== undefined || filter.overdue === true || filter.turned !== undefined;
  const untouched = happened.without?.step === 'worked' || happened.without?.step === 'moved';
  const waits = isLeft(scan) || untouched || !(event || basis === 'logged');
  if (statuses) filter.statuses = statuses;
  else if (open && waits && !lit && !wantsAll(scan) && !lasts(scan, mark?.mark))
    filter.statuses = [...OPEN_STATUSES];
  const period = periodOf(scan) ?? sinceNode(scan, context);
  if (period && event && ownsPeriod(scan))
    Object.assign(filter, { ...(period.from > EVER && { stepFrom: period.from }), stepTo: period.until });
  else if (period && !ownsDays(scan, event)) Object.assign(filter, daysOf(period, basis));
  if (period && wasLateIn(scan, filter, period, context)) {
    delete filter.overdue;
    filter.mark = 'late';
  }
  if (scan.otherDays) Object.assign(filter, daysOf(scan.otherDays.period, scan.otherDays.basis));
  if (sort) filter.sort = sort;
  if (scan.point) {
    filter.asOf = scan.point.day;
    if (!lit) filter.statuses ??= [...OPEN_STATUSES];
  }
  return { ...filter, ...ageOf(scan, context) };
}

/** 上周报的还有几件, 上周转的还剩几件: of those what is left; 本月新增的还有几件 are all that came. */
function isLeft({ heard }: Scan): boolean {
  const count = heard.get('count') ?? '';
  const told = `${heard.get('basis') ?? ''}${heard.get('step') ?? ''}`;
  return /剩/.test(count) || (/还/.test(count) && /[报提登录转派签]/.test(told));
}

/** 除了挂账的还有几件: the open ones but those; 除了挂账的本月新增了几个: all but those. */
function statusesBut({ except, states }: Scan, all: boolean): Status[] | undefined {
  const out = (except?.states ?? []).flatMap((s) => (s.kind === 'status' ? [s.status] : []));
  const every = all || states.some((s) => s.kind === 'all');
  const from: readonly Status[] = every ? [...OPEN_STATUSES, 'closed', 'void'] : OPEN_STATUSES;
  return out.length > 0 ? from.filter((status) => !out.includes(status)) : undefined;
}

const JOINT = { kind: 'mark', mark: 'joint' } as const;

/** What stays true once it is over; the others are asked of what is open. */
const LASTING: readonly (Mark | undefined)[] = [
  ...(['reopened', 'unsatisfied', 'satisfied', 'wholly', 'fairly', 'rated', 'unrated', 'exempt'] as const),
  ...(['on-the-spot', 'measured', 'late', 'early'] as const),
];

/** 被退回过的, 延期过的有哪些: of all, as it was once; 退回的, 还有几个退回过的 are those that came back. */
function lasts({ heard, states }: Scan, mark: Mark | undefined): boolean {
  const still = /还/.test(heard.get('count') ?? '');
  const once = (s: StateWord) =>
    s.kind === 'mark' ? s.mark === 'bounced' : s.kind === 'extension' && s.extension !== 'asked';
  const past = states.some((s) => once(s) && /(?<!通)过/.test(heard.get(s) ?? ''));
  return (past && !still) || LASTING.includes(mark);
}

/** Told of what was struck off, or at once then. */
const RATED: readonly Mark[] = [
  ...(['unsatisfied', 'satisfied', 'wholly', 'fairly', 'rated', 'unrated', 'on-the-spot', 'early'] as const),
];
/** Steps that tell what a mark would. */
export const MARKED_BY: readonly (Step | undefined)[] = ['bounced', 'reopened', 'appealed', 'exempted'];

/** Named areas and projects, else the group's projects. */
function placeOf({ areaIds, projectIds }: Scan, { directory, chat }: ReadContext): IssueFilter {
  const areas = areaIds.filter((id) => id !== directory.topAreaId);
  const here = chat.kind === 'group' && chat.projectIds.length > 0 && areas.length === 0;
  const named = projectIds.length > 0 ? projectIds : here ? [...chat.projectIds] : undefined;
  return { ...(areas.length > 0 && { areaIds: areas }), ...(named && { projectIds: named }) };
}

function unitOf(scan: Scan, { actor }: ReadContext): IssueFilter {
  const { unitId } = actor.person;
  const helps = scan.tags.has('helping');
  const asked = scan.tags.has('our-unit') || cameToUs(scan) || helpsAlone(scan, actor);
  const own = asked && unitId !== null ? [unitId] : [];
  const unitIds = [...new Set([...scan.unitIds, ...own])];
  if (unitIds.length === 0) return helps && !scan.by ? { mark: 'joint' } : {};
  // 住建局和供电公司一起办的: both have a part in it, whoever leads.
  if (unitIds.length > 1 && isJoint(scan) && !helps) return { jointUnitIds: unitIds };
  return helps ? { unitIds, unitRole: scan.helpingToo ? 'any' : 'helping' } : { unitIds };
}

/** 光协办的是哪几个, of one who speaks for a unit and names none. */
function helpsAlone({ tags, unitIds, someone }: Scan, { person, grants }: ReadContext['actor']): boolean {
  const speaks = person.unitId !== null && grants.length === 0;
  return tags.has('helping') && speaks && unitIds.length === 0 && someone === undefined;
}

export function isJoint({ states }: Scan): boolean {
  return states.some((s) => s.kind === 'mark' && s.mark === 'joint');
}

export const LATE: readonly LightColor[] = ['red', 'yellow'];
/** What an open one may show. */
const LIVE: readonly LightColor[] = ['red', 'yellow', 'blue', 'green', 'none', 'paused'];

/** Several lights widen each other (红的和黄的), but 逾期的红灯 are the red ones. */
export function lightsOf(
  { states, either, except }: Scan,
  basis: Basis = 'due',
): Pick<IssueFilter, 'colors' | 'overdue'> {
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
  const out = (except?.states ?? []).flatMap((s): readonly LightColor[] =>
    s.kind === 'color' ? [s.color] : s.kind === 'overdue' ? LATE : [],
  );
  if (out.length > 0) {
    const all =
      colors.length > 0 ? colors : late ? LATE : basis === 'logged' ? [...LIVE, 'done' as const] : LIVE;
    return { colors: all.filter((color) => !out.includes(color)) };
  }
  if (colors.length === 0) return late ? { overdue: true } : {};
  const within = colors.every((color) => LATE.includes(color)) && !either;
  return { colors: [...new Set([...(late && !within ? LATE : []), ...colors])] };
}

/** Words of the life cycle widen each other; 没办完 beside one of its own parts only repeats it. */
function statusesOf({ states }: Scan): Status[] | undefined {
  const named = states.flatMap((s): Status[] =>
    s.kind === 'status' ? [s.status] : s.kind === 'closed' ? ['closed'] : [],
  );
  // 退回来没人接的: it waits to be handed on again, or to be signed for.
  const back = states.some((s) => s.kind === 'mark' && s.mark === 'bounced');
  if (back && named.length === 1 && named[0] === 'unsigned') return ['unrouted', 'unsigned'];
  const open = states.some((s) => s.kind === 'open');
  const narrower = named.length > 0 && named.every((status) => OPEN_STATUSES.includes(status));
  const all = open && !narrower ? [...OPEN_STATUSES, ...named] : named;
  return all.length > 0 ? [...new Set(all)] : undefined;
}

/** 全部 in 全部状态, or asked for beside nothing else: no narrowing by state. */
export function wantsAll(scan: Scan): boolean {
  return scan.states.some((s) => s.kind === 'all');
}

export function basisOf(scan: Scan): Basis {
  if (scan.basis) return scan.basis;
  const timed = scan.periods.length > 0 || scan.tags.has('since-node');
  if (timed && scan.states.some((s) => s.kind === 'closed')) return 'closed';
  // It is rated, if at all, right after it was struck off.
  const rated = scan.states.some((s) => s.kind === 'mark' && RATED.includes(s.mark) && !isRating(s, scan));
  if (timed && rated) return 'closed';
  if (scan.tags.has('since-node')) return 'logged';
  const states = scan.states.some((s) => s.kind !== 'all');
  if (isOfBegun(scan) && !states && !scan.longest) return 'logged';
  // 九月到现在还没办完的: of those that came since.
  const open = scan.states.every(({ kind }) => kind === 'open' || kind === 'all');
  if (open && !scan.longest && scan.periods.some((one) => TO_NOW.test(scan.heard.get(one) ?? '')))
    return 'logged';
  return periodOf(scan)?.past && !states && !scan.longest ? 'logged' : 'due';
}

const TO_NOW = /(?:到现在|以来|至今|到今天|到目前|到眼下|到如今)(?:为止)?$/;

/** 本月的台账发我, 本月的问题按类别: of what was logged so far; 下周的清单 and 今天的清单 are of what falls due. */
function isOfBegun({ tags, periods, heard, by }: Scan): boolean {
  return (
    (tags.has('send') || (by !== undefined && /问题/.test(heard.get('noun') ?? ''))) &&
    periods.length > 0 &&
    periods.every((one) => one.from < one.until && !/下|明|后|内|未来|今后|接/.test(heard.get(one) ?? ''))
  );
}

/** 最近怎么样 asks how it goes, not for the newest; 哪个单位最慢 is about units. */
function sortOf({ longest, by, tags, sorted, states, basis, step }: Scan): IssueFilter['sort'] {
  if (sorted && sorted !== 'rising' && sorted !== 'falling') return sorted;
  if (longest === 'age' && !by) return 'longest';
  if (longest === 'overdue') return 'overdue';
  const over = basis !== 'logged' && states.some(({ kind }) => kind === 'closed');
  if (!tags.has('newest') || tags.has('how')) return undefined;
  return step !== undefined ? 'step' : over ? 'closed' : 'newest';
}

export function statusOf(s: StateWord): Status | undefined {
  return s.kind === 'status' ? s.status : s.kind === 'closed' ? 'closed' : undefined;
}

/** 各企业报了几件: what firms told, of each project. */
function firmsTell({ by, basis, heard, categoryIds }: Scan): boolean {
  const told = basis === 'logged' && /^(?:没|未)?(?:上?报|提|反映|反馈)/.test(heard.get('basis') ?? '');
  return told && categoryIds.length === 0 && by?.by === 'project' && /企业/.test(heard.get('by') ?? '');
}
