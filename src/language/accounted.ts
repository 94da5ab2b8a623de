/**
 * The last look at a reading before it is run: whatever narrows the question shows in it. What was understood and would
 * be dropped all the same is told, so that no figure is of more than was asked for.
 */
import { OPEN_STATUSES } from '../domain/issue.ts';
import { EXTENSION_STEPS, type IssueFilter } from '../domain/issue-filter.ts';
import type { Reading } from '../domain/reading.ts';
import type { ReadContext } from './definition.ts';
import { MARKED_BY } from './filter-of.ts';
import type { QueryWord, StateWord } from './lexicon/query-word.ts';
import { heardOf } from './reading-part.ts';
import { isLight } from './scan-fits.ts';
import type { Scan } from './scanned.ts';

/** What of it the reading does not show, as said or as it is called. */
type Missing = (scan: Scan, reading: Reading, context: ReadContext) => string[];

/** Fields that tell how a text was read, or what is compared: the measures look at them. */
type Manner =
  | ('tags' | 'heard' | 'outside' | 'clashes' | 'left' | 'doubt' | 'sounded' | 'endsOf')
  | ('less' | 'alsoBy' | 'litNow' | 'definite' | 'toldFirst' | 'sentBack' | 'byAnyone' | 'byDefault')
  | ('helpingToo' | 'came' | 'stepDays' | 'grows' | 'than' | 'either' | 'against' | 'monthly')
  | ('longest' | 'rate' | 'duration');

const unless = (shown: boolean | undefined, ...said: string[]) => (shown ? [] : said);

/** Of each thing named, its name. */
function names(
  ids: readonly number[],
  shown: readonly (number | undefined)[] | undefined,
  nameOf: (id: number) => string | undefined,
): string[] {
  return ids.filter((id) => !shown?.includes(id)).map((id) => nameOf(id) ?? '');
}

