import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PEOPLE } from '../../src/demo/zone.ts';
import { sendDue } from '../../src/engine/send.ts';
import { runTick } from '../../src/engine/tick.ts';
import { openWorld, type Place, textOf, titleOf, type World } from '../support/world.ts';

let world: World;
const office = () => world.group('office');
const bills = (place: Place) => place.messages.filter((one) => titleOf(one).endsWith('减负账单'));
const ask = (words: string) => world.private('song').ask('song', words);
const figure = (text: string, pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? Number.NaN);

/** What the platform itself holds: messages of the bot in private chats and in groups, edits not counted. */
function sentByBot(before = Number.POSITIVE_INFINITY) {
  const own = (place: Place) =>
    place.messages.filter((one) => one.senderType === 'app' && one.createdAt <= before).length;
  const home = PEOPLE.filter((one) => one.unit !== 'enterprise');
  return { people: home.map(({ key }) => own(world.private(key))), xf: own(world.group('xf')) };
}

describe('减负账单', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-23 10:00' });
    await world.group('xf').says('wang', '报 磷石膏仓库堆放不下 生态环境局 3个工作日');
    await world.group('xf').says('wang', '报 围挡被风吹倒 住建局 3个工作日');
    await world.advanceTo('2026-11-24 10:00');
    await world.group('xf').says('sun', '签收 #1');
    await world.advanceTo('2026-11-30 15:10');
  });
  afterAll(() => world.close());

  test('comes to the office once, on the last working day, beside the statistics', () => {
    expect(bills(office())).toHaveLength(1);
    expect(titleOf(bills(office())[0]!)).toBe('2026年11月减负账单');
    expect(office().messages.filter((one) => titleOf(one).includes('统计和红黑榜'))).toHaveLength(1);
    expect(bills(world.group('xf'))).toEqual([]);
  });

  test('its figures are what the platform holds, each private message and card counted once', () => {
    const bill = bills(office())[0]!;
    const text = textOf(bill);
    const { people } = sentByBot(bill.createdAt);
    const all = people.reduce((sum, one) => sum + one, 0);
    const messages = figure(text, /主动发出私聊消息 (\d+) 条/);
    const cards = figure(text, /问题卡片 (\d+) 张发到个人/);
    const answers = [...text.matchAll(/收到的 .*；应答 (\d+) 条/g)].reduce(
      (sum, [, n]) => sum + Number(n),
      0,
    );
    expect(messages).toBeGreaterThan(5);
    expect(messages + cards + answers).toBe(all);
    expect(figure(text, /收到的有 (\d+) 人/)).toBe(people.filter((n) => n > 0).length);
    expect(text).toContain('安静时段和休息日主动发出 0 条。');
  });

  test('what was acted on within two working days is told from what was not', () => {
    const text = textOf(bills(office())[0]!);
    const [asked, acted] = [figure(text, /满 2 个工作日的 (\d+) 条/), figure(text, /其中 (\d+) 条在/)];
    expect(acted).toBeGreaterThan(0);
    expect(acted).toBeLessThan(asked);
    expect(figure(text, /另有 (\d+) 条没满/)).toBeGreaterThan(0);
  });

  test('it is summed by role and by group; nobody is named', () => {
    const text = textOf(bills(office())[0]!);
    expect(text).toMatch(/单位人员\n收到的 \d+ 人，主动 \d+ 条，人均 [\d.]+ 条，最多 \d+ 条/);
    expect(text).toMatch(/兴发项目专班\n主动 \d+ 条，问题卡片 2 张/);
    for (const { name } of PEOPLE) expect(text, name).not.toContain(name);
    expect(text).toContain('调度包（Word） 1 份');
    expect(text).toContain('口径：只计已送达的消息。');
  });

  test('office and leaders alone may ask, outside of project groups', async () => {
    expect(await ask('减负账单')).toContain('2026年11月减负账单');
    expect(await ask('减负账单 本月')).toContain('主动发出私聊消息');
    for (const key of ['wang', 'sun', 'lin'])
      expect(await world.private(key).ask(key, '减负账单'), key).toContain('综合办、分管领导');
    expect(await world.group('xf').ask('song', '减负账单')).toContain('只在综合办群或私聊里看');
    expect(await ask('减负账单 上周')).toContain('请写成');
    expect(await ask('减负账单 2027年3月')).toContain('还没有到');
  });

  test('once everybody has had time, two processes keep the month’s sums, once', async () => {
    await world.advanceTo('2026-12-03 11:59');
    const other = world.joinProcess().deps;
    world.outageUntil('2026-12-03 12:00');
    await Promise.all([runTick(world.deps, world.now), runTick(other, world.now)]);
    await Promise.all([sendDue(world.deps), sendDue(other)]);
    await world.settle();
    const rows = await world.deps.db.session((session) =>
      session.query('select month from burden_month order by 1'),
    );
    // October was kept in November, empty.
    expect(rows).toHaveLength(2);
  });

  test('when the messages themselves are forgotten the kept sums are told; what was never kept is refused', async () => {
    const before = await ask('减负账单 上月');
    expect(before).not.toMatch(/另有 \d+ 条没满/);
    world.outageUntil('2027-03-01 10:00');
    await world.deps.db.session((session) => session.run("delete from outbox where state = 'sent'"));
    expect(await ask('减负账单 2026年11月')).toBe(before);
    expect(await ask('减负账单 2026年9月')).toContain('2026年9月的减负账单没有留存：发送记录只保留 60 天');
  });
});
