/** Over random lives: a figure of 统计 is what a count over the whole histories says, and 明细 lists exactly that. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cardText } from '../../src/cards/card-text.ts';
import type { Deps } from '../../src/deps.ts';
import type { Chat } from '../../src/domain/model.ts';
import type { Asked, Column, Grouping } from '../../src/domain/statistics/asked.ts';
import { columnsOf } from '../../src/domain/statistics/asked.ts';
import { figureOf } from '../../src/domain/statistics/figure.ts';
import { sumMonths } from '../../src/engine/sum-months.ts';
import { loadFigures, loadGroups } from '../../src/features/statistics/figures.ts';
import { applies } from '../../src/features/statistics/metric.ts';
import { METRICS } from '../../src/features/statistics/metrics.ts';
import { PROBLEM_METRICS } from '../../src/features/statistics/metrics-issues.ts';
import { resolveScope } from '../../src/features/statistics/rules-scope.ts';
import { drawDetail } from '../../src/features/statistics/view.ts';
import { METRIC_WORDS } from '../../src/features/statistics/words-metrics.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { expectedOf, type Whose } from '../support/statistics-oracle.ts';
import { DIRECTORY, type Lived, NOW, type StoredTown, settle } from '../support/statistics-town.ts';
import { REGISTRY } from '../support/table.ts';
import {
  actorOf,
  CITY,
  COUNTY,
  FAR,
  HOLLOW,
  HOUSING,
  LAND,
  MEILIXIN,
  OTHER_COUNTY,
  PARK,
  who,
  XINGFA,
} from '../support/town.ts';

const below: Record<number, number[]> = {
  [CITY]: [CITY, COUNTY, PARK, OTHER_COUNTY],
  [COUNTY]: [COUNTY, PARK],
  [PARK]: [PARK],
  [OTHER_COUNTY]: [OTHER_COUNTY],
};
const any = () => true;
const EVERYTHING: Whose = { area: any, project: any, unit: any, category: any };
const inAreas = (id: number) => (areaId: number) => below[id]!.includes(areaId);
const oneOf =
  (...ids: number[]) =>
  (id: number | null) =>
    id !== null && ids.includes(id);
const group: Chat = {
  id: 'oc',
  name: '专班',
  external: true,
  kind: 'project',
  areaId: null,
  projectIds: [XINGFA],
  defaultProjectId: XINGFA,
  unreachable: false,
};
const office: Chat = { ...group, kind: 'office', areaId: COUNTY, projectIds: [], defaultProjectId: null };

/** Who asks, where and what; and whose items that is, said anew. */
const ASKED: [name: string, by: number, chat: Chat | undefined, asked: Asked, whose: Whose][] = [
  ['the city’s office', who.cityOffice, undefined, {}, EVERYTHING],
  ['the county’s office', who.office, undefined, {}, { ...EVERYTHING, area: inAreas(COUNTY) }],
  [
    'the city’s office in the county’s group',
    who.cityOffice,
    office,
    {},
    { ...EVERYTHING, area: inAreas(COUNTY) },
  ],
  [
    'the city’s office, of the other county',
    who.cityOffice,
    undefined,
    { areaIds: [OTHER_COUNTY] },
    { ...EVERYTHING, area: inAreas(OTHER_COUNTY) },
  ],
  [
    'a leader, of two units',
    who.leader,
    undefined,
    { unitIds: [HOUSING, HOLLOW] },
    { ...EVERYTHING, area: inAreas(COUNTY), unit: oneOf(HOUSING, HOLLOW) },
  ],
  [
    'the city’s office, of a category',
    who.cityOffice,
    undefined,
    { categoryIds: [5] },
    { ...EVERYTHING, category: oneOf(5) },
  ],
  [
    'the city’s office, of an archived project',
    who.cityOffice,
    undefined,
    { projectIds: [MEILIXIN] },
    { ...EVERYTHING, project: oneOf(MEILIXIN) },
  ],
  ['the secretary', who.secretary, undefined, {}, { ...EVERYTHING, project: oneOf(XINGFA) }],
  ['a member of a unit', who.landMember, undefined, {}, { ...EVERYTHING, unit: oneOf(LAND) }],
  ['an enterprise contact in the group', who.contact, group, {}, { ...EVERYTHING, project: oneOf(XINGFA) }],
  [
    'the city’s office in a project’s group',
    who.cityOffice,
    group,
    {},
    { ...EVERYTHING, project: oneOf(XINGFA) },
  ],
  ['a contact of the own house', who.homeContact, undefined, {}, { ...EVERYTHING, project: oneOf(XINGFA) }],
  [
    'the other county’s office, of a project',
    who.otherOffice,
    undefined,
    { projectIds: [FAR] },
    { ...EVERYTHING, project: oneOf(FAR) },
  ],
];
const PERIODS: Asked[] = [
  {},
  { from: '2026-11-01', to: '2026-11-30' },
  { from: '2026-10-01', to: '2026-12-31' },
  { from: '2025-01-01', to: '2025-12-31' },
  { from: '2026-09-10', to: '2026-10-20' },
];

