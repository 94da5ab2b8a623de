/** 项目 兴发: what a leader reads in ten seconds. */
import { describe, expect, test } from 'vitest';
import { cardText } from '../../src/cards/card-text.ts';
import { projectCard } from '../../src/cards/project.ts';
import { projectsCard } from '../../src/cards/projects.ts';
import type { Issue } from '../../src/domain/issue.ts';
import type { LinkDefinition, ProjectLink } from '../../src/domain/plan/model.ts';
import { buttonsOf, problemsOf } from './check.ts';
import { DATA, due, sampleContext, sampleIssue } from './samples.ts';

const ctx = sampleContext();
const project = {
  ...DATA.projects[0]!,
  level: '省重点',
  bucket: '开工一批',
  park: '石盖塘',
  weather: 'cloud' as const,
};

function link(no: number, stage: string, more: Partial<ProjectLink> = {}): ProjectLink {
  const facts: Partial<LinkDefinition> = { code: `L${no}`, no, stage, name: `环节名${no}`, dependencies: [] };
  const definition = facts as LinkDefinition;
  return {
    id: no,
    projectId: 1,
    definition,
    unitId: 11,
    contactId: null,
    unconcerned: null,
    startedOn: null,
    reportedOn: null,
    finishedOn: null,
    ticked: [],
    subUnits: null,
    item: null,
    ...more,
  };
}

const item = (id: number, day: string, more: Partial<Issue> = {}) =>
  sampleIssue({ id, kind: 'link', title: `环节名${id}`, deadline: due(day), ...more });
const stages = [
  { code: 'a', name: '立项用地规划许可', shortName: '立项' },
  { code: 'b', name: '工程建设许可', shortName: '规划' },
  { code: 'c', name: '竣工验收', shortName: '竣工' },
];
const late = item(70, '2026-11-16');
const links = [
  link(1, 'a', { finishedOn: '2026-10-01' }),
  link(2, 'a', { unconcerned: { reason: '不用地', byId: 1, at: 0 } }),
  link(3, 'a', { startedOn: '2026-10-05', item: late }),
  link(4, 'b'),
  link(5, 'b'),
  link(6, 'b'),
];
const planned = new Map([
  ['L3', '2026-11-10'],
  ['L4', '2026-12-04'],
  ['L5', '2026-12-01'],
  ['L6', '2026-12-09'],
]);
const problem = sampleIssue({ id: 12, title: '仓库堆放不下', deadline: due('2026-11-20') });
const view = {
  project,
  counts: { yellow: 1, total: 1 },
  issues: [problem],
  late: [late],
  links,
  stages,
  planned,
  investment: { months: new Map([[11, { planned: null, actual: 420 }]]), planned: 8000 },
};

describe('the card of a project with a plan', () => {
  const card = projectCard(view, ctx);
  const text = cardText(card);

  test('is one the platform takes, with weather, level and bucket in its head', () => {
    expect(problemsOf(card)).toEqual([]);
    expect(card.header.text_tag_list?.map((tag) => tag.text.content)).toEqual([
      '⛅ 有风险',
      '省重点',
      '开工一批',
    ]);
  });

  test('counts what is done of each stage, 不涉及 left out; a stage without links is not named', () => {
    expect(text).toContain('立项 ●○ 1/2');
    expect(text).toContain('规划 ○○○ 0/3');
    expect(text).not.toContain('竣工');
  });

  test('names what is longest overdue, be it a link or a problem', () => {
    expect(text).toMatch(/现在卡在 第3环节 环节名3 · 住建局 · 逾期 7 个工作日/);
    expect(cardText(projectCard({ ...view, late: [], links: [] }, ctx))).toMatch(
      /现在卡在 #12 仓库堆放不下 .*逾期 3 个工作日/,
    );
    expect(cardText(projectCard({ ...view, late: [], issues: [], links: [] }, ctx))).not.toContain('卡在');
  });

  test('names a link that is late by the plan and that no item stands for', () => {
    const due = new Map([['L4', '2026-11-12']]);
    const alone = cardText(projectCard({ ...view, late: [], issues: [], planned: due }, ctx));
    expect(alone).toMatch(/现在卡在 第4环节 环节名4 · 住建局 · 逾期 9 个工作日/);
    expect(cardText(projectCard({ ...view, planned: due }, ctx))).toContain('现在卡在 第4环节');
    const done = links.map((one) => (one.id === 4 ? { ...one, finishedOn: '2026-11-20' } : one));
    expect(cardText(projectCard({ ...view, planned: due, links: done }, ctx))).toContain('现在卡在 第3环节');
  });

  test('names the next three links due: the clock of one under way, else the plan', () => {
    const next = text.split('接下来的环节')[1]!;
    const order = ['第3环节', '第5环节', '第4环节'].map((name) => next.indexOf(name));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order.every((at) => at >= 0)).toBe(true);
    expect(next).toContain('11月16日');
    expect(next).not.toContain('第6环节');
  });

  test('says of which plan the investment is a part', () => {
    expect(text).toContain('今年完成投资 420 万元，占全年计划 8000 万元的 5%');
  });

  test('leads to map, board, list, the link to look at now and history; without links to list and history only', () => {
    expect(buttonsOf(card).slice(0, 5)).toEqual(['导航图', '挂图', '清单', '第3环节', '历史']);
    expect(buttonsOf(projectCard({ ...view, links: [] }, ctx)).slice(0, 2)).toEqual(['清单', '历史']);
  });
});

