/** The same thing twice, at once, late, or in the wrong order: it happens once. */
import { afterEach, describe, expect, test } from 'vitest';
import { DatabaseError } from '../../src/db/database-error.ts';
import { readHistory } from '../../src/db/history.ts';
import { loadIssue } from '../../src/db/issue.ts';
import type { Deps } from '../../src/deps.ts';
import { createApp } from '../../src/http/app.ts';
import { openWorld, textOf, type World } from '../support/world.ts';

let world: World;
afterEach(() => world.close());

const MESSAGE = 'im.message.receive_v1';
const issueOf = (id: number) => world.deps.db.read((tx) => loadIssue(tx, id));
const verbsOf = async (id: number) =>
  (await world.deps.db.read((tx) => readHistory(tx, id, { limit: 50 }))).map((row) => row.verb);
const issues = async () => (await world.rowCounts()).issue;

describe('one message, several deliveries', () => {
  test('an event delivered five times logs once and is answered once', async () => {
    world = await openWorld();
    world.sim.fault({ kind: 'duplicatePush', push: MESSAGE, copies: 5, times: 1 });
    const group = world.group('xf');
    await group.says('wang', '报 磷石膏仓库堆放不下 生态环境局');
    expect(world.sim.pushes().filter((push) => push.eventType === MESSAGE)).toHaveLength(5);
    expect(await issues()).toBe(1);
    expect(group.botTexts).toHaveLength(1);
    expect(world.private('sun').botTexts).toHaveLength(1);
  });

  test('an event delivered six times at the same moment logs once', async () => {
    world = await openWorld();
    world.sim.fault({ kind: 'duplicatePush', push: MESSAGE, copies: 6, concurrent: true, times: 1 });
    const group = world.group('xf');
    await group.says('wang', '报 磷石膏仓库堆放不下 生态环境局');
    expect(world.sim.pushes().map((push) => push.status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(await issues()).toBe(1);
    expect(group.botTexts).toHaveLength(1);
  });

  test('the same message under a new event id logs once', async () => {
    world = await openWorld();
    world.sim.fault({ kind: 'newEventIdSameMessage', times: 1 });
    await world.group('xf').says('wang', '报 磷石膏仓库堆放不下 生态环境局');
    const ids = new Set(world.sim.pushes().map((push) => push.eventId));
    expect(ids.size).toBe(2);
    expect(await issues()).toBe(1);
    expect(world.group('xf').botTexts).toHaveLength(1);
  });
});

describe('late and repeated deliveries', () => {
  test('a push that comes again after it was answered does nothing, even six hours later', async () => {
    world = await openWorld();
    world.sim.fault({ kind: 'redeliverAfterSuccess', push: MESSAGE });
    const group = world.group('xf');
    await group.says('wang', '报 磷石膏仓库堆放不下 生态环境局');
    world.sim.clearFaults();
    for (const time of ['09:01', '09:10', '10:30', '16:45']) {
      world.outageUntil(`2026-11-23 ${time}`);
      await world.sim.runDue();
    }
    expect(world.sim.pushes().filter((push) => push.eventType === MESSAGE).length).toBeGreaterThanOrEqual(2);
    expect(await issues()).toBe(1);
    expect(group.botTexts).toHaveLength(1);
  });

  test('an outage of hours loses nothing: the last re-push, six hours later, logs the problem once', async () => {
    world = await openWorld();
    world.sim.fault({ kind: 'resetBefore', push: MESSAGE, times: 4 });
    const group = world.group('xf');
    await group.says('wang', '报 磷石膏仓库堆放不下 生态环境局');
    expect(await issues()).toBe(0);
    for (const time of ['09:01', '09:10', '10:30', '16:45']) {
      world.outageUntil(`2026-11-23 ${time}`);
      await world.sim.runDue();
    }
    await world.settle();
    expect(await issues()).toBe(1);
    expect(textOf(group.card(1))).toContain('待签收');
  });

  test('an attempt that fails in the middle leaves nothing, answers 500, and the re-push succeeds', async () => {
    world = await openWorld();
    let failures = 1;
    const failing: Deps = {
      ...world.deps,
      db: {
        ...world.deps.db,
        transaction: (work) =>
          world.deps.db.transaction(async (tx) => {
            const result = await work(tx);
            // The work is done but for the commit.
            if (failures-- > 0) throw new DatabaseError('08006', 'connection lost');
            return result;
          }),
      },
    };
    const before = await world.rowCounts();
    world.doors[0] = createApp(failing);
    const group = world.group('xf');
    await group.says('wang', '报 磷石膏仓库堆放不下 生态环境局');
    expect(world.sim.pushes().at(-1)?.status).toBe(500);
    expect(await world.rowCounts()).toEqual({ ...before, setting: expect.anything(), outbox: 0 });
    expect(group.botTexts).toEqual([]);
    world.outageUntil('2026-11-23 09:01');
    await world.sim.runDue();
    await world.settle();
    expect(await issues()).toBe(1);
    expect(group.botTexts).toHaveLength(1);
    world.expectFailures(1);
  });

  test('a click that fails is told so, with a code the log has, and changes nothing', async () => {
    world = await openWorld({ processes: 1 });
    await world.group('xf').says('wang', '报 磷石膏仓库堆放不下 生态环境局');
    const failing: Deps = {
      ...world.deps,
      db: { ...world.deps.db, transaction: () => Promise.reject(new Error('down')) },
    };
    const own = world.doors[0]!;
    world.doors[0] = createApp(failing);
    const place = world.private('sun');
    const result = await place.clicks('sun', place.card(1), '签收');
    expect(result.toast?.type).toBe('error');
    const code = /[0-9a-f]{8}/.exec(result.toast?.content ?? '')?.[0];
    expect(code).toBeDefined();
    expect(world.log.some((line) => line.includes(code!))).toBe(true);
    expect((await issueOf(1))?.status).toBe('unsigned');
    world.doors[0] = own;
    const again = await place.clicks('sun', place.card(1), '签收');
    expect(again.toast?.type).toBe('success');
    world.expectFailures(1);
  });

  test('a click delivered twice at once acts once', async () => {
    world = await openWorld();
    await world.group('xf').says('wang', '报 磷石膏仓库堆放不下 生态环境局');
    const place = world.private('sun');
    world.sim.fault({
      kind: 'duplicatePush',
      push: 'card.action.trigger',
      copies: 2,
      concurrent: true,
      times: 1,
    });
    await place.clicks('sun', place.card(1), '签收');
    expect((await verbsOf(1)).filter((verb) => verb === 'sign')).toHaveLength(1);
    expect((await issueOf(1))?.status).toBe('working');
  });

  test('messages that arrive in the wrong order each find the state they find', async () => {
    world = await openWorld();
    const group = world.group('xf');
    await group.says('wang', '报 磷石膏仓库堆放不下 生态环境局');
    world.sim.fault({ kind: 'delayPush', push: MESSAGE, times: 1 });
    await group.says('sun', '签收 #1');
    await group.says('sun', '办结 #1 已清运');
    world.sim.release();
    await world.settle();
    const issue = await issueOf(1);
    // 办结 of a problem nobody signed for: whichever way it is decided, the late 签收 must not undo it.
    const verbs = await verbsOf(1);
    expect(verbs.filter((verb) => verb === 'sign').length).toBeLessThanOrEqual(1);
    expect(['working', 'verifying']).toContain(issue?.status);
    expect(group.botTexts.join('\n')).not.toContain('出错');
  });

  test('a button pressed before our own record of the card was written still works', async () => {
    world = await openWorld();
    const group = world.group('xf');
    let records = 0;
    const slow: Deps = {
      ...world.deps,
      db: {
        ...world.deps.db,
        once: (work) => {
          // The card is out; recording it is lost with the process.
          if (world.calls('POST /open-apis/im/v1/messages/:message_id/reply').length > 0 && records++ === 0)
            return Promise.reject(new Error('killed'));
          return world.deps.db.once(work);
        },
      },
    };
    await world.sim.say(world.openId('wang'), group.chatId, '报 磷石膏仓库堆放不下 生态环境局', {
      atBot: true,
    });
    await world.settle(slow);
    const card = group.card(1);
    const result = await group.clicks('sun', card, '签收');
    expect(result.toast?.type).toBe('success');
    world.pass(120_000);
    await world.settle();
    expect(group.botTexts).toHaveLength(1);
    expect(textOf(group.card(1))).toContain('办理中');
    world.expectFailures(1);
  });
});

describe('two at once', () => {
  test('two people press 签收 at the same moment: the first wins, the second is told who', async () => {
    world = await openWorld();
    const group = world.group('bp');
    await group.says('liu', '报 磷石膏仓库堆放不下 生态环境局');
    const card = group.card(1);
    const results = await Promise.all(
      ['sun', 'zheng'].map((key) => world.sim.click(world.openId(key), card.messageId, '签收')),
    );
    await world.settle();
    const tones = results.map((result) => result.toast?.type);
    expect(tones.filter((tone) => tone === 'success')).toHaveLength(1);
    const winner = tones[0] === 'success' ? '孙倩' : '郑洁';
    const loser = results.find((result) => result.toast?.type !== 'success');
    expect(loser?.toast?.content).toContain(winner);
    expect((await verbsOf(1)).filter((verb) => verb === 'sign')).toHaveLength(1);
  });

  test('with two processes on one database, of ten presses at once one wins and nobody sees an error', async () => {
    world = await openWorld();
    const group = world.group('bp');
    await group.says('liu', '报 磷石膏仓库堆放不下 生态环境局');
    world.doors.push(world.joinProcess().app);
    const card = group.card(1);
    const keys = ['sun', 'zheng', 'liu', 'song', 'sun', 'zheng', 'liu', 'song', 'sun', 'zheng'];
    const results = await Promise.all(
      keys.map((key) => world.sim.click(world.openId(key), card.messageId, '签收')),
    );
    await world.settle();
    expect(results.filter((result) => result.toast?.type === 'success')).toHaveLength(1);
    expect(results.filter((result) => result.error || result.toast?.type === 'error')).toEqual([]);
    expect((await verbsOf(1)).filter((verb) => verb === 'sign')).toHaveLength(1);
    expect(group.botTexts).toHaveLength(1);
  });

  test('with two processes, an event delivered to both at once logs once', async () => {
    world = await openWorld();
    world.doors.push(world.joinProcess().app);
    world.sim.fault({ kind: 'duplicatePush', push: MESSAGE, copies: 4, concurrent: true, times: 1 });
    await world.group('xf').says('wang', '报 磷石膏仓库堆放不下 生态环境局');
    expect(await issues()).toBe(1);
    expect(world.group('xf').botTexts).toHaveLength(1);
  });

  test('with two processes sending at once, every message goes out once and in order', async () => {
    world = await openWorld();
    const other = world.joinProcess();
    world.doors.push(other.app);
    const place = world.private('wang');
    const words = Array.from({ length: 8 }, (_, i) => `不认识的话${i}`);
    for (const word of words) await world.sim.say(world.openId('wang'), place.chatId, word);
    for (let i = 0; i < 12; i++) {
      await Promise.all([world.settle(), world.settle(other.deps)]);
      world.pass(400);
    }
    const heard = place.botTexts.map((text) => /不认识的话\d/.exec(text)?.[0]);
    expect(heard).toEqual(words);
  });

  test('ten problems logged at once by ten people, in two processes, get ten numbers and ten cards', async () => {
    world = await openWorld();
    world.doors.push(world.joinProcess().app);
    const group = world.group('xf');
    const keys = ['wang', 'sun', 'jiang', 'song', 'li', 'chen', 'zhao', 'he', 'qian', 'cao'];
    await Promise.all(
      keys.map((key, i) =>
        world.sim.say(world.openId(key), group.chatId, `报 第${i}件难事 住建局`, { atBot: true }),
      ),
    );
    for (let i = 0; i < 6; i++) await world.settle();
    expect(await issues()).toBe(10);
    for (let id = 1; id <= 10; id++) expect(group.card(id)).toBeDefined();
    expect(group.botTexts).toHaveLength(10);
  });

  test('two people 报 the same message at once: it becomes one problem, the second is told', async () => {
    world = await openWorld();
    const other = world.joinProcess();
    world.doors.push(other.app);
    world.sim.setScopes([...world.sim.scopes(), 'im:message.group_msg']);
    const group = world.group('xf');
    const said = await group.says('hua', '门口的路被渣土车压坏了，请住建局看看', { atBot: false });
    await Promise.all(
      ['wang', 'song'].map((key) =>
        world.sim.say(world.openId(key), group.chatId, '报', { atBot: true, replyTo: said.messageId }),
      ),
    );
    await Promise.all([world.settle(), world.settle(other.deps)]);
    await world.settle();
    expect(await issues()).toBe(1);
    expect(group.botTexts.join('\n')).toContain('已经登记过');
  });

  test('two ticks at the same instant in two processes remind once', async () => {
    world = await openWorld();
    const other = world.joinProcess();
    await world.group('xf').says('wang', '报 磷石膏仓库堆放不下 生态环境局');
    const { runTick } = await import('../../src/engine/tick.ts');
    world.outageUntil('2026-11-25 09:30');
    const reports = await Promise.all([
      runTick(world.deps, world.now),
      runTick(other.deps, world.now),
      runTick(world.deps, world.now),
    ]);
    expect(reports.filter((report) => report.ran)).toHaveLength(1);
    await Promise.all([world.settle(), world.settle(other.deps)]);
    const rungs = (await verbsOf(1)).filter((verb) => verb.includes('rung'));
    expect(new Set(rungs).size).toBe(rungs.length);
    const reminders = world.private('sun').messages.length;
    await runTick(world.deps, world.now);
    await world.settle();
    expect(world.private('sun').messages).toHaveLength(reminders);
  });
});
