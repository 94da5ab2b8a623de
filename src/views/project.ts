/** One project with its figures, or all that the asker may see. */
import { projectCard, projectsCard } from '../cards/project.ts';
import { refusalText } from '../cards/words-refusals.ts';
import { countByColor, countByProject, listIssues } from '../db/issue-list.ts';
import type { Tx } from '../db/open.ts';
import { seesProject } from '../domain/access.ts';
import { OPEN_STATUSES } from '../domain/issue.ts';
import type { Project } from '../domain/model.ts';
import type { DrawnAnswer } from './context.ts';
import { type Viewer, viewContext } from './context.ts';
import { areasShown } from './place.ts';

const SHOWN = 8;

export async function drawProject(tx: Tx, projectId: number, viewer: Viewer): Promise<DrawnAnswer> {
  const { directory, now } = viewer;
  const project = directory.project(projectId);
  if (!project || !maySeeProject(project, viewer)) {
    return { kind: 'text', text: refusalText({ code: 'not-yours-to-see' }) };
  }
  const query = {
    filter: { projectIds: [projectId], statuses: [...OPEN_STATUSES] },
    scope: { all: true as const },
    now,
    timeZone: directory.settings.timeZone,
  };
  const counts = await countByColor(tx, query);
  const { issues } = await listIssues(tx, { ...query, page: 1, pageSize: SHOWN });
  const context = await viewContext(tx, viewer, { issues, personIds: peopleOfProject(project) });
  return { kind: 'card', card: projectCard({ project, counts, issues }, context) };
}

export async function drawProjects(tx: Tx, viewer: Viewer): Promise<DrawnAnswer> {
  const { directory, now, chat } = viewer;
  const seen = directory.data.projects.filter(
    (project) =>
      maySeeProject(project, viewer) && (chat?.kind !== 'project' || chat.projectIds.includes(project.id)),
  );
  const counts = await countByProject(tx, { projectIds: seen.map((project) => project.id), now });
  const context = await viewContext(tx, viewer, {});
  const rows = seen.map((project) => ({ project, counts: counts.get(project.id) ?? { total: 0 } }));
  return { kind: 'card', card: projectsCard(rows, context) };
}

/** A project is seen by whoever sees its issues as a whole; in its own group by everybody. */
export function maySeeProject(project: Project, viewer: Viewer): boolean {
  const { actor, directory, chat } = viewer;
  if (chat?.kind === 'project') return chat.projectIds.includes(project.id);
  if (areasShown(viewer)?.includes(project.areaId) === false) return false;
  return seesProject(actor, project, directory);
}

function peopleOfProject(project: Project): (number | null)[] {
  return [project.leaderId, project.secretaryId, ...project.contactIds];
}
