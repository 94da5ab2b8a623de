/** One project as it stands, drawn for whoever may see it. */
import { type ProjectView, projectCard } from '../cards/project.ts';
import { refusalText } from '../cards/words-refusals.ts';
import { chatsOfProject } from '../db/chat.ts';
import { loadInvestment } from '../db/investment.ts';
import { countByColor, listIssues } from '../db/issue-list.ts';
import { loadBasis, loadLinks } from '../db/link.ts';
import { loadNodes } from '../db/nodes.ts';
import type { Tx } from '../db/open.ts';
import { agreedPlan } from '../db/plan.ts';
import { seesProject } from '../domain/access.ts';
import { OPEN_STATUSES } from '../domain/issue.ts';
import type { Chat, Project } from '../domain/model.ts';
import { datePartsOf, dayOf } from '../domain/time.ts';
import type { DrawnAnswer, Viewer } from './context.ts';
import { viewContext } from './context.ts';
import { areasShown } from './place.ts';

const SHOWN = 8;

export async function drawProject(tx: Tx, projectId: number, viewer: Viewer): Promise<DrawnAnswer> {
  const project = viewer.directory.project(projectId);
  if (!project || !maySeeProject(project, viewer)) {
    return { kind: 'text', text: refusalText({ code: 'not-yours-to-see' }) };
  }
  return { kind: 'card', card: await drawProjectCard(tx, project, viewer) };
}

type Base = Pick<Viewer, 'now' | 'directory' | 'demo'> & { chat: Chat | undefined };

/** The card itself; the caller has asked who may see it. @param asOf it stays: the card says of when it is */
export async function drawProjectCard(tx: Tx, project: Project, base: Base, { asOf = false } = {}) {
  const view = await loadProjectView(tx, project, base);
  const items = [
    ...view.issues,
    ...(view.late ?? []),
    ...(view.links ?? []).flatMap(({ item }) => item ?? []),
  ];
  const personIds = [...peopleOfProject(project), project.archived?.byId ?? null];
  return projectCard({ ...view, asOf }, await viewContext(tx, base, { issues: items, personIds }));
}

async function loadProjectView(
  tx: Tx,
  project: Project,
  { directory, now, chat }: Base,
): Promise<ProjectView> {
  const { timeZone } = directory.settings;
  const open = project.archived ? {} : { statuses: [...OPEN_STATUSES] };
  const filter = { projectIds: [project.id], ...open };
  const query = { filter, scope: { all: true as const }, now, timeZone };
  const counts = await countByColor(tx, query);
  const issues = project.archived
    ? []
    : (await listIssues(tx, { ...query, page: 1, pageSize: SHOWN })).issues;
  const others = {
    ...query,
    filter: { ...filter, kinds: ['link' as const, 'deferral' as const, 'task' as const] },
  };
  const { issues: late } = await listIssues(tx, { ...others, page: 1, pageSize: SHOWN });
  const links = await loadLinks(tx, project.id, timeZone);
  const plan = links.length > 0 ? await agreedPlan(tx, project.id) : undefined;
  const { year } = datePartsOf(dayOf(now, timeZone));
  return {
    project,
    counts,
    issues,
    late,
    links,
    stages: links.length > 0 ? ((await loadBasis(tx, project.id))?.stages ?? []) : [],
    planned: new Map((plan?.payload.steps ?? []).map((step) => [step.code, step.finish])),
    nodes: await loadNodes(tx, project),
    investment: (await loadInvestment(tx, [project.id], year)).get(project.id),
    // Outsiders of a group read nothing of the others.
    groups: chat?.external ? [] : (await chatsOfProject(tx, project.id)).map((one) => one.name),
  };
}

/** A project is seen by whoever sees its issues as a whole; in its own group by everybody. */
export function maySeeProject(project: Project, viewer: Omit<Viewer, 'features'>): boolean {
  const { actor, directory, chat } = viewer;
  if (chat?.kind === 'project') return chat.projectIds.includes(project.id);
  if (areasShown(viewer)?.includes(project.areaId) === false) return false;
  return seesProject(actor, project, directory);
}

function peopleOfProject(project: Project): (number | null)[] {
  return [project.leaderId, project.secretaryId, ...project.contactIds];
}
