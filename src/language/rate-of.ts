/** Rates, and how long it takes. */
import { OPEN_STATUSES } from '../domain/issue.ts';
import { type GroupBy, type IssueFilter, type Mark, OF_PEOPLE } from '../domain/issue-filter.ts';
import { type Reading, TAKEN_TO_END } from '../domain/reading.ts';
import type { ReadContext } from './definition.ts';
import { filterOf } from './filter-of.ts';
import { OPINIONS } from './happened.ts';
import {
  amongAll,
  by,
  cutOf,
  heardOf,
  ofAllProjects,
  type Part,
  rankOf,
  standingMisfits,
  statesBut,
  whole,
} from './reading-part.ts';
import { isShareBack, struckOf } from './reopened-of.ts';
import type { Scan } from './scanned.ts';

export function rateOf(asked: Scan, context: ReadContext): Part {
  const scan = amongAll(asked);
  const rate = scan.rate ?? 'closed';
  // 按时率最低的: of units, where nobody else is named.
  const ranked =
    scan.tags.has('highest') ||
    scan.tags.has('lowest') ||
    scan.tags.has('most') ||
    scan.top !== undefined ||
    scan.sorted === 'rising' ||
    scan.sorted === 'falling';
  const named =
    scan.unitIds.length + scan.projectIds.length + scan.areaIds.length + scan.categoryIds.length > 0;
  const apart =
    ranked && !named && rate !== 'share'
      ? { by: ofAllProjects(scan) ? ('project' as const) : ('unit' as const) }
      : {};
  const common = {
    measure: 'rate',
    rate,
    ...apart,
    ...by(scan),
    ...rankOf(scan),
    ...cutOf(asked, context),
  } as const;
  const misfits = [...standingMisfits(asked), ...ofPeople(scan), ...orderMisfits(scan, common.by)];
  if (rate === 'reopened' || isShareBack(scan)) {
    const timed = scan.basis === undefined || scan.periods.length === 0;
    const others = scan.states.filter(
      (s) => !(s.kind === 'mark' && s.mark === 'reopened') && s.kind !== 'closed' && s.kind !== 'all',
    );
    const wrong = [...others.map((one) => heardOf(scan, one)), ...(timed ? [] : [heardOf(scan, 'basis')])];
    const reading: Reading = {
      ...common,
      ...(common.by ? {} : apart),
      rate: 'reopened',
      filter: struckOf(scan, context),
    };
    return { reading, unread: [...misfits, ...wrong] };
  }
  const ofLogged =
    scan.basis === 'logged' && scan.periods.length > 0 && scan.states.every(({ kind }) => kind === 'all');
  if (rate === 'share' && (scan.ofAll || ofLogged) && isOfSomebody(scan))
    return {
      // 楚能逾期的是不是都在供电公司: of 楚能's.
      reading: {
        ...common,
        shareOf: scan.ofAll === undefined || scan.ofAll === true ? 'all' : scan.ofAll,
        filter: filterOf(scan, context),
      },
      unread: [...misfits, ...allMisfits(scan)],
    };
  if (rate === 'share' && isOfLogged(scan)) return shareOfLogged(scan, context);
  const opinion = rate === 'share' && !common.by ? opinionOf(scan) : undefined;
  if (opinion === 'satisfied')
    return rateOf(
      { ...asked, rate: 'satisfied', states: asked.states.filter(({ kind }) => kind !== 'mark') },
      context,
    );
  if (opinion) return shareOfRated(scan, opinion, context);
  // 办结的占多少: what 办结率 tells.
  if (rate === 'share' && isDone(scan))
    return rateOf(
      { ...asked, rate: 'closed', states: asked.states.filter(({ kind }) => kind !== 'closed') },
      context,
    );
  if (rate === 'share' && isOfClosed(scan)) return shareOfClosed(scan, context);
  const unrated = new Map([...scan.tags].filter(([tag]) => tag !== 'rate'));
  const part = filterOf({ ...scan, tags: unrated }, context);
  // 上月逾期的占比: of what fell due then, done by now or not.
  if (rate === 'share' && !common.by && part.mark === 'late' && part.dueFrom) {
    const { mark: _, ...due } = part;
    const filter: IssueFilter = { ...due, statuses: [...OPEN_STATUSES, 'closed'] };
    return { reading: { measure: 'part', filter, part }, unread: misfits };
  }
  if (rate === 'share') {
    const filter = filterOf(scan, context);
    const parts = scan.states.filter(({ kind }) => kind !== 'closed' && kind !== 'all' && kind !== 'open');
    const wrong = [
      ...statesBut(
        scan,
        'open',
        'all',
        'color',
        'overdue',
        'in-time',
        'lit',
        'status',
        'agenda',
        'extension',
        'long-term',
        'asleep',
      ),
      ...scan.periods.map((one) => heardOf(scan, one)),
      ...(scan.states.some((s) => s.kind === 'status' && s.status === 'void') ? [heardOf(scan, 'rate')] : []),
      ...(parts.length === 0 ? [heardOf(scan, 'rate')] : []),
    ];
    return { reading: { ...common, filter }, unread: [...misfits, ...wrong] };
  }
  const closed = rate !== 'closed';
  const { source, ...others } = whole(scan, context, closed ? 'closed' : 'logged');
  // 企业满意度: it is always the enterprise that rates.
  const filter = source && (rate !== 'satisfied' || scan.basis) ? { ...others, source } : others;
  const reading: Reading = { ...common, filter: closed ? { ...filter, statuses: ['closed'] } : filter };
  return { reading, unread: [...misfits, ...statesBut(scan, 'closed', 'all')] };
}

