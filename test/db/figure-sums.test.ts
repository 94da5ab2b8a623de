/** Sums of months: whatever changes an issue, figures taken from them are those counted of the issues themselves. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { insertIssue, loadIssue, saveIssue } from '../../src/db/issue.ts';
import { migrate } from '../../src/db/migrate.ts';
import type { Tx } from '../../src/db/open.ts';
import { createDirectory } from '../../src/domain/directory.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { sumMonths } from '../../src/engine/sum-months.ts';
import { PROBLEM_METRICS } from '../../src/features/statistics/metrics-issues.ts';
import type { StatScope } from '../../src/features/statistics/rules-scope.ts';
import { countIssues, countSpans } from '../../src/features/statistics/store.ts';
import { projectMigrations, testDatabase } from '../support/database.ts';
import { TOWN } from '../support/town.ts';
import { describeOnBoth } from './each-database.ts';
import { DAY, makeDerived, makeIssue, T0, ZONE } from './world.ts';

const directory = createDirectory(TOWN);
const MONTH = 30 * DAY;
const COLUMNS = [
  { name: 'period', from: '2026-08-12', to: '2026-10-31' },
  { name: 'year', from: '2026-01-01', to: '2026-12-31' },
  { name: 'all', from: null, to: null },
] as const;
const summed = PROBLEM_METRICS.filter(({ figure }) => figure !== undefined);

describeOnBoth('sums of months', (on) => {
  const deps = () => ({ db: on.db, directory: { get: async () => directory } as never });
  let clock = T0;
  const sum = async () => {
    clock += 3_600_000;
    while ((await sumMonths(deps(), clock)) > 0);
  };

  /** All figures that are summed, of all areas; `itself`: of the issues, by naming all their projects as well. */
  async function figures(tx: Tx, itself: boolean) {
    const projectIds = itself ? on.world.projects : null;
    const scope: StatScope = {
      areaIds: [on.world.top, on.world.county],
      projectIds: projectIds && [...projectIds],
      unitIds: null,
      categoryIds: null,
    };
    const asking = { scope, directory, now: T0 };
    const told: unknown[] = [];
    for (const base of ['logged', 'closed'] as const)
      for (const by of [undefined, 'month', 'area'] as const) {
        const own = summed.filter((metric) => metric.base === base);
        // A month with nothing in it need not be told.
        const found = [...(await countIssues(tx, base, own, asking, { columns: COLUMNS, by }))]
          .map(([key, columns]) => [String(key), columns.map((of) => [...of])] as const)
          .filter(([, columns]) => JSON.stringify(columns).match(/"n":[1-9]/));
        told.push(found.toSorted(([a], [b]) => (a < b ? -1 : 1)));
      }
    const spans = await countSpans(tx, asking, COLUMNS);
    told.push(
      spans
        .filter(({ counts }) => counts.some((n) => n > 0))
        .toSorted((a, b) => (`${a.from}${a.to}` < `${b.from}${b.to}` ? -1 : 1)),
    );
    return told;
  }

  const count = (text: string) =>
    on.db.session(async (session) => Number(Object.values((await session.query(text))[0] ?? {})[0]));

  test('after any changes, summed before, after or not at all, they are what is counted of the issues', async () => {
    const { county, projects, units } = on.world;
    const instants = fc.integer({ min: 0, max: 400 * 24 }).map((hours) => T0 - hours * 3_600_000);
    const facts = fc.record<Partial<Issue>>(
      {
        status: fc.constantFrom('working', 'closed', 'closed', 'void'),
        kind: fc.constantFrom('problem', 'problem', 'problem', 'task'),
        areaId: fc.constantFrom(on.world.top, county),
        projectId: fc.constantFrom(...projects),
        unitId: fc.constantFrom(null, ...units),
        loggedAt: instants,
        routedAt: instants,
        doneAt: fc.option(instants, { nil: null }),
        closedAt: fc.option(instants, { nil: null, freq: 5 }),
        onTheSpot: fc.boolean(),
        satisfaction: fc.option(
          fc
            .constantFrom('satisfied' as const, 'unsatisfied' as const)
            .map((score) => ({ score, reason: null, byId: 1, at: T0 })),
          { nil: null },
        ),
        pauses: fc.constantFrom(
          [],
          [{ from: T0, expected: '2026-12-01', until: T0, reason: '', chaserId: 1, approvedBy: 1 }],
        ),
        imported: fc.constantFrom(undefined, { file: 'a', row: '1', at: T0 }),
      },
      { requiredKeys: [] },
    );
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ id: fc.nat(11), facts }) },
      { weight: 1, arbitrary: fc.constant('sum' as const) },
    );
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async (steps) => {
        const ids: number[] = [];
        for (const one of steps) {
          if (one === 'sum') {
            await sum();
            continue;
          }
          const known = ids[one.id];
          await on.db.transaction(async (tx) => {
            const before = known === undefined ? undefined : await loadIssue(tx, known);
            if (before)
              await saveIssue(tx, { ...before, ...one.facts, version: before.version + 1 }, makeDerived());
            else ids.push((await insertIssue(tx, makeIssue(on.world, one.facts), makeDerived())).id);
          });
        }
        const [told, counted] = await on.db.read(async (tx) => [
          await figures(tx, false),
          await figures(tx, true),
        ]);
        expect(told).toEqual(counted);
        seen += await count('select count(*) from figure_sum where n > 0');
      }),
      { numRuns: on.db.kind === 'postgres' ? 12 : 4 },
    );
    expect(seen).toBeGreaterThan(20);
  });

  test('what no figure looks at leaves the sums alone', async () => {
    const old = makeIssue(on.world, { loggedAt: T0 - 5 * MONTH });
    const id = await on.db.transaction(async (tx) => (await insertIssue(tx, old, makeDerived())).id);
    await sum();
    await on.db.transaction(async (tx) => {
      const issue = (await loadIssue(tx, id))!;
      const next: Issue = {
        ...issue,
        version: 2,
        title: '另一个',
        status: 'verifying',
        signedAt: T0,
        doneAt: T0,
        measure: '做法',
      };
      await saveIssue(tx, next, makeDerived({ yellowAt: T0, nextAt: T0 }));
    });
    expect(await count('select count(*) from figure_change')).toBe(0);
  });

  test('sums of another formula or time zone are not used, and made anew', async () => {
    await sum();
    const before = await count('select count(*) from figure_month');
    expect(before).toBeGreaterThan(0);
    await on.db.session((session) =>
      session.run(`update figure_month set formula = 'old'; update figure_sum set n = n + 7`),
    );
    const same = async () =>
      on.db.read(async (tx) => expect(await figures(tx, false)).toEqual(await figures(tx, true)));
    await same();
    await sum();
    expect(await count(`select count(*) from figure_month where formula <> 'old'`)).toBe(before);
    await same();
    expect(ZONE).toBe(directory.settings.timeZone);
  });

  test('a change that is committed while its month is summed is not lost, and nobody waits', async ({
    skip,
  }) => {
    skip(on.db.kind === 'pglite', 'one connection: nothing happens meanwhile');
    const patch: Partial<Issue> = {
      status: 'closed',
      loggedAt: T0 - 4 * MONTH,
      doneAt: T0 - 4 * MONTH,
      closedAt: T0 - 4 * MONTH,
    };
    const id = await on.db.transaction(
      async (tx) => (await insertIssue(tx, makeIssue(on.world, patch), makeDerived())).id,
    );
    const { promise: wait, resolve: go } = Promise.withResolvers<void>();
    const { promise: written, resolve: wrote } = Promise.withResolvers<void>();
    const changing = on.db.transaction(async (tx) => {
      const issue = (await loadIssue(tx, id))!;
      await saveIssue(
        tx,
        { ...issue, version: 2, status: 'working', closedAt: null, doneAt: null },
        makeDerived(),
      );
      wrote();
      await wait;
    });
    await written;
    await sum();
    go();
    await changing;
    await on.db.read(async (tx) => expect(await figures(tx, false)).toEqual(await figures(tx, true)));
    expect(await count('select count(*) from figure_change')).toBeGreaterThan(0);
  });
});

