/** Several senders on one PostgreSQL, of which one dies, or stops for a while and goes on. */
import { afterEach, expect, test } from 'vitest';
import type { OutboxRow } from '../../src/db/outbox.ts';
import type { Deps } from '../../src/deps.ts';
import { type Claimed, claimDue } from '../../src/engine/claim.ts';
import { createFreshLane } from '../../src/engine/fresh-lane.ts';
import { createHolding, type ProvenHolding, SILENT_MS } from '../../src/engine/holding.ts';
import { sendDue } from '../../src/engine/send.ts';
import { sendCard } from '../../src/engine/send-card.ts';
import { sendRow } from '../../src/engine/send-row.ts';
import { openWorld, titleOf, type World } from '../support/world.ts';

let world: World;
afterEach(() => world?.close());

interface Process {
  deps: Deps;
  holding: ProvenHolding;
}

/** @param skewMs how much its clock is ahead; its monotonic one begins anywhere */
function join(skewMs = 0): Process {
  const holding: ProvenHolding = createHolding(
    () => deps,
    () => world.now + skewMs * 1000,
  );
  const { deps }: { deps: Deps } = world.joinProcess(undefined, skewMs, holding);
  return { deps, holding };
}

const sends = () =>
  world.calls().filter((call) => /^(POST|PATCH) .*\/im\/v1\/messages/.test(call.route ?? '')).length;

/** Both have shown life, and one has claimed what was just said. */
async function claimed(first: Process, second: Process, says: () => Promise<unknown>): Promise<Claimed> {
  await says();
  // Due by every clock.
  world.pass(5000);
  await first.holding.beat();
  await second.holding.beat();
  return claimDue(first.deps, createFreshLane());
}

/** The second goes on showing life, the first does not. */
async function passSilent(second: Process, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 1000) {
    world.pass(1000);
    await second.holding.beat();
  }
}

const isLeased = (rows: OutboxRow[]) =>
  rows.every((row) => row.leaseHolder !== null && row.leaseUntil !== null);

test.each([0, 3000, -3000])(
  'what a process that died had claimed is sent by another after 15 s, once (clock %i ms ahead)',
  async (skewMs) => {
    world = await openWorld({ processes: 1 });
    const [dead, other] = [join(skewMs), join()];
    const group = world.group('xf');
    const { rows, cards } = await claimed(dead, other, () =>
      world.sim.say(world.openId('wang'), group.chatId, '报 磷石膏仓库堆放不下 生态环境局', { atBot: true }),
    );
    expect([rows.length + cards.length > 0, isLeased(rows)]).toEqual([true, true]);
    await passSilent(other, SILENT_MS - 1000);
    await sendDue(other.deps);
    expect(group.messages.filter((one) => titleOf(one).startsWith('#1 '))).toEqual([]);
    await passSilent(other, 4000);
    await sendDue(other.deps);
    expect(group.messages.filter((one) => titleOf(one).startsWith('#1 '))).toHaveLength(1);
    // What is claimed by the other now is not freed a second time.
    await passSilent(other, SILENT_MS);
  },
);

test('a process that was suspended and goes on sends nothing of what it had claimed', async () => {
  world = await openWorld({ processes: 1 });
  const [asleep, other] = [join(), join()];
  const group = world.group('xf');
  const { rows, cards } = await claimed(asleep, other, () =>
    world.sim.say(world.openId('wang'), group.chatId, '报 磷石膏仓库堆放不下 生态环境局', { atBot: true }),
  );
  await passSilent(other, SILENT_MS + 3000);
  await sendDue(other.deps);
  const before = sends();
  const goOn = async () => {
    for (const card of cards) await sendCard(asleep.deps, card);
    for (const row of rows) await sendRow(asleep.deps, row, []);
  };
  // At first it does not know; then it does, and has another name.
  await goOn();
  await asleep.holding.beat();
  await goOn();
  expect(sends()).toBe(before);
  expect(group.messages.filter((one) => titleOf(one).startsWith('#1 '))).toHaveLength(1);
});

test('a process whose sign of life does not come through claims nothing, and what it has claimed stays its own for 15 s', async () => {
  world = await openWorld({ processes: 1 });
  const [slow, other] = [join(), join()];
  const group = world.group('xf');
  const { rows } = await claimed(slow, other, () =>
    world.sim.say(world.openId('wang'), group.chatId, '帮助', { atBot: true }),
  );
  await passSilent(other, 5000);
  await world.sim.say(world.openId('liu'), world.group('cn').chatId, '帮助', { atBot: true });
  expect((await claimDue(slow.deps, createFreshLane())).rows).toEqual([]);
  const before = sends();
  await sendRow(slow.deps, rows[0]!, []);
  expect(sends()).toBe(before);
  await slow.holding.beat();
  await sendDue(slow.deps);
  expect(group.lastText).toContain('签收');
});

test('a process that leaves tells the others not to wait for it', async () => {
  world = await openWorld({ processes: 1 });
  const [one, other] = [join(), join()];
  await one.holding.beat();
  await other.holding.beat();
  await one.holding.leave();
  const left = await world.deps.db.session((session) => session.query('select holder from lease_holder'));
  expect(left.map((row) => row.holder)).toEqual([other.holding.claimant()]);
});
