/** What 统计 今年 of the whole area costs, against its own statements sent by themselves. */
import { sumMonths } from '../src/engine/sum-months.ts';
import { drawStatistics } from '../src/features/statistics/view.ts';
import { fillDatabase } from './fill.ts';
import { median } from './load.ts';
import { officeOf, openNotedTown, timed } from './noted-town.ts';
import type { BenchServer } from './postgres.ts';
import { openRaw, replayAll } from './replay.ts';

/** 22 links of every project, two thirds of them done. */
const LIVED = `
  insert into project_link (project_id, code, no, definition, started_on, finished_on)
    select p.id, 'L' || n, n, jsonb_build_object('code', 'L' || n, 'no', n, 'name', '第' || n || '个环节',
        'promised', '{"n": 7, "unit": "working-days"}'::jsonb, 'statutory', '{"n": 20, "unit": "working-days", "law": "某法"}'::jsonb),
      case when n <= 14 then date '2026-09-01' + n end, case when n <= 14 then date '2026-09-10' + n end
    from project p, generate_series(1, 22) n;`;

/** Every sixth problem is rated, every fortieth was paused; set while it is filled, for the rows are many. */
const RATED = `
  create function lived() returns trigger language plpgsql as $$ begin
    if new.status = 'closed' and new.id % 6 = 0 then
      new.facts := jsonb_set(new.facts, '{satisfaction}', '{"score": "satisfied", "reason": null, "byId": 1, "at": 1}');
    end if;
    if new.status = 'closed' and new.id % 40 = 1 then
      new.facts := jsonb_set(new.facts, '{pauses}', '[{"from": 1, "expected": "2026-10-01", "until": 2, "reason": "等", "chaserId": 1, "approvedBy": 1}]');
    end if;
    return new;
  end $$;
  create trigger lived before insert on issue for each row execute function lived()`;

export interface StatisticsFigures {
  stored: number;
  drawMs: number;
  rawMs: number;
  queries: number;
  kilobytes: number;
}

export async function measureStatistics(
  server: BenchServer,
  { stored, rounds }: { stored: number; rounds: number },
): Promise<StatisticsFigures> {
  const name = `statistics_${stored}`;
  const town = await openNotedTown(server, name);
  await server.run(RATED, name);
  await fillDatabase(server, name, stored);
  await server.run('drop trigger lived on issue', name);
  await server.run(LIVED, name);
  await server.run('vacuum (freeze, analyze)', name);
  const raw = openRaw(server.url(name), 1);
  const { deps } = town;
  // What the clock does a few months a minute.
  while ((await sumMonths(deps, deps.clock())) > 0);
  await server.run('vacuum (analyze) figure_month, figure_sum, figure_span, figure_change', name);
  const draw = () =>
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
      const drawn = await drawStatistics(tx, {}, viewer);
      if (drawn.kind !== 'card') throw new Error(drawn.text);
      return JSON.stringify(drawn.card).length;
    });
  await draw();
  const { result: bytes, statements } = await town.note(draw);
  const drawn: number[] = [];
  const raws: number[] = [];
  for (let round = 0; round < rounds; round++) {
    drawn.push(await timed(draw));
    raws.push(await timed(() => replayAll(raw, statements)));
  }
  if (process.env.BENCH_EACH)
    for (const statement of statements) {
      const took: number[] = [];
      for (let i = 0; i < 5; i++) took.push(await timed(() => replayAll(raw, [statement])));
      if (process.env.BENCH_EACH === 'plan')
        for (const row of await raw.unsafe(`explain (analyze, buffers) ${statement.text}`, [
          ...statement.params,
        ] as never[]))
          console.error(row['QUERY PLAN']);
      console.error(median(took).toFixed(1), statement.text.slice(0, 400).replaceAll('\n', ' '));
    }
  await raw.end();
  await town.close();
  return {
    stored,
    drawMs: median(drawn),
    rawMs: median(raws),
    queries: statements.length,
    kilobytes: Math.round(bytes / 1024),
  };
}
