/** Readings of counts and lists: 几个, 哪些, 怎么样了, 最久, of each group apart, cut and in order. */
import { type GroupBy, type IssueFilter, OF_PEOPLE } from '../domain/issue-filter.ts';
import type { Measure, Reading } from '../domain/reading.ts';
import type { ReadContext } from './definition.ts';
import { filterOf } from './filter-of.ts';
import type { QueryWord } from './lexicon/query-word.ts';
import { amongAll, cutOf, heardOf, ofAllProjects, standingMisfits } from './reading-part.ts';
import { isStruckAndBack, struckOf } from './reopened-of.ts';
import type { Scan } from './scanned.ts';

/** 本月增加了多少: simply what was logged. */
export function onlyGrows(scan: Scan): boolean {
  const { tags, periods } = scan;
  return scan.grows === true && !tags.has('against') && !tags.has('than') && periods.length > 0;
}

/** Counts and lists: 几个, 哪些, 怎么样了, 最久. */
export function plainOf(measure: Measure, said: Scan, context: ReadContext): Reading {
  const scan = amongAll(said);
  const asked = onlyGrows(scan) && scan.basis === undefined ? { ...scan, basis: 'logged' as const } : scan;
  if (isStruckAndBack(asked)) return { measure, filter: struckOf(asked, context, true) };
  const projectId = projectAsked(asked, context);
  const found = filterOf(asked, context, projectId === undefined && !asksWhatBecame(asked, measure));
  const sort: IssueFilter['sort'] = asked.tags.has('since-when')
    ? 'longest'
    : asked.tags.has('due-when')
      ? 'deadline'
      : undefined;
  const filter = sort && found.sort === undefined ? { ...found, sort } : found;
  const groups = groupsOf(asked);
  // 快到期的有哪些，是哪个单位的: themselves, each with its unit.
  const each =
    asked.by?.asks &&
    asked.tags.has('count') &&
    groups === 'unit' &&
    measure === 'list' &&
    /哪(?:些|几[件个条])$/.test(heardOf(asked, 'count'));
  if (each && !mostOf(asked, filter)) return { measure, filter, fact: 'who' };
  if (groups) {
    const { sort: _, ...rest } = filter;
    const most = mostOf(asked, filter);
    const { having, told } = asked;
    return {
      measure,
      filter: rest,
      by: groups,
      ...(most && { most }),
      ...cutOf(said, context),
      ...(having && { having }),
      ...(told && { told }),
    };
  }
  const top = asked.top && { top: asked.top.count };
  const turns = filter.turned && (measure === 'list' || measure === 'count');
  const told = turns
    ? ('turning' as const)
    : measure !== 'list' || !sort
      ? undefined
      : sort === 'longest'
        ? ('logged' as const)
        : ('deadline' as const);
  // 兴发的用地问题都找谁: whom each waits for.
  const who = asked.tags.has('whose') && (measure === 'list' || measure === 'count');
  if (who && projectId === undefined && !told) return { measure: 'list', filter, ...top, fact: 'who' };
  const fact = told && projectId === undefined ? { fact: told } : {};
  return { measure, filter, ...(projectId !== undefined && { projectId }), ...top, ...fact };
}

/** Which groups stand in front: those with the most of it, or the fewest. */
function mostOf(scan: Scan, filter: IssueFilter): Reading['most'] {
  const { tags, longest, less, sorted, top, standing, told } = scan;
  if (tags.has('least') || less || sorted === 'rising') return 'least';
  const ranks = ['most', 'more'] as const;
  const share = told === 'share' && (tags.has('highest') || tags.has('lowest'));
  if (share && tags.has('lowest')) return 'least';
  // 主要是哪几类: the biggest first.
  const mainly = scan.by?.asks && /主要|集中|大多|大部分/.test(heardOf(scan, 'mainly') + heardOf(scan, 'by'));
  if (!(ranks.some((tag) => tags.has(tag)) || mainly || longest || sorted || top || standing || share))
    return undefined;
  if (longest === 'overdue' && /[久长]/.test(heardOf(scan, 'longest'))) return 'longest';
  return filter.overdue === true || longest === 'overdue' ? 'overdue' : 'count';
}

