/** What was made void is told apart wherever problems are counted. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { talkTo } from '../support/talk.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ at: '2026-11-19 09:00', processes: 1 });
  await world.group('xf').says('wang', '报 磷石膏临时堆场放不下 生态环境局 2个工作日');
  await world.group('mlx').says('wang', '报 厂区门口道路破损 交通运输局 5个工作日');
  await world.group('mlx').says('wang', '作废 #2 报错群了');
});
afterAll(() => world.close());
beforeEach(() => world.pass(16 * 60_000));

test.each(['本月新增了几件', '各单位本月新增几件', '每个项目这个月新增多少问题'])('%s', async (said) => {
  const answer = await talkTo(world, said);
  expect(answer).toContain('1 件（另有作废 1 件）');
  expect(answer).toContain('已作废 1');
  expect(answer).not.toContain('已结');
});

test('of a project in two branches of industry it is told once', async () => {
  const mlx = world.group('mlx');
  await mlx.says('wang', '项目 产业 装备制造、汽车');
  const answer = await talkTo(world, '美利信本月登记的按产业分');
  expect(answer).toContain('2 个产业 0 件（另有作废 1 件）');
});
