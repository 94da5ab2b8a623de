/** Of a list that was shown: the reasons of each, which is longest, those themselves, and one of them by its words. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sixProblems } from '../support/asked-about.ts';
import { talkTo } from '../support/talk.ts';
import type { World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await sixProblems(20);
});
afterAll(() => world.close());

describe('of a list', () => {
  test.each([
    [['逾期的有哪些', '每一件为什么没办完'], '逾期 · 原因 3 件'],
    [['逾期的有哪些', '哪个拖的时间最长'], '逾期最久 3 件'],
    [['逾期的有哪些', '历时最长的是哪件'], '逾期 · 登记最久 3 件'],
    [['本周办结的有哪些', '历时最长的是哪件'], '本周办结 · 用时最长'],
    [['住建局逾期的有几件', '展开看看这些超期件'], '住建局 · 逾期 1 件'],
    [['没办完的有哪些', '逾期的具体是什么问题'], '逾期 3 件'],
    [['今天办结几件', '挂账的具体是什么问题'], '已挂账'],
    [['没办完的有几件', '那个供水压力的谁在办'], '#6 · 谁在办'],
  ])('%j is %s', async (said, title) => {
    world.pass(20 * 60_000);
    expect((await talkTo(world, ...said)).split('\n')[0]).toBe(title);
  });

  test('对接人 of one is the firm’s and the unit’s', async () => {
    world.pass(20 * 60_000);
    expect(await talkTo(world, '#4', '对接人是谁')).toMatch(/责任单位住建局[\s\S]*企业联系人/);
  });
});
