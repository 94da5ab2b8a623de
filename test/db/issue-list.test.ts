import { inArray } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { insertIssue, saveIssue } from '../../src/db/issue.ts';
import { countByColor, countByProject, listIssues, similarIssues } from '../../src/db/issue-list.ts';
import { upsertPerson } from '../../src/db/person.ts';
import { setProjectContact } from '../../src/db/project.ts';
import { coUnit, issue as table } from '../../src/db/schema.ts';
import type { IssueScope, VisibleScope } from '../../src/domain/access.ts';
import type { IssueFilter } from '../../src/domain/answer.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { colorAt, type LightColor } from '../../src/domain/lights.ts';
import { searchTokens } from '../../src/domain/search.ts';
import { describeOnBoth, type Fixture } from './each-database.ts';
import { DAY, makeDeadline, makeDerived, makeIssue, T0, ZONE } from './world.ts';

const ALL: IssueScope = { all: true };
const NOBODY: VisibleScope = { all: false, areaIds: [], unitIds: [], projectIds: [], personIds: [] };

function add(on: Fixture, patch: Partial<Issue> = {}, derived = {}): Promise<Issue> {
  const text = patch.text ?? 'x';
  return on.db.transaction((tx) =>
    insertIssue(
      tx,
      makeIssue(on.world, patch),
      makeDerived({ searchTokens: searchTokens(text), ...derived }),
    ),
  );
}

async function list(on: Fixture, filter: IssueFilter = {}, scope: IssueScope = ALL): Promise<number[]> {
  const query = { filter, scope, now: T0, timeZone: ZONE, page: 1, pageSize: 100 };
  const { issues, total } = await on.db.read((tx) => listIssues(tx, query));
  expect(total).toBe(issues.length);
  return issues.map(({ id }) => id);
}

function clear(on: Fixture) {
  return on.db.transaction(async (tx) => {
    await tx.delete(coUnit);
    await tx.delete(table);
  });
}

const COLORS: LightColor[] = ['red', 'yellow', 'blue', 'green', 'paused', 'done', 'none'];

describeOnBoth('colours', (on) => {
  test('in SQL are those of the domain at every instant, and their counts add up', async () => {
    const threshold = fc.option(fc.integer({ min: -3, max: 3 }), { nil: null });
    const sample = fc.record({
      status: fc.constantFrom('unrouted', 'working', 'paused', 'verifying', 'closed', 'void'),
      blueAt: threshold,
      yellowAt: threshold,
      redAt: threshold,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(sample, { minLength: 1, maxLength: 12 }), async (samples) => {
        await clear(on);
        const expected: Record<string, number> = { total: samples.length };
        for (const color of COLORS) expected[color] = 0;
        const byColor = new Map<string, number[]>();
        for (const { status, ...offsets } of samples) {
          const at = (offset: number | null) => (offset === null ? null : T0 + offset);
          const set = {
            blueAt: at(offsets.blueAt),
            yellowAt: at(offsets.yellowAt),
            redAt: at(offsets.redAt),
          };
          const { id } = await add(on, { status }, set);
          const over = status === 'closed' || status === 'void';
          const color = over
            ? 'done'
            : status === 'paused'
              ? 'paused'
              : colorAt({ ...set, deepRedAt: null }, T0);
          expected[color]!++;
          byColor.set(color, [...(byColor.get(color) ?? []), id]);
        }
        const query = { filter: {}, scope: ALL, now: T0, timeZone: ZONE };
        expect(await on.db.read((tx) => countByColor(tx, query))).toEqual(expected);
        const projectIds = [on.world.projects[0], on.world.projects[1]];
        const counted = await on.db.read((tx) => countByProject(tx, { projectIds, now: T0 }));
        expect([...counted]).toEqual([[on.world.projects[0], expected]]);
        for (const color of COLORS) {
          expect((await list(on, { colors: [color] })).sort()).toEqual((byColor.get(color) ?? []).sort());
        }
        const late = [...(byColor.get('red') ?? []), ...(byColor.get('yellow') ?? [])];
        expect((await list(on, { overdue: true })).sort()).toEqual(late.sort());
      }),
      { numRuns: 15 },
    );
  });
});

