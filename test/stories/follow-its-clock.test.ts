/** 最久的, 最早的, 排个队: of exactly what was answered, by the clock it was asked by. No two of these clocks go alike here. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { talkTo } from '../support/talk.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ at: '2026-11-12 09:00' });
  const [xf, cn] = [world.group('xf'), world.group('cn')];
  await xf.says('wang', '报 征地三户未签 自然资源局 20个工作日');
  await xf.says('wang', '报 临时用电容量不够 供电公司 10个工作日');
  await world.advanceTo('2026-11-13 09:00');
  await cn.says('liu', '报 供水压力不足 水利局 6个工作日');
  await cn.says('liu', '报 图审意见没回 住建局 20个工作日');
  await cn.says('liu', '报 门口没有路灯 住建局 20个工作日');
  await cn.says('liu', '报 施工图缺页 住建局 20个工作日');
  await world.advanceTo('2026-11-16 09:00');
  await xf.says('wang', '转办 #1 生态环境局');
  for (const [day, id] of [
    ['2026-11-17', 5],
    ['2026-11-18', 4],
  ] as const) {
    await world.advanceTo(`${day} 10:00`);
    await world.private('zhao').says('zhao', `办结 #${id} 已过`);
    await world.private('song').says('song', `核验 #${id} 属实`);
  }
  await world.advanceTo('2026-11-20 10:00');
});
afterAll(() => world.close());

test.each([
  [['没办完的有几件', '最久的是哪件'], /^未销号 · 登记最久 4 件/, 1],
  [['兴发没办完的有几件', '哪个时间最长'], /^兴发 · 未销号 · 登记最久 2 件/, 1],
  [['楚能没办完的有几件', '最早那件什么时候登的'], /^#3 · 登记人、登记时间/, 3],
  [['没签收的有几件', '最久的是哪件'], /^待签收 · 等得最久 · 等谁/, 2],
  [['没签收的有几件', '等得最久的那件几天了'], /^#2 · 等谁、等了多少天/, 2],
  [['没签收的有几件', '按单位分一下', '最久的一件派过去几天了'], /^待签收 · 等得最久 · 等谁/, 2],
  [['本月到期的有几件', '最早的是哪件'], /^本月到期 · 未销号 · 时限先后 2 件/, 3],
  [['本月到期的有几件', '最久的是哪件'], /^本月到期 · 未销号 · 登记最久 2 件/, 2],
  [['楚能本月登记了几件', '最早的是哪件'], /^楚能 · 本月登记 · 登记最久 4 件/, 3],
  [['本周办结了几件', '最先办完的是哪件'], /^本周办结 · 最先销号/, 5],
  [['本周办结了几件', '最早的是哪件'], /^本周办结 · 最先销号/, 5],
  [['本周办结了几件', '最后办完的呢'], /^本周办结 · 最近销号/, 4],
  [['本周办结了几件', '最早的是哪件', '最慢的呢'], /^本周办结 · 用时最长\n/, 4],
  [['今年最早办完的是哪件'], /^今年办结 · 最先销号/, 5],
])('%j', async (said, title, first) => {
  world.pass(20 * 60_000);
  const answer = await talkTo(world, ...said);
  expect(answer).toMatch(title);
  expect(/#(\d+)/.exec(answer)?.[1]).toBe(String(first));
});

test.each([
  [['住建局平均几天办完', '全部单位排一下'], /^已销号 · 平均用时\n/],
  [['住建局本月按时率', '排个队'], /^本月办结 · 按时率/],
  [['住建局本月办结率', '在各单位里排第几', '上个月呢'], /^上月登记 · 办结率 · 住建局排第几\n/],
  [['上个月登记了几件', '上半个月呢'], /^10月1日至10月15日登记/],
  [['住建局本月平均几天办完', '水利局呢', '这两家平均办结时间谁长'], /^住建局、水利局 · 本月办结 · 平均用时/],
  [['住建局办得最慢的是哪件'], /还没办完的里登记最久的是 #6 [\s\S]*用时最长的是 #4/],
  [['水利局办得最慢的是哪件'], /还没办完的里登记最久的是 #3 [\s\S]*算不出用时/],
  [['水利局办得最慢的是哪件', '谁在办'], /^#3 · 谁在办/],
  [['住建局办结的里面最慢的是哪件'], /^(?!.*还没办完)/s],
])('%j is of all that was said', async (said, told) => {
  world.pass(20 * 60_000);
  expect(await talkTo(world, ...said)).toMatch(told);
});