/** A field of what was read that narrows has an entry here, or the program does not compile. */
const FIELDS: Record<Exclude<keyof Scan, Manner>, Missing> = {
  unitIds: ({ unitIds }, { filter, standing }, { directory }) =>
    names(
      unitIds,
      [...(filter.unitIds ?? filter.stepUnitIds ?? []), ...(filter.jointUnitIds ?? []), standing],
      (id) => directory.unit(id)?.name,
    ),
  projectIds: ({ projectIds }, { filter, projectId, standing }, { directory }) =>
    names(
      projectIds,
      [...(filter.projectIds ?? []), projectId, standing],
      (id) => directory.project(id)?.name,
    ),
  areaIds: ({ areaIds }, { filter }, { directory }) =>
    names(
      areaIds.filter((id) => id !== directory.topAreaId),
      filter.areaIds,
      (id) => directory.area(id)?.name,
    ),
  categoryIds: ({ categoryIds }, { filter, categoryId, standing }, { directory }) =>
    names(
      categoryIds,
      [...(filter.categoryIds ?? []), categoryId, standing],
      (id) => directory.category(id)?.name,
    ),
  texts: ({ texts }, { filter }) => texts.filter((text) => !filter.search?.includes(text.slice(0, 20))),
  park: ({ park = '' }, { filter }) => unless(park === '' || filter.park === park, park),
  industry: ({ industry = '' }, { filter }) =>
    unless(industry === '' || filter.industry === industry, industry),
  kinds: (scan, { filter }) =>
    unless(
      scan.kinds.every((kind) => filter.kinds?.includes(kind)),
      heardOf(scan, 'kind'),
    ),
  states: (scan, reading) =>
    scan.states
      .filter((state) => !showsState(state, reading) && !showsState(state, partOf(reading)))
      .map((s) => heardOf(scan, s)),
  periods: (scan, reading) =>
    unless(scan.periods.length === 0 || isDated(reading), ...scan.periods.map((p) => heardOf(scan, p))),
  otherDays: ({ otherDays }, { filter: { loggedTo, closedTo, dueTo, stepTo } }) => {
    const until = otherDays?.basis === 'logged' ? loggedTo : dueTo;
    const both = [loggedTo, closedTo, dueTo, stepTo].filter((day) => day !== undefined).length > 1;
    return unless(!otherDays || (until === otherDays.period.until && both), otherDays?.heard ?? '');
  },
  point: ({ point }, { filter, compared }) =>
    unless(point === undefined || filter.asOf === point.day || compared !== undefined, point?.heard ?? ''),
  ages: ({ ages }, reading) =>
    unless(ages.length === 0 || isAged(reading), ...ages.map(({ heard }) => heard)),
  basis: (scan, reading) =>
    unless(scan.basis === undefined || scan.periods.length === 0 || isDated(reading), heardOf(scan, 'basis')),
  step: (scan, { filter }) =>
    unless(scan.step === undefined || filter.step !== undefined, heardOf(scan, 'step')),
  doer: (scan, { filter }) =>
    unless(!scan.doer || !scan.tags.has('me') || filter.stepById !== undefined, heardOf(scan, 'step')),
  byLeaders: (scan, { filter }) =>
    unless(!scan.byLeaders || filter.stepByLeaders === true, heardOf(scan, 'asked')),
  times: ({ times = 1 }, { filter }) => unless(times === 1 || filter.stepTimes === times, `${times} 次`),
  by: (scan, { by, measure, fact }) =>
    unless(
      scan.by === undefined || by !== undefined || fact === 'who' || measure === 'projects',
      heardOf(scan, 'by'),
    ),
  fact: (scan, { fact, part }) =>
    unless(scan.fact === undefined || fact !== undefined || part !== undefined, heardOf(scan, 'asked')),
  counted: (scan, { measure, fact }) =>
    unless(!scan.counted || measure === 'steps' || fact !== undefined, heardOf(scan, 'asked')),
  bare: (scan) => unless(!scan.bare, heardOf(scan, 'asked')),
  longestPaused: (scan, { filter }) =>
    unless(!scan.longestPaused || filter.sort === 'paused', heardOf(scan, 'asked')),
  latest: (scan, { filter }) => unless(!scan.latest || filter.sort === 'step', heardOf(scan, 'asked')),
  after: (scan, { filter }) =>
    unless(scan.after === undefined || filter.after !== undefined, heardOf(scan, 'asked')),
  among: (scan, { part, filter }) =>
    unless(
      scan.among === undefined || part !== undefined || filter.outcome !== undefined,
      heardOf(scan, 'asked'),
    ),
  second: (scan, { part }) => unless(scan.second === undefined || part !== undefined, heardOf(scan, 'step')),
  having: (scan, { having }) =>
    unless(scan.having === undefined || having !== undefined, heardOf(scan, 'by')),
  told: (scan, { told, rate }) =>
    unless(scan.told === undefined || told !== undefined || rate !== undefined, heardOf(scan, 'told')),
  taken: (scan, { taken }) =>
    unless(scan.taken === undefined || taken === scan.taken, heardOf(scan, 'duration')),
  nodes: (scan, { nodes, projects }) =>
    unless(
      scan.nodes.length === 0 || nodes !== undefined || projects?.node !== undefined,
      heardOf(scan, 'node'),
    ),
  reached: (scan, { projects, nodes }) =>
    unless(
      scan.reached === undefined || showsNodes(scan, projects) || nodes !== undefined,
      heardOf(scan, 'node'),
    ),
  nodesSaid: (scan, { projects, nodes }) =>
    unless(!scan.nodesSaid || showsNodes(scan, projects) || nodes !== undefined, heardOf(scan, 'node')),
  projectBy: ({ projectBy, heard }, { projects }) =>
    unless(projectBy === undefined || projects?.by !== undefined, heard.get('project-by') ?? ''),
  projectOrder: ({ projectOrder, heard }, { projects }) =>
    unless(projectOrder === undefined || projects?.order !== undefined, heard.get('project-order') ?? ''),
  post: ({ post: said, heard }, { post }) =>
    unless(said === undefined || post === said || post === 'people', heard.get('post') ?? ''),
  others: ({ others = [] }, { measure }) => unless(measure === 'projects', ...others),
  weather: (scan, { projects, projectId }) =>
    unless(
      scan.weather === undefined || projects?.weather !== undefined || projectId !== undefined,
      heardOf(scan, 'weather'),
    ),
  except: (scan, { filter }) => {
    const { except } = scan;
    const shown =
      !except ||
      (except.unitIds.every((id) => filter.exceptUnitIds?.includes(id)) &&
        except.projectIds.every((id) => filter.exceptProjectIds?.includes(id)) &&
        except.categoryIds.every((id) => filter.exceptCategoryIds?.includes(id)) &&
        (except.texts ?? []).every((text) => filter.exceptSearch?.includes(text)) &&
        except.states.every((state) => isLeftOut(state, filter)));
    return unless(shown, heardOf(scan, 'except') || heardOf(scan, 'except-end'));
  },
  top: (scan, { top }) => unless(scan.top === undefined || top === scan.top.count, heardOf(scan, 'top')),
  standing: (scan, { standing }) =>
    unless(scan.standing === undefined || standing !== undefined, heardOf(scan, 'standing')),
  sorted: (scan, { filter, most }) =>
    unless(
      scan.sorted === undefined || filter.sort === scan.sorted || most !== undefined,
      heardOf(scan, 'sorted'),
    ),
  bound: (scan, { bound }) => unless(scan.bound === undefined || bound !== undefined, heardOf(scan, 'rate')),
  ofAll: (scan, { shareOf, told }) =>
    unless(
      !scan.ofAll || shareOf !== undefined || told === 'share' || scan.among !== undefined,
      heardOf(scan, 'rate'),
    ),
  personOpenIds: (scan, { measure }) =>
    unless(
      scan.personOpenIds.length === 0 || !IMPERSONAL.includes(measure),
      scan.heard.get('person') || heardOf(scan, 'whose'),
    ),
  someone: ({ someone }, { measure }) =>
    unless(someone === undefined || !IMPERSONAL.includes(measure), someone ?? ''),
};