describeOnBoth('a list', (on) => {
  let ids: Record<'own' | 'helped' | 'project' | 'reported' | 'assigned' | 'county' | 'none', number>;
  beforeAll(async () => {
    await clear(on);
    const [mine, other] = on.world.people;
    const bare = { projectId: null, unitId: null, reporterId: other };
    const id = async (patch: Partial<Issue>) => (await add(on, { ...bare, ...patch })).id;
    ids = {
      own: await id({ unitId: on.world.units[0] }),
      helped: await id({
        unitId: on.world.units[1],
        coUnits: [{ unitId: on.world.units[0], doneAt: T0, doneBy: other }],
      }),
      project: await id({ projectId: on.world.projects[0], status: 'closed', closedAt: T0 }),
      reported: await id({ reporterId: mine, onAgenda: true }),
      assigned: await id({ assigneeId: mine, status: 'verifying' }),
      county: await id({ areaId: on.world.county, loggedAt: T0 - DAY }),
      none: await id({}),
    };
  });

  test('shows exactly what any part of the scope covers', async () => {
    const { units, projects, people, county } = on.world;
    expect(await list(on, {}, NOBODY)).toEqual([]);
    expect(await list(on, {}, { ...NOBODY, areaIds: [county] })).toEqual([ids.county]);
    expect(await list(on, {}, { ...NOBODY, unitIds: [units[0]] })).toEqual([ids.own, ids.helped]);
    expect(await list(on, {}, { ...NOBODY, projectIds: [projects[0]] })).toEqual([ids.project]);
    expect(await list(on, {}, { ...NOBODY, personIds: [people[0]] })).toEqual([ids.reported, ids.assigned]);
    const wide = {
      all: false as const,
      areaIds: [county],
      unitIds: [units[0]],
      projectIds: [...projects],
      personIds: [people[0]],
    };
    // What is over stands at the end.
    const { project, ...open } = ids;
    expect(await list(on, {}, wide)).toEqual([...Object.values(open).slice(0, 5), project]);
    expect(await list(on, {}, ALL)).toEqual([...Object.values(open), project]);
  });

  test('every field of the filter narrows, and an empty list of values finds nothing', async () => {
    const { units, projects, people } = on.world;
    expect(await list(on, { unitIds: [units[0]] })).toEqual([ids.own]);
    expect(await list(on, { unitIds: [units[1]] })).toEqual([ids.helped]);
    expect(await list(on, { projectIds: [projects[0], projects[1]] })).toEqual([ids.project]);
    expect(await list(on, { personId: people[0] })).toEqual([ids.assigned]);
    expect(await list(on, { statuses: ['verifying', 'closed'] })).toEqual([ids.assigned, ids.project]);
    expect(await list(on, { onAgenda: true })).toEqual([ids.reported]);
    expect(await list(on, { reporterId: people[0] })).toEqual([ids.reported]);
    expect(await list(on, { areaIds: [on.world.county] })).toEqual([ids.county]);
    for (const filter of [{ unitIds: [] }, { projectIds: [] }, { statuses: [] }, { colors: [] }]) {
      expect(await list(on, filter)).toEqual([]);
    }
  });

  test('what a unit helps with is not its own, and counts among open ones until it has ticked', async () => {
    const { units } = on.world;
    const open = { unitIds: [units[0]], unitRole: 'helping', statuses: ['unsigned', 'working'] } as const;
    const helping = (statuses?: Issue['status'][]) =>
      list(on, { unitIds: [units[0]], unitRole: 'helping', ...(statuses && { statuses }) });
    expect(await helping()).toEqual([ids.helped]);
    expect(await helping([...open.statuses])).toEqual([]);
    const both = [
      { unitId: units[0], doneAt: null, doneBy: null },
      { unitId: units[2], doneAt: T0, doneBy: on.world.people[1] },
    ];
    const late = { redAt: T0 - 1, yellowAt: T0 - 2, blueAt: T0 - 3 };
    const red = await add(on, { unitId: units[1], coUnits: both, projectId: null }, late);
    expect(await helping(['unsigned', 'working', 'unrouted'])).toEqual([red.id]);
    expect(await list(on, { unitIds: [units[0]], colors: ['red'] })).toEqual([]);
    expect(await list(on, { unitIds: [units[1]], colors: ['red'] })).toEqual([red.id]);
    // A unit that is both is responsible.
    const own = { unitId: units[0], coUnits: both, projectId: null, status: 'void' } as const;
    const { id } = await add(on, own);
    expect(await helping()).not.toContain(id);
    await on.db.transaction(async (tx) => {
      await tx.delete(coUnit).where(inArray(coUnit.issueId, [red.id, id]));
      await tx.delete(table).where(inArray(table.id, [red.id, id]));
    });
  });

  test('what enterprises logged is what people of other tenants and contacts of the project did', async () => {
    const contact = on.world.people[2];
    const outsider = await on.db.transaction((tx) =>
      upsertPerson(tx, { openId: 'ou_ext', name: '华明', tenantKey: 'other', home: false }, T0),
    );
    const [first, second] = on.world.projects;
    await on.db.transaction((tx) => setProjectContact(tx, first, contact, true));
    const bare = { unitId: null, status: 'void' } as const;
    const byOutsider = await add(on, { ...bare, projectId: null, reporterId: outsider.id });
    const byContact = await add(on, { ...bare, projectId: first, reporterId: contact });
    const elsewhere = await add(on, { ...bare, projectId: second, reporterId: contact });
    expect(await list(on, { source: 'enterprise' })).toEqual([byOutsider.id, byContact.id]);
    await on.db.transaction((tx) =>
      tx.delete(table).where(inArray(table.id, [byOutsider.id, byContact.id, elsewhere.id])),
    );
  });

  test('an extension that is asked for is one, and so is one that was approved', async () => {
    const asked = { kind: 'extension', byId: 1, at: T0, reason: '等材料', to: makeDeadline(T0) } as const;
    const bare = { projectId: null, unitId: null };
    const pending = await add(on, { ...bare, pending: asked });
    const granted = await add(on, { ...bare, originalDeadline: makeDeadline(T0) });
    expect(await list(on, { extension: 'asked' })).toEqual([pending.id]);
    expect(await list(on, { extension: 'any' })).toEqual([pending.id, granted.id]);
    await on.db.transaction((tx) => tx.delete(table).where(inArray(table.id, [pending.id, granted.id])));
  });

  test('days are days of the time zone, both ends included', async () => {
    const today = '2026-11-23';
    expect(await list(on, { loggedTo: '2026-11-22' })).toEqual([ids.county]);
    expect((await list(on, { loggedFrom: today, loggedTo: today })).length).toBe(6);
    expect(await list(on, { closedFrom: today, closedTo: today })).toEqual([ids.project]);
    expect(await list(on, { closedTo: '2026-11-22' })).toEqual([]);
    expect((await list(on, { dueFrom: '2026-11-28', dueTo: '2026-11-28' })).length).toBe(7);
    expect(await list(on, { dueFrom: '2026-11-29' })).toEqual([]);
    // 2026-11-22 16:00 UTC is midnight in Shanghai.
    const late = await add(on, { loggedAt: Date.UTC(2026, 10, 21, 16), projectId: null });
    expect(await list(on, { loggedFrom: '2026-11-22', loggedTo: '2026-11-22' })).toContain(late.id);
    await on.db.transaction((tx) => saveIssue(tx, { ...late, loggedAt: late.loggedAt - 1 }, makeDerived()));
    expect(await list(on, { loggedFrom: '2026-11-22', loggedTo: '2026-11-22' })).not.toContain(late.id);
  });

  test('comes in pages with the whole count, in the order asked for', async () => {
    const page = (n: number, filter: IssueFilter) =>
      on.db.read((tx) =>
        listIssues(tx, { filter, scope: ALL, now: T0, timeZone: ZONE, page: n, pageSize: 3 }),
      );
    const whole = await list(on, { sort: 'newest' });
    expect(whole).toEqual(whole.toSorted((a, b) => b - a));
    const pages = [
      await page(1, { sort: 'newest' }),
      await page(2, { sort: 'newest' }),
      await page(9, { sort: 'newest' }),
    ];
    expect(pages.map(({ total }) => total)).toEqual([whole.length, whole.length, whole.length]);
    expect(pages.map(({ issues }) => issues.map(({ id }) => id))).toEqual([
      whole.slice(0, 3),
      whole.slice(3, 6),
      [],
    ]);
    const first = await add(on, { deadline: makeDeadline(T0 - 9 * DAY), loggedAt: T0 - 90 * DAY });
    expect((await list(on))[0]).toBe(first.id);
    expect((await list(on, { sort: 'longest' }))[0]).toBe(first.id);
  });

  test('those struck off last stand first, and those of which that day is not known last', async () => {
    const closed = { status: 'closed', projectId: null } as const;
    const [old, late, unknown] = [
      await add(on, { ...closed, closedAt: T0 - 9 * DAY }),
      await add(on, { ...closed, closedAt: T0 + DAY }),
      await add(on, { ...closed, closedAt: null }),
    ];
    const order = await list(on, { statuses: ['closed'], sort: 'closed' });
    expect(order[0]).toBe(late.id);
    expect(order.slice(-2)).toEqual([old.id, unknown.id]);
  });
});

