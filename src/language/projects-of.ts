/** Questions about the projects themselves. */
import type { IssueFilter } from '../domain/issue-filter.ts';
import type { ReadContext } from './definition.ts';
import { filterOf, periodOf } from './filter-of.ts';
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
