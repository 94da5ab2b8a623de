/** What the page of all projects (项目总图) costs, against its own statements sent by themselves. */
import { seesProject } from '../src/domain/access.ts';
import { projectsPage } from '../src/features/board/page-projects.ts';
import { loadProjectRows } from '../src/features/board/view.ts';
import { fillDatabase } from './fill.ts';
import { median } from './load.ts';
import { officeOf, openNotedTown, timed } from './noted-town.ts';
import type { BenchServer } from './postgres.ts';
import { openRaw, replayAll } from './replay.ts';

/** 22 links of every project, two thirds of them done, and a forecast of each. */
const PLANNED = `
  insert into project_link (project_id, code, no, definition, finished_on)
    select p.id, 'L' || n, n, jsonb_build_object('code', 'L' || n, 'no', n, 'name', '第' || n || '个环节', 'task', repeat('办理', 200)),
      case when n <= 14 then date '2026-10-01' end
    from project p, generate_series(1, 22) n;
  insert into forecast (project_id, made_on, payload)
    select id, date '2026-11-23', jsonb_build_object('reached', jsonb_build_object('start', '2027-01-08', 'production', '2027-08-02'),
      'shift', jsonb_build_object('start', id % 9, 'production', id % 7), 'because', 'L' || (15 + id % 5),
      'weather', 'rain',
      'worst', jsonb_build_object('code', 'L' || (15 + id % 5), 'weather', 'rain', 'reason', jsonb_build_object('kind', 'late-finish', 'days', 3)), 'told', jsonb_build_object('start', 0, 'production', 0)) from project;
  update project set weather = (array['sun','cloud','rain'])[1 + id % 3], start_on = '2027-01-05', production_on = '2027-07-30';
  update meta set value = nextval('directory_version') where key = 'directory';
  analyze`;

export interface BoardFigures {
  projects: number;
  pageMs: number;
  rawMs: number;
  queries: number;
  kilobytes: number;
}

export async function measureBoard(
  server: BenchServer,
  { stored, rounds }: { stored: number; rounds: number },
): Promise<BoardFigures> {
  const name = `board_${stored}`;
  const town = await openNotedTown(server, name);
  await fillDatabase(server, name, stored);
  await server.run(PLANNED, name);
  const raw = openRaw(server.url(name), 1);
  const { deps } = town;
  const draw = () =>
    deps.db.read(async (tx) => {
      const directory = await deps.directory.get(tx);
      const actor = await officeOf(tx, directory);
      const seen = directory.data.projects.filter((project) => seesProject(actor, project, directory));
      const now = deps.clock();
      const rows = await loadProjectRows(tx, seen, { now, directory });
      const page = projectsPage(rows, {
        now,
        timeZone: 'Asia/Shanghai',
        base: 'https://zb.example.gov.cn/board/x',
        wall: false,
      });
      return { projects: rows.length, bytes: page.html.length };
    });
  await draw();
  const {
    result: { projects, bytes },
    statements,
  } = await town.note(draw);
  const pages: number[] = [];
  const raws: number[] = [];
  for (let round = 0; round < rounds; round++) {
    pages.push(await timed(draw));
    raws.push(await timed(() => replayAll(raw, statements)));
  }
  await raw.end();
  await town.close();
  return {
    projects,
    pageMs: median(pages),
    rawMs: median(raws),
    queries: statements.length,
    kilobytes: Math.round(bytes / 1024),
  };
}
