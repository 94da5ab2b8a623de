import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, textOf, titleOf, type World } from '../support/world.ts';

let world: World;
const group = () => world.group('xf');
const newTo = (key: string, before: number) => world.private(key).messages.slice(before);

describe('several reminders at the same time', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-20 10:00' });
    for (const what of ['路边积水不知道归谁', '邻避意见大', '围挡外堆料', '夜间噪声没人管'])
      await group().says('wang', `报 ${what}`);
  });
  afterAll(() => world.close());

  test('at 17:00 the office gets one list of what is not routed, each line with the step it asks for', async () => {
    const before = world.private('song').messages.length;
    await world.advanceTo('2026-11-20 17:10');
    const said = newTo('song', before);
    expect(said.map(titleOf)).toEqual(['提醒：4 件']);
    expect(textOf(said[0]!)).toContain('今天还没有转办，请定责任单位 4 件');
    expect(JSON.stringify(said[0]!.content).match(/"content":"转办"/g)).toHaveLength(4);
  });

  test('a line that is done is not asked for again, the rest is', async () => {
    await group().says('song', '转办 #1 水利局');
    await group().says('song', '转办 #2 水利局');
    await group().says('song', '转办 #3 住建局');
    const before = world.private('song').messages.length;
    await world.advanceTo('2026-11-23 09:00');
    const texts = newTo('song', before).map(textOf).join('\n');
    expect(texts).toContain('#4');
    expect(texts).not.toMatch(/#[123] /);
  });
});

describe('a morning on which many lights change', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-16 10:00' });
    for (const what of ['仓库堆放不下', '环评材料缺页', '污水管未接']) {
      await group().says('wang', `报 ${what} 生态环境局 1个工作日`);
    }
    for (const id of [1, 2, 3]) await group().says('sun', `签收 #${id}`);
    await world.advanceTo('2026-11-20 18:00');
  });
  afterAll(() => world.close());

  test.each(['sun', 'zheng', 'wang', 'tang'])(
    '%s gets one message, in which all of it stands',
    async (key) => {
      const before = world.private(key).messages.length;
      await world.advanceTo('2026-11-23 09:30');
      const since = world
        .private(key)
        .messages.filter((one) => one.createdAt > Date.parse('2026-11-23T08:00+08:00'));
      expect(since.length, since.map(titleOf).join()).toBe(1);
      expect(before).toBeLessThanOrEqual(world.private(key).messages.length);
      const text = textOf(since[0]!);
      for (const id of [1, 2, 3]) expect(text).toContain(`#${id} `);
      expect(text).toMatch(/【新转红】|红灯：严重逾期/);
    },
  );

  test('what was not told in the morning because it came later is told at once', async () => {
    const before = world.private('sun').messages.length;
    await group().says('wang', '催办 #1');
    expect(newTo('sun', before).map(textOf).join()).toContain('有人催办');
  });
});

describe('回避两遍: what people did at night', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-19 21:30' });
    await group().says('wang', '报 仓库堆放不下 生态环境局 5个工作日');
    await group().says('wang', '报 门口积水 水利局 5个工作日');
    await group().says('jiang', '签收 #2');
    await group().says('jiang', '延期 #2 到 12月20日 等批复');
    await group().says('song', '同意 #2');
  });
  afterAll(() => world.close());

  test('comes once in the morning: to do in its list, news below it', async () => {
    await world.advanceTo('2026-11-20 09:00');
    expect(world.private('sun').messages.map(titleOf)).toEqual(['晨报']);
    expect(world.private('sun').lastText).toContain('待签收 1 件');
    expect(world.private('jiang').messages.map(titleOf)).toEqual(['晨报']);
    expect(world.private('jiang').lastText).toContain('延期已批准');
  });
});

describe('an outage that lasts from the afternoon into the night', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-19 15:00' });
    await group().says('wang', '报 仓库堆放不下 生态环境局 5个工作日');
    await world.advanceTo('2026-11-19 15:10');
  });
  afterAll(() => world.close());

  test('is made up for in the morning, nobody is woken', async () => {
    const before = world.private('jiang').messages.length;
    // Said by day, committed, and the process died before it could send.
    await world.sim.say(world.openId('wang'), group().chatId, '报 门口积水 水利局 5个工作日', {
      atBot: true,
    });
    world.outageUntil('2026-11-19 23:00');
    await world.advanceTo('2026-11-20 08:20');
    expect(newTo('jiang', before)).toEqual([]);
    await world.advanceTo('2026-11-20 09:00');
    expect(newTo('jiang', before).map(titleOf)).toEqual(['晨报']);
    expect(textOf(newTo('jiang', before)[0]!)).toContain('#2 门口积水');
  });
});
