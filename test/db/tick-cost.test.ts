/** A tick comes every minute of the year, and most of them owe nothing: those ask the database little. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeps } from '../../src/boot.ts';
import { readConfig } from '../../src/config.ts';
import { openPostgres } from '../../src/db/open-postgres.ts';
import { DEMO_APP, SIM_DOMAIN } from '../../src/demo/world.ts';
import type { Deps } from '../../src/deps.ts';
import { planCatchUp } from '../../src/engine/catch-up.ts';
import { runTick } from '../../src/engine/tick.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { fillIssues } from './fill.ts';
import { makeWorld, T0 } from './world.ts';

const MINUTE = 60_000;
let own: TestDatabase;
let deps: Deps;
const statements: string[] = [];

beforeAll(async () => {
  own = await testDatabase('postgres');
  await makeWorld(own.db);
  deps = createDeps({
    config: { ...readConfig({ LOG_LEVEL: 'error' }), app: DEMO_APP, domain: SIM_DOMAIN },
    db: openPostgres(own.url!, { max: 1, onStatement: (text) => statements.push(text) }),
    clock: () => T0,
    wake: () => {},
    write: (line) => process.stderr.write(`${line}\n`),
    fetch: () => Promise.reject(new Error('a tick asks nobody')),
    demo: false,
  });
  // The first tick of a deployment looks at everything once, and a tick at what was due before the bot was there.
  await runTick(deps, T0 - 2 * MINUTE);
  await fillIssues(own.db, 200);
  await runTick(deps, T0 - MINUTE);
  await runTick(deps, T0);
});

afterAll(async () => {
  await deps.db.close();
  await own.drop();
});

test('a tick that owes nothing asks at most ten statements, begin and commit counted', async () => {
  statements.length = 0;
  const at = T0 + MINUTE;
  await planCatchUp(deps, at);
  expect(await runTick(deps, at)).toEqual({ ran: true, issues: 0, queued: 0 });
  expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(10);
  expect(
    statements.filter((text) => /^(update|delete|insert)/.test(text)).map((text) => text.slice(0, 19)),
  ).toEqual(['insert into "lease"', 'update "lease" set ']);
});
