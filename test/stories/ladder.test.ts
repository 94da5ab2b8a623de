import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, textOf, type World } from '../support/world.ts';

let world: World;
const group = () => world.group('xf');
const card = (id: number) => textOf(group().card(id));
/** What a reminder says in a line of the morning's digest, instead of in a card of its own. */
const IN_DIGEST: Record<string, string> = {
  '红灯：严重逾期': '【新转红】',
  '黄灯：已经超过时限': '【新转黄】',
  '红灯：长期逾期': '【长期逾期】',
  蓝灯: '【时限快到】',
};
/** How many messages to each of these people have said this, at whatever time, in a card or a line of a digest. */
const heard = (headline: string, keys: string[]) =>
  Object.fromEntries(
    keys.map((key) => [
      key,
      world.private(key).messages.filter((one) => {
        const said = JSON.stringify([one.content, ...one.history]);
        return said.includes(headline) || said.includes(IN_DIGEST[headline] ?? headline);
      }).length,
    ]),
  );
const EVERYBODY = ['sun', 'zheng', 'wang', 'song', 'tang', 'gao', 'lin', 'li'];

describe('lights and ladder over 国庆 2026', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-09-24 10:00' });
    await group().says('wang', '报 磷石膏仓库堆放不下 生态环境局 3个工作日');
    await group().says('sun', '签收 #1');
  });
  afterAll(() => world.close());

  test('blue two working days before, on the card by itself and to the person responsible alone', async () => {
    // 中秋 25–27 September: three working days end on the 30th.
    expect(card(1)).toContain('9月30日（周三）');
    expect(card(1)).toContain('正常 还剩 3 个工作日');
    await world.advanceTo('2026-09-28 09:00');
    expect(card(1)).toContain('蓝 还剩 2 个工作日');
    expect(heard('蓝灯：时限快到了', EVERYBODY)).toEqual({
      sun: 1,
      zheng: 0,
      wang: 0,
      song: 0,
      tang: 0,
      gao: 0,
      lin: 0,
      li: 0,
    });
  });

  test('the count on the card goes down with the days, without a message', async () => {
    const before = world.private('sun').botTexts.length;
    await world.advanceTo('2026-09-29 08:20');
    expect(card(1)).toContain('蓝 还剩 1 个工作日');
    expect(world.private('sun').botTexts.length).toBe(before);
  });

  test('yellow the moment the deadline is over; unit head and secretary hear it, too', async () => {
    await world.advanceTo('2026-09-30 17:25');
    expect(card(1)).toContain('今天到期');
    await world.advanceTo('2026-09-30 17:40');
    expect(card(1)).toContain('黄 今天逾期');
    expect(heard('黄灯：已经超过时限', EVERYBODY)).toEqual({
      sun: 1,
      zheng: 1,
      wang: 1,
      song: 0,
      tang: 0,
      gao: 0,
      lin: 0,
      li: 0,
    });
  });
});

describe('red, over 国庆 2026', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-09-29 10:00' });
    await group().says('wang', '报 磷石膏仓库堆放不下 生态环境局 1个工作日');
    await group().says('sun', '签收 #1');
    await world.advanceTo('2026-09-30 18:00');
  });
  afterAll(() => world.close());

  test('through the whole holiday nothing is sent to anybody', async () => {
    const before = world.sim
      .calls()
      .filter((call) => call.method === 'POST' && call.route.endsWith('/messages')).length;
    await world.advanceTo('2026-10-07 23:00');
    const after = world.sim
      .calls()
      .filter((call) => call.method === 'POST' && call.route.endsWith('/messages')).length;
    expect(after).toBe(before);
    expect(card(1)).toContain('黄');
  });

  test('the make-up Saturday counts: red comes when more than three working days are over', async () => {
    await world.advanceTo('2026-10-10 16:00');
    expect(card(1)).toContain('黄 逾期 3 个工作日');
    await world.advanceTo('2026-10-12 09:00');
    expect(card(1)).toContain('红 逾期 4 个工作日');
    expect(heard('红灯：严重逾期', EVERYBODY)).toEqual({
      sun: 1,
      zheng: 1,
      wang: 1,
      song: 0,
      tang: 1,
      gao: 0,
      lin: 0,
      li: 0,
    });
  });

  test('收到 stops the ladder until it lapses', async () => {
    expect(await group().ask('sun', '收到 #1')).toContain('#1');
    await world.advanceTo('2026-10-14 09:00');
    expect(heard('红灯：长期逾期', ['gao'])).toEqual({ gao: 0 });
    // Acknowledged again before seven days: the principal leader hears only after it has lapsed.
    await world.advanceTo('2026-10-14 17:00');
    await group().says('sun', '收到 #1');
    await world.advanceTo('2026-10-15 10:00');
    expect(card(1)).toContain('红 逾期 7 个工作日');
    expect(heard('红灯：长期逾期', ['gao'])).toEqual({ gao: 0 });
    await world.advanceTo('2026-10-16 18:00');
    expect(heard('红灯：长期逾期', ['gao', 'tang', 'zheng', 'wang', 'sun'])).toEqual({
      gao: 1,
      tang: 1,
      zheng: 1,
      wang: 1,
      sun: 1,
    });
  });

  test('when the work catches up the light goes back by itself', async () => {
    await group().says('sun', '办结 #1 已协调临时仓库');
    expect(card(1)).not.toContain('逾期');
    expect(card(1)).toContain('待核验');
  });
});

