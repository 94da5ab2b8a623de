/** Between our commit and somebody's screen: crashes, refusals, limits and time. Nothing lost, nothing doubled. */
import { afterEach, describe, expect, test } from 'vitest';
import { claimCards } from '../../src/db/card.ts';
import { loadChat } from '../../src/db/chat.ts';
import { claimOutbox } from '../../src/db/outbox.ts';
import { findPeopleByOpenIds } from '../../src/db/person.ts';
import type { Deps } from '../../src/deps.ts';
import { sendDue } from '../../src/engine/send.ts';
import { createFeishuClient } from '../../src/feishu/client.ts';
import { openWorld, textOf, titleOf, type World } from '../support/world.ts';

let world: World;
afterEach(() => world.close());

const SEND = 'POST /open-apis/im/v1/messages';
const REPLY = 'POST /open-apis/im/v1/messages/:message_id/reply';
const PATCH = 'PATCH /open-apis/im/v1/messages/:message_id';
const TOKEN = 'POST /open-apis/auth/v3/tenant_access_token/internal';
const LOG = '报 磷石膏仓库堆放不下 生态环境局';

/** Somebody logs a problem; nothing is sent yet. */
const say = (key = 'wang', text = LOG) =>
  world.sim.say(world.openId(key), world.group('xf').chatId, text, { atBot: true });

/** A process whose database fails once, at the n-th transaction of its sender. */
function dyingAt(n: number): Deps {
  let count = 0;
  const transaction: Deps['db']['transaction'] = (work) => {
    count++;
    return count === n ? Promise.reject(new Error('killed')) : world.deps.db.transaction(work);
  };
  return { ...world.deps, db: { ...world.deps.db, transaction } };
}

const visible = () => world.group('xf').messages.filter((one) => one.senderType === 'app' && !one.recalled);

describe('a process that dies', () => {
  test('between commit and send loses nothing: another process sends it, once', async () => {
    world = await openWorld();
    await say();
    expect(world.group('xf').botTexts).toEqual([]);
    const other = world.joinProcess();
    await world.settle(other.deps);
    await world.settle();
    expect(visible()).toHaveLength(1);
    expect(world.private('sun').botTexts).toHaveLength(1);
  });

  test('with rows claimed keeps them until its lease is over, and no longer', async () => {
    world = await openWorld();
    await say();
    // Claims and is gone.
    await world.deps.db.transaction(async (tx) => {
      await claimCards(tx, { now: world.now, leaseMs: 90_000, limit: 40 });
      await claimOutbox(tx, { now: world.now, leaseMs: 90_000, limit: 40 });
    });
    const other = world.joinProcess();
    world.pass(89_000);
    await sendDue(other.deps);
    expect(visible()).toEqual([]);
    expect(world.private('sun').botTexts).toEqual([]);
    world.pass(1_000);
    await sendDue(other.deps);
    expect(visible()).toHaveLength(1);
    expect(world.private('sun').botTexts).toHaveLength(1);
  });

  test.each(['returnsFirst', 'error230049'] as const)(
    'between send and record shows one message, whether the platform repeats its answer or not (%s)',
    async (uuidDuplicate) => {
      world = await openWorld();
      world.sim.strict.uuidDuplicate = uuidDuplicate;
      await say();
      // 1: claim; from 2 on the records of card and notice.
      await sendDue(dyingAt(2));
      await sendDue(dyingAt(3));
      world.expectFailures(1);
      for (const minutes of [2, 3, 4, 5, 10, 70]) {
        world.pass(minutes * 60_000);
        await world.settle();
      }
      expect(visible()).toHaveLength(1);
      const place = world.private('sun');
      expect(place.botTexts.length).toBe(1);
      const result = await place.clicks('sun', place.card(1), '签收');
      expect(result.toast?.type).toBe('success');
      expect(textOf(world.group('xf').card(1))).toContain('办理中');
    },
  );

  test.each(['returnsFirst', 'error230049'] as const)(
    'an answer lost on the way back is asked for again under the same uuid: one message (%s)',
    async (uuidDuplicate) => {
      world = await openWorld();
      world.sim.strict.uuidDuplicate = uuidDuplicate;
      world.sim.fault({ kind: 'resetAfterCommit', api: REPLY, times: 1 });
      world.sim.fault({ kind: 'resetAfterCommit', api: SEND, times: 1 });
      await say();
      for (let i = 0; i < 8; i++) {
        await world.settle();
        world.pass(20_000);
      }
      expect(visible()).toHaveLength(1);
      expect(world.private('sun').botTexts).toHaveLength(1);
    },
  );

  test('a broken line before anything was done costs a retry and nothing else', async () => {
    world = await openWorld();
    world.sim.fault({ kind: 'resetBefore', api: REPLY, times: 2 });
    world.sim.fault({ kind: 'resetBefore', api: SEND, times: 2 });
    await say();
    for (let i = 0; i < 4; i++) {
      await world.settle();
      world.pass(10_000);
    }
    expect(visible()).toHaveLength(1);
    expect(world.private('sun').botTexts).toHaveLength(1);
  });

  test('an answer slower than our patience is uncertain, not lost and not doubled', async () => {
    world = await openWorld();
    const app = world.deps.config.app!;
    const hasty: Deps = {
      ...world.deps,
      feishu: createFeishuClient({
        appId: app.id,
        appSecret: app.secret,
        domain: world.deps.config.domain,
        clock: world.deps.clock,
        timeoutMs: 150,
        fetch: async (input, init) => world.sim.fetch(new Request(input, init)),
      }),
    };
    world.sim.fault({ kind: 'latency', api: REPLY, ms: 400, times: 1 });
    await say();
    await sendDue(hasty);
    // The platform carries it out after we have hung up.
    await expect.poll(() => visible().length, { timeout: 5000 }).toBe(1);
    for (let i = 0; i < 3; i++) {
      world.pass(10_000);
      await world.settle();
    }
    expect(visible()).toHaveLength(1);
    expect(world.calls(REPLY).length).toBeGreaterThanOrEqual(2);
  });

  test('a row that can never be drawn is given up as a visible dead letter and does not hold up others', async () => {
    world = await openWorld();
    await say();
    const place = world.private('wang');
    await world.sim.say(world.openId('wang'), place.chatId, '帮助');
    await world.deps.db.session((session) =>
      session.run(
        `update outbox set payload = '{"answer":{"kind":"no-such-kind"},"personId":1}' where kind = 'answer'`,
      ),
    );
    for (let i = 0; i < 14; i++) {
      await world.settle();
      world.pass(91_000);
    }
    expect(visible()).toHaveLength(1);
    const [row] = await world.deps.db.session((session) =>
      session.query(`select state, last_error from outbox where kind = 'answer'`),
    );
    expect(row).toEqual({ state: 'dead', last_error: 'unexpected' });
    await world.deps.db.session((session) => session.run(`delete from outbox where state = 'dead'`));
    world.expectFailures(
      world.log.filter((line) => line.includes('"error"') && line.includes('send.failed')).length,
    );
  });
});