/** People are not measured by rates or days: only what units and projects come to is. */
export function ofPeople({ by, heard }: Scan): string[] {
  return by && OF_PEOPLE.includes(by.by) ? [heard.get('by') ?? ''] : [];
}

/** Orders of lists, and what has no groups to be cut. */
function orderMisfits(scan: Scan, apart: GroupBy | undefined): string[] {
  const { sorted, top, bound, tags } = scan;
  const ofLists = sorted !== undefined && sorted !== 'rising' && sorted !== 'falling';
  return [
    ...(ofLists ? [heardOf(scan, 'sorted')] : []),
    ...(top && !apart ? [heardOf(scan, 'top')] : []),
    // 满意率各是多少: of each of nothing.
    ...(tags.has('each') && !apart ? [heardOf(scan, 'each')] : []),
    ...(bound && (scan.duration !== undefined || top !== undefined) ? [heardOf(scan, 'rate')] : []),
  ];
}

/** 住建局占全部逾期的几成; 停表的占全部在办的几成 is of what is open, whoever's it is. */
function isOfSomebody(scan: Scan): boolean {
  const { unitIds, projectIds, areaIds, categoryIds, park, industry, tags, states } = scan;
  const named = unitIds.length + projectIds.length + areaIds.length + categoryIds.length;
  const some = states.some(({ kind }) => kind !== 'open' && kind !== 'all' && kind !== 'closed');
  return named > 0 || park !== undefined || industry !== undefined || tags.has('our-unit') || !some;
}

/** A share of all needs somebody whose it is, and one whole. */
function allMisfits(scan: Scan): string[] {
  const { unitIds, projectIds, areaIds, categoryIds, park, industry, tags, by, someone } = scan;
  const named = unitIds.length + projectIds.length + areaIds.length + categoryIds.length;
  const whose = named > 0 || park !== undefined || industry !== undefined || tags.has('our-unit');
  const person = someone !== undefined || scan.personOpenIds.length > 0 || tags.has('me');
  return whose && !by && !person && !scan.except ? [] : [heardOf(scan, 'rate')];
}

/** 十月份登记的没销号的占多少: of what was logged then, not of what is open. */
function isOfLogged({ basis, periods, states, by: groups }: Scan): boolean {
  return basis === 'logged' && periods.length > 0 && states.length > 0 && groups === undefined;
}

function shareOfLogged(scan: Scan, context: ReadContext): Part {
  const { sort: _, ...filter } = filterOf({ ...scan, states: [{ kind: 'all' }] }, context);
  const whole: IssueFilter = { ...filter, statuses: [...OPEN_STATUSES, 'closed'] };
  const { sort: __, ...part } = filterOf(scan, context);
  return { reading: { measure: 'part', filter: whole, part }, unread: [] };
}

