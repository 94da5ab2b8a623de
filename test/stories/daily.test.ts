import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, textOf, titleOf, type World } from '../support/world.ts';

let world: World;
const group = () => world.group('xf');
const office = () => world.group('office');
const reports = () => office().messages.filter((one) => titleOf(one).includes('健康自报'));
const summaries = () => group().messages.filter((one) => titleOf(one).includes('日小结'));

describe('健康自报', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-19 10:00' });
    await group().says('wang', '报 仓库堆放不下 生态环境局 1个工作日');
    await world.advanceTo('2026-11-19 12:00');
  });
  afterAll(() => world.close());

  test('the office hears at 08:45 what became of the morning, counted in the outbox', async () => {
    await world.advanceTo('2026-11-20 08:44');
    expect(reports()).toEqual([]);
    await world.advanceTo('2026-11-20 09:00');
    expect(reports()).toHaveLength(1);
    const digests = [...world.sim.chats().map((chat) => chat.chatId)].flatMap((id) =>
      world.sim.messages(id).filter((one) => /^(晨报|问题快报)|晨报$/.test(titleOf(one))),
    ).length;
    expect(textOf(reports()[0]!)).toMatch(new RegExp(`应发 \\d+ · 已发 ${digests} · .*失败 0`));
  });

  test('a message that could not be sent makes it red, and says how many', async () => {
    await world.advanceTo('2026-11-23 08:31');
    await world.deps.db.session((session) =>
      session.run(`update outbox set state = 'dead', due_at = null, finished_at = '2026-11-23T00:35:00Z'
        where kind = 'person-digest' and state = 'waiting' and target = 'person:${world.openId('sun')}'`),
    );
    await world.advanceTo('2026-11-23 09:00');
    expect(titleOf(reports().at(-1)!)).toMatch(/健康自报：\d 项需要处理/);
    expect(textOf(reports().at(-1)!)).toContain('失败 1');
    await world.deps.db.session((session) =>
      session.run("update outbox set state = 'dropped' where state = 'dead'"),
    );
  });

  test('after an outage over the whole morning it comes once, marked 补发', async () => {
    world.outageUntil('2026-11-24 11:00');
    await world.advanceTo('2026-11-24 12:00');
    expect(reports().at(-1) && titleOf(reports().at(-1)!)).toContain('【补发】健康自报');
    expect(reports()).toHaveLength(3);
  });

  test('never on a day off', async () => {
    await world.advanceTo('2026-11-27 12:00');
    const count = reports().length;
    await world.advanceTo('2026-11-29 20:00');
    expect(reports()).toHaveLength(count);
  });
});

describe('an office without a group', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-19 10:00' });
    await world.deps.db.session((session) =>
      session.run("update chat set kind = 'unbound' where kind = 'office'"),
    );
    await world.advanceTo('2026-11-19 12:00');
  });
  afterAll(() => world.close());

  test('hears in private', async () => {
    await world.advanceTo('2026-11-20 09:00');
    const heard = world.private('song').messages.filter((one) => titleOf(one).includes('健康自报'));
    expect(heard).toHaveLength(1);
    expect(reports()).toEqual([]);
  });
});

describe('日小结', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-23 09:00' });
  });
  afterAll(() => world.close());

  test('is off until the group asks for it, which only who sets the project may', async () => {
    expect(await group().ask('wang', '日小结')).toContain('没有打开');
    expect(await group().ask('sun', '日小结 开')).toContain('项目秘书');
    expect(await group().ask('wang', '日小结 也许')).toContain('开');
    await group().says('wang', '报 仓库堆放不下 生态环境局 3个工作日');
    await world.advanceTo('2026-11-23 17:30');
    expect(summaries()).toEqual([]);
    expect(await group().ask('wang', '日小结 开')).toContain('已打开');
  });

  test('says at 17:00 what the day brought, each problem once', async () => {
    await world.advanceTo('2026-11-24 09:00');
    await group().says('wang', '报 门口积水 水利局 3个工作日');
    await group().says('sun', '签收 #1');
    await group().says('zhao', '当场 路灯已修好');
    await world.advanceTo('2026-11-24 17:10');
    expect(summaries()).toHaveLength(1);
    const text = textOf(summaries()[0]!);
    expect(text).toContain('今天销号 1 · 今天新增 1 · 今天有进展 1');
    for (const id of [1, 2, 3]) expect(text.split(`#${id} `)).toHaveLength(2);
  });

  test('stays silent on a day without anything, and on days off', async () => {
    await group().says('sun', '办结 #1 已清运');
    await group().says('jiang', '办结 #2 已排水');
    await group().says('hua', '核验 #1 属实');
    await group().says('hua', '核验 #2 属实');
    await world.advanceTo('2026-11-24 17:30');
    const count = summaries().length;
    await world.advanceTo('2026-11-29 20:00');
    expect(summaries()).toHaveLength(count);
  });

  test('日小结 关 ends it', async () => {
    expect(await group().ask('wang', '日小结 关')).toContain('已关闭');
    await world.advanceTo('2026-11-30 10:00');
    await group().says('wang', '报 又积水 水利局 3个工作日');
    const count = summaries().length;
    await world.advanceTo('2026-11-30 18:00');
    expect(summaries()).toHaveLength(count);
  });
});
