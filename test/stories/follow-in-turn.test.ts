/** The same asked of one after the other, and then of all of them: sums, which is more, how far apart. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sixProblems } from '../support/asked-about.ts';
import { talkTo } from '../support/talk.ts';
import type { World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await sixProblems(20);
});
afterAll(() => world.close());
/** Nothing is left to go on from. */
beforeEach(() => world.pass(16 * 60_000));

const THREE = ['住建局几件', '供电公司呢', '水利局呢'];

describe('what was named in turn', () => {
  test.each([
    [[...THREE, '三家一共'], /^住建局、供电公司、水利局 · 未销号 3 件/],
    [[...THREE, '一共几件'], /^住建局、供电公司、水利局 · 未销号 3 件\n不限这几个，全部一共 5 件。/],
    [[...THREE, '全部加起来多少'], /^住建局、供电公司、水利局 · 未销号 3 件\n不限这几个，全部一共 5 件。/],
    [['兴发几件', '楚能呢', '合计多少'], /不限这几个，全部一共 5 件。/],
    [['住建局几件', '供电公司呢', '两家一共呢', '全部一共多少'], /全部一共 5 件/],
    [['住建局逾期几件', '一共多少'], /^逾期 3 件\n没有接着上一问的“住建局”。/],
    [['兴发几件', '总共呢'], /^未销号 5 件\n没有接着上一问的“兴发”。/],
    [['住建局逾期的有哪些', '一共几件'], /^住建局 · 逾期/],
    [[...THREE, '两家一共'], /^供电公司、水利局 · 未销号 2 件/],
    [[...THREE, '这三家逾期的几件'], /^住建局、供电公司、水利局 · 逾期 1 件/],
    [[...THREE, '四家一共'], /没有这么多/],
    [['兴发几件', '楚能几件', '哪个多'], /^兴发、楚能 · 未销号 · 2 个项目.*兴发最多，3 件/s],
    [['兴发几件', '楚能呢', '差多少'], /兴发多，多 2 件/],
    [['兴发几件', '楚能呢', '比一比', '多几件'], /多 2 件/],
    [['上周新增几件', '本周呢', '一共几件'], /上周登记：6 件.*本周登记：0 件.*合计：6 件/s],
    [['上周新增几件', '本周呢', '哪周多'], /上周登记多，多 6 件/],
    [['上周新增几件', '本周呢', '哪家最多'], /^本周登记/],
    [['红的几件', '黄的呢', '一共几件'], /红色：\d 件.*黄色：\d 件.*合计：3 件/s],
    [['用地类几件', '施工类呢', '两类哪个多'], /用地类：\d 件.*施工类：\d 件/s],
    [['住建局办结率', '供电公司呢', '哪个高'], /住建局 · 办结率 50%.*供电公司 · 办结率 0%/s],
    [['赵磊手上几件', '钱进呢', '谁的多'], /不排先后/],
    [['赵磊手上几件', '钱进呢', '一共几件'], /没有相加/],
  ])('%j', async (said, told) => {
    expect(await talkTo(world, ...said)).toMatch(told);
  });
});

describe('beside something else', () => {
  test.each([
    [['住建局办结率', '比全区高吗'], /住建局 · 办结率 50%.*办结率 16\.7%/s],
    [['住建局几件', '跟全区比呢'], /住建局 · 未销号：1 件.*未销号：5 件/s],
    [['兴发比楚能多几件', '美利信呢'], /^美利信、楚能 · 未销号 · 2 个项目/],
    [['兴发比楚能多几件', '兴发的列一下'], /^兴发 · 未销号 3 件/],
  ])('%j', async (said, told) => {
    expect(await talkTo(world, ...said)).toMatch(told);
  });
});
