import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../support/world.ts';

let world: World;
const group = () => world.group('xf');
const urgent = () => world.calls().filter((call) => call.route.includes('urgent'));

beforeAll(async () => {
  world = await openWorld({ at: '2026-11-23 10:00' });
  await group().says('wang', '报 仓库堆放不下 生态环境局 1个工作日');
  await group().says('sun', '签收 #1');
});
afterAll(() => world.close());

test('催办 once per problem, working day and person, each on record', async () => {
  expect(await group().ask('wang', '催办 #1')).toContain('#1 已催办');
  expect(await group().ask('wang', '催办 #1')).toContain('今天您已经催办过这一件');
  expect(await group().ask('song', '催办 #1')).toContain('#1 已催办');
  await world.advanceTo('2026-11-24 09:30');
  expect(await group().ask('wang', '催办 #1')).toContain('#1 已催办');
  const history = await group().ask('wang', '历史 #1');
  expect(history.match(/王建国催办/g)).toHaveLength(2);
  expect(history.match(/宋丽催办/g)).toHaveLength(1);
});

test('加急 is used for nothing unless it is set', async () => {
  await world.advanceTo('2026-11-30 12:00');
  expect(world.private('tang').botTexts.join()).toContain('红');
  expect(urgent()).toEqual([]);
});

test('加急 is used for red alone once it is set', async () => {
  expect(await world.private('lin').ask('lin', '设置 加急 开')).toContain('已设置');
  await world.group('mlx').says('wang', '报 门口道路破损 交通运输局 1个工作日');
  await world.group('mlx').says('han', '签收 #2');
  await world.advanceTo('2026-12-02 12:00');
  expect(world.private('han').botTexts.join()).toContain('黄灯');
  expect(urgent()).toEqual([]);
  await world.advanceTo('2026-12-07 12:00');
  const called = urgent().map((call) => JSON.stringify(call));
  expect(called.length).toBeGreaterThan(0);
  expect(called.join()).toContain(world.openId('han'));
  expect(called.join()).toContain(world.openId('tang'));
});
