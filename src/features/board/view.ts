/** Loads a project's board, or one line of every project somebody may see, as of this moment. */

import { loadIssues } from '../../db/issue.ts';
import { countByColor, countByProject, listIssues } from '../../db/issue-list.ts';
import { loadBasis, loadLinks } from '../../db/link.ts';
import { loadNodes, loadNodesOf } from '../../db/nodes.ts';
import type { Tx } from '../../db/open.ts';
import { agreedPlan, listBlocks, listPlans, loadForecasts } from '../../db/plan.ts';
import type { Directory } from '../../domain/directory.ts';
import { OPEN_STATUSES } from '../../domain/issue.ts';
import { type LightColor, lightOf } from '../../domain/lights.ts';
import type { Project } from '../../domain/model.ts';
import { type BoardView, boardView, type Holdup } from '../../domain/plan/board.ts';
import { expectOutlook } from '../../domain/plan/forecast.ts';
import { CONSTRUCTION, type ProjectLink } from '../../domain/plan/model.ts';
import { START_NODE } from '../../domain/plan/nodes.ts';
import { type BlockingProblem, excusedCodes, projectWeather, weatherOf } from '../../domain/plan/weather.ts';
import { type Day, dayOf, type Instant } from '../../domain/time.ts';
import { type ProjectRow, projectRows } from './rules.ts';
import { countLinks, shiftsOf } from './store.ts';
import { BOARD } from './words.ts';

interface Base {
  now: Instant;
  directory: Directory;
}

export async function loadBoard(tx: Tx, project: Project, { now, directory }: Base): Promise<BoardView> {
  const { timeZone } = directory.settings;
  const { calendar } = directory;
  const today = dayOf(now, timeZone);
  const links = await loadLinks(tx, project.id, timeZone);
  const basis = await loadBasis(tx, project.id);
  const plan = (await agreedPlan(tx, project.id)) ?? (await listPlans(tx, project.id))[0] ?? null;
  const held = await loadHoldups(tx, links, { now, directory });
  const codes = new Map(links.map((link) => [link.id, link.definition.code]));
  const blocking = new Map<string, BlockingProblem[]>();
  for (const { linkId, holdup } of held) {
    const code = codes.get(linkId);
    if (code === undefined) continue;
    const problem = { id: holdup.issueId, red: holdup.color === 'red' };
    blocking.set(code, [...(blocking.get(code) ?? []), problem]);
  }
  const nodes = await loadNodes(tx, project);
  const constructionStartedOn = nodes.find(({ name }) => name === START_NODE)?.actualOn ?? null;
  const outlook =
    plan && basis
      ? expectOutlook({ links, basis, plan: plan.payload, today, constructionStartedOn }, calendar)
      : null;
  // A network that can no longer be planned shows its plan, and no weather.
  const known = outlook && !('fault' in outlook) ? outlook : null;
  const weather = known ? weatherOf(known, blocking, today, calendar, excusedCodes(links)) : new Map();
  const counts = await countByColor(tx, {
    filter: { projectIds: [project.id], statuses: [...OPEN_STATUSES] },
    scope: { all: true },
    now,
    timeZone,
  });
  return boardView({
    project,
    links,
    stages: basis?.stages ?? [],
    constructionAfter: basis?.construction.after ?? null,
    constructionName: BOARD.construction,
    site: known?.steps.find((one) => one.step.code === CONSTRUCTION)?.step.actual ?? null,
    plan,
    nodes,
    forecast: (await loadForecasts(tx, [project.id])).get(project.id) ?? null,
    weather,
    worst: known && projectWeather(known, weather),
    critical: new Set(known?.steps.filter((one) => one.critical).map((one) => one.step.code)),
    lights: counts,
    holdups: [...new Set(held.map(({ holdup }) => holdup))],
    today,
    timeZone,
    calendar,
  });
}

/** Open problems that hold these links up (卡); of one that holds up several there is one object. */
async function loadHoldups(
  tx: Tx,
  links: readonly ProjectLink[],
  { now, directory }: Base,
): Promise<{ linkId: number; holdup: Holdup }[]> {
  const nos = new Map(links.map((link) => [link.id, link.definition.no]));
  const blocks = await listBlocks(tx, { linkIds: [...nos.keys()] });
  const issues = await loadIssues(tx, [...new Set(blocks.map((block) => block.issueId))]);
  const open = new Map(
    issues
      .filter((issue) => OPEN_STATUSES.includes(issue.status))
      .map((issue): [number, Holdup] => {
        const { color, overdueDays } = lightOf(issue, directory, now);
        const linkNos = blocks
          .flatMap(({ issueId, linkId }) => (issueId === issue.id ? (nos.get(linkId) ?? []) : []))
          .sort((a, b) => a - b);
        const { id: issueId, title } = issue;
        return [issueId, { issueId, title, color, overdueDays: overdueDays ?? 0, linkNos }];
      }),
  );
  return blocks.flatMap(({ issueId, linkId }) => {
    const holdup = open.get(issueId);
    return holdup ? [{ linkId, holdup }] : [];
  });
}

/** An open problem as the page lists it. */
export interface Problem {
  issueId: number;
  title: string;
  color: LightColor;
  /** Working days. */
  overdueDays: number;
  unit: string | null;
  /** null: of no day. */
  due: Day | null;
}

const PROBLEMS = 30;

/** Open problems of a project, the worst first, as many as a page holds; of one that is archived none. */
export async function loadProblems(tx: Tx, project: Project, { now, directory }: Base): Promise<Problem[]> {
  if (project.archived) return [];
  const { issues } = await listIssues(tx, {
    filter: { projectIds: [project.id], statuses: [...OPEN_STATUSES] },
    scope: { all: true },
    now,
    timeZone: directory.settings.timeZone,
    page: 1,
    pageSize: PROBLEMS,
  });
  return issues.map((issue) => {
    const { color, overdueDays } = lightOf(issue, directory, now);
    const unit = issue.unitId === null ? null : (directory.unit(issue.unitId)?.name ?? null);
    const due = color === 'none' ? null : issue.deadline.day;
    return { issueId: issue.id, title: issue.title, color, overdueDays: overdueDays ?? 0, unit, due };
  });
}

/** One line of each project, worst first; four queries however many there are. */
export async function loadProjectRows(
  tx: Tx,
  projects: readonly Project[],
  { now, directory }: Base,
): Promise<ProjectRow[]> {
  const ids = projects.map((project) => project.id);
  const lights = await countByProject(tx, { projectIds: ids, now });
  const links = await countLinks(tx, ids);
  return projectRows({
    projects,
    lights,
    links,
    shifts: await shiftsOf(tx, ids),
    nodes: await loadNodesOf(tx, projects),
    today: dayOf(now, directory.settings.timeZone),
    calendar: directory.calendar,
  });
}
