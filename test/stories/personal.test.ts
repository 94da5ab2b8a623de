import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at, openWorld, textOf, titleOf, type World } from '../support/world.ts';

let world: World;
const group = () => world.group('xf');
const titles = (key: string, since: number) =>
  world
    .private(key)
    .messages.filter((one) => one.senderType === 'app' && one.createdAt >= since)
    .map(titleOf);
const texts = (key: string, since: number) =>
  world
    .private(key)
    .messages.filter((one) => one.senderType === 'app' && one.createdAt >= since)
    .map(textOf);
const history = (id: number) => world.private('song').ask('song', `历史 #${id}`);

describe('静默', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-23 09:00' });
    await group().says('wang', '报 磷石膏仓库堆放不下 生态环境局 1个工作日');
    await group().says('sun', '签收 #1');
  });
  afterAll(() => world.close());

  test('until two: the 晨报 and the reminder come at two, once, and are not called late', async () => {
    await world.advanceTo('2026-11-24 08:10');
    expect(await world.private('sun').ask('sun', '静默 到 14:00')).toContain('已静默，到 今天 14:00 为止');
    const since = world.now;
    await world.advanceTo('2026-11-24 13:59');
    expect(texts('sun', since + 1000)).toEqual([]);
    await world.advanceTo('2026-11-24 14:10');
    const got = titles('sun', at('2026-11-24 13:59'));
    expect(got.filter((title) => title.includes('晨报'))).toHaveLength(1);
    expect(got.join()).not.toContain('补发');
  });

  test('what people do reaches one all the same, and one is answered at once', async () => {
    await world.advanceTo('2026-11-24 14:30');
    await world.private('sun').ask('sun', '静默 2小时');
    const since = world.now;
    await group().says('wang', '催办 #1');
    expect(texts('sun', since).join()).toContain('有人催办');
    expect(await world.private('sun').ask('sun', '我的')).toContain('磷石膏');
    expect(await world.private('sun').ask('sun', '静默')).toContain('静默中，到 今天 16:30');
  });

  test('taken back, what was held back comes now', async () => {
    expect(await world.private('sun').ask('sun', '静默 取消')).toContain('已结束静默');
    expect(await world.private('sun').ask('sun', '静默')).toContain('现在没有静默');
    await world.private('sun').ask('sun', '静默 到 明天');
    // Yellow at the end of working hours; held back until the morning, but for this.
    await world.advanceTo('2026-11-24 17:40');
    const since = world.now;
    expect(texts('sun', since)).toEqual([]);
    await world.private('sun').ask('sun', '静默 取消');
    await world.advanceTo('2026-11-24 17:50');
    expect(texts('sun', since).join()).toContain('黄灯');
  });

  test('a week at most; in a group the answer comes privately', async () => {
    expect(await world.private('sun').ask('sun', '静默 到 12月20日')).toContain('最长 7 天');
    const before = group().botTexts.length;
    const since = world.now;
    await group().says('sun', '静默 到 明天');
    expect(group().botTexts.length).toBe(before);
    expect(texts('sun', since).join()).toContain('已静默，到 明天 08:00');
    await world.private('sun').ask('sun', '静默 取消');
  });

  test('over a whole day the 晨报 is left out, and the next morning there is one', async () => {
    await world.private('sun').ask('sun', '静默 到 11月26日');
    const since = world.now;
    await world.advanceTo('2026-11-25 20:00');
    expect(titles('sun', since + 1000)).toEqual([]);
    await world.advanceTo('2026-11-26 09:00');
    expect(titles('sun', since + 1000).filter((title) => title.includes('晨报'))).toHaveLength(1);
  });
});

describe('不再提醒', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-23 09:00' });
    await group().says('wang', '报 磷石膏仓库堆放不下 生态环境局 3个工作日');
    await group().says('sun', '签收 #1');
  });
  afterAll(() => world.close());

  test('its owner hears nothing by itself any more, the next level does, and history says so', async () => {
    expect(await world.private('sun').ask('sun', '不再提醒 #1')).toContain('不再自动提醒您');
    expect(await world.private('sun').ask('sun', '我的')).toContain('不再提醒');
    expect(await world.private('sun').ask('sun', '查 #1')).toContain('恢复提醒 #1');
    expect(textOf(group().card(1))).not.toContain('恢复提醒');
    expect(await history(1)).toContain('设为不再提醒本人');
    const since = world.now;
    await world.advanceTo('2026-12-01 09:00');
    expect(texts('sun', since + 1000)).toEqual([]);
    expect(texts('zheng', since).join()).toContain('磷石膏');
    expect(texts('song', since).join()).toContain('不再提醒');
  });

  test('恢复提醒 brings the next morning back', async () => {
    await world.private('sun').ask('sun', '恢复提醒 #1');
    const since = world.now;
    await world.advanceTo('2026-12-02 09:00');
    expect(titles('sun', since + 1000).filter((title) => title.includes('晨报'))).toHaveLength(1);
  });
});

describe('快报 每周', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-23 09:00' });
    await group().says('wang', '报 磷石膏仓库堆放不下 生态环境局 1个工作日');
    await group().says('sun', '签收 #1');
  });
  afterAll(() => world.close());

  test('only leaders and the office choose', async () => {
    expect(await world.private('sun').ask('sun', '快报 每周')).toContain('由领导和综合办选择');
    expect(await world.private('tang').ask('tang', '快报 每周')).toContain('每周第一个工作日早上');
  });

  test('then Monday brings it; red comes at once', async () => {
    const since = world.now;
    await world.advanceTo('2026-11-27 18:00');
    expect(titles('tang', since + 1000).filter((title) => title.includes('快报'))).toEqual([]);
    await world.advanceTo('2026-12-01 12:00');
    expect(titles('tang', since + 1000).filter((title) => title.includes('快报'))).toHaveLength(1);
    expect(texts('tang', since + 1000).join()).toContain('红灯');
  });
});
