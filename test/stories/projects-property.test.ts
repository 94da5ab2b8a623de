/** Questions about projects in random towns: what is told is what a plain count over the drawn projects finds. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type DrawnLink,
  type DrawnNode,
  type DrawnProject,
  isStuck,
  MADE_ON,
  type ProjectsTown,
  SECRETARIES,
  settleProjects,
  TODAY,
} from '../support/projects-town.ts';

const missed = ({ planned, actual }: DrawnNode) => actual === null && planned !== null && planned < TODAY;
/** A forecast before the morning it was made on says that links are done. */
const ahead = ({ actual, expected }: DrawnNode) =>
  actual === null && expected !== null && expected >= MADE_ON ? expected : null;
/** The Saturday behind a Friday is no working day later. */
const later = (node: DrawnNode) => {
  const expected = ahead(node);
  if (expected === null || node.planned === null) return undefined;
  return expected > node.planned && !(node.planned === '2026-12-11' && expected === '2026-12-12');
};
const within = (day: string | null, from: string, to: string) => day !== null && from <= day && day <= to;
const open = (one: DrawnProject) => one.problems.filter((light) => light !== 'done').length;

/** What is said, what the title must say of it, and who is meant. */
const QUESTIONS: readonly (readonly [string, RegExp, (one: DrawnProject) => boolean])[] = [
  ['已经开工的项目有几个', /已开工/, ({ start }) => start.actual !== null],
  ['还没投产的项目有几个', /还没投产/, ({ production }) => production.actual === null],
  ['哪些项目的开工节点已经过了还没开的', /计划开工日期已过、没有登记实际开工/, ({ start }) => missed(start)],
  [
    '哪些项目投产要延后了',
    /计划投产日期已过没投产或预测投产要晚/,
    ({ production }) => missed(production) || (production.actual === null && later(production) === true),
  ],
  [
    '能按时开工的有几个项目',
    /预测能按时开工/,
    ({ start }) => start.actual === null && !missed(start) && later(start) === false,
  ],
  [
    '没按时开工的项目有哪些',
    /计划开工日期已过没开工或实际开工晚于计划/,
    ({ start }) =>
      missed(start) || (start.actual !== null && start.planned !== null && start.actual > start.planned),
  ],
  [
    '开工日期还没定的有几个项目',
    /没有定开工日期/,
    ({ start }) => start.planned === null && start.actual === null,
  ],
  [
    '今年开工的项目有几个',
    /今年开工/,
    ({ start }) => within(start.actual ?? start.planned, '2026-01-01', '2026-12-31'),
  ],
  [
    '明年一季度要投产的有哪些',
    /计划下季度投产、还没投产/,
    ({ production: { planned, actual } }) => actual === null && within(planned, '2027-01-01', '2027-03-31'),
  ],
  ['上月开工的项目有几个', /上月已开工/, ({ start }) => within(start.actual, '2026-10-01', '2026-10-31')],
  [
    '开了工还没投产的有几个',
    /已开工 · 还没投产/,
    ({ start, production }) => start.actual !== null && production.actual === null,
  ],
  [
    '年底前要开工的项目,哪些身上还背着红灯',
    /11月18日至12月31日开工、还没开工 · 有红色的问题/,
    ({ start: { planned, actual }, problems }) =>
      actual === null && within(planned, '2026-11-18', '2026-12-31') && problems.includes('red'),
  ],
  [
    '今年开工的项目哪几个没有红灯',
    /没有红色的问题/,
    ({ start, problems }) =>
      within(start.actual ?? start.planned, '2026-01-01', '2026-12-31') && !problems.includes('red'),
  ],
  ['雨天的有哪些项目', /雨/, ({ weather }) => weather === 'rain'],
  [
    '高新区已经开工的项目有几个',
    /高新区 · 已开工/,
    ({ area, start }) => area === '高新区' && start.actual !== null,
  ],
  [
    '白洋园区还没开工的项目有几个',
    /白洋园区/,
    ({ park, start }) => park === '白洋园区' && start.actual === null,
  ],
  [
    '磷化工产业今年投产的项目有几个',
    /磷化工/,
    ({ industries, production }) =>
      industries.includes('磷化工') &&
      within(production.actual ?? production.planned, '2026-01-01', '2026-12-31'),
  ],
  [
    '唐志强分管的项目里已经开工的有几个',
    /唐志强|我分管/,
    ({ leader, start }) => leader === '唐志强' && start.actual !== null,
  ],
  ['刘敏手上管着几个项目', /刘敏|我任秘书/, ({ secretary }) => secretary === '刘敏'],
  [
    '施工许可证办下来的项目有几个',
    /建筑工程施工许可证 · 已完成/,
    ({ links }) => links?.[18]?.state === 'done',
  ],
  [
    '还没拿到施工许可证的项目有哪些',
    /建筑工程施工许可证 · 没办完/,
    ({ links }) => links?.[18]?.state === 'working' || links?.[18]?.state === 'open',
  ],
  ['环评批复这个环节卡住了几个项目', /生态环境影响评价 · 卡住/, (one) => isStuck(one, 7)],
  ['环节上卡住的有哪些项目', /有环节卡住/, (one) => NUMBERS.some((no) => isStuck(one, no))],
  [
    '各项目环评批复办到哪了',
    /生态环境影响评价/,
    ({ links }) => links?.[7] !== undefined && links[7].state !== 'unconcerned',
  ],
];
const NUMBERS = Array.from({ length: 22 }, (_, i) => i + 1);