/** 平均逾期几天: of what is overdue now, so that no time goes with it. */
function overdueOf(scan: Scan, asked: Scan, context: ReadContext): Part {
  const states = scan.states.filter(({ kind }) => kind !== 'open' && kind !== 'all');
  const {
    sort: _,
    statuses: __,
    ...found
  } = filterOf({ ...scan, states: [...states, { kind: 'overdue' }] }, context);
  const reading: Reading = {
    measure: 'duration',
    duration: 'average',
    taken: 'overdue',
    filter: found,
    ...by(scan),
    ...rankOf(scan),
    ...cutOf(asked, context),
  };
  const misfits = [...standingMisfits(asked), ...ofPeople(scan), ...orderMisfits(scan, reading.by)];
  const stated = statesBut(scan, 'overdue', 'color', 'open', 'all');
  return { reading, unread: [...misfits, ...stated, ...scan.periods.map((one) => heardOf(scan, one))] };
}

/** Whether only what is struck off is said to be a part, of all there are. */
function isDone({ states }: Scan): boolean {
  return (
    states.filter(({ kind }) => kind === 'closed').length === 1 &&
    states.every(({ kind }) => kind === 'closed' || kind === 'all')
  );
}

/**
 * 办结的没被退回的占多少, 所有问题里头延过期的占几成: of what was struck off, of all there are. What lasts when a problem
 * is over, and what is still open, are parts of all of them where no whole is said.
 */
function isOfClosed({ states, by: groups, basis, ofAll, sentBack }: Scan): boolean {
  const wholes = states.filter(({ kind }) => kind === 'closed' || kind === 'all');
  const parts = states.filter((s) => !wholes.includes(s));
  const lasting = ['without', 'mark', 'extension', 'open'];
  return (
    groups === undefined &&
    basis === undefined &&
    !ofAll &&
    !sentBack &&
    wholes.length <= 1 &&
    !(wholes[0]?.kind === 'closed' && parts[0]?.kind === 'open') &&
    parts.length === 1 &&
    parts.every(({ kind }) => lasting.includes(kind))
  );
}

/** 基本满意的占几成: of what firms have rated. */
function opinionOf({ states, basis }: Scan): Mark | undefined {
  const [one, second] = states;
  const mark = one?.kind === 'mark' && !second && basis === undefined ? one.mark : undefined;
  return OPINIONS.find((opinion) => opinion === mark);
}

function shareOfRated(scan: Scan, mark: Mark, context: ReadContext): Part {
  const { sort: _, ...found } = filterOf({ ...scan, states: [{ kind: 'mark', mark: 'rated' }] }, context);
  return { reading: { measure: 'part', filter: found, part: { ...found, mark } }, unread: [] };
}

function shareOfClosed(scan: Scan, context: ReadContext): Part {
  const wholes = scan.states.filter(({ kind }) => kind === 'closed' || kind === 'all');
  const over = wholes.some(({ kind }) => kind === 'closed');
  const { sort: _, ...found } = filterOf({ ...scan, states: [{ kind: 'all' }] }, context);
  const filter: IssueFilter = { ...found, statuses: over ? ['closed'] : [...OPEN_STATUSES, 'closed'] };
  const {
    sort: __,
    statuses: ___,
    ...part
  } = filterOf(
    { ...scan, states: [...scan.states.filter((s) => !wholes.includes(s)), ...(over ? wholes : [])] },
    context,
  );
  const open = scan.states.some(({ kind }) => kind === 'open') && { statuses: [...OPEN_STATUSES] };
  return {
    reading: { measure: 'part', filter, part: { ...part, statuses: filter.statuses ?? [], ...open } },
    unread: [],
  };
}

export function durationOf(asked: Scan, context: ReadContext): Part {
  const scan = amongAll(asked);
  const { taken } = scan;
  if (taken === 'overdue') return overdueOf(scan, asked, context);
  const filter: IssueFilter =
    taken === undefined || TAKEN_TO_END.includes(taken)
      ? { ...whole(scan, context, 'closed'), statuses: ['closed'] }
      : whole(scan, context, 'logged');
  const duration = scan.by ? 'average' : (scan.duration ?? 'average');
  const most =
    scan.by && scan.duration !== 'average' ? (scan.duration === 'fastest' ? 'low' : 'high') : undefined;
  const reading: Reading = {
    measure: 'duration',
    duration: taken === undefined || scan.by ? duration : 'average',
    filter,
    ...(taken && { taken }),
    ...by(scan),
    ...rankOf(scan),
    ...(most && { most }),
    ...cutOf(asked, context),
  };
  const misfits = [...standingMisfits(asked), ...ofPeople(scan), ...orderMisfits(scan, reading.by)];
  return { reading, unread: [...misfits, ...statesBut(scan, 'closed', 'all')] };
}
