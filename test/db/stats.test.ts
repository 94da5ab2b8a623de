import { beforeAll, expect, test } from 'vitest';
import { appendHistory } from '../../src/db/history.ts';
import { insertIssue } from '../../src/db/issue.ts';
import { countOpen, countPeriod, countPlates, countResults } from '../../src/db/stats.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { describeOnBoth } from './each-database.ts';
import { DAY, makeDeadline, makeDerived, makeIssue, T0, ZONE } from './world.ts';

const APPEAL = { byId: 1, at: T0, reason: '暴雨', decidedBy: 1, decidedAt: T0 };
const PAUSE = { from: T0, expected: '2026-12-01', until: T0, reason: '', chaserId: 1, approvedBy: 1 };
/** Done on the second day, closed on the third, due on the fifth. */
const DONE: Partial<Issue> = { status: 'closed', doneAt: T0 + DAY, closedAt: T0 + 2 * DAY };
const LATE: Partial<Issue> = { ...DONE, deadline: makeDeadline(T0 + DAY / 2) };

describeOnBoth('figures', (on) => {
  const ids: Record<string, number> = {};
  const period = () => ({
    areaIds: [on.world.top, on.world.county],
    from: T0 - 2 * DAY,
    until: T0 + 10 * DAY,
    timeZone: ZONE,
  });

  beforeAll(async () => {
    const { units, projects, county } = on.world;
    const answer = (score: 'satisfied' | 'fairly' | 'unsatisfied') => ({
      satisfaction: { score, reason: null, byId: 1, at: T0 },
    });
    const samples: Record<string, Partial<Issue>> = {
      inTime: { ...DONE, ...answer('satisfied') },
      fairly: { ...DONE, ...answer('fairly') },
      // Verified after the deadline, but reported done before it.
      verifiedLate: { ...DONE, closedAt: T0 + 9 * DAY },
      late: { ...LATE, ...answer('unsatisfied') },
      exempt: { ...LATE, appeal: { ...APPEAL, decision: 'exempt' } },
      refused: { ...LATE, appeal: { ...APPEAL, decision: 'refused' } },
      wasPaused: { ...LATE, pauses: [PAUSE] },
      onTheSpot: { ...DONE, doneAt: null, onTheSpot: true },
      void: { status: 'void' },
      earlier: { ...DONE, loggedAt: T0 - 40 * DAY, doneAt: T0 - 30 * DAY, closedAt: T0 - 30 * DAY },
      below: { areaId: county, unitId: units[1], projectId: projects[1] },
    };
    await on.db.transaction(async (tx) => {
      for (const [name, patch] of Object.entries(samples)) {
        ids[name] = (await insertIssue(tx, makeIssue(on.world, patch), makeDerived())).id;
      }
      const overdue = { unitId: units[1], projectId: projects[1] };
      const red = makeDerived({ blueAt: T0 - 2 * DAY, yellowAt: T0 - DAY, redAt: T0 - 1000 });
      const yellow = makeDerived({ blueAt: T0 - 2 * DAY, yellowAt: T0 - DAY, redAt: T0 + DAY });
      ids.red = (await insertIssue(tx, makeIssue(on.world, overdue), red)).id;
      ids.yellow = (await insertIssue(tx, makeIssue(on.world, overdue), yellow)).id;
      ids.pausedRed = (await insertIssue(tx, makeIssue(on.world, { ...overdue, pauses: [PAUSE] }), red)).id;
      const at = { at: T0, actorId: on.world.people[0], messageId: null };
      await appendHistory(tx, ids.late!, [{ verb: 'verify', detail: { confirmed: false, reason: '' } }], at);
      await appendHistory(tx, ids.late!, [{ verb: 'verify', detail: { confirmed: true } }], at);
      await appendHistory(tx, ids.late!, [{ verb: 'reopen', detail: { reason: '' } }], at);
      await appendHistory(tx, ids.late!, [{ verb: 'reopen', detail: {} }], { ...at, at: T0 - 20 * DAY });
    });
  });

  test('of a month: excused and paused ones count as closed, but not for the rate; voided ones not at all', async () => {
    const counts = await on.db.read((tx) => countPeriod(tx, period()));
    expect(counts).toMatchObject({
      raised: 12,
      closed: 8,
      rated: 6,
      onTime: 4,
      satisfied: 2,
      answered: 3,
      reopened: 1,
      falseCloses: 1,
    });
  });

  test('days are those of the deployment’s zone', async () => {
    const { taken, promised } = await on.db.read((tx) => countPeriod(tx, period()));
    expect(taken.toSorted((a, b) => a.to.localeCompare(b.to))).toEqual([
      { from: '2026-11-23', to: '2026-11-24', count: 7 },
      { from: '2026-11-23', to: '2026-11-25', count: 1 },
    ]);
    expect(promised.map(({ to }) => to).sort()).toEqual(['2026-11-23', '2026-11-28']);
  });

  test('of all time: what was closed before is in it, and its reopening', async () => {
    const counts = await on.db.read((tx) => countPeriod(tx, { ...period(), from: undefined }));
    expect(counts).toMatchObject({ raised: 13, closed: 9, reopened: 2 });
  });

  test('what a ledger brought in without its day is struck off, and in no average of how long it takes', async () => {
    const brought = { imported: { file: '台账.xlsx', row: '第5行', at: T0 }, loggedAt: T0 };
    const undone = new Error('undone');
    const before = await on.db.read((tx) => countPeriod(tx, period()));
    const work = on.db.transaction(async (tx) => {
      await insertIssue(tx, makeIssue(on.world, { ...DONE, ...brought }), makeDerived());
      const { closed, taken } = await countPeriod(tx, period());
      expect({ closed, taken }).toEqual({ closed: before.closed + 1, taken: before.taken });
      throw undone;
    });
    await expect(work).rejects.toBe(undone);
  });

  test('another area has its own', async () => {
    const areaIds = [on.world.county];
    expect(await on.db.read((tx) => countPeriod(tx, { ...period(), areaIds }))).toMatchObject({
      raised: 1,
      closed: 0,
    });
    expect(await on.db.read((tx) => countOpen(tx, areaIds))).toBe(1);
    expect(await on.db.read((tx) => countOpen(tx, period().areaIds))).toBe(4);
  });

  test('results per unit name what was missed, open ones first', async () => {
    const results = await on.db.read((tx) => countResults(tx, period(), 'unit', T0));
    const [housing, power] = on.world.units;
    expect(results).toEqual([
      {
        id: housing,
        closed: 8,
        rated: 6,
        onTime: 4,
        missed: [ids.late, ids.refused],
        overdueOpen: 0,
      },
      { id: power, closed: 0, rated: 0, onTime: 0, missed: [ids.red, ids.yellow], overdueOpen: 2 },
    ]);
    const projects = await on.db.read((tx) => countResults(tx, period(), 'project', T0));
    expect(projects.map((one) => one.id)).toEqual(on.world.projects);
  });

  test('plates are the reds and yellows of now', async () => {
    const plates = await on.db.read((tx) => countPlates(tx, period().areaIds, T0));
    expect(plates).toEqual([{ unitId: on.world.units[1], red: [ids.red], yellow: [ids.yellow] }]);
  });
});
