/** Which projects the asker may see where it is asked, and their open problems. */
import type { Counts } from '../cards/figures.ts';
import type { ColorCounts } from '../db/issue-list.ts';
import type { Project } from '../domain/model.ts';
import type { Reading } from '../domain/reading.ts';
import type { Viewer } from './context.ts';
import { maySeeProject } from './project.ts';

/** What the asker may see here. */
export function projectsSeen(viewer: Omit<Viewer, 'features'>): Project[] {
  const { directory, chat } = viewer;
  return directory.liveProjects.filter(
    (project) =>
      maySeeProject(project, viewer) && (chat?.kind !== 'project' || chat.projectIds.includes(project.id)),
  );
}

/** Without what is over. */
export function openOf(counts: ColorCounts | undefined): Counts {
  if (!counts) return { total: 0 };
  const { done, total, ...open } = counts;
  return { ...open, total: total - done };
}

/** Projects of the place a filter names: no states or units of problems. */
export function isOfPlace(
  project: Project,
  { filter }: Reading,
  { directory }: Pick<Viewer, 'directory'>,
): boolean {
  return (
    (filter.projectIds?.includes(project.id) ?? true) &&
    !(filter.exceptProjectIds?.includes(project.id) ?? false) &&
    (filter.areaIds?.some((id) => directory.reaches(id, project.areaId)) ?? true) &&
    (filter.park === undefined || project.park === filter.park) &&
    (filter.industry === undefined || project.industries.includes(filter.industry)) &&
    (filter.leaderId === undefined || project.leaderId === filter.leaderId) &&
    (filter.secretaryId === undefined || project.secretaryId === filter.secretaryId)
  );
}
