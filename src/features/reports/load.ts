/** Loads what a report tells, as of this moment. Its figures are those of the lists: the same filters are run. */
import { countByColor, countByProject, countOfList, listIssues } from '../../db/issue-list.ts';
import { listLinkRows } from '../../db/link-rows.ts';
import { loadNodesOf } from '../../db/nodes.ts';
import type { Tx } from '../../db/open.ts';
import { countBroughtIn, countFlow, lastProgress } from '../../db/period-issues.ts';
import { agreedPlans } from '../../db/plan.ts';
import type { VisibleScope } from '../../domain/access.ts';
import type { IssueFilter } from '../../domain/answer.ts';
import { OPEN_STATUSES } from '../../domain/issue.ts';
import type { Project } from '../../domain/model.ts';
import { byWeather } from '../../domain/plan/board.ts';
import { addDays, type Day, dayOf, instantAt } from '../../domain/time.ts';
import type { Viewer } from '../../views/context.ts';
import { loadOutlooks } from '../../views/outlook.ts';
import { loadPeriodSummary } from '../../views/period-summary.ts';
import { areasBelow } from '../../views/place.ts';
import type { NodeLine, ProjectStanding, ReportContent } from './content.ts';
import { type Days, daysAfter, type Reading, type ReportScope, type ReportWord } from './rules.ts';
import { type LinkNews, linkNews } from './rules-links.ts';

/** Most problems of one list; of these the paper names the first. */
const READ = 200;
/** Of so many projects each tells why its weather is what it is; of more only the sign, from the morning. */
const FEW_PROJECTS = 8;

export interface About extends ReportScope {
  word: ReportWord;
  from: Day;
  until: Day;
}

type Base = Pick<Viewer, 'now' | 'directory'>;

export async function loadReport(
  tx: Tx,
  about: About,
  reading: Reading,
  place: string,
  base: Base,
): Promise<ReportContent> {
  const { now, directory } = base;
  const { timeZone } = directory.settings;
  const today = dayOf(now, timeZone);
  const days: Days = { from: about.from, until: about.until };
  const stretch = {
    from: instantAt(days.from, '00:00', timeZone),
    before: days.until >= today ? now + 1 : instantAt(addDays(days.until, 1), '00:00', timeZone),
  };
  const areaIds = about.areaId === undefined ? undefined : areasBelow(about.areaId, directory);
  const within = areaIds ? { areaIds } : { projectIds: [...(about.projectIds ?? [])] };
  const scope: VisibleScope = {
    all: false,
    areaIds: areaIds ?? [],
    unitIds: [],
    projectIds: within.projectIds ?? [],
    personIds: [],
  };
  const queryOf = (filter: IssueFilter) => ({ filter: { ...within, ...filter }, scope, now, timeZone });
  const list = (filter: IssueFilter) =>
    listIssues(tx, { ...queryOf({ ...filter, sort: 'deadline' }), page: 1, pageSize: READ });
  const count = async (filter: IssueFilter) => countOfList(tx, queryOf(filter));
  const logged = await count({ loggedFrom: days.from, loggedTo: days.until });
  const struckOff = await count({ closedFrom: days.from, closedTo: days.until });
  const ever = await count({});
  const open = await countByColor(tx, queryOf({ statuses: [...OPEN_STATUSES] }));
  const next = daysAfter(about.word, days, today, (day) => directory.calendar.nextWorkingDay(day));
  const projects = projectsOf(about, areaIds, base);
  const lists = await loadPeriodSummary(tx, { ...stretch, scope }, READ);
  const reds = await list({ colors: ['red'] });
  const yellows = await list({ colors: ['yellow'] });
  const dueNext = next
    ? await list({ statuses: [...OPEN_STATUSES], dueFrom: next.from, dueTo: next.until })
    : { issues: [], total: 0 };
  const links = await loadLinkNews(tx, projects, { ...stretch, days, next }, base);
  const nodes = await loadNodesOf(tx, projects);
  const named = [...Object.values(lists), reds, yellows].flatMap(({ issues }) => issues.map(({ id }) => id));
  return {
    word: about.word,
    reading,
    place,
    days,
    logged: logged.total - logged.void,
    struckOff: struckOff.closed,
    broughtIn: await countBroughtIn(tx, { ...stretch, scope }),
    loggedEver: ever.total - ever.void,
    struckOffEver: ever.closed,
    open,
    lists,
    reds,
    yellows,
    links,
    reached: nodeLines(nodes, 'actualOn', days),
    coming: next ? nodeLines(nodes, 'plannedOn', next) : [],
    next,
    dueNext,
    projects: await loadStandings(tx, projects, { ...stretch, nodes }, base),
    progress: await lastProgress(tx, [...new Set(named)], stretch.before),
  };
}