const sorted = (rows: readonly (number | string)[]) => [...rows].map(String).toSorted();

/** Metrics with rows in one of the towns, and those whose figure lies between 0 and 100. */
const counted = new Set<string>();
const between = new Set<string>();

/** What lives must go through: each changes a figure behind its back. */
const LIVED = {
  reopened: ({ history }) => history.some(({ verb }) => verb === 'reopen'),
  'reopened and struck off again': ({ issue, history }) =>
    issue.status === 'closed' && history.some(({ verb }) => verb === 'reopen'),
  'its deadline moved by an approved 延期': ({ issue }) => issue.originalDeadline !== null,
  'given more time when the old deadline had passed': ({ history }) =>
    history.some(
      ({ verb, at, detail }) =>
        verb === 'decide-request' && detail.approve === true && String(detail.from) < dayAt(at),
    ),
  'its deadline corrected': ({ history }) =>
    history.some(({ verb, detail }) => verb === 'correct' && JSON.stringify(detail).includes('deadline')),
  'with the successor of a merged unit': ({ history }) => history.some(({ verb }) => verb === 'unit-reform'),
  'struck off under a merged unit': ({ issue }) => issue.unitId === HOLLOW && issue.status === 'closed',
  'of an archived project': ({ issue }) => issue.projectId === MEILIXIN,
  'counted again by another calendar': ({ history }) => history.some(({ verb }) => verb === 'recompute'),
} satisfies Record<string, (life: Lived) => boolean>;
const lived = new Map<string, number>();
const dayAt = (instant: number) => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10);

/**
 * Half of what happens comes after the months were summed: in the first town much has changed since, in the second they
 * were summed anew.
 */
