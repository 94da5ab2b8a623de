/** What the cards of links are drawn from, loaded at the moment they are sent. */
import { loadIssues } from '../../db/issue.ts';
import { listIssues } from '../../db/issue-list.ts';
import { listDeferrals } from '../../db/link.ts';
import type { Tx } from '../../db/open.ts';
import { listBlocks } from '../../db/plan.ts';
import { refuse } from '../../domain/decision.ts';
import { type Issue, OPEN_STATUSES } from '../../domain/issue.ts';
import type { IssueFilter } from '../../domain/issue-filter.ts';
import type { Project } from '../../domain/model.ts';
import type { ProjectLink } from '../../domain/plan/model.ts';
import type { LinkWeather } from '../../domain/plan/weather.ts';
import type { Day } from '../../domain/time.ts';
import type { ViewContext } from '../../text/view.ts';
import { type Viewer, viewContext } from '../../views/context.ts';
import { narrow } from '../../views/issue-list.ts';
import { loadOutlooks } from '../../views/outlook.ts';
import { maySeeProject } from '../../views/project.ts';
import { maySeeLink } from './choose.ts';
import { mayWork } from './rights.ts';
import { type Board, loadBoard } from './store.ts';

export interface LinkView {
  board: Board;
  link: ProjectLink;
  /** 容缺 promises that stand. */
  deferrals: Issue[];
  /** Problems that hold it up and are not over. */
  blocks: readonly Issue[];
  /** Open problems of the project that have what it was called in their title, and hold up nothing here. */
  bearing: readonly Issue[];
  /** Of all links, as on the map; undefined for who sees this one alone. */
  holds: MapView['holds'] | undefined;
  /** Whether buttons that move it are offered; in a group they are, and the server decides. */
  works: boolean;
  /** 属实 and 不属实 are offered to whoever may confirm. */
  confirms: boolean;
  /** Of an agreed plan: by rule, with its reason. */
  weather: LinkWeather | undefined;
  /** Of an agreed plan: the day it is expected to be over, as things stand. */
  expected?: Day | undefined;
  ctx: ViewContext;
}

type Seen<T> = T | { refused: ReturnType<typeof refuse>['refusal'] };

export interface MapView {
  board: Board;
  /** Open problems that hold up a link which is not done, by the link's code. */
  holds: ReadonlyMap<string, readonly Issue[]>;
  ctx: ViewContext;
}

/** @param projectId 0: nobody's, the template alone */
export async function loadMapView(tx: Tx, projectId: number, viewer: Viewer): Promise<Seen<MapView>> {
  const project = projectOf(projectId, viewer);
  if (project === undefined || (project && !maySeeProject(project, viewer))) return notYours();
  const board = await loadBoard(tx, project, viewer.directory);
  const personIds = whoOf(board, viewer);
  return { board, holds: await holdsOf(tx, board), ctx: await viewContext(tx, viewer, { personIds }) };
}

/** Whom the links are asked of. */
const whoOf = ({ links }: Board, { directory }: Viewer) =>
  links.flatMap(({ contactId, unitId }) => {
    const unit = unitId === null ? undefined : directory.unit(unitId);
    return [contactId, unit?.coordinatorId ?? null, unit?.headId ?? null];
  });

async function holdsOf(tx: Tx, { links, states }: Board): Promise<MapView['holds']> {
  const open = links.filter(({ id, definition }) => id !== 0 && states.get(definition.code) !== 'done');
  const blocks = await listBlocks(tx, { linkIds: open.map(({ id }) => id) });
  const ids = [...new Set(blocks.map(({ issueId }) => issueId))];
  const problems = (await loadIssues(tx, ids)).filter(({ status }) => OPEN_STATUSES.includes(status));
  const heldBy = (linkId: number) =>
    problems.filter(({ id }) => blocks.some((one) => one.issueId === id && one.linkId === linkId));
  return new Map(open.map((link) => [link.definition.code, heldBy(link.id)]));
}

export async function loadLinkView(
  tx: Tx,
  { projectId, code, said }: { projectId: number; code: string; said?: string },
  viewer: Viewer,
): Promise<Seen<LinkView>> {
  const project = projectOf(projectId, viewer);
  if (project === undefined) return notYours();
  const board = await loadBoard(tx, project, viewer.directory);
  const link = board.byCode.get(code);
  const sees = project === null || maySeeProject(project, viewer);
  if (!link || !maySeeLink({ actor: viewer.actor, chat: viewer.chat }, sees, link)) return notYours();
  const deferrals = link.id === 0 ? [] : await listDeferrals(tx, [link.id]);
  const blocked = link.id === 0 ? [] : await listBlocks(tx, { linkIds: [link.id] });
  const problems = await loadIssues(
    tx,
    blocked.map(({ issueId }) => issueId),
  );
  const bearing = (await about(tx, { projectId, said, kinds: !board.taken }, viewer)).filter(
    ({ id }) => !blocked.some(({ issueId }) => issueId === id),
  );
  const people = [...whoOf(board, viewer), link.item?.doneBy ?? null, link.unconcerned?.byId ?? null];
  const outlook = (await loadOutlooks(tx, project && board.taken ? [project.id] : [], viewer)).get(projectId);
  const { actor, directory, chat } = viewer;
  const group = chat !== undefined;
  return {
    board,
    link,
    deferrals: deferrals.filter((item) => item.status !== 'closed'),
    blocks: problems.filter((issue) => OPEN_STATUSES.includes(issue.status)),
    bearing,
    holds: sees ? await holdsOf(tx, board) : undefined,
    works:
      project !== null &&
      project.archived === null &&
      (group || mayWork(actor, link, project, directory) === true),
    confirms: link.item?.status === 'verifying' && (group || link.item.doneBy !== actor.person.id),
    weather: outlook?.weather.get(code),
    expected: outlook?.outlook.steps.find(({ step }) => step.code === code)?.finish,
    ctx: await viewContext(tx, viewer, {
      issues: [...deferrals, ...problems, ...bearing],
      personIds: people.filter((id) => id !== 0),
    }),
  };
}

/** Open problems of the project that have this in their title. @param kinds those of a category of the name, too */
async function about(
  tx: Tx,
  { projectId, said, kinds }: { projectId: number; said: string | undefined; kinds: boolean },
  viewer: Viewer,
): Promise<Issue[]> {
  if (!said) return [];
  const of = { projectIds: [projectId], statuses: [...OPEN_STATUSES] };
  const found = async (filter: IssueFilter) => {
    const narrowed = narrow(filter, viewer);
    return narrowed ? (await listIssues(tx, { ...narrowed.query, page: 1, pageSize: 20 })).issues : [];
  };
  const bear = (await found({ ...of, search: said })).filter(({ title }) => title.includes(said));
  const categoryIds = viewer.directory.data.categories
    .filter(({ name }) => name === said)
    .map(({ id }) => id);
  const alike = kinds && categoryIds.length > 0 ? await found({ ...of, categoryIds }) : [];
  return [...bear, ...alike.filter(({ id }) => !bear.some((one) => one.id === id))];
}

/** null: the template; undefined: there is no such project. */
function projectOf(projectId: number, { directory }: Viewer): Project | null | undefined {
  return projectId === 0 ? null : directory.project(projectId);
}

function notYours() {
  return { refused: refuse('not-yours-to-see').refusal };
}