function isLeftOut(state: StateWord, { statuses, colors, exceptMarks }: IssueFilter): boolean {
  if (state.kind === 'mark') return exceptMarks?.includes(state.mark) === true;
  if (state.kind === 'status') return statuses !== undefined && !statuses.includes(state.status);
  if (state.kind === 'color') return colors !== undefined && !colors.includes(state.color);
  return state.kind === 'overdue' && colors?.every((color) => color !== 'red' && color !== 'yellow') === true;
}

/** Measures that are of no one person's problems. */
const IMPERSONAL: readonly Reading['measure'][] = ['who', 'forecast'];

/** As many nodes as were named, and one of them with what was said of it. */
function showsNodes({ nodes, nodesSaid = [] }: Scan, projects: Reading['projects']): boolean {
  const { node, and, from, reached, undated, fate, order } = projects ?? {};
  const said = [from, reached, undated, fate, order, and].some((one) => one !== undefined);
  const bare = nodesSaid.every(({ node: _, periods: __, ...more }) => Object.keys(more).length === 0);
  return (said || bare) && (node === undefined ? 0 : 1) + (and ? 1 : 0) === nodes.length;
}

/** It is of some days. */
export function isDated({ filter: f, projects, compared, until }: Reading): boolean {
  const spans = [
    f.asOf,
    f.dueFrom,
    f.dueTo,
    f.loggedFrom,
    f.loggedTo,
    f.closedFrom,
    f.closedTo,
    f.stepFrom,
    f.stepTo,
    f.turned?.from,
    f.turned?.to,
    f.without?.from,
    f.without?.to,
    f.struck?.from,
    f.struck?.to,
  ];
  return [...spans, projects?.from, projects?.and?.from, compared?.from, until].some(
    (day) => day !== undefined,
  );
}