describe('nobody signs, nobody routes', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-20 10:00' });
    await group().says('wang', '报 磷石膏仓库堆放不下 生态环境局 10个工作日');
    await group().says('wang', '报 邻避意见大不知道归谁');
  });
  afterAll(() => world.close());

  test('未转办 at 17:00 of the same day, to the office', async () => {
    await world.advanceTo('2026-11-20 16:55');
    expect(heard('今天还没有转办', ['song'])).toEqual({ song: 0 });
    await world.advanceTo('2026-11-20 17:05');
    expect(heard('今天还没有转办', EVERYBODY)).toMatchObject({ song: 1, wang: 0, tang: 0 });
    await group().says('song', '转办 #2 水利局');
  });

  test('未签收 after one working day, over the weekend: the coordinator; after two: the unit head', async () => {
    await world.advanceTo('2026-11-23 09:55');
    expect(heard('转办满 1 个工作日未签收', ['sun', 'zheng'])).toEqual({ sun: 0, zheng: 0 });
    await world.advanceTo('2026-11-23 10:05');
    expect(heard('转办满 1 个工作日未签收', ['sun', 'zheng'])).toEqual({ sun: 1, zheng: 0 });
    await world.advanceTo('2026-11-24 10:05');
    expect(heard('多日未签收', ['sun', 'zheng'])).toEqual({ sun: 0, zheng: 1 });
  });

  test('a reminder can be answered with its own button, and signing ends it', async () => {
    const result = await world.private('sun').clicks('sun', world.private('sun').card(1), '签收');
    expect(result.toast?.type).toBe('success');
    await world.advanceTo('2026-11-27 10:00');
    expect(heard('多日未签收', ['zheng'])).toEqual({ zheng: 1 });
  });
});

describe('an empty rung and an outage', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-16 10:00', masterData: true });
    const unit = await world.private('lin').ask('lin', '单位 新增 邮政管理局');
    expect(unit).toContain('邮政管理局');
  });
  afterAll(() => world.close());

  test('a unit without people: the office is told at once', async () => {
    await group().says('wang', '报 包裹堵在门口 邮政管理局 2个工作日');
    expect(textOf(world.private('song').card(1))).toContain('没有配置人员');
    expect(textOf(world.private('song').card(1))).toContain('邮政管理局');
  });

  test('what an outage made us miss comes once, marked 补发, and only the highest step', async () => {
    await group().says('wang', '报 仓库堆放不下 生态环境局 1个工作日');
    await group().says('sun', '签收 #2');
    await world.advanceTo('2026-11-17 09:00');
    world.outageUntil('2026-11-24 10:30');
    await world.advanceTo('2026-11-24 10:31');
    const told = () => world.private('tang').botTexts.filter((text) => text.includes('【新转红】'));
    expect(told(), told().join('\n---\n')).toHaveLength(1);
    expect(told()[0]).toContain('【补发】问题快报');
    expect(told()[0]).toContain('#2 仓库堆放不下');
    expect(heard('黄灯：已经超过时限', ['sun', 'zheng', 'wang'])).toEqual({ sun: 0, zheng: 0, wang: 0 });
    await world.advanceTo('2026-11-24 16:00');
    expect(told()).toHaveLength(1);
  });
});
