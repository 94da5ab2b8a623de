/** Questions about the projects themselves. */
import { todayOf } from '../domain/directory.ts';
import type { IssueFilter } from '../domain/issue-filter.ts';
import type { LightColor } from '../domain/lights.ts';
import type { ProjectsAsked } from '../domain/projects-asked.ts';
import type { ReadContext } from './definition.ts';
import { filterOf } from './filter-of.ts';
import { periodOf } from './happened.ts';
import type { QueryWord } from './lexicon/query-word.ts';
import { nodesSaid, saysOfNode } from './nodes-said.ts';
import { heardOf, type Part } from './reading-part.ts';
import type { Scan } from './scanned.ts';

/** Projects by the day of a node, which is the day that is set, planned or past; by the weather; by whose they are. */
export function projectsOf(scan: Scan, context: ReadContext): Part {
  const { weather, except } = scan;
  const period = periodOf(scan);
  const filter = placeAsked(scan, context);
  const others = scan.unitIds.length + scan.categoryIds.length + scan.texts.length + scan.ages.length;
  const about = heardOf(scan, 'node') || heardOf(scan, 'weather') || heardOf(scan, 'projects');
  const { asked, order, clashes } = nodesSaid(scan, todayOf(context));
  const [first, and] = asked;
  const left = except && except.unitIds.length + except.categoryIds.length + except.states.length > 0;
  const lit = lightsOf(scan);
  const said: ProjectsAsked = {
    ...first,
    ...(and && { and }),
    ...(weather && weather.length > 0 && { weather }),
    ...lit,
    ...((order ?? scan.projectOrder) && { order: order ?? scan.projectOrder }),
    ...groupOf(scan),
    ...(scan.tags.has('project-told') && { told: 'investment' as const }),
  };
  return {
    reading: { measure: 'projects', filter, projects: said },
    unread: [
      ...clashes,
      // 开工的和投产的各几个: two figures.
      ...(scan.tags.has('each') && !scan.others && !scan.projectBy ? [heardOf(scan, 'each')] : []),
      ...(others > 0 || (weather && first) ? [about] : []),
      ...(period && !first ? scan.periods.map((one) => heardOf(scan, one)) : []),
      ...(left ? [heardOf(scan, 'except')] : []),
      ...(lit || scan.others ? [] : scan.states.map((one) => heardOf(scan, one))),
    ],
  };
}

/** Whose and which projects are meant, and nothing of their problems. */
export function placeAsked(scan: Scan, context: ReadContext): IssueFilter {
  const { park, industry } = scan;
  const place = filterOf({ ...scan, periods: [], states: [{ kind: 'all' }] }, context, false);
  return {
    ...(place.areaIds && { areaIds: place.areaIds }),
    ...(place.projectIds && { projectIds: place.projectIds }),
    // 我管的项目, of one who has none, is told as not understood.
    ...(place.leaderId !== undefined && { leaderId: place.leaderId }),
    ...(place.secretaryId !== undefined && { secretaryId: place.secretaryId }),
    ...(place.exceptProjectIds && { exceptProjectIds: place.exceptProjectIds }),
    ...(park !== undefined && { park }),
    ...(industry !== undefined && { industry }),
  };
}

/** 每个秘书手上几个项目, 各园区几个项目; 都在哪个园区. */
function groupOf({ projectBy, by }: Scan): Pick<ProjectsAsked, 'by'> {
  if (projectBy) return { by: projectBy };
  return by?.by === 'area' ? { by: 'area' } : {};
}

/** 身上背着红灯的: what their problems show; undefined: states are said of something else, or none are. */
function lightsOf({ states, tags, heard }: Scan): Pick<ProjectsAsked, 'lights' | 'clear'> | undefined {
  if (!tags.has('carries') || states.length === 0) return undefined;
  const clear = /没|不|无/.test(heard.get('carries') ?? '');
  const lights = states.flatMap((state): LightColor[] =>
    state.kind === 'color'
      ? [state.color]
      : state.kind === 'overdue'
        ? ['red', 'yellow']
        : state.kind === 'lit'
          ? ['red', 'yellow', 'blue']
          : [],
  );
  if (states.every(({ kind }) => kind === 'open')) return { clear };
  return states.every(({ kind }) => ['color', 'overdue', 'lit'].includes(kind))
    ? { lights: [...new Set(lights)], clear }
    : undefined;
}

