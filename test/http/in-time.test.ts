/** A webhook whose work takes longer than the platform waits. */
import { afterEach, expect, test, vi } from 'vitest';
import type { Deps } from '../../src/deps.ts';
import { createApp } from '../../src/http/app.ts';
import { openWorld, textOf, type World } from '../support/world.ts';

let world: World;
afterEach(() => world.close());

/** The world's pushes go to a process whose writing waits for `free`; `runOut` ends its patience. */
async function slowDoor() {
  world = await openWorld({ processes: 1 });
  const gate = Promise.withResolvers<void>();
  const patience: (() => void)[] = [];
  const began = Promise.withResolvers<void>();
  const transaction: Deps['db']['transaction'] = async (work) => {
    began.resolve();
    await gate.promise;
    return world.deps.db.transaction(work);
  };
  const slow: Deps = { ...world.deps, db: { ...world.deps.db, transaction } };
  const open = () => {
    world.doors[0] = createApp(slow, {
      setTimer: (go) => {
        patience.push(go);
        return () => {};
      },
    });
  };
  const runOut = async () => {
    await began.promise;
    for (const go of patience.splice(0)) go();
  };
  return { open, runOut, free: gate.resolve };
}

test('a click is told to look again, and takes effect once', async () => {
  const { open, runOut, free } = await slowDoor();
  const group = world.group('xf');
  await group.says('wang', '报 淋滤液 生态环境局 3个工作日');
  open();
  const click = world.sim.click(world.openId('sun'), group.card(1).messageId, '签收');
  await runOut();
  expect((await click).toast?.content).toContain('还在处理');
  free();
  await vi.waitFor(
    async () => {
      await world.settle();
      expect(textOf(group.card(1))).toContain('办理中');
    },
    { timeout: 30_000 },
  );
});

test('a message is refused, and is found done when it comes again', async () => {
  const { open, runOut, free } = await slowDoor();
  open();
  const said = world.sim.say(world.openId('wang'), world.group('xf').chatId, '报 淋滤液 住建局', {
    atBot: true,
  });
  await runOut();
  await said;
  expect(world.sim.pushes()).toMatchObject([{ status: 500, attempt: 1 }]);
  free();
  await vi.waitFor(async () => expect(await world.rowCounts()).toMatchObject({ issue: 1 }), {
    timeout: 30_000,
  });
  world.outageUntil('2026-11-23 09:01');
  await world.sim.runDue();
  expect(world.sim.pushes().at(-1)).toMatchObject({ status: 200, attempt: 2 });
  expect(await world.rowCounts()).toMatchObject({ issue: 1 });
});
