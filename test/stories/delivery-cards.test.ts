/** Cards and the places they stand in: refused, too old, recalled, unreachable, too many at once. */
import { afterEach, describe, expect, test } from 'vitest';
import { loadChat } from '../../src/db/chat.ts';
import { findPeopleByOpenIds } from '../../src/db/person.ts';
import { openWorld, textOf, titleOf, type World } from '../support/world.ts';

let world: World;
afterEach(() => world.close());

const PATCH = 'PATCH /open-apis/im/v1/messages/:message_id';
const LOG = '报 磷石膏仓库堆放不下 生态环境局';

/** Somebody logs a problem; nothing is sent yet. */
const say = (key = 'wang', text = LOG) =>
  world.sim.say(world.openId(key), world.group('xf').chatId, text, { atBot: true });

const visible = () => world.group('xf').messages.filter((one) => one.senderType === 'app' && !one.recalled);

describe('a card', () => {
  test('that is refused is sent as a text with the same facts, and the next change tries a card again', async () => {
    world = await openWorld();
    const off = world.sim.fault({
      kind: 'code',
      code: 230099,
      msg: 'Failed to create card content, ext=ErrCode: 200621; ',
      when: ({ body }) => JSON.stringify(body ?? '').includes('interactive'),
    });
    await say('wang', '报 磷石膏仓库堆放不下 生态环境局 3个工作日');
    await world.settle();
    const [text] = visible();
    expect(text?.msgType).toBe('text');
    for (const fact of ['#1', '磷石膏仓库堆放不下', '生态环境局', '11月26日', '待签收'])
      expect(textOf(text!)).toContain(fact);
    expect(textOf(world.private('sun').lastBot)).toContain('磷石膏仓库堆放不下');
    off();
    await world.group('xf').says('sun', '签收 #1');
    expect(textOf(world.group('xf').card(1))).toContain('办理中');
    await world.group('xf').says('sun', '办结 #1 已清运');
    const cards = visible().filter((one) => one.msgType === 'interactive' && titleOf(one).startsWith('#1 '));
    expect(cards).toHaveLength(1);
    expect(textOf(cards[0]!)).toContain('待核验');
  });

  test('whose new face is refused stays as it is, and the next face that passes is shown', async () => {
    world = await openWorld();
    await say();
    await world.settle();
    const off = world.sim.fault({
      kind: 'code',
      code: 230099,
      msg: 'Failed to create card content',
      api: PATCH,
    });
    await world.group('xf').says('sun', '签收 #1');
    expect(visible().filter((one) => one.msgType === 'interactive')).toHaveLength(1);
    expect(textOf(world.group('xf').card(1))).toContain('待签收');
    off();
    await world.group('xf').says('sun', '办结 #1 已清运');
    expect(textOf(world.group('xf').card(1))).toContain('待核验');
  });

  test('clicked at the very moment it is redrawn is drawn again a little later', async () => {
    world = await openWorld();
    await say();
    await world.settle();
    world.sim.strict.patchDuringCallback = 'locked';
    world.sim.fault({
      kind: 'code',
      code: 230099,
      msg: 'Failed to create card content, ext=ErrCode: 11310; ErrMsg: card action is lock',
      api: PATCH,
      times: 1,
    });
    await world.group('xf').says('sun', '签收 #1');
    for (let i = 0; i < 3; i++) {
      world.pass(5_000);
      await world.settle();
    }
    expect(textOf(world.group('xf').card(1))).toContain('办理中');
    expect(visible().filter((one) => one.msgType === 'interactive')).toHaveLength(1);
  });

  test('older than 14 days is posted once anew, and from then on the new one is kept up to date', async () => {
    world = await openWorld();
    const group = world.group('xf');
    await group.says('wang', '报 磷石膏仓库堆放不下 生态环境局 2026-12-31');
    const old = group.card(1);
    await group.says('sun', '签收 #1');
    world.outageUntil('2026-12-08 10:00');
    await group.says('sun', '进展 #1 正在找仓库');
    const fresh = group.card(1);
    expect(fresh.messageId).not.toBe(old.messageId);
    await group.says('sun', '办结 #1 已清运');
    expect(group.card(1).messageId).toBe(fresh.messageId);
    expect(textOf(group.card(1))).toContain('待核验');
    const cards = group.messages.filter((one) => titleOf(one).startsWith('#1 '));
    expect(cards.map((one) => one.messageId)).toEqual([old.messageId, fresh.messageId]);
  });

  test('that somebody recalled is posted anew at the next change', async () => {
    world = await openWorld();
    const group = world.group('xf');
    await say();
    await world.settle();
    const old = group.card(1);
    await world.sim.recall(world.openId('wang'), old.messageId);
    await group.says('sun', '签收 #1');
    const fresh = group.card(1);
    expect(fresh.messageId).not.toBe(old.messageId);
    expect(textOf(fresh)).toContain('办理中');
  });

  test('answers in the group all the same when the message it replies to was recalled', async () => {
    world = await openWorld();
    const said = await say();
    await world.sim.recall(world.openId('wang'), said.messageId);
    await world.settle();
    expect(visible()).toHaveLength(1);
    expect(textOf(world.group('xf').card(1))).toContain('待签收');
  });
});