describe('a platform that is unwell', () => {
  test('a token that expired in mid-flight is replaced and the message goes out', async () => {
    world = await openWorld();
    await say();
    await world.settle();
    for (const status of [200, 400] as const) {
      world.sim.strict.tokenErrorStatus = status;
      world.sim.expireTokens();
      await say('wang', `报 第二件事 ${status} 住建局`);
      await world.settle();
    }
    expect(visible()).toHaveLength(3);
    expect(world.calls(TOKEN).length).toBeGreaterThanOrEqual(3);
  });

  test('while no token is to be had nothing is lost; it goes out when there is one again', async () => {
    world = await openWorld();
    await say('wang', '帮助');
    await world.settle();
    world.sim.expireTokens();
    const mend = world.sim.fault({ kind: 'http500', api: TOKEN });
    const refuse = world.sim.fault({ kind: 'tokenExpired', api: REPLY });
    await say();
    await world.settle();
    world.pass(60_000);
    await world.settle();
    expect(visible()).toHaveLength(1);
    mend();
    refuse();
    for (let i = 0; i < 5; i++) {
      world.pass(120_000);
      await world.settle();
    }
    expect(visible()).toHaveLength(2);
  });

  test.each([
    ['http429', {}],
    ['rate230020', {}],
    ['http500', {}],
    ['http500', { code: 0, status: 502 }],
    ['http500', { status: 503 }],
  ] as const)('%s %o is waited for and then tried again, once visible', async (kind, more) => {
    world = await openWorld();
    world.sim.fault({ kind, api: REPLY, times: 3, resetSeconds: 4, ...more });
    await say();
    await sendDue(world.deps);
    const first = world.calls(REPLY).length;
    expect(first).toBe(1);
    if (kind !== 'http500') {
      // It was said to wait four seconds: not a call before.
      world.pass(3_000);
      await sendDue(world.deps);
      expect(world.calls(REPLY)).toHaveLength(1);
    }
    for (let i = 0; i < 6; i++) {
      world.pass(5_000);
      await world.settle();
    }
    expect(visible()).toHaveLength(1);
    expect(world.calls(REPLY)).toHaveLength(4);
  });

  test('a missing scope is mended by an administrator, and what waited goes out then', async () => {
    world = await openWorld();
    const scopes = world.sim.scopes();
    world.sim.setScopes(scopes.filter((scope) => !scope.startsWith('im:message:') && scope !== 'im:message'));
    await say();
    await world.settle();
    expect(visible()).toEqual([]);
    world.sim.setScopes(scopes);
    world.pass(301_000);
    await world.settle();
    expect(visible()).toHaveLength(1);
  });
});

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

describe('somebody who cannot be reached', () => {
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
