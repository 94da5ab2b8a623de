/** Days of random acts and random ticks through the real engine: what must hold for everybody's messages afterwards. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sendableAt } from '../../src/domain/sendable.ts';
import { dayOf } from '../../src/domain/time.ts';
import { advanceTo } from '../../src/engine/advance.ts';
import { runTick } from '../../src/engine/tick.ts';
import { openWorld, titleOf, type World } from '../support/world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ZONE = 'Asia/Shanghai';

type Act = (world: World, issue: number) => Promise<unknown>;

const inGroup =
  (who: string, text: (issue: number) => string): Act =>
  (world, issue) =>
    world.group('xf').says(who, text(issue));
const alone =
  (who: string, text: (issue: number) => string): Act =>
  (world, issue) =>
    world.private(who).says(who, text(issue));

/** What people say; much of it is refused, depending on what was said before. */
const ACTS: Record<string, Act> = {
  log: inGroup('wang', (n) => `报 第${n}处道路不通 生态环境局 ${1 + (n % 3)}个工作日`),
  logUnrouted: inGroup('hua', (n) => `报 不知找谁办的第${n}件`),
  sign: alone('sun', (n) => `签收 #${n}`),
  progress: alone('sun', (n) => `进展 #${n} 已到现场`),
  acknowledge: alone('sun', (n) => `收到 #${n}`),
  bounce: alone('sun', (n) => `退回 #${n} 不属我局`),
  done: alone('sun', (n) => `办结 #${n} 已清运`),
  confirm: inGroup('hua', (n) => `核验 #${n} 属实`),
  deny: inGroup('hua', (n) => `核验 #${n} 不属实 还堵着`),
  extend: alone('sun', (n) => `延期 #${n} 到 12月10日 材料未到`),
  pause: alone('sun', (n) => `挂账 #${n} 到 12月2日 等批复`),
  agree: alone('song', (n) => `同意 #${n}`),
  resume: alone('song', (n) => `恢复 #${n}`),
  route: alone('song', (n) => `转办 #${n} 住建局`),
  urge: inGroup('wang', (n) => `催办 #${n}`),
  mute: alone('sun', () => '静默 到 14:00'),
  show: inGroup('wang', (n) => `查 #${n}`),
};

/** minutes: with everything due on the way; outage: nothing happens meanwhile; back: the clock is set back. */
type Pass = { how: 'minutes' | 'outage' | 'back'; ms: number; ticks: number };

const acts = fc.record({ act: fc.constantFrom(...Object.keys(ACTS)), issue: fc.integer({ min: 1, max: 4 }) });
const ticks = fc.integer({ min: 1, max: 3 });
const passes: fc.Arbitrary<Pass> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      how: fc.constant('minutes' as const),
      ms: fc.integer({ min: MINUTE, max: 20 * HOUR }),
      ticks,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      how: fc.constant('outage' as const),
      ms: fc.integer({ min: HOUR, max: 70 * HOUR }),
      ticks,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      how: fc.constant('back' as const),
      ms: fc.integer({ min: MINUTE, max: 3 * HOUR }),
      ticks,
    }),
  },
);
const days = fc.array(fc.record({ said: fc.array(acts, { minLength: 1, maxLength: 4 }), after: passes }), {
  minLength: 3,
  maxLength: 6,
  size: 'max',
});

const local = (ms: number) => new Date(ms + 8 * HOUR).toISOString().slice(0, 16).replace('T', ' ');

/** Everything due on the way happens, on the minute. */
function live(world: World, ms: number): Promise<void> {
  return advanceTo(world.deps, (to) => world.pass(to - world.now), world.now + ms, MINUTE);
}

async function pass(world: World, { how, ms, ticks: times }: Pass): Promise<void> {
  if (how === 'minutes') await live(world, ms);
  else world.pass(how === 'outage' ? ms : -ms);
  // Two processes and a late cron may tick for one instant, and for instants close together.
  for (let n = 0; n < times; n++) {
    await runTick(world.deps, world.now);
    world.pass(n * 500);
  }
  await world.settle();
}

async function rows(world: World, sql: string): Promise<Record<string, unknown>[]> {
  return world.deps.db.session((session) => session.query(sql));
}

async function check(world: World): Promise<void> {
  const sent = await rows(
    world,
    `select kind, target, payload ->> 'day' as day, extract(epoch from finished_at) * 1000 as at
      from outbox where state = 'sent'`,
  );
  expect(sent.length).toBeGreaterThan(0);
  const digests = sent
    .filter((row) => String(row.kind).endsWith('-digest'))
    .map((row) => `${row.target} ${row.day}`);
  expect(new Set(digests).size, 'one digest a day for each').toBe(digests.length);
  const { clock } = await world.deps.db.read((tx) => world.deps.directory.get(tx));
  for (const { kind, target, at } of sent) {
    if (kind === 'answer' || !String(target).startsWith('person:')) continue;
    const when = Math.floor(Number(at));
    expect(sendableAt(when, clock), `${kind} at ${local(when)}`).toBe(when);
  }
  // What people see, not only what the rows say: a morning message a day in each private chat.
  for (const openId of Object.values(world.keys.openId)) {
    const mornings = world.sim
      .messages(world.sim.p2pChat(openId))
      .filter((one) => one.senderType === 'app' && titleOf(one).includes('晨报'))
      .map((one) => dayOf(one.createdAt, ZONE));
    expect(new Set(mornings).size).toBe(mornings.length);
  }
  expect(
    await rows(
      world,
      `select issue.id, place, target, shown_version, version from issue_card join issue on issue.id = issue_id
        where shown_version <> version or wanted_version <> version or message_id is null`,
    ),
    'every card shows its issue as it is',
  ).toEqual([]);
  expect(
    await rows(
      world,
      `select kind, state from outbox where state = 'dead' or due_at <= '${new Date(world.now).toISOString()}'`,
    ),
    'nothing waits that could have left',
  ).toEqual([]);
  expect(
    await rows(
      world,
      `select id, status from issue where next_at is null and (status = 'paused' or status in ('unrouted', 'unsigned'))
        and facts -> 'pending' = 'null'::jsonb and jsonb_array_length(facts -> 'ladder' -> 'fired') = 0`,
    ),
    'every clock runs',
  ).toEqual([]);
  expect(world.log.filter((line) => line.includes('audit.found'))).toEqual([]);
}

test('whatever people do and whenever the ticks come, nobody hears twice, at night, or of what is not so', async () => {
  await fc.assert(
    fc.asyncProperty(days, async (story) => {
      const world = await openWorld({ at: '2026-11-24 09:10', database: 'postgres' });
      try {
        await runTick(world.deps, world.now);
        for (const { said, after } of [
          { said: [{ act: 'log', issue: 1 }], after: story[0]!.after },
          ...story,
        ]) {
          for (const { act, issue } of said) {
            await ACTS[act]!(world, issue);
            world.pass(MINUTE);
          }
          await pass(world, after);
        }
        // A working morning later everything that was owed has been done.
        await live(world, 3 * 24 * HOUR);
        await check(world);
      } finally {
        await world.close();
      }
    }),
    { numRuns: Number(process.env.CLOCK_RUNS ?? 2), endOnFailure: true },
  );
}, 300_000);