/** Live ones of an area; named ones even when they have ended. */
function projectsOf(about: About, areaIds: readonly number[] | undefined, { directory }: Base): Project[] {
  if (areaIds) return directory.liveProjects.filter((project) => areaIds.includes(project.areaId));
  return (about.projectIds ?? []).flatMap((id) => directory.project(id) ?? []);
}

async function loadLinkNews(
  tx: Tx,
  projects: readonly Project[],
  at: { from: number; before: number; days: Days; next: Days | undefined },
  { now, directory }: Base,
): Promise<LinkNews> {
  const ids = projects.map((project) => project.id);
  const plans = await agreedPlans(tx, ids);
  const steps = new Map(
    [...plans].map(([id, { payload }]) => [id, new Map(payload.steps.map((step) => [step.code, step]))]),
  );
  const { calendar, settings } = directory;
  const links = await listLinkRows(tx, ids);
  return linkNews({ ...at, links, steps, now, timeZone: settings.timeZone, calendar });
}

/** Of what was reached, the day it was; of what is planned and not reached, the planned day. */
function nodeLines(
  nodes: ReadonlyMap<number, ProjectStanding['nodes']>,
  which: 'actualOn' | 'plannedOn',
  { from, until }: Days,
): NodeLine[] {
  return [...nodes]
    .flatMap(([projectId, own]) =>
      own.flatMap((node) => {
        const day = which === 'plannedOn' && node.actualOn !== null ? null : node[which];
        return day !== null && from <= day && day <= until ? [{ projectId, name: node.name, day }] : [];
      }),
    )
    .sort((a, b) => a.day.localeCompare(b.day) || a.projectId - b.projectId);
}

async function loadStandings(
  tx: Tx,
  projects: readonly Project[],
  at: { from: number; before: number; nodes: ReadonlyMap<number, ProjectStanding['nodes']> },
  base: Base,
): Promise<ProjectStanding[]> {
  const ids = projects.map((project) => project.id);
  const counts = await countByProject(tx, { projectIds: ids, now: base.now });
  const flow = await countFlow(tx, ids, at.from, at.before);
  const outlooks = await loadOutlooks(tx, projects.length <= FEW_PROJECTS ? ids : [], base);
  const standings = projects.map((project): ProjectStanding => {
    const { total = 0, done = 0, ...lights } = counts.get(project.id) ?? {};
    const outlook = outlooks.get(project.id);
    const { worst } = outlook ?? {};
    const row = outlook?.links.find((link) => link.definition.code === worst?.code)?.definition ?? null;
    return {
      project,
      open: total - done,
      lights,
      ...(flow.get(project.id) ?? { raised: 0, closed: 0 }),
      nodes: at.nodes.get(project.id) ?? [],
      reason: worst ? { weather: worst, row: row && { no: row.no, name: row.name } } : null,
    };
  });
  const rank = ({ lights, open }: ProjectStanding) =>
    (lights.red ?? 0) * 1e6 + (lights.yellow ?? 0) * 1e3 + open;
  return standings.sort(
    (a, b) =>
      rank(b) - rank(a) || byWeather(a.project.weather, b.project.weather) || a.project.id - b.project.id,
  );
}
