/** What is said right after one project, its links, node or weather, or after a list of projects, is of that. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plannedProject } from '../support/asked-about.ts';
import type { World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await plannedProject();
});
afterAll(() => world.close());

const ask = async (words: string) => (await world.private('tang').ask('tang', words)).split('\n');

/** What was shown, and what is said right after it with a part of what is answered. */
const AFTER: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  兴发怎么样了: [
    ['计划哪天投产', '兴发 · 投产'],
    ['来得及吗', '兴发 · '],
    ['那投产呢', '兴发 · 投产'],
    ['问题还有几个', '兴发 · 未销号'],
    ['下一步呢', '兴发 导航图'],
    ['专班秘书叫什么', '王建国'],
    ['厂里谁跟我们对接', '兴发 · 企业联系人'],
  ],
  兴发还差哪几个环节: [
    ['这个环节哪个单位管', '兴发 导航图'],
    ['这个环节谁负责', '兴发 导航图'],
    ['哪个最慢', '兴发 导航图'],
    ['有没有问题卡着', '兴发 导航图'],
    ['办完几个了', '兴发 导航图'],
    ['还有几个没解决', '兴发 · 未销号'],
    ['这一环是谁家的事', '兴发 导航图'],
    ['目前这个环节牵头的是哪个局', '兴发 导航图'],
    ['那往后还要办几个环节', '兴发 导航图'],
    ['流程到哪儿了', '兴发 导航图'],
    ['现在处在什么环节', '兴发 导航图'],
  ],
  兴发天气怎么样: [
    ['依据是什么', '算不出晴雨'],
    ['是因为哪些问题', '算不出晴雨'],
    ['主要是什么造成的', '算不出晴雨'],
    ['怎么会这样', '算不出晴雨'],
  ],
  兴发施工许可证办到哪一步了: [
    ['卡在谁那里', '归'],
    ['计划哪天办完', '施工许可证'],
    ['还有哪些环节没办完', '兴发 导航图'],
    ['楚能呢', '施工许可证'],
    ['后面是哪个环节', '办完后接着是：19 规划核实'],
    ['紧后是谁', '办完后接着是：19 规划核实'],
    ['规划那个环节呢', '第4环节 建设用地规划许可证'],
    ['消防的环节呢', '第20环节'],
    ['图审那个环节呢', '第14环节 施工图审查'],
  ],
  下雨的项目有哪些: [['兴发呢', '算不出晴雨']],
  兴发没办完的有哪些: [
    ['谁在跟这个项目', '王建国'],
    ['这个项目开工了没有', '开工：计划 12月1日'],
    ['这个项目还有别的问题吗', '兴发 · 未销号'],
  ],
  各项目的施工许可证都办到哪了: [['谁负责', '施工许可证']],
  兴发什么时候投产: [
    ['比计划晚几天', '投产没有预测'],
    ['主要被什么卡住了', '没办完的问题：#1'],
    ['原计划呢', '计划投产：2027年8月1日'],
    ['从今天算起还要多少天', '兴发 · 投产'],
    ['时间够不够', '兴发 · 投产'],
    ['还差哪几个环节', '兴发 导航图'],
    ['推迟了多少天', '没有预测'],
    ['原来计划是哪天', '兴发 · 投产'],
    ['那差了多少天', '兴发 · 投产'],
    ['楚能呢', '楚能 · 投产'],
    ['那别的项目呢', '投产：项目'],
  ],
  哪几个项目施工许可证还没拿到: [
    ['最晚的那个超了几天', '施工许可证 · 比计划晚'],
    ['谁负责', '施工许可证'],
    ['秘书分别是谁', '按项目秘书'],
    ['一共几个', '施工许可证 · 没办完'],
  ],
};

describe.each(Object.entries(AFTER))('%s', (shown, rows) => {
  test.each(rows)('%s', async (said, told) => {
    await ask(shown);
    expect((await ask(said)).join('\n')).toContain(told);
  });
});

test('what is asked after those that follow a link is of those, and its planned day comes before the day it was over', async () => {
  await world.group('xf').agrees('song', '进度 补录 7 2026-11-19');
  await ask('兴发的环评批复办到哪了');
  expect((await ask('原计划哪天办完的')).join('\n')).toContain('没有商定计划，没有计划日期。\n11月19日');
  expect((await ask('后面是哪个环节')).join('\n')).toContain('接着是：18 建筑工程施工许可证');
  expect((await ask('这个环节哪个单位管')).join('\n')).toContain('18 建筑工程施工许可证：归');
  expect((await ask('再往后呢')).join('\n')).toContain('18 建筑工程施工许可证：办完后接着是：19 规划核实');
});

test('where it is stuck, and whom to ask, is told of the project in two parts', async () => {
  const told = (await ask('楚能卡在哪儿了 为什么 找谁')).join('\n');
  expect(told).toContain('楚能锂电池二期');
});

test('what says that it is of all is of all, and what could stand alone offers it', async () => {
  await ask('兴发怎么样了');
  expect((await ask('全区问题还有几个'))[0]).not.toContain('兴发');
  await ask('兴发怎么样了');
  expect((await ask('问题还有几个')).join('\n')).toContain('不接着上一问');
});

test('a word that is a link and a problem is the problem where the project has no links, else the link that names it', async () => {
  await world.group('cn').says('liu', '报 危化品仓库安评报告需要加快审查 应急管理局 6个工作日');
  await world.group('xf').says('wang', '报 施工许可证材料要补 住建局 6个工作日');
  expect((await ask('楚能的安评报告批下来没有')).join('\n')).toContain('按您的话“安评报告”找到这一件');
  const link = (await ask('兴发的施工许可证是谁在办')).slice(0, 6).join('\n');
  expect(link).toContain('第18环节 建筑工程施工许可证');
  expect(link).toMatch(/有关的问题：#\d+ 施工许可证材料要补/);
});