describeOnBoth('kinds', (on) => {
  test('lists and counts are of problems unless kinds are named', async () => {
    await clear(on);
    const problem = await add(on);
    const link = await add(on, { kind: 'link', linkId: null });
    const task = await add(on, { kind: 'task' });
    expect(await list(on)).toEqual([problem.id]);
    expect(await list(on, { kinds: ['link'] })).toEqual([link.id]);
    expect((await list(on, { kinds: ['link', 'task'] })).sort()).toEqual([link.id, task.id]);
    expect(await list(on, { kinds: [] })).toEqual([]);
    const [projectId] = on.world.projects;
    const counts = await on.db.read((tx) => countByProject(tx, { projectIds: [projectId], now: T0 }));
    expect(counts.get(projectId)?.total).toBe(1);
  });
});

describeOnBoth('search', (on) => {
  test('finds any part of a phrase, all words asked for, and nothing for mere punctuation', async () => {
    await clear(on);
    const first = await add(on, { text: '磷石膏仓库堆放不下,请生态环境局协调' });
    const second = await add(on, { text: "10kV线路 O'Neil\\ 迁改 35%" });
    expect(await list(on, { search: '石膏仓' })).toEqual([first.id]);
    expect(await list(on, { search: '生态环境局 磷石膏' })).toEqual([first.id]);
    expect(await list(on, { search: '磷石膏 迁改' })).toEqual([]);
    expect(await list(on, { search: "10KV o'neil\\" })).toEqual([second.id]);
    for (const nothing of ['', '!?', "'", '\\', "' | '"])
      expect(await list(on, { search: nothing })).toEqual([]);
  });

  test('takes any text without an error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 30 }), async (text) => {
        const { id } = await add(on, { text: text.replaceAll('\0', '') });
        expect(Array.isArray(await list(on, { search: text }))).toBe(true);
        await on.db.read((tx) => similarIssues(tx, { issueId: id }, ALL, 3));
      }),
      { numRuns: 25 },
    );
  });

  test('the most similar issue comes first, the issue itself and strangers do not come at all', async () => {
    await clear(on);
    const filler = ['道路开挖审批', '施工许可证办理', '员工宿舍不足', '招工困难', '天然气管道接入'];
    for (const text of filler) await add(on, { text });
    const asked = await add(on, { text: '厂区用电容量不足,需要增容到10000千伏安' });
    const near = await add(on, { text: '厂区用电容量不足,申请增容' });
    const far = await add(on, { text: '用电容量不足影响投产' });
    const hidden = await add(on, {
      text: '厂区用电容量不足,需要增容',
      areaId: on.world.county,
      projectId: null,
      unitId: null,
    });
    const scope = { ...NOBODY, areaIds: [on.world.top] };
    const found = await on.db.read((tx) => similarIssues(tx, { issueId: asked.id }, scope, 5));
    expect(found.map(({ issue }) => issue.id)).toEqual([near.id, far.id]);
    expect(found[0]!.score).toBeGreaterThan(found[1]!.score);
    const tokens = searchTokens('用电增容');
    const byTokens = await on.db.read((tx) => similarIssues(tx, { tokens }, ALL, 1));
    expect([asked.id, near.id, hidden.id]).toContain(byTokens[0]?.issue.id);
    expect((await list(on, { similarTo: asked.id }))[0]).toBe(hidden.id);
    expect(await on.db.read((tx) => similarIssues(tx, { tokens: [] }, ALL, 1))).toEqual([]);
    expect(await list(on, { similarTo: 999_999 })).toEqual([]);
  });
});