describe('a card that is too old to be changed', () => {
  const cardsOf = (id: number) =>
    world.group('xf').messages.filter((one) => titleOf(one).startsWith(`#${id} `)).length;

  test('is not posted anew because its light changes, nor a private one at all', async () => {
    world = await openWorld({ at: '2026-11-16 10:00' });
    const group = world.group('xf');
    await group.says('wang', '报 磷石膏仓库堆放不下 生态环境局 2026-12-04');
    await group.says('sun', '签收 #1');
    await world.private('sun').says('sun', '查 #1');
    // Yellow at the end of the day, on cards of three weeks ago.
    world.outageUntil('2026-12-04 12:00');
    await world.advanceTo('2026-12-04 18:00');
    expect(cardsOf(1)).toBe(1);
    const own = world.private('sun').messages.filter((one) => titleOf(one).startsWith('#1 '));
    await group.says('sun', '进展 #1 正在找仓库');
    expect(cardsOf(1)).toBe(2);
    expect(textOf(group.card(1))).toContain('黄');
    // The private one has lapsed for good; the morning's digest has the line.
    expect(world.private('sun').messages.filter((one) => titleOf(one).startsWith('#1 '))).toHaveLength(
      own.length,
    );
  });

  test('is not posted anew when its issue is over or has moved', async () => {
    world = await openWorld({ at: '2026-11-16 10:00' });
    const group = world.group('xf');
    await group.says('wang', '报 磷石膏仓库堆放不下 生态环境局 2026-12-31');
    await group.says('wang', '报 门口积水 水利局 2026-12-31');
    await group.says('sun', '签收 #1');
    world.outageUntil('2026-12-08 10:00');
    await world.private('sun').says('sun', '办结 #1 已清运');
    await world.private('wang').says('wang', '改项目 #2 美利信');
    const before = cardsOf(1);
    await world.private('wang').says('wang', '核验 #1 属实');
    expect(cardsOf(1)).toBe(before);
    expect(cardsOf(2)).toBe(1);
    expect(world.group('mlx').messages.some((one) => titleOf(one).startsWith('#2 '))).toBe(true);
    // 回头看, ten working days later: nothing comes up again.
    world.outageUntil('2026-12-22 08:00');
    await world.advanceTo('2026-12-22 09:00');
    expect(cardsOf(1)).toBe(before);
    expect(cardsOf(2)).toBe(1);
  });
});

