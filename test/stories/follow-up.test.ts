import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ at: '2026-11-12 09:00' });
  const xf = world.group('xf');
  await xf.says('wang', '报 磷石膏仓库堆放不下 生态环境局 1个工作日');
  await xf.says('wang', '报 征地三户未签 自然资源局 1个工作日');
  await world.group('cn').says('liu', '报 供水压力不足 水利局 6个工作日');
  for (let i = 1; i <= 12; i++)
    await world.group('mlx').says('wang', `报 设备清单第${i}批待查 住建局 12个工作日`);
  await world.advanceTo('2026-11-20 10:00');
});
afterAll(() => world.close());

const first = (said: string) => said.split('\n')[0];

describe('a question goes on from the one before, and its title says so', () => {
  test('another unit, another state, another time', async () => {
    const tang = world.private('tang');
    expect(first(await tang.ask('tang', '生态环境局红的有几个'))).toBe('环境局 · 红色 1 件');
    expect(first(await tang.ask('tang', '那自然资源局呢'))).toMatch(/^\S+ · 红色 1 件$/);
    expect(first(await tang.ask('tang', '未销号的呢'))).toMatch(/^资规局 · 未销号 1 件$|^\S+ · 未销号 1 件$/);
    expect(first(await tang.ask('tang', '上个月登记的呢'))).toContain('上月登记');
  });

  test('下一页, 列出来, 为什么, and 催一下 asks which', async () => {
    const tang = world.private('tang');
    expect(await tang.ask('tang', '住建局没办完的有几件')).toContain('住建局现在未销号 12 件。');
    expect(await tang.ask('tang', '下一页')).toContain('第 2/3 页');
    expect(first(await tang.ask('tang', '列出来'))).toBe('住建局 · 未销号 12 件');
    expect(await tang.ask('tang', '为什么')).toContain('原因在每一件后面');
    expect(await tang.ask('tang', '催一下')).toContain('要催哪一件？');
  });

  test('an order to hurry is offered problem by problem, and does nothing by itself', async () => {
    const said = await world.private('tang').ask('tang', '催一下住建局');
    expect(said).toContain('要催哪一件？');
    expect(said.match(/催办 #\d+/g)?.length).toBe(5);
    expect(await world.private('tang').ask('tang', '历史 #4')).not.toContain('催办');
  });

  test('a misspelt name is offered as a button', async () => {
    const said = await world.private('tang').ask('tang', '住件局没办完的有几件');
    expect(said).toContain('没看懂');
    expect(said).toContain('住建局没办完的有几件');
  });

  test('only of the same person in the same chat, and for 15 minutes', async () => {
    await world.private('tang').ask('tang', '生态环境局红的有几个');
    expect(await world.private('song').ask('song', '上个月呢')).toContain('没有听懂');
    await world.advanceTo('2026-11-20 10:20');
    expect(await world.private('tang').ask('tang', '上个月呢')).toContain('没有听懂');
  });

  test('a whole question begins anew', async () => {
    const tang = world.private('tang');
    await tang.ask('tang', '生态环境局红的有几个');
    expect(first(await tang.ask('tang', '逾期的有几个呢'))).toBe('逾期 2 件');
  });
});

describe('figures in words', () => {
  test('the sentence says how many of them are far overdue', async () => {
    await world.advanceTo('2026-11-27 10:00');
    expect(await world.private('tang').ask('tang', '红色的有几个')).toContain(
      '现在红色 3 件，其中 2 件逾期超过 6 个工作日。',
    );
  });

  test('rates, averages and comparisons say what they are taken of', async () => {
    const tang = world.private('tang');
    expect(await tang.ask('tang', '本月办结率多少')).toContain('登记 15 件，已销号 0 件，办结率 0%。');
    expect(await tang.ask('tang', '平均几天办完')).toContain('没有已销号的问题，算不出用时。');
    expect(await tang.ask('tang', '本月比上月多了几件')).toContain('登记 15 件，上月 0 件，多 15 件。');
    expect(await tang.ask('tang', '红灯占比多少')).toContain('未销号 15 件，其中 3 件，占 20%。');
  });

  test('in a group who may see more elsewhere is told so', async () => {
    expect(await world.group('xf').ask('tang', '红色的有几个')).toContain('请私聊我问');
    expect(await world.group('xf').ask('hua', '红色的有几个')).not.toContain('请私聊我问');
  });
});
