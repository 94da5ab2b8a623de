/** 约谈: a red problem calls for its unit's head. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, textOf, type World } from '../support/world.ts';

let world: World;
const group = () => world.group('xf');

beforeAll(async () => {
  world = await openWorld({ at: '2026-11-23 10:00' });
  await group().says('wang', '报 仓库堆放不下 生态环境局 1个工作日');
  await group().says('sun', '签收 #1');
});
afterAll(() => world.close());

test('a problem that is not red is no reason, and the refusal says what can be done instead', async () => {
  expect(await group().ask('song', '约谈 #1 迟迟不办')).toContain('红灯的问题才能约谈');
  expect(await group().ask('song', '历史 #1')).not.toContain('约谈');
});

test('unit, secretary and enterprise are told who may', async () => {
  await world.advanceTo('2026-12-02 10:00');
  for (const who of ['sun', 'wang', 'hua']) {
    expect(await group().ask(who, '约谈 #1 迟迟不办')).toContain('综合办、分管领导可以');
  }
});

test('without a reason a form asks for it', async () => {
  const tang = world.private('tang');
  const before = tang.messages.length;
  await tang.says('tang', '约谈 #1');
  expect(JSON.stringify(tang.messages.slice(before))).toContain('约谈单位负责人');
});

test('the head is told in private, the card and the history show it', async () => {
  const head = world.private('zheng');
  const before = head.messages.length;
  expect(await group().ask('song', '约谈 #1 逾期多日未见实质进展')).toContain('已约谈，这是第 1 次');
  const told = JSON.stringify(head.messages.slice(before));
  expect(told).toContain('约谈：红灯件');
  expect(told).toContain('逾期多日未见实质进展');
  expect(textOf(group().card(1))).toContain('约谈 1 次');
  expect(await group().ask('wang', '历史 #1')).toContain('宋丽约谈单位负责人：逾期多日未见实质进展');
});

test('twice on one day is once', async () => {
  const before = world.private('zheng').messages.length;
  expect(await world.private('tang').ask('tang', '约谈 #1 请说明')).toContain('今天已经约谈过这一件');
  expect(world.private('zheng').messages).toHaveLength(before);
});

test('the next day it counts on, and 撤销 takes the talk back by its name', async () => {
  await world.advanceTo('2026-12-03 10:00');
  expect(await world.private('tang').ask('tang', '约谈 #1 请说明')).toContain('这是第 2 次');
  expect(await world.private('tang').ask('tang', '撤销 #1')).toContain('已撤销“约谈”');
  expect(textOf(group().card(1))).toContain('约谈 1 次');
});

test('the very first talk, taken back, leaves no trace on the card', async () => {
  await group().says('wang', '报 门口道路破损 生态环境局 1个工作日');
  await group().says('sun', '签收 #2');
  await world.advanceTo('2026-12-14 10:00');
  await group().says('song', '约谈 #2 请说明');
  expect(textOf(group().card(2))).toContain('约谈 1 次');
  expect(await group().ask('song', '撤销 #2')).toContain('已撤销“约谈”');
  expect(textOf(group().card(2))).not.toContain('约谈 1 次');
});
