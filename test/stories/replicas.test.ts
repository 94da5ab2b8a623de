/** Several processes on one PostgreSQL: pushes go to each in turn, all tick and send, and the limits hold for their sum. */
import { afterEach, describe, expect, test } from 'vitest';
import { enqueue } from '../../src/db/outbox.ts';
import { findPeopleByOpenIds } from '../../src/db/person.ts';
import type { Deps } from '../../src/deps.ts';
import { sendDue } from '../../src/engine/send.ts';
import { ANSWER } from '../../src/kinds/messages.ts';
import { openWorld, textOf, titleOf, type World } from '../support/world.ts';

let world: World;
afterEach(() => world?.close());

const refused = () =>
  world.calls().filter((call) => call.status === 429 || [99991400, 230020].includes(call.code));

/** Every process sends what it may, over and over, while the platform's clock goes on. */
async function sendTogether(processes: Deps[], stepMs: number, done: () => boolean): Promise<number> {
  const start = world.now;
  for (let turn = 0; !done(); turn++) {
    if (turn > 20_000) throw new Error('never done');
    const order = processes.map((_, n) => processes[(turn + n) % processes.length]!);
    await Promise.all(order.map((deps) => sendDue(deps)));
    world.pass(stepMs);
  }
  return world.now - start;
}

/** Answers of help, as many as wanted, to these places. */
async function queue(count: number, to: (n: number) => { target: string; chatId?: string; openId?: string }) {
  await world.deps.db.transaction(async (tx) => {
    const [person] = await findPeopleByOpenIds(tx, [world.openId('wang')]);
    await enqueue(
      tx,
      Array.from({ length: count }, (_, n) => {
        const { target, ...place } = to(n);
        const answer = { kind: 'text' as const, text: `第${n + 1}条` };
        return ANSWER.row({
          id: `row-${n}`,
          target,
          payload: { answer, ...place, personId: person!.id },
          dueAt: world.now,
        });
      }),
      world.now,
    );
  });
}

describe('three processes with clocks seconds apart', () => {
  test('send a wave without one refusal for frequency', async () => {
    world = await openWorld({ processes: 1 });
    const processes = [
      world.deps,
      world.joinProcess(undefined, 2500).deps,
      world.joinProcess(undefined, -2000).deps,
    ];
    const keys = Object.keys(world.keys.openId);
    const COUNT = 300;
    await queue(COUNT, (n) => {
      const openId = world.openId(keys[n % keys.length]!);
      return { target: `person:${openId}`, openId };
    });
    const before = world.calls('POST /open-apis/im/v1/messages').length;
    const sent = () => world.calls('POST /open-apis/im/v1/messages').length - before;
    await sendTogether(processes, 40, () => sent() >= COUNT);
    expect(refused()).toEqual([]);
    expect(sent()).toBe(COUNT);
  });

  test('write into one chat in order and never more than it takes', async () => {
    world = await openWorld({ processes: 1 });
    const processes = [
      world.deps,
      world.joinProcess(undefined, 1500).deps,
      world.joinProcess(undefined, -1500).deps,
    ];
    const group = world.group('xf');
    await queue(30, () => ({ target: `chat:${group.chatId}`, chatId: group.chatId }));
    await sendTogether(processes, 100, () => group.botTexts.length >= 30);
    expect(refused()).toEqual([]);
    expect(group.botTexts).toEqual(Array.from({ length: 30 }, (_, n) => `第${n + 1}条`));
  });
});

describe('a process whose database is slow', () => {
  /** Each change takes so long that the limits open while a batch is being worked on. */
  function slow(deps: Deps, ms: number): Deps {
    const { db } = deps;
    const late = async <T>(work: Promise<T>): Promise<T> => {
      const result = await work;
      world.pass(ms);
      return result;
    };
    return {
      ...deps,
      db: {
        ...db,
        transaction: (work) => late(db.transaction(work)),
        once: (work) => late(db.once(work)),
      },
    };
  }

  test.each([150, 300, 450, 800, 1300])(
    'lets nothing overtake what had to wait for room (%i ms)',
    async (ms) => {
      world = await openWorld({ processes: 1 });
      const processes = [slow(world.deps, ms), slow(world.joinProcess().deps, ms)];
      const group = world.group('xf');
      await queue(20, () => ({ target: `chat:${group.chatId}`, chatId: group.chatId }));
      await sendTogether(processes, 100, () => group.botTexts.length >= 20);
      expect(group.botTexts).toEqual(Array.from({ length: 20 }, (_, n) => `第${n + 1}条`));
      expect(refused()).toEqual([]);
    },
  );
});

describe('a story of three processes', () => {
  test('that take pushes in turn and tick at the same moment: one card, every reminder once', async () => {
    world = await openWorld({ processes: 3 });
    const group = world.group('xf');
    await group.says('wang', '报 磷石膏仓库堆放不下 生态环境局 3个工作日');
    await world.private('sun').clicks('sun', world.private('sun').card(1), '签收');
    expect(textOf(group.card(1))).toContain('办理中');
    const before = world.private('sun').botTexts.length;
    // Due on Thursday: blue comes on Tuesday, with that morning's digest.
    await world.advanceTo('2026-11-24 10:00');
    const told = world.private('sun').botTexts.slice(before);
    expect(new Set(told).size).toBe(told.length);
    await group.says('sun', '办结 #1 堆场已扩建');
    await group.says('hua', '核验 #1 属实');
    expect(textOf(group.card(1))).toContain('已销号');
    expect(group.messages.filter((one) => titleOf(one).startsWith('#1 '))).toHaveLength(1);
    expect(refused()).toEqual([]);
  });
});
