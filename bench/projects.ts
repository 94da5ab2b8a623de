/** What 项目 and the morning's forecast cost with a city in the database: 22 links and an agreed plan of every project. */

import { loadBasis, loadLinks, updateLink } from '../src/db/link.ts';
import { takeChosenTemplate } from '../src/db/link-template.ts';
import { insertPlan, updatePlan } from '../src/db/plan.ts';
import type { Deps } from '../src/deps.ts';
import { backSchedule } from '../src/domain/plan/back-schedule.ts';
import { addDays, dayOf } from '../src/domain/time.ts';
import { forecastProjects } from '../src/features/plan/forecast.ts';
import { drawProjects } from '../src/views/projects.ts';
import { fillDatabase } from './fill.ts';
import { median } from './load.ts';
import { officeOf, openNotedTown, timed } from './noted-town.ts';
import type { BenchServer } from './postgres.ts';
import { openRaw, replayAll } from './replay.ts';

const ZONE = 'Asia/Shanghai';

/** One project's links and plan, as words and taps would have made them; seven links are done, and none on time. */
async function planOne(deps: Deps): Promise<void> {
  const now = deps.clock();
  await deps.db.transaction(async (tx) => {
    const directory = await deps.directory.get(tx);
    const [project] = directory.data.projects;
    if (!project) throw new Error('the town has no project');
    const by = { byId: project.secretaryId, reason: () => '' };
    await takeChosenTemplate(tx, project, by, { now, directory });
    const basis = await loadBasis(tx, project.id);
    const links = await loadLinks(tx, project.id, ZONE);
    if (!basis) throw new Error('no template was taken');
    const from = addDays(dayOf(now, ZONE), -60);
    const construction = basis.construction.defaultDuration;
    const targets = { start: null, production: null };
    const made = backSchedule({ links, basis, construction, targets, from, today: from }, directory.calendar);
    if ('fault' in made) throw new Error(made.fault);
    const byId = project.secretaryId ?? 1;
    const { id } = await insertPlan(
      tx,
      { projectId: project.id, payload: made.payload, reason: null, madeBy: byId, calendar: '' },
      now,
    );
    await updatePlan(tx, id, {
      state: 'agreed',
      agreedBy: byId,
      agreedAt: now,
      contactBy: byId,
      contactAt: now,
    });
    for (const link of links.slice(0, 7))
      await updateLink(tx, link.id, { startedOn: from, finishedOn: addDays(from, 45) });
  });
}

const COPY = `
  insert into project_plan_basis (project_id, template, template_name, taken_at, taken_by)
    select p.id, b.template, b.template_name, b.taken_at, b.taken_by from project_plan_basis b, project p where p.id <> b.project_id;
  insert into project_link (project_id, code, no, definition, unit_id, unconcerned, started_on, finished_on)
    select p.id, l.code, l.no, l.definition, l.unit_id, l.unconcerned, l.started_on, l.finished_on
    from project_link l, project p where p.id <> l.project_id;
  insert into plan (project_id, version, state, payload, made_by, made_at, agreed_by, agreed_at, contact_by, contact_at, calendar)
    select p.id, 1, 'agreed', o.payload, o.made_by, o.made_at, o.agreed_by, o.agreed_at, o.contact_by, o.contact_at, o.calendar
    from plan o, project p where p.id <> o.project_id;
  analyze`;

export interface ProjectsFigures {
  projects: number;
  listMs: number;
  listRawMs: number;
  listQueries: number;
  /** The forecasts of all in one transaction. */
  forecastMs: number;
  forecastCpuMs: number;
}

export async function measureProjects(
  server: BenchServer,
  { stored, rounds }: { stored: number; rounds: number },
): Promise<ProjectsFigures> {
  const name = `projects_${stored}`;
  const town = await openNotedTown(server, name);
  await fillDatabase(server, name, stored);
  const { deps } = town;
  await planOne(deps);
  await server.run(COPY, name);
  const list = () =>
    deps.db.read(async (tx) => {
      const directory = await deps.directory.get(tx);
      const actor = await officeOf(tx, directory);
      const viewer = {
        now: deps.clock(),
        directory,
        actor,
        chat: undefined,
        demo: false,
        features: deps.features,
      };
      await drawProjects(tx, { kind: 'projects' }, viewer);
      return directory.liveProjects.map((project) => project.id);
    });
  const projectIds = await list();
  const { statements } = await town.note(list);
  const raw = openRaw(server.url(name), 1);
  const [lists, raws]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    lists.push(await timed(list));
    raws.push(await timed(() => replayAll(raw, statements)));
  }
  const before = process.cpuUsage();
  const forecastMs = await timed(() =>
    deps.db.transaction(async (tx) => {
      const directory = await deps.directory.get(tx);
      await forecastProjects(tx, projectIds, { directory, now: deps.clock() });
    }),
  );
  const { user, system } = process.cpuUsage(before);
  await raw.end();
  await town.close();
  return {
    projects: projectIds.length,
    listMs: median(lists),
    listRawMs: median(raws),
    listQueries: statements.length,
    forecastMs,
    forecastCpuMs: (user + system) / 1000,
  };
}
