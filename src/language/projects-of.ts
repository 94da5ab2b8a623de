/** Questions about the projects themselves. */
import type { IssueFilter } from '../domain/issue-filter.ts';
import type { ReadContext } from './definition.ts';
import { filterOf, periodOf } from './filter-of.ts';
import type { QueryWord } from './lexicon/query-word.ts';
import { heardOf, type Part } from './reading-part.ts';
import type { Scan } from './scanned.ts';

/** Projects by the day of a node, which is the day that is set, planned or past; by the weather; by whose they are. */
export function projectsOf(scan: Scan, context: ReadContext): Part {
  const [node, second] = scan.nodes;
  const period = periodOf(scan);
  const { weather, reached, park, industry } = scan;
  const place = filterOf({ ...scan, periods: [], states: [{ kind: 'all' }] }, context, false);
  const filter: IssueFilter = {
    ...(place.areaIds && { areaIds: place.areaIds }),
    ...(place.projectIds && { projectIds: place.projectIds }),
    ...(park !== undefined && { park }),
    ...(industry !== undefined && { industry }),
  };
  const others = scan.unitIds.length + scan.categoryIds.length + scan.texts.length + scan.ages.length;
  const about = heardOf(scan, 'node') || heardOf(scan, 'weather') || heardOf(scan, 'projects');
  return {
    reading: {
      measure: 'projects',
      filter,
      projects: {
        ...(node && { node }),
        ...(period && node && { from: period.from, to: period.until }),
        ...(reached !== undefined && { reached }),
        ...(weather && weather.length > 0 && { weather }),
      },
    },
    unread: [
      ...(second || others > 0 || (weather && node) ? [about] : []),
      ...(period && !node ? scan.periods.map((one) => heardOf(scan, one)) : []),
      ...(scan.except ? [heardOf(scan, 'except')] : []),
    ],
  };
}

/** 年底前投产的有几个项目, 雨天的有哪些, 刘敏管的是哪几个项目: the projects themselves. */
export function asksProjects(scan: Scan): boolean {
  const { tags, by, projectIds, states } = scan;
  if (states.length > 0 || scan.basis || scan.step || tags.has('noun')) return false;
  if (scan.weather) return projectIds.length !== 1;
  const some = by?.by === 'project' || tags.has('projects');
  // 高新区一共几个项目: of them, not of their problems.
  if (asksHowManyProjects(scan)) return true;
  if (tags.has('of-projects'))
    return (
      some || (/项目/.test(scan.heard.get('of-projects') ?? '') && (tags.has('count') || tags.has('which')))
    );
  const timed = scan.periods.length > 0 || scan.reached !== undefined;
  if (!tags.has('node') || projectIds.length === 1) return false;
  return some
    ? timed || tags.has('when') || tags.has('enough-time')
    : timed && (tags.has('count') || scan.endsOf);
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