const PLACES = [...SECRETARIES, '高远', '冯涛', '华明'];

describe.each([11, 12, 13])('in town %i', (seed) => {
  let town: ProjectsTown;
  beforeAll(async () => {
    town = await settleProjects(seed);
  });
  afterAll(() => town.drop());

  const count = (text: string) =>
    Number(/：(?:项目|环节) (\d+) 个/.exec(text.split('\n')[0] ?? '')?.[1] ?? Number.NaN);
  const rowsOf = (text: string) =>
    [
      ...text.matchAll(
        /(?:[●○] (?=\p{Script=Han}{2}厂)|^(?=\p{Script=Han}{2}厂 · \d))(\p{Script=Han}{2}厂)/gmu,
      ),
    ].map(([, name]) => name);

  test('the projects of a title are those that are meant, of those the asker may see, and the title says so', async () => {
    const told = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...PLACES),
        fc.constantFrom(...QUESTIONS),
        fc.option(fc.constantFrom(...town.projects.map(({ name }) => name)), { nil: undefined, freq: 2 }),
        async (who, [said, title, isMeant], where) => {
          const text = await town.ask(said, who, where);
          if (text === '') return;
          told.add(said);
          const meant = town.sees(who, where).filter(isMeant);
          const head = text.split('\n')[0] ?? '';
          expect(count(text), `${who}@${where ?? '私聊'}: ${said} → ${head}`).toBe(meant.length);
          expect(head).toMatch(title);
          expect(rowsOf(text).toSorted()).toEqual(meant.map(({ name }) => name).toSorted());
        },
      ),
      { numRuns: 120 },
    );
    for (const [said] of QUESTIONS) {
      const text = await town.ask(said, '高远');
      if (text !== '') told.add(said);
    }
    expect([...told].toSorted()).toEqual(QUESTIONS.map(([said]) => said).toSorted());
  });

  test('each secretary stands with the projects and the open problems of all of them', async () => {
    const text = await town.ask('每个秘书手上几个项目', '高远');
    for (const name of [...SECRETARIES, null]) {
      const own = town.projects.filter(({ secretary }) => secretary === name);
      if (own.length === 0) continue;
      const lines = text.split('\n');
      const at = lines.findIndex((line) => line.includes(`${name ?? '没有设项目秘书'} ${own.length} 个：`));
      expect(at, text).toBeGreaterThan(0);
      const figures = lines[at + 1]!.split(' · ').filter((part) => !part.startsWith('共'));
      const told = figures.reduce((sum, part) => sum + Number(/\d+/.exec(part)?.[0] ?? 0), 0);
      expect(told, text).toBe(own.reduce((sum, one) => sum + open(one), 0));
    }
  });

  test('two people are told apart, and nobody else', async () => {
    const text = await town.ask('王建国和刘敏各管几个项目', '高远');
    for (const name of SECRETARIES) {
      const own = town.projects.filter(({ secretary }) => secretary === name).length;
      expect(text).toMatch(new RegExp(`${name} ${own} 个`));
    }
    expect(text).not.toContain('没有设项目秘书');
  });

  test('the sum of investment is of those that have one', async () => {
    const text = await town.ask('今年开工的项目总投资多少', '高远');
    const own = town.projects.filter(({ start }) =>
      within(start.actual ?? start.planned, '2026-01-01', '2026-12-31'),
    );
    const sum = own.reduce((all, { invested }) => all + (invested ?? 0), 0);
    expect(text).toContain(sum === 0 ? '都没有登记总投资' : `合计 ${sum} 万元`);
  });

  test('several figures of projects in one answer are each what they would be alone', async () => {
    for (const who of PLACES) {
      const text = await town.ask('今年真正开了工的几个，投了产的几个', who);
      const of = (node: 'start' | 'production') =>
        town.sees(who).filter((one) => within(one[node].actual, '2026-01-01', '2026-12-31')).length;
      expect(text).toMatch(new RegExp(`已开工：${of('start')} 个项目。`));
      expect(text).toMatch(new RegExp(`已投产：${of('production')} 个项目。`));
    }
  });

  test('the link most projects are stuck at is named with how many they are', async () => {
    for (const who of PLACES) {
      const text = await town.ask('哪个环节卡的项目最多', who);
      const counts = NUMBERS.map((no) => town.sees(who).filter((one) => isStuck(one, no)).length);
      const most = Math.max(...counts);
      if (most === 0) continue;
      for (const [i, count] of counts.entries()) {
        const lines = text.split('\n');
        const rows = lines.flatMap((line, at) =>
          line.startsWith(`${i + 1} `) && !line.includes('个：') ? [lines[at + 1]] : [],
        );
        expect(rows.length, text).toBe(count > 0 ? 1 : 0);
        if (count > 0) expect(rows[0]).toMatch(new RegExp(`^${count} 个：`));
      }
      const stuck = town.sees(who).filter((one) => NUMBERS.some((no) => isStuck(one, no))).length;
      expect(text).toContain(`在 ${stuck} 个项目`);
      if (counts.filter((count) => count > 0).length > 1)
        expect(text).toMatch(new RegExp(`(?:最多，|各 )${most} 个`));
    }
  });

  test('who is farthest has the largest share of its links done, with all that share it', async () => {
    const share = (links: Record<number, DrawnLink>) => {
      const own = Object.values(links).filter(({ state }) => state !== 'unconcerned');
      return own.filter(({ state }) => state === 'done').length / own.length;
    };
    const known = town.projects.flatMap(({ name, links }) => (links ? [{ name, share: share(links) }] : []));
    const most = Math.max(...known.map((one) => one.share));
    const text = await town.ask('哪个项目手续跑得最快', '高远');
    const first = known.filter((one) => Math.abs(one.share - most) < 1e-9).map(({ name }) => name);
    const told = /环节完成最多的是(.*?)：/.exec(text)?.[1]?.split('、') ?? [];
    expect(told.toSorted()).toEqual(first.toSorted());
    expect(rowsOf(text)).toHaveLength(town.projects.length);
  });

  test('which comes first is the earliest day there is, with all that share it', async () => {
    const text = await town.ask('哪个项目最先投产', '高远');
    const days = town.projects.flatMap(({ production }) => production.actual ?? production.planned ?? []);
    const first = days.toSorted()[0];
    const names = town.projects
      .filter(({ production }) => (production.actual ?? production.planned) === first)
      .map(({ name }) => name);
    for (const name of names) expect(/最早的是(.*?)：/.exec(text)?.[1]).toContain(name);
  });
});
