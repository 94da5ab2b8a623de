/** At size: what a tick costs follows what is due, so none of its statements reads a whole large table. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeps } from '../../src/boot.ts';
import { readConfig } from '../../src/config.ts';
import { openPostgres } from '../../src/db/open-postgres.ts';
import { DEMO_APP, SIM_DOMAIN } from '../../src/demo/world.ts';
import type { Deps } from '../../src/deps.ts';
import { runTick } from '../../src/engine/tick.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { fillIssues, vacuumAnalyze } from './fill.ts';
import { openNotingDb } from './plan-notes.ts';
import { makeWorld, T0 } from './world.ts';

const ROWS = 20_000;
const MINUTE = 60_000;
let own: TestDatabase;
let deps: Deps;
let notes: string[];
const databases: { close(): Promise<void> }[] = [];

function depsOver(db: Deps['db']): Deps {
  databases.push(db);
  return createDeps({
    config: { ...readConfig({ LOG_LEVEL: 'error' }), app: DEMO_APP, domain: SIM_DOMAIN },
    db,
    clock: () => T0,
    wake: () => {},
    write: (line) => process.stderr.write(`${line}\n`),
    fetch: () => Promise.reject(new Error('a tick asks nobody')),
    demo: false,
  });
}

beforeAll(async () => {
  own = await testDatabase('postgres');
  await makeWorld(own.db);
  // The first tick of a deployment looks at everything once; it is over before there is much.
  await runTick(depsOver(openPostgres(own.url!, { max: 1 })), T0 - 10 * MINUTE);
  await fillIssues(own.db, ROWS);
  await own.db.session((session) =>
    session.run(`
      insert into issue_card (issue_id, place, target, message_id, nonce, wanted_version, shown_version, posted_at)
        select id, 'chat', 'oc_a', 'om_card_' || id, '', 1, 1, logged_at from issue;
      insert into outbox (id, kind, target, issue_id, payload, created_at, state, finished_at)
        select 'o' || id, 'notice', 'person:ou_' || id % 500, id, '{}', logged_at, 'sent', logged_at from issue;
      insert into history (issue_id, at, verb, detail) select id, logged_at, 'log', '{}' from issue;
      insert into inbox (event_id, received_at) select 'e' || id, '2026-11-22' from issue;
      insert into inbox_message (message_id, received_at) select 'e' || id, '2026-11-22' from issue;
      -- A hundred of them are due; thirty take another colour.
      update issue set next_at = '2026-11-22' where id in (select id from issue where next_at is not null limit 100);
      update issue set blue_at = '2026-11-23 01:00:30+00' where id in (select id from issue where status = 'working' limit 30)`),
  );
  await vacuumAnalyze(own.db);
  const noting = await openNotingDb(own.url!);
  notes = noting.notes;
  deps = depsOver(noting.db);
}, 180_000);

afterAll(async () => {
  for (const db of databases) await db.close();
  await own.drop();
});

/** Plans of the statements that read one of the tables that grow from end to end. */
function whole(plans: readonly string[]): string[] {
  return plans.filter((plan) =>
    /Seq Scan on (issue|issue_card|outbox|history|inbox|inbox_message|recount_change) /.test(plan),
  );
}

test('a tick with a hundred due reads no large table from end to end', async () => {
  notes.length = 0;
  const { issues } = await runTick(deps, T0);
  expect(issues).toBeGreaterThanOrEqual(100);
  expect(notes.join('\n')).toContain('Index Scan using issue_next on issue');
  expect(whole(notes)).toEqual([]);
});

test('nor does one with nothing due, whose audit walks over open problems alone', async () => {
  await runTick(deps, T0 + 1000);
  notes.length = 0;
  const { ran, issues } = await runTick(deps, T0 + 6 * MINUTE);
  expect({ ran, issues }).toEqual({ ran: true, issues: 0 });
  expect(whole(notes)).toEqual([]);
  const audit = notes.find((plan) => plan.includes('"red_at", "next_at" from "issue"'));
  expect(audit).toContain('Index Scan using issue_clock on issue');
});

test('nor the first of a day, which begins to redraw the days on the cards', async () => {
  notes.length = 0;
  expect((await runTick(deps, T0 + 16 * 60 * MINUTE)).ran).toBe(true);
  const redrawn = notes.filter((plan) => /Query Text: update "issue_card" set "due_at"/.test(plan));
  expect(redrawn.length).toBeGreaterThan(1);
  expect(whole(notes)).toEqual([]);
});
