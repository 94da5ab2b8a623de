/** Between our commit and somebody's screen: crashes, refusals, limits and time. Nothing lost, nothing doubled. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { claimCards } from '../../src/db/card.ts';
import { claimOutbox } from '../../src/db/outbox.ts';
import type { Deps } from '../../src/deps.ts';
import { sendDue } from '../../src/engine/send.ts';
import { createSendLoop } from '../../src/engine/send-loop.ts';
import { createFeishuClient } from '../../src/feishu/client.ts';
import { openWorld, textOf, type World } from '../support/world.ts';

let world: World;
afterEach(() => world.close());

const SEND = 'POST /open-apis/im/v1/messages';
const REPLY = 'POST /open-apis/im/v1/messages/:message_id/reply';
const TOKEN = 'POST /open-apis/auth/v3/tenant_access_token/internal';
const LOG = '报 磷石膏仓库堆放不下 生态环境局';

/** Somebody logs a problem; nothing is sent yet. */
const say = (key = 'wang', text = LOG) =>
  world.sim.say(world.openId(key), world.group('xf').chatId, text, { atBot: true });

/** A process that cannot reach its database any more once `dead` says so of what its sender does for the n-th time. */
function failing(dead: (n: number) => boolean): Deps {
  const { db } = world.deps;
  let count = 0;
  const unless = <T>(work: () => Promise<T>): Promise<T> =>
    dead(++count) ? Promise.reject(new Error('killed')) : work();
  return {
    ...world.deps,
    db: {
      ...db,
      transaction: (work) => unless(() => db.transaction(work)),
      once: (work) => unless(() => db.once(work)),
    },
  };
}

/** A process whose database fails once, at the n-th change of its sender. */
const dyingAt = (n: number) => failing((count) => count === n);

/** A process that dies once it has made so many changes. */
const dyingAfter = (n: number) => failing((count) => count > n);

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

  test('between send and record, in an outage of hours, shows no reminder twice: a person is asked instead', async () => {
    world = await openWorld({ admins: ['lin'] });
    await say();
    // Sent both, recorded nothing.
    await sendDue(dyingAfter(1)).catch(() => {});
    const reminders = () => world.private('sun').botTexts.length;
    expect(reminders()).toBe(1);
    world.expectFailures(3);
    // The platform knows a uuid for one hour only.
    world.outageUntil('2026-11-23 12:00');
    const other = world.joinProcess();
    await world.settle(other.deps);
    await world.settle();
    expect(reminders()).toBe(1);
    await world.private('lin').says('lin', '失败消息');
    expect(world.private('lin').lastText).toContain('可能已送到');
    await world.private('lin').says('lin', '失败消息 忽略');
    // The group is not left without anything to press.
    expect(textOf(world.group('xf').card(1))).toContain('待签收');
    await world.group('xf').clicks('sun', world.group('xf').card(1), '签收');
    expect(textOf(world.group('xf').card(1))).toContain('办理中');
  });

  test('that is frozen in the middle of a send, for hours, wakes up to find that others have sent it', async () => {
    world = await openWorld();
    await say();
    const other = world.joinProcess();
    let frozen = false;
    const { feishu } = world.deps;
    const freeze = async () => {
      if (frozen) return;
      frozen = true;
      world.pass(2 * 60_000);
      await world.settle(other.deps);
      world.outageUntil('2026-11-23 12:00');
    };
    const sleeper: Deps = {
      ...world.deps,
      feishu: {
        ...feishu,
        sendMessage: async (message) => {
          await freeze();
          return feishu.sendMessage(message);
        },
        replyMessage: async (reply) => {
          await freeze();
          return feishu.replyMessage(reply);
        },
      },
    };
    await sendDue(sleeper);
    await world.settle(other.deps);
    expect(frozen).toBe(true);
    expect(visible()).toHaveLength(1);
    expect(world.private('sun').botTexts).toHaveLength(1);
  });

  test('an hour of certain refusals is no doubt: the message still goes out, and once', async () => {
    world = await openWorld();
    const stops = [SEND, REPLY].map((api) => world.sim.fault({ api, kind: 'http429', resetSeconds: 1 }));
    await say();
    for (let tries = 0; tries < 9; tries++) {
      await sendDue(world.deps);
      world.pass(10 * 60_000);
    }
    for (const stop of stops) stop();
    world.pass(60_000);
    await world.settle();
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
    // With a token at hand the reply alone is under this patience, however slow the machine.
    await vi.waitFor(() => hasty.feishu.checkCredentials(), { timeout: 60_000 });
    world.sim.fault({ kind: 'latency', api: REPLY, ms: 400, times: 1 });
    await say();
    await sendDue(hasty);
    // The platform carries it out after we have hung up.
    await expect.poll(() => visible().length, { timeout: 60_000 }).toBe(1);
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
      session.run(`update outbox set payload = '{"personId":1}' where kind = 'answer'`),
    );
    for (let i = 0; i < 14; i++) {
      await world.settle();
      world.pass(91_000);
    }
    expect(visible()).toHaveLength(1);
    const [row] = await world.deps.db.session((session) =>
      session.query(`select state, last_error from outbox where kind = 'answer'`),
    );
    expect(row).toEqual({ state: 'dead', last_error: 'unreadable-answer' });
    await world.deps.db.session((session) => session.run(`delete from outbox where state = 'dead'`));
    world.expectFailures(world.log.filter((line) => line.includes('send.unreadable')).length);
    expect(world.log.filter((line) => line.includes('send.unreadable'))).toHaveLength(1);
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

/** The same process, but calls for which `hangs` says so are not answered before `free`. */
function hanging(hangs: (body: string) => boolean): { deps: Deps; hung: () => number; free: () => void } {
  const app = world.deps.config.app!;
  const freed = Promise.withResolvers<void>();
  let hung = 0;
  const feishu = createFeishuClient({
    appId: app.id,
    appSecret: app.secret,
    domain: world.deps.config.domain,
    clock: world.deps.clock,
    timeoutMs: 3_600_000,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      if (hangs(`${request.url} ${await request.clone().text()}`)) {
        hung++;
        await freed.promise;
      }
      return world.sim.fetch(request);
    },
  });
  return { deps: { ...world.deps, feishu }, hung: () => hung, free: freed.resolve };
}

