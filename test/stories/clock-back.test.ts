import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, textOf, titleOf, type World } from '../support/world.ts';

let world: World;
const group = () => world.group('xf');
const digests = (key: string, day: string) =>
  world.private(key).messages.filter((one) => /晨报|问题快报/.test(titleOf(one)) && textOf(one).includes(day))
    .length;

describe('a clock that ran three days ahead and is set right', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-16 10:00' });
    await group().says('wang', '报 仓库堆放不下 生态环境局 3个工作日');
    await group().says('sun', '签收 #1');
    await world.advanceTo('2026-11-17 07:00');
    // Friday by the wrong clock: the day after the deadline.
    world.outageUntil('2026-11-20 10:00');
    await world.advanceTo('2026-11-20 10:30');
    expect(textOf(group().card(1))).toContain('黄 逾期 1 个工作日');
    world.outageUntil('2026-11-17 07:10');
  });
  afterAll(() => world.close());

  test('the next minute works again, and the card shows the right light', async () => {
    await world.advanceTo('2026-11-17 07:15');
    expect(textOf(group().card(1))).toContain('蓝 还剩 2 个工作日');
    expect(world.log.filter((line) => line.includes('clock.set-back'))).toHaveLength(1);
    expect(await group().ask('wang', '历史 #1')).toContain('时钟已校正');
  });

  test('no morning is missed: each working day brings its digest once', async () => {
    await world.advanceTo('2026-11-19 18:00');
    // Due on the 19th, so there is something to say on that day only.
    expect(digests('sun', '11月19日')).toBe(1);
    expect(digests('sun', '11月18日')).toBe(0);
  });

  test('the reminder that came too early comes again when it is due, once', async () => {
    const told = () =>
      world.private('zheng').messages.filter((one) => /黄灯：已经超过时限|新转黄/.test(textOf(one))).length;
    expect(told()).toBe(2);
    await world.advanceTo('2026-11-20 18:00');
    expect(told()).toBe(2);
    expect(digests('sun', '11月20日')).toBe(2);
  });
});

describe('jumps of the clock by an hour', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-18 10:00' });
    await group().says('wang', '报 仓库堆放不下 生态环境局 1个工作日');
  });
  afterAll(() => world.close());

  test('forward over the morning: the digest comes once, marked 补发', async () => {
    await world.advanceTo('2026-11-19 08:20');
    world.outageUntil('2026-11-19 09:20');
    await world.advanceTo('2026-11-19 09:40');
    expect(digests('sun', '11月19日')).toBe(1);
    expect(world.private('sun').messages.map(titleOf)).toContain('【补发】晨报');
  });

  test('back over the morning: nobody hears it a second time', async () => {
    world.outageUntil('2026-11-19 08:25');
    await world.advanceTo('2026-11-19 12:00');
    expect(digests('sun', '11月19日')).toBe(1);
  });
});