test('the button of a link is the one next due, else the first that may begin; none when all are done', () => {
  const nowOf = (more: Partial<typeof view>) =>
    buttonsOf(projectCard({ ...view, late: [], issues: [], ...more }, ctx)).filter((one) => /环节/.test(one));
  const done = links.map((one) => ({ ...one, finishedOn: '2026-11-01', item: null }));
  expect(nowOf({ links: [link(4, 'b'), link(5, 'b')] })).toEqual(['第5环节']);
  expect(
    nowOf({ links: [link(1, 'a', { finishedOn: '2026-10-01' }), link(4, 'b')], planned: new Map() }),
  ).toEqual(['第4环节']);
  expect(nowOf({ links: done })).toEqual([]);
});

test('an archived one says when, by whom and why, and asks for nothing', () => {
  const archived = { at: ctx.now, byId: 1, reason: '已全面投产' };
  const card = projectCard({ ...view, project: { ...project, archived }, issues: [], late: [] }, ctx);
  expect(cardText(card)).toMatch(/已归档[\s\S]*11-25 10:00 由王秘书归档：已全面投产/);
  expect(buttonsOf(card)).toEqual(['历史', '已销号']);
  expect(problemsOf(card)).toEqual([]);
});

test('names of hundreds of characters with markup in everything fit and stay text', () => {
  const attack = '**<at id=all></at>[x](y)**'.repeat(8);
  const hostile = {
    ...project,
    name: attack,
    enterprise: attack,
    park: attack,
    industries: [attack, attack],
  };
  const many = Array.from({ length: 8 }, (_, n) => sampleIssue({ id: n + 1, title: attack }));
  const card = projectCard(
    { ...view, project: hostile, issues: many, groups: Array.from({ length: 30 }, () => attack) },
    ctx,
  );
  expect(problemsOf(card)).toEqual([]);
});

describe('the links to come', () => {
  const nextOf = (more: Partial<Issue>, day: string) => {
    const one = link(7, 'b', { startedOn: '2026-11-10', item: item(77, day, more) });
    const text = cardText(projectCard({ ...view, links: [one], planned: new Map(), late: [] }, ctx));
    return text.split('\n').find((line) => line.startsWith('第7环节'));
  };

  test('one whose day is over says by how much; one whose clock stands still does not', () => {
    expect(nextOf({}, '2026-11-16')).toMatch(/第7环节.*逾期 \d+ 个工作日/);
    expect(nextOf({ status: 'paused' }, '2026-11-16')).not.toContain('逾期');
    expect(nextOf({}, '2026-12-30')).not.toContain('逾期');
  });
});

describe('项目', () => {
  test('has the word of the weather beside its sign, for machines whose fonts lack it', () => {
    const counts = { total: 0, red: 0, yellow: 0, blue: 0, green: 0, paused: 0 };
    const rows = (['sun', 'cloud', 'rain'] as const).map((weather, n) => ({
      project: { ...project, id: n + 1, weather },
      counts,
    }));
    const text = cardText(projectsCard({ rows, total: 3, page: 1, words: '', unread: [] } as never, ctx));
    for (const said of ['☀ 正常', '⛅ 有风险', '🌧 滞后']) expect(text).toContain(said);
  });
});