describe('a call that hangs', () => {
  const SICK = ['sun', 'li', 'zhao', 'zhou', 'wu', 'zheng', 'chu', 'chen', 'wei', 'jiang'];
  const WELL = ['shen', 'han', 'yang', 'zhu'];
  const ask = (key: string) => world.sim.say(world.openId(key), world.private(key).chatId, '帮助');

  test('holds up its own target only: who asks while ten calls hang is answered, and so is a second question', async () => {
    world = await openWorld({ processes: 1 });
    for (const key of SICK) await ask(key);
    const asked = SICK.flatMap((key) => world.private(key).messages.map((one) => one.messageId));
    const { deps, hung, free } = hanging((call) => asked.some((id) => call.includes(id)));
    const sendLoop = createSendLoop(() => deps);
    sendLoop.wake();
    await vi.waitFor(() => expect(hung()).toBe(SICK.length), { timeout: 60_000 });
    for (let round = 1; round <= 2; round++) {
      for (const key of WELL) await ask(key);
      sendLoop.wake();
      await vi.waitFor(
        () => {
          for (const key of WELL) expect(world.private(key).botTexts).toHaveLength(round);
        },
        { timeout: 60_000 },
      );
    }
    for (const key of SICK) expect(world.private(key).botTexts).toEqual([]);
    free();
    await sendLoop.idle();
    await sendLoop.stop();
    for (const key of SICK) expect(world.private(key).botTexts).toHaveLength(1);
  });

  test('and a stop meanwhile: nothing new is begun, what waits behind it is free for others at once', async () => {
    world = await openWorld({ processes: 1 });
    await ask('sun');
    await ask('sun');
    const { deps, hung, free } = hanging((call) => call.includes('/im/v1/messages'));
    const sendLoop = createSendLoop(() => deps);
    sendLoop.wake();
    await vi.waitFor(() => expect(hung()).toBe(1), { timeout: 60_000 });
    const stopped = sendLoop.stop();
    await ask('shen');
    sendLoop.wake();
    free();
    await stopped;
    expect(hung()).toBe(1);
    expect(world.private('sun').botTexts).toHaveLength(1);
    expect(world.private('shen').botTexts).toEqual([]);
    const leased = await world.deps.db.session((session) =>
      session.query('select count(*)::int as n from outbox where lease_until is not null'),
    );
    expect(leased).toEqual([{ n: 0 }]);
    await world.settle();
    expect(world.private('sun').botTexts).toHaveLength(2);
    expect(world.private('shen').botTexts).toHaveLength(1);
  });
});

test('after an outage who asks now is answered before most of what is minutes late, and all of that still comes', async () => {
  world = await openWorld({ processes: 1 });
  const late = [
    'sun',
    'li',
    'zhao',
    'zhou',
    'wu',
    'zheng',
    'chu',
    'chen',
    'wei',
    'jiang',
    'shen',
    'han',
    'yang',
  ];
  const ask = (key: string, about: string) =>
    world.sim.say(world.openId(key), world.private(key).chatId, `帮助${about}`);
  // Each about something else: what is asked again is answered once.
  const topics = [' 签收', ' 转办', ' 退回', ' 进展', ' 办结', ' 核验'];
  for (const about of topics) for (const key of late) await ask(key, about);
  world.outageUntil('2026-11-23 09:10');
  const fresh = await ask('zhu', '');
  const sends: string[] = [];
  const { deps } = hanging((call) => {
    if (call.includes('/im/v1/messages')) sends.push(call);
    return false;
  });
  for (let second = 0; second < 12; second += 2) {
    await world.settle(deps);
    world.pass(2_000);
  }
  expect(sends).toHaveLength(late.length * 6 + 1);
  const place = sends.findIndex((call) => call.includes(fresh.messageId));
  expect(place).toBeGreaterThanOrEqual(0);
  expect(place).toBeLessThan(late.length * 4);
  for (const key of late) expect(world.private(key).botTexts).toHaveLength(6);
});
