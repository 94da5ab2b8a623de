/** One message a person and morning: what the clock owes somebody before ten stands in the digest. */
import { afterEach, expect, test } from 'vitest';
import { openWorld, textOf, titleOf, type World } from '../support/world.ts';

let world: World;
afterEach(() => world.close());

/** What the bot wrote to somebody between two moments of a day, as title and text. */
const told = (key: string, day: string, from = '00:00', until = '10:30') =>
  world
    .private(key)
    .messages.filter((one) => {
      const local = new Date(one.createdAt + 8 * 3_600_000).toISOString();
      return (
        one.senderType === 'app' &&
        local.startsWith(day) &&
        local.slice(11, 16) >= from &&
        local.slice(11, 16) < until
      );
    })
    .map((one) => `${titleOf(one)}\n${textOf(one)}`);

test('未签收 of the early morning is told by the digest to the coordinator, and the day after to the head', async () => {
  world = await openWorld({ at: '2026-11-23 08:41' });
  const group = world.group('xf');
  await group.says('wang', '报 仓库堆放不下 生态环境局 10个工作日');
  world.outageUntil('2026-11-23 08:55');
  await group.says('wang', '报 门口扬尘 生态环境局 10个工作日');
  world.outageUntil('2026-11-23 14:05');
  await group.says('wang', '报 雨污混接 生态环境局 10个工作日');
  world.outageUntil('2026-11-23 14:50');
  await group.says('wang', '报 噪声扰民 生态环境局 10个工作日');
  await world.advanceTo('2026-11-24 17:00');
  const [digest = '', ...more] = told('sun', '2026-11-24');
  expect(more).toEqual([]);
  expect(digest).toContain('待签收 4 件');
  expect(digest.match(/【请尽快签收】/g)).toHaveLength(2);
  // The two of the afternoon fall into one hour and are one list.
  const [list = '', ...others] = told('sun', '2026-11-24', '10:30', '23:00');
  expect(others).toEqual([]);
  expect(list).toContain('提醒：2 件');
  await world.advanceTo('2026-11-25 10:30');
  expect(told('zheng', '2026-11-25')).toHaveLength(1);
  expect(told('zheng', '2026-11-25')[0]).toContain('多日未签收，请督促本单位签收 2 件');
  expect(told('sun', '2026-11-25')).toHaveLength(1);
});

test('a deadline of nine o’clock is in the digest as due today, and overdue is told at ten', async () => {
  world = await openWorld({ at: '2026-11-23 10:00' });
  await world.group('xf').says('wang', '报 仓库堆放不下 生态环境局 明天上午9点前');
  await world.group('xf').says('sun', '签收 #1');
  await world.advanceTo('2026-11-24 10:30');
  expect(told('sun', '2026-11-24', '00:00', '10:00').map((text) => text.split('\n')[0])).toEqual(['晨报']);
  expect(told('zheng', '2026-11-24', '00:00', '10:00')).toEqual([]);
  expect(told('zheng', '2026-11-24').join()).toContain('黄灯');
});

test('a group with nothing due, overdue or to verify hears nothing in the morning', async () => {
  world = await openWorld({ at: '2026-11-23 10:00' });
  await world.group('sx').says('liu', '报 屋顶漏水 住建局 2026-12-31');
  await world.group('sx').says('zhao', '签收 #1');
  const before = world.group('sx').messages.length;
  await world.advanceTo('2026-11-25 10:00');
  expect(world.group('sx').messages.length).toBe(before);
});
