/** Kinds of answer by kinds of follow-up: each goes on with what was asked before, which its title names. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { talkTo } from '../support/talk.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ at: '2026-11-12 09:00' });
  const xf = world.group('xf');
  await xf.says('wang', '报 磷石膏仓库堆放不下 生态环境局 1个工作日');
  await xf.says('wang', '报 征地三户未签 自然资源局 1个工作日');
  await world.group('mlx').says('wang', '报 设备清单待查 住建局 1个工作日');
  await world.group('cn').says('liu', '报 供水压力不足 水利局 20个工作日');
  await world.group('cn').says('liu', '报 图审进度太慢 住建局 20个工作日');
  await world.advanceTo('2026-11-20 10:00');
});
afterAll(() => world.close());

/** Nothing is left to go on from. */
beforeEach(() => world.pass(16 * 60_000));

const ANSWERS: readonly [string, string][] = [
  ['住建局没办完的有几件', '住建局'],
  ['楚能有几个问题没解决', '楚能'],
  ['兴发没办完的有哪些', '兴发'],
];
const FOLLOWS: readonly [string, RegExp][] = [
  ['比上个月呢', /未销号 · 比10月31日24时/],
  ['跟九月份比呢', /未销号 · 比9月30日24时/],
  ['占多少', /未销号 · 占全部的比例/],
  ['全部办结了没有', /未销号/],
  ['有没有赶不上的', /红色、黄色、蓝色/],
  ['差得最多的是哪个，差几天', /逾期最久|没有逾期的，按登记先后排/],
  ['前前后后催了几次', /催办 0 次/],
  ['企业满意吗', /满意率/],
];

test.each(
  ANSWERS.flatMap(([asked, whose]) => FOLLOWS.map(([next, title]) => [asked, next, whose, title] as const)),
)('%s, %s', async (asked, next, whose, title) => {
  const answer = await talkTo(world, asked, next);
  expect(answer.split('\n')[0]).toMatch(new RegExp(`^(?:${whose})`));
  expect(answer).toMatch(title);
});

test.each([
  [['红灯的有几个', '其中逾期的呢'], /^红色/],
  [['红灯的有几个', '退回过的呢'], /^红色 · 退回过/],
  [['本月新增了几个问题', '有没有延期的'], /^本月登记 · 延过期/],
  [['本月退回过的有几个', '那水利局红的呢'], /^水利局 · .*退回过.* · 红色|^水利局 · .*红色.*退回过/],
  [['住建局没办完的有几件', '退过几次'], /^住建局 · 未销号 · 退回 0 次/],
  [['住建局没办完的有几件', '局长是谁'], /^住建局 · 找谁/],
  [['住建局没办完的有几件', '不限单位呢'], /^未销号/],
  [['楚能逾期的有几件', '不光楚能呢'], /^逾期/],
  [['住建局本月办结率是多少', '哪个单位最高'], /^本月登记 · 办结率/],
  [['本月新增了几个问题', '哪个单位最高'], /^本月登记 · \d+ 个单位/],
])('%j', async (said, title) => {
  expect(await talkTo(world, ...said)).toMatch(title);
});

test('what was not understood and names nothing leaves the question before, and the answer says so', async () => {
  const answer = await talkTo(world, '住建局没办完的有几件', '差得最远的差好远', '红的呢');
  expect(answer).toMatch(/^住建局 · 红色/);
  expect(answer).toContain('上一句没有听懂');
});

test.each(['园林局的呢', '那老李呢', '绿化的呢'])(
  '%s, not understood, may name something else',
  async (said) => {
    expect(await talkTo(world, '住建局没办完的有几件', said, '红的呢')).not.toMatch(/^住建局/);
  },
);