/** Orders that do not go with what is told, and numbers of what has no order. */
export function plainMisfits(scan: Scan, reading: Reading): string[] {
  const { sorted, top, by, tags } = scan;
  const { filter } = reading;
  const ofLists = sorted !== undefined && sorted !== 'rising' && sorted !== 'falling';
  const people = reading.by !== undefined && OF_PEOPLE.includes(reading.by);
  const ranked = reading.most !== undefined || top !== undefined;
  const stated =
    scan.states.some((one) => one.kind !== 'all') || scan.basis !== undefined || scan.step !== undefined;
  return [
    ...standingMisfits(scan),
    ...(reading.by && ofLists ? [heardOf(scan, 'sorted')] : []),
    ...(!reading.by && sorted !== undefined && !ofLists ? [heardOf(scan, 'sorted')] : []),
    // 倒数第一: the worst, or the fewest.
    ...(top?.bottom ? [heardOf(scan, 'top')] : []),
    ...(!reading.by && top && (filter.sort === undefined || top.count > MOST_LISTED)
      ? [heardOf(scan, 'top')]
      : []),
    ...(top && !stated && !RANKING.some((tag) => tags.has(tag)) ? [heardOf(scan, 'top')] : []),
    ...(scan.bound ? [heardOf(scan, 'rate')] : []),
    // 最慢的三件: overdue longest, or those that took longest.
    ...(!reading.by && top && /慢/.test(heardOf(scan, 'longest')) && !scan.states.length
      ? [heardOf(scan, 'longest')]
      : []),
    // Among all that is open most is not overdue.
    ...(sorted === 'overdue' && !filter.overdue && !filter.colors && !reading.by
      ? [heardOf(scan, 'sorted')]
      : []),
    // 住建局排第几: of nothing that could be counted.
    ...(scan.standing && !stated ? [heardOf(scan, 'standing')] : []),
    ...(people && ranked ? [heardOf(scan, 'by')] : []),
    ...(ranked && /秘书/.test(heardOf(scan, 'whose')) ? [heardOf(scan, 'whose')] : []),
    ...(tags.has('least') && !reading.by ? [heardOf(scan, 'least')] : []),
    ...(by && scan.ofAll ? [heardOf(scan, 'rate')] : []),
  ];
}

/** What an order is by, or of what. */
const RANKING: readonly QueryWord['tag'][] = [
  ...(['most', 'least', 'more', 'longest', 'newest', 'sorted', 'noun'] as const),
];

/** Rows of one card. */
const MOST_LISTED = 10;

/** 前天到期的那几个办了没: those that are done are part of the answer. */
function asksWhatBecame(scan: Scan, measure: Measure): boolean {
  return measure === 'progress' && scan.basis === 'due' && scan.periods.length > 0 && !scan.states.length;
}

/** Figures of which each are asked for; 谁…最多 means units, for people are not ranked. */
function groupsOf(scan: Scan): GroupBy | undefined {
  // 不满意的是哪几家: of enterprises, which projects stand for.
  const ofEnterprises = scan.states.some((s) => s.kind === 'mark' && s.mark === 'unsatisfied');
  if (scan.by?.by === 'unit' && ofEnterprises && /家/.test(heardOf(scan, 'by'))) return 'project';
  if (
    scan.by?.by === 'unit' &&
    /家/.test(heardOf(scan, 'by')) &&
    /[喊叫嚷]|诉苦|抱怨/.test(heardOf(scan, 'most'))
  )
    return 'project';
  if (scan.by) return scan.by.by;
  // 全部项目给我过一遍
  if (
    /项目/.test(heardOf(scan, 'everywhere')) &&
    scan.states.length === 0 &&
    (scan.tags.has('tell') || scan.tags.has('how'))
  )
    return 'project';
  // 六个项目里头哪个问题最多, 锂电的两个项目哪个多
  const ofProjects = ofAllProjects(scan) || scan.tags.has('projects') || scan.tags.has('of-projects');
  if (ofProjects && (['most', 'more', 'least'] as const).some((tag) => scan.tags.has(tag))) return 'project';
  const more = scan.tags.has('more');
  const ofSome = scan.projectIds.length > 1 || scan.industry !== undefined;
  if (more && ofSome && scan.unitIds.length === 0) return 'project';
  if (more) return 'unit';
  if (scan.tags.has('each')) {
    // 红黄绿各几件
    const colors = scan.states.filter(({ kind }) => kind === 'color').length;
    if (colors > 1 && scan.unitIds.length < 2 && scan.projectIds.length < 2) return 'color';
    if (scan.unitIds.length > 1) return 'unit';
    if (scan.projectIds.length > 1) return 'project';
  }
  // 逾期前三名: of units, unless a list has that order.
  const first = scan.top !== undefined && !scan.sorted && !scan.longest && !scan.tags.has('newest');
  const persons = /[名家位强]/.test(heardOf(scan, 'top'));
  if (first && persons) return 'unit';
  // 谁报的最多: who logs is no unit that has them.
  const reports = scan.basis === 'logged' && /谁(?!家)/.test(heardOf(scan, 'which'));
  if (reports && scan.tags.has('most')) return 'source';
  return scan.tags.has('most') || scan.tags.has('least') ? 'unit' : undefined;
}

/** 兴发怎么样了: the project as a whole, which its card shows. */
function projectAsked(scan: Scan, { chat }: ReadContext): number | undefined {
  const [projectId, second] = scan.projectIds;
  // 总投资 stands on the project's card.
  if (/投/.test(heardOf(scan, 'how')) && scan.states.length === 0 && second === undefined) return projectId;
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
      [
        'longest',
        'most',
        'by',
        'count',
        'noun',
        'me',
        'our-unit',
        'newest',
        'send',
        'since-node',
        'since-when',
        'due-when',
        'step',
        'sorted',
        'standing',
        'top',
        'least',
      ] as const
    ).some((tag) => tags.has(tag) && !(tag === 'newest' && tags.has('how')))
  );
}
