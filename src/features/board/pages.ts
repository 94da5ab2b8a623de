/** Who may load which page: the link says whom it was made for, and that person's rights are asked anew each time. */
import { DEMO_MARK } from '../../cards/words.ts';
import type { FeaturePage, PageDocument, PageRequest, Visit } from '../../commands/feature-page.ts';
import type { Tx } from '../../db/open.ts';
import { loadActor } from '../../db/person.ts';
import type { Deps } from '../../deps.ts';
import { seesProject } from '../../domain/access.ts';
import type { Instant } from '../../domain/time.ts';
import { firstPage, noCookiePage, refusalPage } from './page-frame.ts';
import { projectPage } from './page-project.ts';
import { projectsPage } from './page-projects.ts';
import { type BoardLink, claimBoardLink, loadBoardLink } from './store.ts';
import { browserOf, newSecret, readToken } from './token.ts';
import { loadBoard, loadProblems, loadProjectRows } from './view.ts';

/** Browsers of that many links are remembered by a process, so that strangers cost no query. */
const MOST_KNOWN = 5000;

/** A project's number in the address; undefined when there is something else. */
function readNumber(text: string | undefined): number | null | undefined {
  if (text === undefined) return null;
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

interface Asked {
  id: string;
  token: string;
  projectId: number | null;
  wall: boolean;
  /** As it is kept; undefined: the browser brought nothing. */
  browser: string | undefined;
  secret: string | undefined;
  pressed: boolean;
}

async function visit(
  deps: Deps,
  { params, query, cookie, pressed }: PageRequest,
): Promise<Visit | undefined> {
  const token = params.token ?? '';
  const id = await readToken(deps, token);
  const projectId = readNumber(params.project);
  if (id === undefined || projectId === undefined) return undefined;
  const browser = await browserOf(id, cookie);
  // It never changes: others with the same link neither ask the database nor use up its loads.
  const owner = deps.cache.boardBrowsers?.get(id);
  if (owner !== undefined && owner !== browser) return undefined;
  const secret = browser === undefined ? undefined : cookie;
  const asked: Asked = { id, token, projectId, wall: 'wall' in query, browser, secret, pressed };
  const run = (tx: Tx) => show(deps, tx, asked);
  return { key: id, show: () => (pressed ? deps.db.transaction(run) : deps.db.read(run)) };
}

async function show(deps: Deps, tx: Tx, asked: Asked): Promise<PageDocument | 'again' | undefined> {
  const { id, token, projectId, wall } = asked;
  const now = deps.clock();
  const link = await loadBoardLink(tx, id);
  if (!link || link.revokedAt !== null || link.expiresAt <= now) return undefined;
  const actor = await loadActor(tx, { id: link.personId });
  if (!actor || actor.person.unreachableSince !== null) return undefined;
  // A link to one project opens no other.
  if (link.projectId !== null && projectId !== null) return undefined;
  const directory = await deps.directory.get(tx);
  const one = link.projectId ?? projectId;
  const meant = one === null ? directory.data.projects : [directory.project(one)];
  const seen = meant
    .filter((project) => project !== undefined)
    .filter((project) => seesProject(actor, project, directory));
  const [first] = seen;
  if (!first) return undefined;

  const door = await atDoor(deps, tx, { link, asked, now });
  if (door !== 'in') return door;
  const look = {
    now,
    timeZone: directory.settings.timeZone,
    wall,
    mark: deps.demo ? DEMO_MARK : undefined,
  };
  const all = `${deps.config.publicUrl}/board/${token}`;
  if (one === null)
    return projectsPage(await loadProjectRows(tx, seen, { now, directory }), { ...look, base: all });
  const view = await loadBoard(tx, first, { now, directory });
  const back = link.projectId === null ? { back: all, base: `${all}/${one}` } : { base: all };
  const problems = await loadProblems(tx, first, { now, directory });
  return projectPage(view, problems, { ...look, ...back });
}

/**
 * A link is for one browser: the first in which somebody presses the button. What only fetches the address (previews,
 * scanners, prefetching) presses none and takes nothing; its secret the browser has before, so that pressing twice is once.
 */
async function atDoor(
  deps: Deps,
  tx: Tx,
  { link, asked, now }: { link: BoardLink; asked: Asked; now: Instant },
): Promise<PageDocument | 'again' | 'in' | undefined> {
  const { id, token, browser, secret, pressed } = asked;
  if (link.browser === null && !pressed)
    return firstPage({
      value: secret ?? newSecret(),
      path: `${new URL(deps.config.publicUrl ?? '').pathname.replace(/\/$/, '')}/board/${token}`,
      seconds: Math.ceil((link.expiresAt - now) / 1000),
    });
  if (link.browser === null && browser === undefined) return noCookiePage();
  const owner = link.browser ?? (await claimBoardLink(tx, id, browser ?? ''));
  if (owner === null || owner !== browser) return undefined;
  if (pressed) return 'again';
  remember(deps, id, owner);
  return 'in';
}

/** Only what was read as committed. */
function remember({ cache }: Deps, id: string, browser: string): void {
  cache.boardBrowsers ??= new Map();
  const known = cache.boardBrowsers;
  known.delete(id);
  known.set(id, browser);
  const [oldest] = known.keys();
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
}

export const BOARD_PAGES: readonly FeaturePage[] = [
  { path: '/board/:token', visit, refusal: refusalPage },
  { path: '/board/:token/:project', visit, refusal: refusalPage },
];
