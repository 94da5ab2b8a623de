/** Loads the weekly pack of an area and all below it, as of this moment. */

import type { Report } from '../../cards/report.ts';
import { countByColor, countByProject, listIssues } from '../../db/issue-list.ts';
import type { Tx } from '../../db/open.ts';
import { countFlow, lastProgress } from '../../db/period-issues.ts';
import type { IssueFilter } from '../../domain/answer.ts';
import { type Issue, OPEN_STATUSES } from '../../domain/issue.ts';
import { type Viewer, viewContext } from '../../views/context.ts';
import { areasBelow } from '../../views/place.ts';
import { meetingPackReport } from './card.ts';
import { agendaOf, leaderReasons, type MeetingPack, packPeriod, type Some } from './rules.ts';
import { listAgenda, listStuck } from './store.ts';

/** Most issues of one section; a longer one says how many it leaves out. */
const READ = 200;

export async function loadMeetingPack(
  tx: Tx,
  areaId: number,
  base: Pick<Viewer, 'now' | 'directory'>,
): Promise<MeetingPack> {
  const { now, directory } = base;
  const areaIds = areasBelow(areaId, directory);
  const period = packPeriod(directory, now);
  const scope = { all: false as const, areaIds, unitIds: [], projectIds: [], personIds: [] };
  const query = { scope, now, timeZone: directory.settings.timeZone };
  const list = async (filter: IssueFilter): Promise<Some> =>
    listIssues(tx, { ...query, filter: { ...filter, sort: 'deadline' }, page: 1, pageSize: READ });
  const counts = await countByColor(tx, { ...query, filter: { statuses: [...OPEN_STATUSES] } });
  const reds = await list({ colors: ['red'] });
  const yellows = await list({ colors: ['yellow'] });
  const dueNext = await list({
    statuses: ['unrouted', 'unsigned', 'working'],
    colors: ['green', 'blue'],
    dueFrom: period.dueFrom,
    dueTo: period.dueTo,
  });
  const onAgenda = await listAgenda(tx, { areaIds, since: period.since, limit: READ });
  const stuck = await listStuck(tx, areaIds, READ);
  const leader = [...new Map([...reds.issues, ...stuck].map((one) => [one.id, one])).values()]
    .map((issue) => ({ issue, reasons: leaderReasons(issue, directory, now) }))
    .filter(({ reasons }) => reasons.length > 0);
  const agenda = agendaOf(onAgenda.issues, onAgenda.putAt, period.since);
  const named = [...reds.issues, ...yellows.issues, ...leader.map(({ issue }) => issue), ...agenda.coming];
  return {
    ...period,
    areaId,
    counts,
    agenda,
    reds,
    yellows,
    leader,
    dueNext,
    projects: await loadProjectLines(tx, areaIds, { now, directory, weekFrom: period.weekFrom }),
    progress: await lastProgress(tx, [...new Set(named.map((issue) => issue.id))]),
  };
}

async function loadProjectLines(
  tx: Tx,
  areaIds: number[],
  at: Pick<Viewer, 'now' | 'directory'> & { weekFrom: number },
): Promise<MeetingPack['projects']> {
  const projects = at.directory.liveProjects.filter((project) => areaIds.includes(project.areaId));
  const ids = projects.map((project) => project.id);
  const counts = await countByProject(tx, { projectIds: ids, now: at.now });
  const flow = await countFlow(tx, ids, at.weekFrom);
  const lines = projects.map((project) => {
    const { total = 0, done = 0, ...lights } = counts.get(project.id) ?? {};
    const week = flow.get(project.id) ?? { raised: 0, closed: 0 };
    return { project, counts: { ...lights, open: total - done }, ...week };
  });
  const rank = (one: (typeof lines)[number]) =>
    (one.counts.red ?? 0) * 1e6 + (one.counts.yellow ?? 0) * 1e3 + one.counts.open;
  return lines.sort((a, b) => rank(b) - rank(a) || a.project.id - b.project.id);
}

/** The same in words, for card and Word file alike. */
export async function readMeetingPack(
  tx: Tx,
  areaId: number,
  base: Pick<Viewer, 'now' | 'directory' | 'demo'>,
): Promise<Report> {
  const pack = await loadMeetingPack(tx, areaId, base);
  const issues: Issue[] = [
    ...pack.reds.issues,
    ...pack.yellows.issues,
    ...pack.dueNext.issues,
    ...pack.leader.map(({ issue }) => issue),
    ...Object.values(pack.agenda).flat(),
  ];
  return meetingPackReport(pack, await viewContext(tx, base, { issues }));
}
