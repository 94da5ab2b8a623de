/** The reading of a question about a project's nodes: when they are planned and foreseen. */
import { todayOf } from '../domain/directory.ts';
import type { Reading } from '../domain/reading.ts';
import type { ReadContext } from './definition.ts';
import { periodOf } from './happened.ts';
import { heardOf, type Part } from './reading-part.ts';
import type { Scan } from './scanned.ts';

/** Of the one project that is named, or of the group's. */
export function forecastOf(scan: Scan, { chat, now, directory }: ReadContext): Part {
  const [named, second] = scan.projectIds;
  const here = scan.tags.has('here') || chat.projectIds.length > 0;
  const projectId = named ?? (here ? (chat.defaultProjectId ?? chat.projectIds[0]) : undefined);
  const period = periodOf(scan);
  // 年底能不能开工: by its last day.
  const today = todayOf({ now, directory });
  const until = scan.tags.has('node') && period && period.until > today ? period.until : undefined;
  const reading: Reading = {
    measure: 'forecast',
    filter: projectId === undefined ? {} : { projectIds: [projectId] },
    ...(projectId !== undefined && { projectId }),
    nodes: scan.nodes.length > 0 ? scan.nodes : ['start', 'production'],
    ...(until !== undefined && { until }),
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
      ...(until === undefined ? scan.periods.map((one) => heardOf(scan, one)) : []),
      ...(scan.nodesSaid?.some(({ order, undated }) => order || undated) ? [about] : []),
    ],
  };
}
