/** Which projects the asker may see where it is asked, and their open problems. */
import type { Counts } from '../cards/figures.ts';
import type { ColorCounts } from '../db/issue-list.ts';
import type { Project } from '../domain/model.ts';
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
