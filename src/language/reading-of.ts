/** From what was read to the measure and the filter it is taken of. What a measure has no use for is told. */
import type { GroupBy, IssueFilter } from '../domain/issue-filter.ts';
import { rangeOf } from '../domain/period.ts';
import type { Measure, Reading } from '../domain/reading.ts';
import { addMonths, type Day, dayOf } from '../domain/time.ts';
import type { ReadContext } from './definition.ts';
import { conflictsOf, filterOf, periodOf } from './filter-of.ts';
import type { Period } from './lexicon/periods.ts';
import type { QueryWord, StateWord } from './lexicon/states.ts';
import type { Scan } from './scan.ts';

export type Read = { reading: Reading; unread?: undefined } | { unread: string[] };

/** Words that say nothing about which measure it is. */
const PLAIN: readonly QueryWord['tag'][] = [
  ...([
    'filler',
    'of',
    'ask',
    'count',
    'which',
    'noun',
    'and',
    'after-unit',
    'after-project',
    'after-name',
    'as-many',
  ] as const),
  ...([
    'with-color',
    'everywhere',
    'here',
    'state',
    'me',
    'our-unit',
    'enterprise',
    'kind',
    'basis',
  ] as const),
];

/** What each measure can use beside those. */
const USES: Partial<Record<Measure, readonly QueryWord['tag'][]>> = {
  rate: ['send', 'rate', 'by', 'most', 'highest', 'lowest', 'how', 'since-node', 'about'],
  duration: ['send', 'most', 'duration', 'by', 'highest', 'lowest', 'when', 'how', 'since-node', 'about'],
  trend: ['send', 'trend', 'against', 'than', 'how', 'about'],
  who: ['whose', 'after-unit', 'after-project'],
  forecast: ['node', 'when', 'enough-time', 'how'],
};

export function measureOf(scan: Scan): Measure {
  const { tags } = scan;
  if (tags.has('rate')) return 'rate';
  if (tags.has('duration')) return 'duration';
  if (tags.has('against') || tags.has('than')) return 'trend';
  if (tags.has('trend') && !onlyGrows(scan)) return 'trend';
  if (tags.has('whose') && !isOfItems(scan)) return 'who';
  if (asksWhen(scan)) return 'forecast';
  if (tags.has('send')) return 'file';
  if (tags.has('why')) return 'why';
  if (scan.longest) return 'slowest';
  if (tags.has('how')) return 'progress';
  return /[哪列]|清单|名单|明细/.test(scan.heard.get('count') ?? '') || tags.has('which') ? 'list' : 'count';
}

/** 什么时候开工, 来得及吗, 兴发还差几天. */
function asksWhen({ tags, projectIds }: Scan): boolean {
  if (tags.has('enough-time')) return true;
  return tags.has('node')
    ? tags.has('when') || tags.has('how') || (tags.has('ask') && projectIds.length === 1)
    : tags.has('when') && projectIds.length > 0;
}

/** 本月增加了多少: simply what was logged. */
export function onlyGrows(scan: Scan): boolean {
  const { tags, periods } = scan;
  return scan.grows === true && !tags.has('against') && !tags.has('than') && periods.length > 0;
}

/** 红的谁负责, 安琪用电的事归谁管 ask for the problems, each with its unit. */
function isOfItems(scan: Scan): boolean {
  const kinds = [scan.projectIds, scan.categoryIds, scan.unitIds].filter((ids) => ids.length > 0).length;
  return kinds > 1 || scan.states.length > 0 || scan.texts.length > 0 || scan.periods.length > 0;
}

/** The measure with all it needs, or the words that do not go with it. */
export function readingOf(scan: Scan, context: ReadContext): Read {
  const measure = measureOf(scan);
  switch (measure) {
    case 'rate':
      return told(scan, context, rateOf(scan, context));
    case 'duration':
      return told(scan, context, durationOf(scan, context));
    case 'trend':
      return told(scan, context, trendOf(scan, context));
    case 'who':
      return told(scan, context, whoOf(scan));
    case 'forecast':
      return told(scan, context, forecastOf(scan, context));
    default:
      return told(scan, context, { reading: plainOf(measure, scan, context), unread: [] });
  }
}

/** Words lists and counts have no use for. */
const DROPPED = ['highest', 'lowest', 'enough-time', 'node', 'when'] as const;

type Part = { reading: Reading; unread: string[] };

function told(scan: Scan, context: ReadContext, { reading, unread: misfits }: Part): Read {
  const uses = USES[reading.measure];
  const others = uses
    ? [...scan.tags.keys()].filter((tag) => !PLAIN.includes(tag) && !uses.includes(tag))
    : DROPPED.filter((tag) => scan.tags.has(tag));
  const conflicts = reading.measure === 'trend' ? [] : conflictsOf(scan, context);
  const unread = [...scan.left, ...conflicts, ...misfits, ...others.map((tag) => heardOf(scan, tag))];
  return unread.length > 0 ? { unread: [...new Set(unread.filter((one) => one !== ''))] } : { reading };
}

