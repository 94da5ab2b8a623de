/** Many issues quickly, spread as in a city: most of them closed, one in forty open, words of uneven frequency. */

import { rowOfIssue } from '../../src/db/issue-row.ts';
import type { Db } from '../../src/db/open.ts';
import { blankIssue } from '../support/blank-issue.ts';
import { makeDeadline, T0 } from './world.ts';

/** @param count rows; the world of makeWorld must be there. Plans are asked after vacuumAnalyze */
export async function fillIssues(db: Db, count: number): Promise<void> {
  const facts = JSON.stringify(rowOfIssue(blankIssue(T0, makeDeadline(T0))).facts);
  await db.session(async (session) => {
    const now = `timestamptz '${new Date(T0).toISOString()}'`;
    // 200 units and 700 projects beside those of the world.
    await session.run(`
      insert into unit (area_id, name) select 1, '单位' || n from generate_series(1, 200) n;
      insert into project (area_id, name, created_at) select 1, '项目' || n, ${now} from generate_series(1, 700) n`);
    await session.query(
      `insert into issue (version, status, title, text, area_id, project_id, unit_id, assignee_id, reporter_id, source_message_id,
        logged_at, closed_at, on_the_spot, green_channel, deadline_at, deadline_day, on_agenda, facts,
        blue_at, yellow_at, red_at, next_at, search)
       select 1, case when open then (array['unrouted','unsigned','working','verifying'])[1 + n % 4] else 'closed' end,
         '问题' || n, '问题' || n, 1, 1 + n % 702, 1 + n % 203, 1 + n % 3, 1 + n % 3, 'om_' || n,
         logged, case when open then null else logged + interval '5 days' end, false, false,
         due, due::date, false, $1::text::jsonb,
         case when open then due - interval '2 days' end, case when open then due end,
         case when open then due + interval '4 days' end, case when open then due + interval '1 day' end,
         (select string_agg(distinct '''词' || floor(3000 * power(random(), 3))::int || '''', ' ')
           from generate_series(1, 25 + n * 0))::tsvector
       from (select n, n % 40 = 0 as open, ${now} - (n % 1000) * interval '1 day' as logged,
         ${now} + (n % 21 - 6) * interval '1 day' as due from generate_series(1, $2::int) n) made`,
      [facts, String(count)],
    );
  });
}

/**
 * Brings statistics up to date and marks all pages as visible to all, as autovacuum would, so that counts may come from an
 * index alone. VACUUM leaves out pages while a commit near theirs is not on disk (synchronous_commit is off, and files
 * running beside commit too), so it flushes and goes again until none is left out.
 */
export async function vacuumAnalyze(db: Db): Promise<void> {
  for (let round = 0; round < 100; round++) {
    await db.read((tx) => tx.execute(`select pg_logical_emit_message(false, 'test', 'flush', true)`));
    await db.read((tx) => tx.execute('vacuum analyze'));
    const left = await db.session((session) =>
      session.query(`select 1 from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
        and relallvisible < relpages`),
    );
    if (left.length === 0) return;
  }
  throw new Error('vacuum does not mark every page as visible to all');
}
