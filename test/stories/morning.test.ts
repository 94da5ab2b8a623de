import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, textOf, titleOf, type World } from '../support/world.ts';

let world: World;
const MINUTE = 60_000;
/** Digest cards a person got since, with the local minute of the day. */
const digests = (key: string, since: number) =>
  world
    .private(key)
    .messages.filter((one) => one.createdAt >= since && /晨报|问题快报/.test(titleOf(one)))
    .map((one) => ({
      text: textOf(one),
      at: new Date(one.createdAt + 8 * 60 * MINUTE).toISOString().slice(11, 19),
    }));

describe.each(['postgres', 'pglite'] as const)('晨报 （%s）', (database) => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-19 10:00', database });
    const group = world.group('xf');
    await group.says('wang', '报 磷石膏仓库堆放不下 生态环境局 1个工作日');
    await group.says('sun', '签收 #1');
    await group.says('wang', '报 门口积水 水利局 10个工作日');
    await group.says('wang', '报 路灯不亮 住建局 5个工作日');
    await group.says('zhao', '办结 #3 已修好');
  });
  afterAll(() => world.close());

  test('on a working day everybody with something gets one card between 08:31 and 08:40, others none', async () => {
    const since = world.now;
    await world.advanceTo('2026-11-20 09:00');
    for (const key of ['sun', 'jiang', 'wang']) {
      const got = digests(key, since);
      expect(got, key).toHaveLength(1);
      expect(got[0]!.at >= '08:31:00' && got[0]!.at < '08:41:00', got[0]!.at).toBe(true);
    }
    expect(digests('sun', since)[0]!.text).toContain('今天到期 1 件');
    expect(digests('jiang', since)[0]!.text).toContain('待签收 1 件');
    expect(digests('wang', since)[0]!.text).toContain('待核验 1 件');
    for (const key of ['zhao', 'li', 'qian', 'lin', 'gao']) expect(digests(key, since), key).toEqual([]);
  });

  test('the project group gets one, other groups with nothing to say get none or only their countdown', () => {
    const here = world.group('xf').messages.filter((one) => titleOf(one).includes('晨报'));
    expect(here).toHaveLength(1);
    expect(textOf(here[0]!)).toContain('今天到期 1 件');
    expect(textOf(here[0]!)).toContain('开工');
    expect(world.group('sx').messages.filter((one) => titleOf(one).includes('晨报'))).toHaveLength(0);
  });

  test('buttons on it work', async () => {
    const mine = world
      .private('jiang')
      .messages.filter((one) => titleOf(one).includes('晨报'))
      .at(-1)!;
    const result = await world.private('jiang').clicks('jiang', mine, '签收');
    expect(result.toast?.type).toBe('success');
    expect(textOf(world.group('xf').card(2))).toContain('办理中');
  });

  test('nothing on the weekend; on Monday the reds and yellows reach leaders and office in one card', async () => {
    const friday = world.now;
    await world.advanceTo('2026-11-20 18:00');
    const weekend = world.now;
    await world.advanceTo('2026-11-23 08:00');
    for (const key of ['sun', 'wang', 'song', 'tang']) expect(digests(key, weekend), key).toEqual([]);
    await world.advanceTo('2026-11-23 09:00');
    expect(digests('sun', friday)).toHaveLength(1);
    expect(digests('sun', friday)[0]!.text).toContain('已经逾期 1 件');
    for (const key of ['song', 'tang']) {
      expect(digests(key, friday), key).toHaveLength(1);
      expect(digests(key, friday)[0]!.text).toContain('黄灯 1 件');
    }
  });

  test('after an outage the digest of the day comes once, marked 补发', async () => {
    const since = world.now;
    world.outageUntil('2026-11-24 10:00');
    await world.advanceTo('2026-11-24 11:00');
    expect(digests('sun', since)).toHaveLength(1);
    expect(world.private('sun').messages.map(titleOf).at(-1)).toContain('【补发】');
  });
});