/** It is of some age. */
export function isAged({ filter: f }: Reading): boolean {
  return [
    f.dueTo,
    f.dueFrom,
    f.loggedTo,
    f.stepTo,
    f.pausedTo,
    f.quietTo,
    f.routedTo,
    f.doneTo,
    f.turned?.to,
  ].some((day) => day !== undefined);
}

/** Half of what was said may be what only some of them are: 办结的没被退回的占多少. */
function partOf(reading: Reading): Reading {
  return reading.part ? { ...reading, filter: reading.part } : reading;
}

/** The state is part of what it counts. */
export function showsState(state: StateWord, { filter, measure, most, rate, projects }: Reading): boolean {
  const { overdue, statuses } = filter;
  // 身上背着红灯的 projects.
  const colors = filter.colors ?? projects?.lights;
  // Open problems stand beside every project.
  if (state.kind === 'open' && measure === 'projects') return true;
  switch (state.kind) {
    case 'color':
      return colors?.includes(state.color) ?? false;
    case 'overdue':
      return (
        overdue === true ||
        filter.mark === 'late' ||
        most === 'overdue' ||
        most === 'longest' ||
        filter.sort === 'overdue' ||
        colors !== undefined
      );
    case 'in-time':
    case 'lit':
      return colors !== undefined;
    case 'status':
      return statuses?.includes(state.status) ?? (state.status === 'paused' && filter.step === 'paused');
    case 'closed':
      return (
        statuses?.includes('closed') === true ||
        filter.closedFrom !== undefined ||
        filter.struck !== undefined ||
        rate !== undefined ||
        measure === 'duration'
      );
    case 'open':
      return (
        statuses?.some((status) => OPEN_STATUSES.includes(status)) === true ||
        colors !== undefined ||
        overdue === true ||
        rate === 'share'
      );
    case 'all':
      return true;
    case 'agenda':
      return filter.onAgenda === true;
    case 'long-term':
      return filter.longTerm === true;
    case 'asleep':
      return filter.asleep === true;
    case 'extension':
      return (
        filter.extension !== undefined || (filter.step !== undefined && EXTENSION_STEPS.includes(filter.step))
      );
    case 'told-up':
      return filter.toldUp !== undefined || filter.step === 'told-up' || filter.step === 'told-principal';
    case 'units':
      return (
        filter.unitsLeast === state.least || filter.mark === 'joint' || filter.jointUnitIds !== undefined
      );
    case 'turned':
      return filter.turned?.color === state.color;
    case 'passed':
      return filter.passedLeast === state.least;
    case 'without':
      return filter.without?.step === state.step;
    case 'mark':
      if (state.mark === 'joint' && filter.jointUnitIds) return true;
      if (state.mark === 'reopened' && filter.struck) return true;
      if (state.mark === 'satisfied' && rate === 'satisfied') return true;
      return filter.mark === state.mark || filter.step === state.mark || MARKED_BY.includes(filter.step);
  }
}

type Tag = QueryWord['tag'];

/** Words that ask for a measure: where another was read, a second question would go unanswered. */
const MEASURED: Partial<Record<Tag, (reading: Reading, scan: Scan) => boolean>> = {
  rate: ({ measure }) => measure === 'rate' || measure === 'part',
  duration: ({ measure }) => measure === 'duration',
  against: ({ measure }) => measure === 'trend',
  whose: ({ measure }) => ['who', 'count', 'list', 'progress', 'why', 'slowest', 'file'].includes(measure),
  me: ({ filter }) =>
    [filter.personId, filter.reporterId, filter.unitIds, filter.leaderId, filter.secretaryId].some(
      (one) => one !== undefined,
    ) || (filter.toldUp ?? filter.stepById) !== undefined,
  'our-unit': ({ filter, standing }) =>
    (filter.unitIds ?? filter.stepUnitIds) !== undefined ||
    filter.jointUnitIds !== undefined ||
    standing !== undefined,
  enterprise: ({ filter, rate }) => filter.source !== undefined || rate === 'satisfied',
  staff: ({ filter }) => filter.source === 'staff',
  helping: ({ filter }) => filter.unitRole !== undefined || filter.mark === 'joint',
  quiet: ({ filter }) => filter.quietTo !== undefined || filter.without !== undefined,
  newest: ({ filter, measure }, { tags }) =>
    ['newest', 'closed', 'step'].includes(filter.sort ?? '') || tags.has('how') || measure === 'projects',
};