describe('somebody who cannot be reached', () => {
  const UNKNOWN = 'Failed to create card content, ext=ErrCode: 100290; ErrMsg: There is an invalid user';
  const mentions = (key: string) => (context: { body?: unknown }) =>
    JSON.stringify(context.body ?? '').includes(`<at id=${world.openId(key)}>`);
  const resigns = (key: string) => {
    world.sim.setUser(world.openId(key), { resigned: true });
    world.sim.fault({ kind: 'code', code: 230099, msg: UNKNOWN, when: mentions(key) });
  };

  test('a card that mentions one who has left is a card all the same, with the name, buttons and all', async () => {
    world = await openWorld();
    resigns('sun');
    await say();
    await world.settle();
    const [card] = visible();
    expect(visible()).toHaveLength(1);
    expect(card?.msgType).toBe('interactive');
    expect(JSON.stringify(card?.content)).toContain('签收');
    expect(JSON.stringify(card?.content)).not.toContain(world.openId('sun'));
    // It waits for the head of the unit, who was told at once, and so was the office.
    expect(textOf(world.private('zheng').lastBot)).toContain('请签收');
    expect(textOf(world.private('song').lastBot)).toContain('孙倩（联系不上）');
    expect(JSON.stringify(world.group('xf').card(1).content)).toContain(world.openId('zheng'));
    await world.private('zheng').clicks('zheng', world.private('zheng').card(1), '签收');
    expect(textOf(world.group('xf').card(1))).toContain('办理中');
    expect(visible().filter((one) => one.msgType === 'text')).toHaveLength(0);
  });

  test('who leaves after signing: the next level hears at once what they were to hear, the office once', async () => {
    world = await openWorld({ at: '2026-11-23 10:00' });
    await world.group('xf').says('wang', '报 磷石膏仓库堆放不下 生态环境局 4个工作日');
    await world.group('xf').says('sun', '签收 #1');
    resigns('sun');
    await world.advanceTo('2026-11-25 09:00');
    // Blue two working days before: the unit's head hears it at the same hour.
    expect(world.private('zheng').botTexts.join('\n')).toContain('#1');
    const told = () =>
      world
        .private('song')
        .messages.filter((one) => JSON.stringify([one.content, ...one.history]).includes('联系不上'));
    expect(told()).toHaveLength(1);
    await world.advanceTo('2026-11-27 18:00');
    expect(told()).toHaveLength(1);
    expect(textOf(world.group('xf').card(1))).toContain('黄');
  });

  test('体检, 健康自报 and 单位 name who cannot be reached, until something reaches them again', async () => {
    world = await openWorld({ at: '2026-11-23 10:00' });
    world.sim.setUser(world.openId('sun'), { blockedBot: true });
    await say();
    await world.settle();
    const asked = () => world.private('lin').ask('lin', '体检');
    expect(await asked()).toMatch(/联系不上的人.*1 人：孙倩（生态环境局联络员）/);
    expect(await world.private('lin').ask('lin', '单位')).toContain('联络员 孙倩（联系不上）');
    await world.advanceTo('2026-11-24 09:00');
    expect(world.group('office').botTexts.at(-1)).toContain('孙倩（生态环境局联络员）');
    world.sim.setUser(world.openId('sun'), { blockedBot: false });
    await world.private('sun').says('sun', '我的');
    expect(await asked()).not.toContain('孙倩（生态环境局联络员）');
    expect(await world.private('lin').ask('lin', '单位')).not.toContain('联系不上');
  });

  test('a bot taken out of the group sends nothing more there, and the problem goes on elsewhere', async () => {
    world = await openWorld();
    const group = world.group('xf');
    await say();
    await world.settle();
    await world.sim.removeBotFromChat(group.chatId, world.openId('wang'));
    await world.settle();
    world.sim.clearLogs();
    const place = world.private('sun');
    const result = await place.clicks('sun', place.card(1), '签收');
    expect(result.toast?.type).toBe('success');
    await place.says('sun', '进展 #1 正在找仓库');
    const toGroup = world.calls().filter((call) => JSON.stringify(call).includes(group.chatId));
    expect(toGroup).toEqual([]);
    expect(world.calls().filter((call) => call.code !== 0)).toEqual([]);
    expect(textOf(place.card(1))).toContain('办理中');
  });

  test('a bot put back into the group brings its cards up to date and works again', async () => {
    world = await openWorld();
    const group = world.group('xf');
    await say();
    await world.settle();
    await world.sim.removeBotFromChat(group.chatId, world.openId('wang'));
    await world.settle();
    const place = world.private('sun');
    await place.clicks('sun', place.card(1), '签收');
    expect(textOf(group.card(1))).toContain('待签收');
    await world.sim.addBotToChat(group.chatId, world.openId('wang'));
    await world.settle();
    expect(textOf(group.card(1))).toContain('办理中');
    expect(group.botTexts.join('\n')).toContain('回来了');
    await group.says('sun', '办结 #1 已清运');
    expect(textOf(group.card(1))).toContain('待核验');
  });

  test('a removal we were not told of is noticed at the first refusal and respected from then on', async () => {
    world = await openWorld();
    const group = world.group('xf');
    await say();
    await world.settle();
    const drop = world.sim.fault({ kind: 'dropPush', push: '*' });
    await world.sim.removeBotFromChat(group.chatId, world.openId('wang'));
    drop();
    const place = world.private('sun');
    await place.clicks('sun', place.card(1), '签收');
    const chat = await world.deps.db.read((tx) => loadChat(tx, group.chatId));
    expect(chat?.unreachable).toBe(true);
    world.sim.clearLogs();
    await place.says('sun', '进展 #1 正在找仓库');
    expect(world.calls(PATCH).filter((call) => call.code !== 0)).toEqual([]);
  });

  test('a person who blocked the bot is marked, not written to again, and heard of again when speaking', async () => {
    world = await openWorld();
    world.sim.setUser(world.openId('sun'), { blockedBot: true });
    await say();
    await world.settle();
    const marked = () =>
      world.deps.db.read(
        async (tx) => (await findPeopleByOpenIds(tx, [world.openId('sun')]))[0]?.unreachableSince,
      );
    expect(await marked()).not.toBeNull();
    const office = world.private('song').messages.length;
    world.sim.clearLogs();
    await say('wang', '报 又一件事 生态环境局');
    await world.settle();
    expect(world.calls().filter((call) => call.code !== 0)).toEqual([]);
    expect(world.private('song').messages).toHaveLength(office);
    expect(textOf(world.private('zheng').lastBot)).toContain('又一件事');

    world.sim.setUser(world.openId('sun'), { blockedBot: false });
    await world.private('sun').says('sun', '我的');
    expect(await marked()).toBeNull();
    await say('wang', '报 第三件事 生态环境局');
    await world.settle();
    expect(textOf(world.private('sun').lastBot)).toContain('第三件事');
  });

  test('a dissolved group is left alone', async () => {
    world = await openWorld();
    const group = world.group('xf');
    await say();
    await world.settle();
    await world.sim.disbandChat(group.chatId, world.openId('wang'));
    await world.settle();
    world.sim.clearLogs();
    const place = world.private('sun');
    await place.clicks('sun', place.card(1), '签收');
    expect(world.calls().filter((call) => call.code !== 0)).toEqual([]);
  });
});