function heardOf(scan: Scan, key: StateWord | Period | QueryWord['tag']): string {
  return scan.heard.get(key) ?? '';
}

/** States other than these do not go with the measure. */
function statesBut(scan: Scan, ...kinds: StateWord['kind'][]): string[] {
  return scan.states.filter(({ kind }) => !kinds.includes(kind)).map((one) => heardOf(scan, one));
}

const by = (scan: Scan): { by?: GroupBy } => (scan.by ? { by: scan.by.by } : {});

function rankOf({ tags }: Scan): Pick<Reading, 'most'> {
  if (tags.has('lowest')) return { most: 'low' };
  return tags.has('highest') || tags.has('most') ? { most: 'high' } : {};
}

/** The same places, units and kinds, whatever their state; days of the period by `basis`. */
function whole(scan: Scan, context: ReadContext, basis: 'logged' | 'closed'): IssueFilter {
  const filter = filterOf({ ...scan, states: [{ kind: 'all' }] }, context, false);
  const { dueFrom, dueTo, loggedFrom, loggedTo, closedFrom, closedTo, sort: _, ...rest } = filter;
  const from = dueFrom ?? loggedFrom ?? closedFrom;
  const to = dueTo ?? loggedTo ?? closedTo;
  if (from === undefined || to === undefined) return rest;
  if (scan.basis === 'due') return { ...rest, dueFrom: from, dueTo: to };
  const logged = scan.basis === 'logged' || basis === 'logged';
  return logged ? { ...rest, loggedFrom: from, loggedTo: to } : { ...rest, closedFrom: from, closedTo: to };
}

