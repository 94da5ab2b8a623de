/** What goes on from a table or from rates: of all, of each again, of its rows, of who has them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sixProblems } from '../support/asked-about.ts';
import { talkTo } from '../support/talk.ts';
import type { World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await sixProblems(20);
});
afterAll(() => world.close());

/** What 唐志强 is answered to the last of them. */
async function talk(...said: string[]): Promise<string> {
  world.pass(20 * 60_000);
  return talkTo(world, ...said);
}

test.each<[string[], RegExp]>([
  // After the rates of two: of all, unless these two are said.
  [['住建局办结率', '供电公司呢', '哪家最差'], /^全部 · 办结率 16\.7%\n最低的是/],
  [['住建局办结率', '供电公司呢', '哪个最高'], /^全部 · 办结率 16\.7%\n最高的是住建局/],
  [['兴发办结率', '楚能呢', '哪个项目最低'], /^全部 · 办结率[\s\S]*\n楚能\n/],
  [['住建局办结率', '供电公司呢', '这两家哪家差'], /住建局 · 办结率 50%[\s\S]*供电公司 · 办结率 0%/],
  [['住建局办结率', '哪家拉了后腿'], /^全部 · 办结率 16\.7%\n最低的是/],
  [['住建局平均几天', '全部单位都比一比'], /^已销号 · 平均用时/],
  // Of each again.
  [['各单位办结率', '按时率也看看'], /^已销号 · 按时率[\s\S]*\n住建局\n/],
  [['各项目办结率', '那按时率呢'], /^已销号 · 按时率[\s\S]*\n(?:兴发|美利信|楚能)\n/],
  [['本月各单位办结率', '平均用时呢'], /^本月办结 · 平均用时[\s\S]*\n住建局\n/],
  [['哪个单位办结率最低', '住建局的按时率呢'], /^住建局 · 已销号 · 按时率/],
  // Its rows.
  [['逾期的有几件', '按单位看', '把这几件摆出来看看'], /^逾期 3 件\n[\s\S]*#\d/],
  [['没办完的按项目拆开', '最老的是哪个'], /^未销号 · 登记最久 5 件/],
  [['逾期的有几件', '都是哪几个单位的', '住建的拿出来看看'], /^住建局 · 逾期 \d 件/],
  [['住建局没办完的几件', '分项目看', '兴发的是哪件'], /^兴发 · 住建局 · 未销号/],
  [['没办完的按单位分一下', '严重的是哪几件'], /^红色/],
  [['没办完的有几件', '严重的呢'], /^红色/],
  // Who has each of them.
  [['逾期的有几件', '谁在跟'], /^逾期 · 谁在办 3 件/],
  [['逾期的有几件', '都是谁负责'], /联络员/],
  [['#4', '怎么还没完'], /^历史 #4[\s\S]*\n#4 /],
])('%j', async (said, told) => {
  expect(await talk(...said)).toMatch(told);
});