describe.each([
  { seed: 1, database: 'postgres' },
  { seed: 2, database: 'pglite' },
] as const)('in town $seed, on $database', ({ seed, database }) => {
  let own: TestDatabase;
  let town: StoredTown;
  beforeAll(async () => {
    own = await testDatabase(database);
    const deps = { db: own.db, directory: { get: async () => DIRECTORY } as unknown as Deps['directory'] };
    const sum = async (at: number) => {
      while ((await sumMonths(deps, at)) > 0);
    };
    town = await settle(own.db, seed, () => sum(NOW - 3_600_000));
    if (seed === 2) await sum(NOW);
  }, 400_000);
  afterAll(() => own.drop());

  const askingOf = (by: number, chat: Chat | undefined, asked: Asked) => {
    const resolved = resolveScope(asked, { actor: actorOf(by, DIRECTORY), directory: DIRECTORY, chat });
    if (!('scope' in resolved)) throw new Error(`refused: ${JSON.stringify(resolved)}`);
    return { scope: resolved.scope, directory: DIRECTORY, now: NOW };
  };

  test('the lives are lived', () => {
    for (const { id } of METRICS) {
      const { rows, value } = expectedOf(id, town, EVERYTHING, { from: null, to: null });
      if (rows.length > 0) counted.add(id);
      if (value !== null && value > 0 && value < 100) between.add(id);
    }
    for (const [name, fits] of Object.entries(LIVED))
      lived.set(name, (lived.get(name) ?? 0) + town.issues.filter(fits).length);
    expect(town.issues.length).toBeGreaterThan(100);
  });

  test('some months are summed, and in the first town some of them hold no longer', async () => {
    const [row] = await own.db.session((session) =>
      session.query(`select count(*)::int as summed, count(*) filter (where exists (select from figure_change
        where at >= from_at and at < until_at))::int as changed from figure_month`),
    );
    expect(row?.summed).toBeGreaterThan(5);
    if (seed === 1) expect(row?.changed).toBeGreaterThan(3);
    else expect(row?.changed).toBe(0);
    expect(row?.changed).toBeLessThan(Number(row?.summed));
  });

  test.for(ASKED)(
    '%s: every figure in every column is the oracle’s',
    async ([name, by, chat, asked, whose]) => {
      // In two towns every asker asks for each of them.
      const turn = ASKED.findIndex(([other]) => other === name) + seed;
      for (const period of PERIODS.filter((_, p) => p === 0 || (p + turn) % 2 === 0)) {
        const asking = askingOf(by, chat, asked);
        const columns = columnsOf(period, NOW, DIRECTORY);
        const metrics = METRICS.filter((metric) => applies(metric, asking.scope));
        const figures = await own.db.read((tx) => loadFigures(tx, metrics, asking, columns));
        for (const metric of metrics) {
          const told = figures.get(metric.id)!;
          expect(told).toHaveLength(metric.clock === 'now' ? 1 : columns.length);
          for (const [c, tally] of told.entries()) {
            const expected = expectedOf(metric.id, town, whose, columns[c]!);
            const where = `${metric.id} ${columns[c]!.name} ${JSON.stringify(period)}`;
            expect(figureOf(metric.kind, tally), where).toBe(expected.value);
            expect(tally.n, where).toBe(expected.rows.length);
          }
        }
      }
    },
  );

  /** The rows of all pages of 明细, and its first line. */
  async function opened(
    by: number,
    chat: Chat | undefined,
    asked: Asked,
    metric: string,
    column: Column['name'],
  ) {
    const viewer = {
      now: NOW,
      directory: DIRECTORY,
      actor: actorOf(by, DIRECTORY),
      chat,
      demo: false,
      features: REGISTRY,
    };
    const rows: string[] = [];
    let head = '';
    for (let page = 1; page < 40; page++) {
      const wanted = { metric: metric as (typeof METRICS)[number]['id'], asked, column, page };
      const drawn = await own.db.read((tx) => drawDetail(tx, wanted, viewer));
      if (drawn.kind === 'text') throw new Error(drawn.text);
      const lines = cardText(drawn.card).split('\n');
      head = lines[1] ?? '';
      const texts = drawn.card.body.elements.flatMap((element) =>
        element.tag === 'column_set' || element.tag === 'markdown'
          ? [cardText({ ...drawn.card, body: { ...drawn.card.body, elements: [element] } })]
          : [],
      );
      for (const text of texts) {
        const [, title = ''] = text.split('\n');
        const issue = /^[●○] #(\d+) /.exec(title)?.[1];
        const plain = /^(?:【[^】]+】 )?(项目.*)$/.exec(title)?.[1];
        if (issue ?? plain) rows.push((issue ?? plain)!);
      }
      const [, last = '1'] = /第 \d+\/(\d+) 页/.exec(cardText(drawn.card)) ?? [];
      if (page >= Number(last)) break;
    }
    return { rows, head };
  }

  test.for(METRICS.map(({ id }) => id))('明细 of %s lists exactly what its figure counts', async (id) => {
    const metric = METRICS.find((one) => one.id === id)!;
    // The first asker of this year and of all time, two others by turns of a month.
    const turn = METRICS.indexOf(metric) * 2 + seed;
    for (const [name, by, chat, asked, whose] of ASKED.filter((_, i) => i === 0 || (i + turn) % 6 === 0)) {
      if (!applies(metric, askingOf(by, chat, asked).scope)) continue;
      const first = name === ASKED[0]![0];
      const period = PERIODS[first ? 0 : 1]!;
      for (const column of columnsOf(period, NOW, DIRECTORY).slice(0, first ? 2 : 1)) {
        const expected = expectedOf(id, town, whose, column);
        const { rows, head } = await opened(by, chat, { ...asked, ...period }, id, column.name);
        const where = `${name} ${column.name} ${JSON.stringify(period)} ${head}`;
        expect(sorted(rows), where).toEqual(sorted(expected.rows));
        if (metric.kind === 'count') expect(head, where).toContain(`共 ${expected.rows.length} `);
        else if (expected.value !== null) expect(head, where).toContain(String(expected.value));
        if (metric.clock === 'now') break;
      }
    }
  });

  test.for<Grouping>(['unit', 'project', 'category', 'area', 'month'])(
    'by %s: each group is the oracle’s, and together they are the whole',
    async (by) => {
      for (const [name, who, chat, asked, whose] of ASKED.slice(0, 6).filter((_, i) => i % 2 === seed - 1)) {
        const asking = askingOf(who, chat, asked);
        const columns = columnsOf({ from: '2026-10-05', to: '2026-11-20' }, NOW, DIRECTORY);
        const metrics = PROBLEM_METRICS.filter(({ taken }) => !taken);
        const groups = await own.db.read((tx) => loadGroups(tx, metrics, asking, { columns, by }));
        for (const metric of metrics) {
          if (by === 'month' && metric.clock === 'now') continue;
          for (const [c, column] of (metric.clock === 'now' ? columns.slice(0, 1) : columns).entries()) {
            let sum = 0;
            for (const [key, figures] of groups) {
              const tally = figures.get(metric.id)?.[c];
              // What was imported without any day is of no month, but of the whole.
              if (by === 'month' && key === null) {
                sum += tally?.n ?? 0;
                continue;
              }
              const is = (id: number | null) => id === key;
              const days = by === 'month' && key !== null ? narrowed(column, String(key)) : column;
              const of: Whose = {
                ...whose,
                ...(by === 'unit' && { unit: (id: number | null) => is(id) && whose.unit(id) }),
                ...(by === 'project' && { project: (id: number | null) => is(id) && whose.project(id) }),
                ...(by === 'category' && { category: (id: number | null) => is(id) && whose.category(id) }),
                ...(by === 'area' && { area: (id: number) => is(id) && whose.area(id) }),
              };
              const expected = expectedOf(metric.id, town, of, days);
              const where = `${name} ${metric.id} ${column.name} ${key}`;
              expect(tally?.n ?? 0, where).toBe(expected.rows.length);
              if (tally && metric.kind === 'rate')
                expect(figureOf('rate', tally), where).toBe(expected.value);
              sum += tally?.n ?? 0;
            }
            expect(sum, `${name} ${metric.id}`).toBe(expectedOf(metric.id, town, whose, column).rows.length);
          }
        }
      }
    },
  );

  test('what a merged unit had done stays under its own name, what was open went with the successor', () => {
    const closed = town.issues.filter(({ issue }) => issue.unitId === HOLLOW);
    expect(closed.some(({ issue }) => issue.status === 'closed')).toBe(true);
    const moved = town.issues.filter(({ history }) => history.some(({ verb }) => verb === 'unit-reform'));
    expect(moved.length).toBeGreaterThan(0);
    expect(moved.some(({ issue }) => issue.unitId === HOUSING)).toBe(true);
  });
});

test('in one town or the other every metric counts something, and rates are neither 0 nor 100', () => {
  expect(METRICS.filter(({ id }) => !counted.has(id)).map(({ id }) => id)).toEqual([]);
  for (const id of ['onTime', 'routedSameDay']) expect(between.has(id), id).toBe(true);
});

test.for(Object.keys(LIVED))('in the two towns several items are %s', (name) => {
  expect(lived.get(name)).toBeGreaterThanOrEqual(3);
});

/** The days of a month that lie in a column. */
function narrowed({ from, to }: { from: string | null; to: string | null }, month: string) {
  const first = `${month}-01`;
  const last = `${month}-31`;
  return { from: from !== null && from > first ? from : first, to: to !== null && to < last ? to : last };
}

test('every metric has words and every word a metric; no two share a word', () => {
  expect(METRICS.map(({ id }) => id).toSorted()).toEqual(Object.keys(METRIC_WORDS).toSorted());
  const words = METRICS.flatMap(({ name, also }) => [name, ...also]);
  expect(new Set(words).size).toBe(words.length);
  for (const { name, definition } of METRICS) expect(definition.length, name).toBeGreaterThan(10);
});
