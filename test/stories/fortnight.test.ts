/** The demo's fortnight and the morning after it: what comes to whom before ten. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { createDemoClock } from '../../src/demo/clock.ts';
import { playDemo } from '../../src/demo/script.ts';
import { joinWorld } from '../../src/demo/world.ts';
import type { Sim, SimMessage } from '../../src/sim/sim.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { at, textOf, titleOf } from '../support/world.ts';

const MINUTE = 60_000;
/** The office's own: its person is told of every step somebody takes. */
const OFFICE = ['宋丽', '综合办调度群'];

let database: TestDatabase;
let sim: Sim;

interface Told {
  chat: string;
  day: string;
  clock: string;
  message: SimMessage;
}

/** Everything the bot posted of itself, by local day and time; answers to what somebody said just now apart. */
function told(): Told[] {
  const nameOf = (openId: string) => sim.users().find((one) => one.openId === openId)?.name ?? openId;
  return sim.chats().flatMap((chat) => {
    const messages = sim.messages(chat.chatId);
    const said = messages.filter((one) => one.senderType === 'user');
    return messages
      .filter((one) => one.senderType === 'app')
      .filter((one) => !said.some((words) => Math.abs(one.createdAt - words.createdAt) < MINUTE))
      .map((message) => {
        const local = new Date(message.createdAt + 8 * 60 * MINUTE).toISOString();
        const name = chat.name || chat.members.map(nameOf).join('+');
        return { chat: name, day: local.slice(0, 10), clock: local.slice(11, 19), message };
      });
  });
}

describe('the mornings of a fortnight', () => {
  beforeAll(async () => {
    database = await testDatabase('postgres');
    const clock = createDemoClock(at('2026-11-27 09:05'), () => 0);
    const joined = joinWorld({
      config: readConfig({ LOG_LEVEL: 'warn' }),
      db: database.db,
      clock: clock.now,
      setClock: clock.set,
      wake: () => {},
      write: () => {},
      demo: true,
      sim: { seed: 1 },
    });
    sim = joined.sim;
    // In small steps while the morning's messages leave, in coarse ones for the rest of the day.
    const advance = async (to: number) => {
      while (clock.now() < to) {
        const day = new Date(clock.now() + 8 * 60 * MINUTE).toISOString().slice(0, 10);
        const [from, until, midnight] = [at(`${day} 08:30`), at(`${day} 10:00`), at(`${day} 23:59`)];
        const now = clock.now();
        const next = now < from ? from : now < until ? until : now < midnight ? midnight : now + MINUTE;
        await joined.advanceTo(Math.min(next, to), now >= from && now < until ? 5 * MINUTE : 60 * MINUTE);
      }
    };
    await playDemo({ ...joined, advanceTo: advance }, clock);
    await advance(at('2026-11-30 10:30'));
  }, 1_800_000);
  afterAll(() => database.drop());

  test('nobody but the office gets more than two messages before ten, nobody more than one digest', () => {
    const early = new Map<string, Told[]>();
    for (const one of told().filter(({ clock }) => clock < '10:00')) {
      const key = `${one.day} ${one.chat}`;
      early.set(key, [...(early.get(key) ?? []), one]);
    }
    for (const [key, list] of early) {
      const titles = list.map((one) => `${one.clock} ${titleOf(one.message)}`);
      const digests = titles.filter((title) => /晨报|问题快报|提醒：/.test(title));
      expect(digests.length, `${key}: ${titles.join(' | ')}`).toBeLessThanOrEqual(1);
      if (!OFFICE.some((name) => key.endsWith(name)))
        expect(list.length, `${key}: ${titles.join(' | ')}`).toBeLessThanOrEqual(2);
    }
    expect(early.size).toBeGreaterThan(20);
  });

  test('no digest without something to do in it, and none says that there is nothing', () => {
    const digests = told().filter((one) => /晨报|问题快报|提醒：/.test(titleOf(one.message)));
    expect(digests.length).toBeGreaterThan(20);
    for (const { message, day, chat } of digests) {
      expect(textOf(message), `${day} ${chat}`).toMatch(/ \d+ 件\n|还有 \d+ 天/);
      expect(textOf(message), `${day} ${chat}`).not.toMatch(/没有待办|没有等您|今明两天没有|没有未销号/);
    }
  });
});