test('a database of the version before is upgraded at once, and its months are summed afterwards', async () => {
  const own = await testDatabase('postgres');
  const run = (text: string) => own.db.session((session) => session.run(text));
  const all = projectMigrations();
  await run('drop schema public cascade; create schema public');
  await migrate(
    own.db,
    all.filter(({ version }) => version < 25),
    T0,
  );
  // Around the new year of Shanghai, and one that a ledger said no day of.
  await run(`insert into person (open_id, name, tenant_key, home, created_at) values ('ou', '某', 't', true, '2025-01-01');
    insert into issue (version, status, title, text, area_id, reporter_id, logged_at, done_at, closed_at, on_the_spot,
        green_channel, deadline_at, deadline_day, on_agenda, facts, search)
      select 1, 'closed', '旧', '旧', (select min(id) from area), (select min(id) from person), logged::timestamptz,
        done::timestamptz, closed::timestamptz, false, false, '2026-01-10', '2026-01-10', false, facts::jsonb, ''
      from (values ('2025-12-31 15:59Z', '2025-12-31 15:59Z', '2025-12-31 15:59:30Z', '{}'),
        ('2025-12-31 16:00Z', '2026-01-02 02:00Z', '2026-01-02 03:00Z', '{}'),
        ('2026-02-03 02:00Z', null, '2026-02-03 02:00Z', '{"imported": {"file": "a", "row": "1", "at": 1770084000000}}'))
        old (logged, done, closed, facts)`);
  await migrate(own.db, all, T0);
  const found = await own.db.session((session) => session.query('select distinct at from figure_change'));
  expect(found.length).toBeGreaterThan(2);
  const deps = { db: own.db, directory: { get: async () => directory } as never };
  while ((await sumMonths(deps, T0)) > 0);
  const sums = await own.db.session((session) =>
    session.query(`select to_char(from_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, figure, n from figure_sum
      where figure in ('raised', 'closed') and n > 0 order by 1, 2 desc`),
  );
  expect(sums.map(({ month, figure, n }) => `${month} ${figure} ${n}`)).toEqual([
    '2025-12 raised 1',
    '2025-12 closed 1',
    '2026-01 raised 1',
    '2026-01 closed 1',
  ]);
  expect(
    await own.db.session((session) =>
      session.query('select count(*)::int as n from issue where closed_at is null'),
    ),
  ).toEqual([{ n: 1 }]);
  await own.drop();
});