describe('limits', () => {
  test('sixty answers at once go out without one refusal for frequency, five groups and a private chat alike', async () => {
    world = await openWorld();
    const groups = ['xf', 'mlx', 'cn', 'aq', 'bp'];
    const secretary: Record<string, string> = { xf: 'wang', mlx: 'wang', cn: 'liu', aq: 'liu', bp: 'liu' };
    for (let i = 0; i < 60; i++) {
      const key = groups[i % groups.length]!;
      const chatId = world.group(key).chatId;
      await world.sim.say(world.openId(secretary[key]!), chatId, `报 第${i}件难事 住建局`, { atBot: true });
    }
    for (let i = 0; i < 60; i++) {
      await world.settle();
      world.pass(250);
    }
    expect(world.calls().filter((call) => call.code !== 0)).toEqual([]);
    const cards = groups.flatMap((key) =>
      world.group(key).messages.filter((one) => one.senderType === 'app'),
    );
    expect(cards).toHaveLength(60);
    // Everything for 住建局 reached its coordinator, too.
    expect(world.private('zhao').botTexts).toHaveLength(60);
  });

  test('answers and notices to the same person share one limit, however they are addressed', async () => {
    world = await openWorld();
    const place = world.private('zhao');
    for (let i = 0; i < 12; i++) {
      await world.sim.say(world.openId('zhao'), place.chatId, `听不懂的话${i}`);
      await world.sim.say(world.openId('wang'), world.private('wang').chatId, `报 兴发 第${i}件难事 住建局`);
    }
    for (let i = 0; i < 30; i++) {
      await world.settle();
      world.pass(250);
    }
    expect(world.calls().filter((call) => call.code !== 0)).toEqual([]);
    expect(place.botTexts).toHaveLength(24);
  });
});