function rateOf(scan: Scan, context: ReadContext): Part {
  const rate = scan.rate ?? 'closed';
  // 按时率最低的: of units, where nobody else is named.
  const ranked = scan.tags.has('highest') || scan.tags.has('lowest');
  const named =
    scan.unitIds.length + scan.projectIds.length + scan.areaIds.length + scan.categoryIds.length > 0;
  const apart = ranked && !named && rate !== 'share' ? { by: 'unit' as const } : {};
  const common = { measure: 'rate', rate, ...apart, ...by(scan), ...rankOf(scan) } as const;
  if (rate === 'share') {
    const filter = filterOf(scan, context);
    const parts = scan.states.filter(({ kind }) => kind !== 'closed' && kind !== 'all' && kind !== 'open');
    const wrong = [
      ...statesBut(
        scan,
        'open',
        ...(scan.states.some(({ kind }) => kind === 'open') ? (['all'] as const) : []),
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
    return { reading: { ...common, filter }, unread: wrong };
  }
  const closed = rate !== 'closed';
  const { source, ...others } = whole(scan, context, closed ? 'closed' : 'logged');
  // 企业满意度: it is always the enterprise that rates.
  const filter = source && (rate !== 'satisfied' || scan.basis) ? { ...others, source } : others;
  const reading: Reading = { ...common, filter: closed ? { ...filter, statuses: ['closed'] } : filter };
  return { reading, unread: statesBut(scan, 'closed', 'all') };
}

function durationOf(scan: Scan, context: ReadContext): Part {
  const filter: IssueFilter = { ...whole(scan, context, 'closed'), statuses: ['closed'] };
  const duration = scan.by ? 'average' : (scan.duration ?? 'average');
  const most =
    scan.by && scan.duration !== 'average' ? (scan.duration === 'fastest' ? 'low' : 'high') : undefined;
  const reading: Reading = {
    measure: 'duration',
    duration,
    filter,
    ...by(scan),
    ...rankOf(scan),
    ...(most && { most }),
  };
  return { reading, unread: statesBut(scan, 'closed', 'all') };
}

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

/** 这个月比上个月; 上个月跟这个月比: the later one is compared with the earlier. */
function sidesOf({ periods, than }: Scan): [Period[], Period[]] {
  if (than === undefined) return [periods, []];
  const [one, other] = periods;
  if (than !== 2 || periods.length !== 2 || !one || !other)
    return [periods.slice(0, than), periods.slice(than)];
  return one.from > other.from ? [[one], [other]] : [[other], [one]];
}

function trendOf(scan: Scan, context: ReadContext): Part {
  const today = dayOf(context.now, context.directory.settings.timeZone);
  const closed = scan.states.some((one) => one.kind === 'closed');
  const wrong = [
    ...statesBut(scan, 'closed', 'all'),
    ...(scan.basis === 'due' ? [heardOf(scan, 'basis')] : []),
  ];
  const [before, after] = sidesOf(scan);
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
  const compared = other ? { from: other.from, to: other.until } : back(current, length ?? own, ago ? 1 : 0);
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

/** 征地找谁, 住建局谁负责: one unit, one kind of matter or one project. */
function whoOf(scan: Scan): Part {
  const { unitIds, categoryIds, projectIds } = scan;
  const [unitId] = unitIds;
  const [categoryId] = categoryIds;
  const [projectId] = projectIds;
  const one = unitIds.length + categoryIds.length + projectIds.length === 1;
  const unread = one ? [] : [heardOf(scan, 'whose')];
  const more = [...scan.areaIds, ...scan.personOpenIds, ...scan.kinds].length > 0;
  const filter: IssueFilter = unitId === undefined ? {} : { unitIds: [unitId] };
  const reading: Reading = {
    measure: 'who',
    filter,
    ...(categoryId !== undefined && { categoryId }),
    ...(projectId !== undefined && { projectId }),
  };
  return { reading, unread: more ? [...unread, heardOf(scan, 'whose')] : unread };
}

function forecastOf(scan: Scan, { chat }: ReadContext): Part {
  const [named, second] = scan.projectIds;
  const here = scan.tags.has('here') || chat.projectIds.length > 0;
  const projectId = named ?? (here ? (chat.defaultProjectId ?? chat.projectIds[0]) : undefined);
  const reading: Reading = {
    measure: 'forecast',
    filter: projectId === undefined ? {} : { projectIds: [projectId] },
    ...(projectId !== undefined && { projectId }),
    nodes: scan.nodes.length > 0 ? scan.nodes : ['start', 'production'],
  };
  const most = ['node', 'enough-time', 'when'] as const;
  const about = most.map((tag) => heardOf(scan, tag)).find((one) => one !== '') ?? '';
  const others = [
    ...scan.unitIds,
    ...scan.areaIds,
    ...scan.categoryIds,
    ...scan.personOpenIds,
    ...scan.texts,
  ];
  const alone = second === undefined && projectId !== undefined && others.length === 0;
  return {
    reading,
    unread: [
      ...(alone ? [] : [about]),
      ...scan.states.map((one) => heardOf(scan, one)),
      ...scan.periods.map((one) => heardOf(scan, one)),
    ],
  };
}

/** Counts and lists: 几个, 哪些, 怎么样了, 最久. */
function plainOf(measure: Measure, scan: Scan, context: ReadContext): Reading {
  const asked = onlyGrows(scan) && scan.basis === undefined ? { ...scan, basis: 'logged' as const } : scan;
  const projectId = projectAsked(asked, context);
  const filter = filterOf(asked, context, projectId === undefined && !asksWhatBecame(asked, measure));
  const groups = groupsOf(asked);
  if (groups) {
    const late = filter.overdue === true || asked.longest === 'overdue';
    const { sort: _, ...rest } = filter;
    const most =
      asked.tags.has('most') || asked.tags.has('more') || asked.longest
        ? late
          ? 'overdue'
          : 'count'
        : undefined;
    return { measure, filter: rest, by: groups, ...(most && { most }) };
  }
  return { measure, filter, ...(projectId !== undefined && { projectId }) };
}

/** 前天到期的那几个办了没: those that are done are part of the answer. */
function asksWhatBecame(scan: Scan, measure: Measure): boolean {
  return measure === 'progress' && scan.basis === 'due' && scan.periods.length > 0 && !scan.states.length;
}

/** Figures of which each are asked for; 谁…最多 means units, for people are not ranked. */
function groupsOf(scan: Scan): GroupBy | undefined {
  if (scan.by) return scan.by.by;
  const more = scan.tags.has('more');
  if (more && scan.projectIds.length > 1 && scan.unitIds.length === 0) return 'project';
  if (more) return 'unit';
  if (scan.tags.has('each')) {
    if (scan.unitIds.length > 1) return 'unit';
    if (scan.projectIds.length > 1) return 'project';
  }
  return scan.tags.has('most') ? 'unit' : undefined;
}

/** 兴发怎么样了: the project as a whole, which its card shows. */
function projectAsked(scan: Scan, { chat }: ReadContext): number | undefined {
  const [projectId, second] = scan.projectIds;
  if (!isOnlyAboutProject(scan)) return undefined;
  if (projectId !== undefined) return second === undefined ? projectId : undefined;
  return scan.tags.has('here') ? (chat.defaultProjectId ?? chat.projectIds[0]) : undefined;
}

function isOnlyAboutProject(scan: Scan): boolean {
  const { tags } = scan;
  return (
    scan.states.length + scan.periods.length + scan.unitIds.length === 0 &&
    scan.personOpenIds.length + scan.areaIds.length + scan.categoryIds.length + scan.texts.length === 0 &&
    scan.kinds.length === 0 &&
    scan.someone === undefined &&
    scan.basis === undefined &&
    !(
      ['longest', 'most', 'by', 'count', 'noun', 'me', 'our-unit', 'newest', 'send', 'since-node'] as const
    ).some((tag) => tags.has(tag) && !(tag === 'newest' && tags.has('how')))
  );
}
