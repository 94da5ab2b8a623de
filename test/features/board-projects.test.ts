import { describe, expect, test } from 'vitest';
import { cardText } from '../../src/cards/card-text.ts';
import type { Project } from '../../src/domain/model.ts';
import { linkCard, weathersCard } from '../../src/features/board/card.ts';
import { type ProjectRow, projectRows, type RowFacts, type Shift } from '../../src/features/board/rules.ts';
import { whyText } from '../../src/features/board/words.ts';
import { createPageLimit } from '../../src/http/page-limit.ts';
import { problemsOf } from '../cards/check.ts';
import { DATA } from '../cards/samples.ts';
import { CALENDAR } from '../support/board-sample.ts';

const base = DATA.projects[0]!;
const project = (id: number, facts: Partial<Project> = {}): Project => ({
  ...base,
  id,
  name: `项目${id}`,
  ...facts,
});
const lights = { red: 0, yellow: 0, blue: 0, green: 0, paused: 0 };

function rowsOf(projects: Project[], facts: Partial<RowFacts> = {}): ProjectRow[] {
  return projectRows({
    projects,
    lights: new Map(),
    links: new Map(),
    shifts: new Map(),
    nodes: new Map(
      projects.map(({ id }) => [id, [{ name: '开工', plannedOn: '2026-12-29', actualOn: null }]]),
    ),
    today: '2026-11-25',
    calendar: CALENDAR,
    ...facts,
  });
}

describe('one line of each project', () => {
  test('worst first: weather, then days late, then red and yellow problems; unplanned ones at the end', () => {
    const projects = [
      project(1, { weather: null }),
      project(2, { weather: 'sun' }),
      project(3, { weather: 'rain' }),
      project(4, { weather: 'rain' }),
      project(5, { weather: 'cloud' }),
      project(6, { weather: 'sun' }),
    ];
    const shift = (production: number) => ({ start: null, production, cause: null });
    const rows = rowsOf(projects, {
      shifts: new Map([
        [4, shift(9)],
        [3, shift(2)],
      ]),
      lights: new Map([[6, { ...lights, red: 1 }]]),
    });
    expect(rows.map((row) => row.projectId)).toEqual([4, 3, 5, 6, 2, 1]);
  });

  test('archived ones are left out', () => {
    const archived = { at: 0, byId: 1, reason: '退出' };
    expect(rowsOf([project(1, { archived }), project(2)]).map((row) => row.projectId)).toEqual([2]);
  });

  test('the worse of both nodes is told as late; one that is early is not', () => {
    const shifts = new Map([
      [1, { start: 5, production: 3, cause: { no: 11, name: '工规证' } }],
      [2, { start: 2, production: 8, cause: null }],
      [3, { start: -4, production: 0, cause: null }],
    ]);
    const rows = rowsOf([project(1), project(2), project(3)], { shifts });
    expect(rows.map(({ projectId, late }) => [projectId, late])).toEqual([
      [2, { node: 'production', days: 8, cause: null }],
      [1, { node: 'start', days: 5, cause: { no: 11, name: '工规证' } }],
      [3, null],
    ]);
  });

  test('the reason of the weather is told with its link; what an older version noted is told without', () => {
    const weather = (kind: 'late-finish', days: number) => ({
      weather: 'rain' as const,
      reason: { kind, days },
    });
    const none: Shift = { start: null, production: null, cause: null };
    const rows = rowsOf(
      [1, 2, 3].map((id) => project(id, { weather: 'rain' })),
      {
        shifts: new Map([
          [
            1,
            { ...none, worst: { link: { no: 14, name: '施工图审查' }, weather: weather('late-finish', 6) } },
          ],
          [2, { ...none, worst: { link: null, weather: weather('late-finish', 2) } }],
          [3, none],
        ]),
      },
    );
    expect(rows.map(whyText)).toEqual([
      '14 施工图审查，应完未完，晚 6 个工作日',
      '施工，应完未完，晚 2 个工作日',
      '关键线路上有环节晚了或被卡住',
    ]);
  });

  test('a node that has happened counts no more days', () => {
    const [row] = rowsOf([project(1)], {
      nodes: new Map([[1, [{ name: '开工', plannedOn: '2026-10-01', actualOn: '2026-10-02' }]]]),
    });
    expect(row?.nodes[0]).toMatchObject({ days: null, workingDays: null });
  });
});

describe('cards of many projects', () => {
  test('60 projects with the longest names fit in one card, and it says how many it leaves out', () => {
    const rows = rowsOf(
      Array.from({ length: 60 }, (_, n) =>
        project(n + 1, { name: `*${n}_[x](y)<at id=all></at>`.repeat(3).slice(0, 60), weather: 'rain' }),
      ),
    );
    const card = weathersCard(rows, { demo: true });
    expect(problemsOf(card)).toEqual([]);
    expect(cardText(card)).toContain('晴雨表 60 个项目');
  });

  test('the card with a link opens it by a button and has the address for another screen', () => {
    const url = 'https://zb.example.gov.cn/board/abc.def';
    const card = linkCard({ name: '兴发', url, until: '11月25日 22:00', print: true }, { demo: false });
    expect(problemsOf(card)).toEqual([]);
    expect(JSON.stringify(card)).toContain(`"default_url":"${url}"`);
    expect(cardText(card)).toContain(url);
  });
});

describe('the limit of pages', () => {
  const MINUTE = 60_000;

  test('gives each link sixty loads a minute, and fills up as time passes', () => {
    const limit = createPageLimit();
    const many = (key: string, count: number, now: number) =>
      Array.from({ length: count }, () => limit.admit(key, now)).filter(Boolean).length;
    expect(many('a', 100, MINUTE)).toBe(60);
    expect(many('b', 100, MINUTE)).toBe(60);
    expect(many('a', 100, MINUTE + MINUTE / 2)).toBe(30);
  });

  test('all links together have a limit of their own', () => {
    const limit = createPageLimit();
    let taken = 0;
    for (let link = 0; link < 40; link++)
      for (let n = 0; n < 60; n++) if (limit.admit(`l${link}`, MINUTE)) taken++;
    expect(taken).toBe(1200);
  });

  test('a clock set back by half a minute gives nothing', () => {
    const limit = createPageLimit();
    for (let n = 0; n < 60; n++) limit.admit('a', 10 * MINUTE);
    expect(limit.admit('a', 9.5 * MINUTE)).toBe(false);
  });

  test('so many refusals wait at once and no more; one that has ended makes room', () => {
    const limit = createPageLimit();
    const waiting = Array.from({ length: 201 }, () => limit.wait());
    expect(waiting.filter(Boolean)).toHaveLength(200);
    waiting[0]?.();
    expect(limit.wait()).toBeDefined();
  });
});
