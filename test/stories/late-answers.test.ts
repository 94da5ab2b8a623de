/** What is answered minutes late, after an outage of the platform: little, readable, and nothing lost. */
import { afterEach, describe, expect, test } from 'vitest';
import { enqueue, listDead } from '../../src/db/outbox.ts';
import { findPeopleByOpenIds } from '../../src/db/person.ts';
import type { Answer } from '../../src/domain/answer.ts';
import { sendDue } from '../../src/engine/send.ts';
import { ANSWER } from '../../src/kinds/messages.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
afterEach(() => world?.close());

const NOTHING = '签收 #999';
const say = (key: string, text: string, group = 'xf') =>
  world.sim.say(world.openId(key), world.group(group).chatId, text, { atBot: true });
const alone = (key: string, text: string) =>
  world.sim.say(world.openId(key), world.private(key).chatId, text);
const sends = () =>
  world.calls().filter((call) => /^POST .*\/im\/v1\/messages/.test(call.route ?? '')).length;
const ends = () =>
  world.deps.db.session((session) =>
    session.query(
      'select state, last_error as why, count(*)::int as n from outbox group by 1, 2 order by 1, 2',
    ),
  );

/** All this is said before anything can be sent; then so much time goes by. */
async function late(minutes: number, talk: () => Promise<void>): Promise<void> {
  world = await openWorld({ processes: 1 });
  await talk();
  world.pass(minutes * 60_000);
}

describe('answers that come minutes late', () => {
  test('in words become one message that names who asked and when, each answer in its order', async () => {
    await late(6, async () => {
      await say('wang', NOTHING);
      await say('sun', '签收 #998');
      await say('wang', '签收 #997');
    });
    await world.settle();
    expect(world.group('xf').botTexts).toHaveLength(1);
    const [text] = world.group('xf').botTexts;
    expect(text).toMatch(/^这 3 条回复晚了，一并发出：\n【09:00 王建国】.*#999/);
    expect(text).toMatch(/【09:00 孙倩】.*#998[\s\S]*【09:00 王建国】.*#997/);
    expect(await ends()).toEqual([
      { state: 'dropped', why: 'bundled', n: 2 },
      { state: 'sent', why: null, n: 1 },
    ]);
  });

  test('are one row that knows every message it answers, and tells the administrator how many when it fails', async () => {
    await late(6, async () => {
      for (const text of [NOTHING, '签收 #998', '签收 #997']) await say('wang', text);
    });
    const mend = world.sim.fault({
      api: 'POST /open-apis/im/v1/messages',
      kind: 'code',
      code: 230018,
      when: ({ body }) => (body as { receive_id?: string }).receive_id === world.group('xf').chatId,
    });
    await world.settle();
    const [dead] = await world.deps.db.read((tx) => listDead(tx, 9));
    const asked = world.group('xf').messages.filter((message) => message.senderType === 'user');
    expect(dead?.payload).toMatchObject({ repliesTo: asked.map(({ messageId }) => messageId) });
    expect(await world.private('lin').ask('lin', '失败消息')).toContain('回答（答 3 句话） →');
    mend();
    await world.private('lin').clicks('lin', world.private('lin').lastBot, '确认');
    expect(world.group('xf').botTexts).toHaveLength(1);
    world.expectFailures(1);
  });

  test('privately name nobody; the day stands there when it is another one', async () => {
    await late(24 * 60, async () => {
      await alone('wang', NOTHING);
      await alone('wang', '签收 #998');
    });
    await world.settle();
    expect(world.private('wang').lastText).toMatch(/【11-23 09:00】.*#999.*\n【11-23 09:00】.*#998/);
  });

  test('to the same question asked again are given once, as of now; to others each', async () => {
    await late(6, async () => {
      for (let n = 0; n < 3; n++) await say('wang', '清单');
      await say('sun', '清单');
      await alone('wang', '清单');
      await say('wang', '红色的有几个');
    });
    await world.settle();
    expect(world.group('xf').botTexts).toHaveLength(3);
    expect(world.private('wang').botTexts).toHaveLength(1);
    expect((await ends()).filter(({ state }) => state === 'dropped')).toEqual([
      { state: 'dropped', why: 'asked-again', n: 2 },
    ]);
  });

  test('that tell of a deed are never left out, however alike, and cards keep their place between words', async () => {
    await late(6, async () => {
      for (let n = 0; n < 3; n++) await alone('wang', NOTHING);
      await alone('wang', '帮助');
      for (let n = 0; n < 2; n++) await alone('wang', NOTHING);
    });
    await world.settle();
    const texts = world.private('wang').botTexts;
    expect(texts).toHaveLength(3);
    expect([texts[0], texts[2]].map((text) => text?.match(/#999/g)?.length)).toEqual([3, 2]);
  });

  test('that are not late come one by one', async () => {
    await late(4, async () => {
      for (let n = 0; n < 3; n++) await alone('wang', NOTHING);
      for (let n = 0; n < 2; n++) await alone('wang', '帮助');
    });
    await world.settle();
    expect(world.private('wang').botTexts).toHaveLength(5);
  });

  test('that may have come through once are not put together with others', async () => {
    await late(0, async () => {
      for (let n = 0; n < 2; n++) await alone('wang', NOTHING);
    });
    const free = world.sim.fault({
      api: '*',
      kind: 'resetAfterCommit',
      when: ({ route = '' }) => route.includes('/im/v1/messages'),
    });
    await sendDue(world.deps);
    free();
    await alone('wang', '签收 #998');
    await alone('wang', '签收 #997');
    world.pass(6 * 60_000);
    await world.settle();
    const texts = world.private('wang').botTexts;
    expect(texts).toHaveLength(3);
    expect(texts.filter((text) => text.startsWith('这 2 条'))).toHaveLength(1);
    for (const [id, times] of [
      ['#999', 2],
      ['#998', 1],
      ['#997', 1],
    ] as const)
      expect(texts.join('\n').split(id)).toHaveLength(times + 1);
  });
});

describe('behind 20,000 late answers', () => {
  const PEOPLE = 400;
  const EACH = 50;

  /** As after an outage of the platform of an hour. */
  async function queueBacklog(answer: (n: number) => Answer): Promise<void> {
    world = await openWorld({ processes: 1 });
    const people = Array.from({ length: PEOPLE }, (_, n) => world.sim.addUser({ name: `同事${n}` }));
    await world.deps.db.transaction(async (tx) => {
      const [person] = await findPeopleByOpenIds(tx, [world.openId('wang')]);
      const rows = Array.from({ length: PEOPLE * EACH }, (_, n) => {
        const { openId } = people[n % PEOPLE]!;
        const payload = { answer: answer(n), openId, personId: person!.id };
        return ANSWER.row({ id: `late-${n}`, target: `person:${openId}`, payload, dueAt: world.now });
      });
      await enqueue(tx, rows, world.now);
    });
    world.pass(3_600_000);
  }

  test('who asks now is answered before five seconds of sending are over', async () => {
    // Cards of their own, each about something else: none of them can be left out or put together.
    await queueBacklog((n) => ({ kind: 'suggest', text: `第${n}条`, commands: [] }));
    await alone('sun', '帮助');
    const before = sends();
    for (let second = 0; second < 5 && world.private('sun').botTexts.length === 0; second++) {
      await sendDue(world.deps);
      world.pass(1_000);
    }
    expect(world.private('sun').botTexts).toHaveLength(1);
    expect(sends() - before).toBeLessThan(5 * 45);
    await world.deps.db.session((session) => session.run("delete from outbox where state = 'waiting'"));
  });
});
