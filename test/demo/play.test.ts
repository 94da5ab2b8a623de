/** The demo's play on any day of the year: no nonsense in it, and every state and colour at its end. */
import { beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { countByColor } from '../../src/db/issue-list.ts';
import type { Db } from '../../src/db/open.ts';
import { createDemoClock, type DemoClock } from '../../src/demo/clock.ts';
import { endOfMorning, playDemo, presentOf, SCENES } from '../../src/demo/script.ts';
import { type Joined, joinWorld } from '../../src/demo/world.ts';
import type { Answer } from '../../src/domain/answer.ts';
import type { Sim, SimMessage } from '../../src/sim/sim.ts';
import { testDatabase } from '../support/database.ts';
import { halfWidthIn } from '../support/punctuation.ts';
import { at, textOf, titleOf } from '../support/world.ts';

const ZONE = 'Asia/Shanghai';
const MINUTE = 60_000;
/** The office's own: its person is told of every step somebody takes. */
const OFFICE = ['宋丽', '综合办调度群'];

describe('the present of the demo', () => {
  test.each([
    ['at work it is now', '2026-11-23 10:17', '2026-11-23 10:17'],
    ['before nine it is five past nine', '2026-11-23 06:00', '2026-11-23 09:05'],
    ['in the evening it is the next morning', '2026-11-23 21:00', '2026-11-24 09:05'],
    ['on a Friday evening it is Monday morning', '2026-11-27 18:00', '2026-11-30 09:05'],
    ['on a Sunday it is Monday morning', '2026-11-22 12:00', '2026-11-23 09:05'],
    ['on a make-up Saturday people are at work', '2026-10-10 10:00', '2026-10-10 10:00'],
    ['in the week of 国庆 it is the day after', '2026-10-03 10:00', '2026-10-08 09:05'],
    ['on the evening of 31 December it is the first working day', '2026-12-31 17:30', '2027-01-04 09:05'],
  ])('%s', (_, now, present) => {
    expect(presentOf(at(now), ZONE).at).toBe(at(present));
  });

  test('a clock moved into the wave of a working morning stops at its end, any other where it was told', () => {
    expect(endOfMorning(at('2026-11-24 08:31'), ZONE)).toBe(at('2026-11-24 08:40'));
    expect(endOfMorning(at('2026-11-24 08:45'), ZONE)).toBe(at('2026-11-24 08:45'));
    expect(endOfMorning(at('2026-11-28 08:31'), ZONE)).toBe(at('2026-11-28 08:31'));
  });
});

interface Told {
  chat: string;
  day: string;
  clock: string;
  message: SimMessage;
}

/** Everything the bot posted of itself, by local day and time; answers to what somebody said just now apart. */
function toldIn(sim: Sim): Told[] {
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

interface Played {
  statuses: string[];
  colors: Record<string, number>;
  answers: Answer[];
  unwell: unknown[];
  deeds: number;
  bounced: number;
  /** Of links under way. */
  links: string[];
  /** Of projects with an agreed plan: name, weather, whether 开工 will be late. */
  plans: string[];
  log: string[];
  texts: string[];
  told: Told[];
}

/** In small steps while the morning's messages leave, in coarse ones for the rest of the day. */
function stepping(clock: DemoClock, advanceTo: Joined['advanceTo']): (to: number) => Promise<void> {
  return async (to) => {
    while (clock.now() < to) {
      const now = clock.now();
      const day = new Date(now + 8 * 60 * MINUTE).toISOString().slice(0, 10);
      const [from, until, midnight] = [at(`${day} 08:30`), at(`${day} 10:00`), at(`${day} 23:59`)];
      const next = now < from ? from : now < until ? until : now < midnight ? midnight : now + MINUTE;
      await advanceTo(Math.min(next, to), now >= from && now < until ? 5 * MINUTE : 60 * MINUTE);
    }
  };
}

/** @param until instead of the end of the play: the morning after it */
async function play(now: string, until?: string): Promise<Played> {
  const { db, drop } = await testDatabase('postgres');
  const log: string[] = [];
  try {
    const clock = createDemoClock(at(now), () => 0);
    const joined = joinWorld({
      config: readConfig({ LOG_LEVEL: 'warn' }),
      db,
      clock: clock.now,
      setClock: clock.set,
      wake: () => {},
      write: (line) => log.push(line),
      demo: true,
      sim: { seed: 1 },
    });
    const { sim } = joined;
    const advanceTo = stepping(clock, joined.advanceTo);
    await playDemo(until === undefined ? joined : { ...joined, advanceTo }, clock);
    const found = await look(db, clock.now());
    if (until !== undefined) await advanceTo(at(until));
    const messages = sim.chats().flatMap((chat) => sim.messages(chat.chatId));
    return { ...found, log, texts: messages.map(textOf), told: toldIn(sim) };
  } finally {
    await drop();
  }
}

async function look(db: Db, now: number): Promise<Omit<Played, 'log' | 'texts' | 'told'>> {
  const rows = (sql: string) => db.session((session) => session.query(sql));
  const { total: _, ...colors } = await db.read((tx) =>
    countByColor(tx, { filter: {}, scope: { all: true }, now, timeZone: ZONE }),
  );
  const answers = await rows("select payload->'answer' as answer from outbox where kind = 'answer'");
  const [deeds] = await rows('select count(*)::int as n from history where actor_id is not null');
  const [frozen] = await rows(
    "select count(*)::int as n from issue where jsonb_array_length(facts->'bounces') >= 2",
  );
  return {
    statuses: (await rows("select status from issue where kind = 'problem' order by id")).map((row) =>
      String(row.status),
    ),
    colors,
    answers: answers.map((row) => row.answer as Answer),
    unwell: await rows(
      "select kind, target, state, last_error from outbox where state in ('waiting', 'dead')",
    ),
    deeds: Number(deeds?.n),
    bounced: Number(frozen?.n),
    links: (await rows("select status from issue where kind = 'link' order by id")).map((row) =>
      String(row.status),
    ),
    plans: (
      await rows(
        `select project.name, project.weather, forecast.payload from plan
         join project on project.id = plan.project_id join forecast on forecast.project_id = plan.project_id
         where plan.state = 'agreed' order by project.id`,
      )
    ).map(({ name, weather, payload }) => {
      const { shift } = payload as { shift: { start: number } };
      return `${name} ${weather} ${shift.start > 3 ? '开工晚' : ''}`;
    }),
  };
}

describe.each([
  ['a Friday', '2026-11-27 09:05', '2026-11-30 10:30'],
  ['the week of 国庆', '2026-10-03 10:00', undefined],
  ['31 December', '2026-12-31 15:00', undefined],
])('played on %s', (_, now, until) => {
  let played: Played;
  beforeAll(async () => {
    played = await play(now, until);
  }, 240_000);

  test('nobody is misunderstood or refused, every state and colour is there, all in full-width punctuation', async () => {
    const odd = played.answers.filter((answer) => !['issue', 'text'].includes(answer.kind));
    expect(odd).toEqual([]);
    expect(played.deeds).toBeGreaterThanOrEqual(SCENES.length);
    expect(played.statuses).toHaveLength(25);
    expect(new Set(played.statuses)).toEqual(
      new Set(['unrouted', 'unsigned', 'working', 'paused', 'verifying', 'closed', 'void']),
    );
    for (const color of ['green', 'blue', 'yellow', 'red'])
      expect(played.colors[color], `${color} of ${JSON.stringify(played.colors)}`).toBeGreaterThan(0);
    expect(played.bounced).toBe(1);
    expect(played.links).toEqual(['working', 'working']);
    expect(played.plans).toEqual(['美利信压铸基地 sun ', '楚能锂电池二期 rain 开工晚', '三峡光伏组件 sun ']);
    expect(played.unwell).toEqual([]);
    // Over a long holiday some cards grow too old to be changed and are posted anew, as they would be in life.
    expect(played.log.filter((line) => !line.includes('older-than-14-days'))).toEqual([]);
    expect(played.texts.flatMap(halfWidthIn)).toEqual([]);
    expect(played.texts.filter((text) => text.includes('{+') || /undefined|NaN|null/.test(text))).toEqual([]);
  });

  if (until === undefined) return;

  test('nobody but the office gets more than two messages before ten, nobody more than one digest', () => {
    const early = new Map<string, Told[]>();
    for (const one of played.told.filter(({ clock }) => clock < '10:00')) {
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
    const digests = played.told.filter((one) => /晨报|问题快报|提醒：/.test(titleOf(one.message)));
    expect(digests.length).toBeGreaterThan(20);
    for (const { message, day, chat } of digests) {
      expect(textOf(message), `${day} ${chat}`).toMatch(/ \d+ 件\n|还有 \d+ 天/);
      expect(textOf(message), `${day} ${chat}`).not.toMatch(/没有待办|没有等您|今明两天没有|没有未销号/);
    }
  });
});