/** 年底前投产的有几个项目, 雨天的有哪些, 刘敏管的是哪几个项目: the projects themselves. */
export function asksProjects(scan: Scan): boolean {
  const { tags, by, projectIds, states } = scan;
  if (scan.basis || scan.step) return false;
  if (tags.has('node')) return asksNodes(scan);
  // 王建国和刘敏各管几个项目，各有几个没销号的: each one's open problems stand beside the projects.
  if (scan.others && tags.has('of-projects')) return states.every(({ kind }) => kind === 'open');
  if (tags.has('project-by') || tags.has('project-told')) return states.length === 0 && !tags.has('noun');
  if (tags.has('project-order') && (scan.projectOrder === 'investment' || scan.projectOrder === 'weather'))
    return states.length === 0;
  if (tags.has('project-order') && tags.has('of-projects')) return states.length === 0;
  if (states.length > 0 || tags.has('noun')) return false;
  if (scan.weather) return projectIds.length !== 1;
  if (namesProjects(scan)) return true;
  const some = by?.by === 'project' || tags.has('projects');
  // 高新区一共几个项目: of them, not of their problems.
  if (asksHowManyProjects(scan)) return true;
  if (tags.has('of-projects'))
    return (
      some ||
      (/项目/.test(scan.heard.get('of-projects') ?? '') &&
        (tags.has('count') || tags.has('which') || /哪|什么|啥/.test(scan.heard.get('of-projects') ?? '')))
    );
  return false;
}

/** 刘敏的项目, 我分管的项目, 新能源项目: which they are, and nothing else is said. */
export function namesProjects({
  tags,
  projectIds,
  unitIds,
  categoryIds,
  someone,
  park,
  industry,
}: Scan): boolean {
  const whose = someone ?? park ?? industry ?? (tags.has('me') ? 'me' : undefined);
  if (whose === undefined || projectIds.length + unitIds.length + categoryIds.length > 0) return false;
  return (
    ['projects', 'of-projects', 'after-project'].some((tag) => tags.has(tag as never)) &&
    [...tags.keys()].every((tag) => OF_PROJECTS.includes(tag))
  );
}
const OF_PROJECTS: readonly string[] = ['projects', 'of-projects', 'after-project', 'of', 'me', 'filler'];

/** 明年一季度要投产的, 几家开工了, 哪些项目开工要延后: by their nodes. Of one project its own dates answer. */
function asksNodes(scan: Scan): boolean {
  const { tags, by, projectIds, states, heard } = scan;
  if (projectIds.length === 1 && !tags.has('than')) return false;
  const carried = tags.has('carries') && states.length > 0;
  if (states.length > 0 && !carried) return false;
  if (tags.has('noun') && !/^灯$/.test(heard.get('noun') ?? '')) return false;
  if (by && by.by !== 'project' && !isOfEnterprises(scan)) return false;
  const some = by !== undefined || tags.has('projects') || tags.has('of-projects') || projectIds.length > 1;
  const asks = ASKING.some((tag) => tags.has(tag)) || scan.endsOf || asksFate(scan);
  if (saysOfNode(scan)) return some || asks;
  return some && (tags.has('when') || tags.has('enough-time'));
}

const ASKING: readonly QueryWord['tag'][] = ['count', 'which', 'tell', 'enough-time', 'node-days', 'ask'];

function asksFate({ nodesSaid: said = [] }: Scan): boolean {
  return said.some(({ asks, fate, order }) => asks || fate === 'fate' || order !== undefined);
}

/** 几家开工了, 哪家企业: enterprises, which projects stand for. */
function isOfEnterprises({ by, heard }: Scan): boolean {
  return (
    by?.by === 'unit' &&
    /家|企业|厂|公司/.test(heard.get('by') ?? '') &&
    !/单位|局|部门/.test(heard.get('by') ?? '')
  );
}

const OF_PROBLEMS: readonly QueryWord['tag'][] = [
  ...([
    'rate',
    'duration',
    'trend',
    'against',
    'than',
    'whose',
    'send',
    'why',
    'how',
    'longest',
    'most',
  ] as const),
  ...([
    'more',
    'newest',
    'highest',
    'lowest',
    'told',
    'each',
    'links',
    'link-name',
    'versus-average',
  ] as const),
  ...([
    'me',
    'our-unit',
    'enterprise',
    'helping',
    'quiet',
    'mainly',
    'monthly',
    'kind',
    'node',
    'tell',
  ] as const),
];

/** Nothing in it says that anything but the projects of a place is asked for. */
function asksHowManyProjects(scan: Scan): boolean {
  const { tags, by, heard } = scan;
  const asked =
    by?.by === 'project' && by.asks ? !/专班/.test(heard.get('by') ?? '') : tags.has('projects') && !by;
  const about = scan.unitIds.length + scan.projectIds.length + scan.categoryIds.length + scan.texts.length;
  const when = scan.periods.length + scan.ages.length + scan.kinds.length + scan.personOpenIds.length;
  return (
    asked &&
    (by?.asks === true || tags.has('count')) &&
    about + when === 0 &&
    scan.someone === undefined &&
    scan.having === undefined &&
    scan.except === undefined &&
    !OF_PROBLEMS.some((tag) => tags.has(tag))
  );
}