/** How many there are, beside a measure that tells no number of problems: 归哪个局管，还剩几个. */
function counts(scan: Scan, { measure, duration, by }: Reading): string[] {
  const asks = scan.tags.has('count') && /[几多]/.test(heardOf(scan, 'count'));
  // 办得慢的有几个: the slowest is one, and how many are slow is not said.
  const extreme =
    measure === 'duration' &&
    !by &&
    duration !== 'average' &&
    /^(?:还|共|一共|总共)?有/.test(heardOf(scan, 'count'));
  return unless(!asks || !(extreme || measure === 'who' || measure === 'forecast'), heardOf(scan, 'count'));
}

/** 待核验的里面延期的占多少: of those, not of all that is open. */
function sharesOfSome(scan: Scan, { rate }: Reading): string[] {
  const lit = scan.states.some(isLight) ? 1 : 0;
  const others = new Set(
    scan.states.flatMap((s) =>
      isLight(s) || ['open', 'closed', 'all'].includes(s.kind) ? [] : [JSON.stringify(s)],
    ),
  );
  return unless(rate !== 'share' || scan.either || lit + others.size < 2, heardOf(scan, 'rate'));
}

/** What was understood and narrows nothing of what the reading counts. */
export function unaccounted(scan: Scan, reading: Reading, context: ReadContext): string[] {
  const fields = Object.values(FIELDS).flatMap((missing) => missing(scan, reading, context));
  const words = Object.entries(MEASURED).flatMap(([tag, shows]) =>
    unless(!scan.tags.has(tag as Tag) || shows(reading, scan), heardOf(scan, tag as Tag)),
  );
  const missing = [...fields, ...words, ...counts(scan, reading), ...sharesOfSome(scan, reading)];
  // What was not said in this sentence (住建局呢, later) has no words of its own.
  const [any = '…'] = [...scan.heard.values()].filter((word) => word !== '');
  return missing.map((word) => (word === '' ? any : word));
}

/** Fields of which every path must show what was said, however it found its answer. */
const NAMED = ['unitIds', 'projectIds', 'areaIds', 'categoryIds', 'park', 'industry'] as const;
const EVERYWHERE = [...NAMED, ...(['kinds', 'states', 'periods', 'point', 'top', 'by'] as const)];
/** 是哪个单位的, 第一件: each row of a list says it. */
const OF_ROWS = /^(?:(?:责任)?单位$|第|[是都在]{0,2}哪|谁|[这那]?[两俩二][家个者]|两边)/;

/** What was understood and none of the readings shows. */
export function notShown(said: Scan, readings: readonly Reading[], context: ReadContext): string[] {
  // 延过期没有 is told of each.
  const out = new Set(readings.flatMap(({ filter }) => filter.exceptUnitIds ?? []));
  const unitIds = said.unitIds.filter((id) => !out.has(id));
  const scan = { ...said, unitIds, states: said.states.filter(({ kind }) => kind === 'color') };
  return EVERYWHERE.flatMap((field) => {
    const [first = [], ...others] = readings.map((reading) => FIELDS[field](scan, reading, context));
    return first.filter((word) => !OF_ROWS.test(word) && others.every((words) => words.includes(word)));
  });
}

/** Nothing but these of what could narrow was said. */
export function saysOnly(scan: Scan, ...fields: (keyof typeof FIELDS)[]): boolean {
  return Object.keys(FIELDS).every((key) => {
    const field = key as keyof typeof FIELDS;
    const value = scan[field];
    return fields.includes(field) || value === undefined || (Array.isArray(value) && value.length === 0);
  });
}
