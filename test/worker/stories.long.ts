/** What people live through when the bot is two isolates of workerd, with cron triggers and a clock the test moves. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { enqueue } from '../../src/db/outbox.ts';
import { findPeopleByOpenIds } from '../../src/db/person.ts';
import { ANSWER } from '../../src/kinds/messages.ts';
import type { SimMessage } from '../../src/sim/sim.ts';
import { wordOf } from '../support/word.ts';
import { textOf, titleOf } from '../support/world.ts';
import { type Runtime, startRuntime } from './runtime.ts';

const SOON = { timeout: 40_000, interval: 50 };
const at = (local: string) => Date.parse(`${local.replace(' ', 'T')}:00+08:00`);

describe('two isolates', { timeout: 180_000 }, () => {
  let run: Runtime;
  beforeAll(async () => {
    run = await startRuntime({ isolates: 2, movableClock: true });
    await run.moveClock(at('2026-12-07 10:00'));
  }, 180_000);
  afterAll(() => run?.close());

  const id = (key: string) => run.keys.openId[key]!;
  const place = (key: string) => run.keys.chatId[key] ?? run.joined.sim.p2pChat(id(key));
  const botIn = (key: string) =>
    run.joined.sim.messages(place(key)).filter((one) => one.senderType === 'app' && !one.recalled);
  const say = (who: string, where: string, text: string) =>
    run.joined.sim.say(id(who), place(where), text, { atBot: run.keys.chatId[where] !== undefined });
  const click = (who: string, message: SimMessage, button: string, form?: Record<string, unknown>) =>
    run.joined.sim.click(id(who), message.messageId, button, form);
  const query = (sql: string) => run.db.session((session) => session.query(sql));
  /** The newest message there that the test is looking for. */
  const soon = (key: string, fits: (message: SimMessage) => boolean) =>
    vi.waitFor(() => {
      const found = botIn(key).filter(fits).at(-1);
      expect(found, botIn(key).map(textOf).join('\n---\n').slice(-600)).toBeDefined();
      return found!;
    }, SOON);
  const shows = (words: string) => (message: SimMessage) => textOf(message).includes(words);
  /** Both cron triggers at once; they stay for what is due within the minute, which no test waits for. */
  const tick = (now: number) => {
    for (const isolate of [0, 1]) run.cron(isolate, now).catch(() => {});
  };
  const refused = () =>
    run.joined.sim.calls().filter((call) => call.status === 429 || [99991400, 230020].includes(call.code));

  test('a problem lives its whole life by words and clicks', async () => {
    await say('wang', 'xf', '报 磷石膏仓库堆放不下 生态环境局 3个工作日');
    await soon('xf', shows('待签收'));
    const asked = await soon('sun', (one) => titleOf(one).startsWith('#1 '));
    expect((await click('sun', asked, '签收')).toast?.type).toBe('success');
    await soon('xf', shows('办理中'));
    await say('sun', 'xf', '进展 #1 已完成现场踏勘');
    const card = await soon('xf', (one) => titleOf(one).startsWith('#1 '));
    await click('sun', card, '办结');
    const form = await soon('sun', (one) => JSON.stringify(one.content).includes('"tag":"form"'));
    await click('sun', form, '确认', { reason: '堆场已扩建，今日启用' });
    await soon('xf', shows('待核验'));
    expect((await click('hua', await soon('xf', shows('待核验')), '属实')).toast?.type).toBe('success');
    await soon('xf', shows('已销号'));
    expect(botIn('xf').filter((one) => titleOf(one).startsWith('#1 '))).toHaveLength(1);
  });

  test('one push that comes to both isolates at once, and again later, logs once', async () => {
    run.joined.sim.fault({
      push: 'im.message.receive_v1',
      kind: 'duplicatePush',
      concurrent: true,
      copies: 4,
      times: 1,
    });
    await say('wang', 'xf', '报 进场道路塌方 住建局');
    await soon('xf', shows('进场道路塌方'));
    expect(await query(`select count(*)::int as n from issue where title = '进场道路塌方'`)).toEqual([
      { n: 1 },
    ]);
    expect(botIn('xf').filter((one) => titleOf(one).includes('进场道路塌方'))).toHaveLength(1);
  });

  test('a group that is written much to gets everything, in order and within its five a second', async () => {
    await run.db.transaction(async (tx) => {
      const [person] = await findPeopleByOpenIds(tx, [id('wang')]);
      const now = run.joined.deps.clock();
      const row = (n: number) =>
        ANSWER.row({
          id: `busy-${n}`,
          target: `chat:${place('mlx')}`,
          payload: { answer: { kind: 'text', text: `第${n}条` }, chatId: place('mlx'), personId: person!.id },
          dueAt: now,
        });
      await enqueue(
        tx,
        Array.from({ length: 12 }, (_, n) => row(n + 1)),
        now,
      );
    });
    // Whoever is woken sends; both are, at the same moment.
    await Promise.all([
      say('liu', 'cn', '报 变压器噪音扰民 供电公司 明天'),
      say('liu', 'bp', '报 路灯不亮 住建局 明天'),
    ]);
    const minute = run.joined.deps.clock();
    tick(minute);
    const all = () => expect(botIn('mlx')).toHaveLength(12);
    // A trigger that finds everything taken leaves; what a request does not stay for then goes on with the next one.
    await vi.waitFor(all, { timeout: 8000, interval: 50 }).catch(async () => {
      await run.moveClock(minute + 60_000);
      tick(minute + 60_000);
    });
    await vi.waitFor(all, SOON);
    expect(botIn('mlx').map(textOf)).toEqual(Array.from({ length: 12 }, (_, n) => `第${n + 1}条`));
    expect(refused()).toEqual([]);
  });

  test('the morning by cron triggers in both: everybody concerned gets one digest', async () => {
    for (const title of ['取水口手续卡住', '大件运输路线未定', '塔吊基础积水']) {
      await say('wang', 'xf', `报 ${title} 生态环境局 1个工作日`);
      await soon('xf', shows(title));
    }
    // What is on its way when the clock leaps by a night is lost: the platform forgets a uuid after an hour.
    await vi.waitFor(async () => {
      const sending = await query(
        `select kind from outbox where state = 'waiting' and lease_until is not null`,
      );
      expect(sending).toEqual([]);
    }, SOON);
    const before = { sun: botIn('sun').length, xf: botIn('xf').length };
    for (const minute of [31, 34, 37, 41]) {
      const now = at(`2026-12-08 08:${minute}`);
      await run.moveClock(now);
      tick(now);
      await vi.waitFor(async () => {
        const done = await query(
          `select 1 from lease where name = 'tick' and done_at >= '${new Date(now).toISOString()}'`,
        );
        expect(done.length).toBeGreaterThan(0);
      }, SOON);
    }
    const mornings = (key: 'sun' | 'xf') =>
      botIn(key)
        .slice(before[key])
        .filter((one) => titleOf(one).includes('晨报'));
    await vi.waitFor(() => expect([mornings('sun').length, mornings('xf').length]).toEqual([1, 1]), SOON);
    expect(await query(`select kind from outbox where state = 'dead'`)).toEqual([]);
    expect(refused()).toEqual([]);
  });

  test('on Friday the 调度包 comes as a card and as a Word file that opens', async () => {
    const now = at('2026-12-11 15:00');
    await run.moveClock(now);
    tick(now);
    const pack = await soon('office', (one) => titleOf(one).includes('调度包'));
    expect(textOf(pack)).toContain('塔吊基础积水');
    const word = await wordOf(run.joined.sim, await soon('office', (one) => one.msgType === 'file'));
    expect(word.name).toMatch(/^调度包 .*2026-12-11\.docx$/);
    expect(word.text).toContain('塔吊基础积水');
    expect(botIn('office').filter((one) => one.msgType === 'file')).toHaveLength(1);
  });

  test('nothing was logged as an error', () => {
    expect(run.logs().filter((line) => /"level\\?":\\?"error|exception|Uncaught/i.test(line))).toEqual([]);
  });
});
