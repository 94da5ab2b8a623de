/** Who may load which page: the link says whom it was made for, and that person's rights are asked anew each time. */
import { DEMO_MARK } from '../../cards/words.ts';
import type { FeaturePage, PageDocument, Visit } from '../../commands/feature-page.ts';
import type { Tx } from '../../db/open.ts';
import { loadActor } from '../../db/person.ts';
import type { Deps } from '../../deps.ts';
import { seesProject } from '../../domain/access.ts';
import { refusalPage } from './page-frame.ts';
import { projectPage } from './page-project.ts';
import { projectsPage } from './page-projects.ts';
import { loadBoardLink } from './store.ts';
import { readToken } from './token.ts';
import { loadBoard, loadProjectRows } from './view.ts';

/** A project's number in the address; undefined when there is something else. */
function readNumber(text: string | undefined): number | null | undefined {
  if (text === undefined) return null;
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

async function visit(deps: Deps, token: string, wanted: string | undefined): Promise<Visit | undefined> {
  const id = await readToken(deps, token);
  const projectId = readNumber(wanted);
  if (id === undefined || projectId === undefined) return undefined;
  return {
    key: id,
    show: () => deps.db.read((tx) => show(deps, tx, { id, token, projectId })),
  };
}

async function show(
  deps: Deps,
  tx: Tx,
  { id, token, projectId }: { id: string; token: string; projectId: number | null },
): Promise<PageDocument | undefined> {
  const now = deps.clock();
  const link = await loadBoardLink(tx, id);
  if (!link || link.revokedAt !== null || link.expiresAt <= now) return undefined;
  const actor = await loadActor(tx, { id: link.personId });
  if (!actor || actor.person.unreachableSince !== null) return undefined;
  // A link to one project opens no other.
  if (link.projectId !== null && projectId !== null) return undefined;
  const directory = await deps.directory.get(tx);
  const look = {
    now,
    timeZone: directory.settings.timeZone,
    mark: deps.demo ? DEMO_MARK : undefined,
  };
  const base = `${deps.config.publicUrl}/board/${token}`;
  const one = link.projectId ?? projectId;
  if (one !== null) {
    const project = directory.project(one);
    if (!project || !seesProject(actor, project, directory)) return undefined;
    const view = await loadBoard(tx, project, { now, directory });
    return projectPage(view, { ...look, ...(link.projectId === null && { back: base }) });
  }
  const seen = directory.data.projects.filter((project) => seesProject(actor, project, directory));
  if (seen.length === 0) return undefined;
  return projectsPage(await loadProjectRows(tx, seen, { now, directory }), { ...look, base });
}

export const BOARD_PAGES: readonly FeaturePage[] = [
  {
    path: '/board/:token',
    visit: (deps, { params }) => visit(deps, params.token ?? '', undefined),
    refusal: refusalPage,
  },
  {
    path: '/board/:token/:project',
    visit: (deps, { params }) => visit(deps, params.token ?? '', params.project ?? ''),
    refusal: refusalPage,
  },
];
