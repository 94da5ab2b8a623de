/** A database, or a machine, so slow that drawing a message takes longer than its place among the calls is kept. */
import { afterEach, expect, test } from 'vitest';
import { VALID_MS } from '../../src/engine/pacing.ts';
import { sendDue } from '../../src/engine/send.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
afterEach(() => world?.close());

/** From now on every look at the database takes that long. @returns makes it quick again */
function slowDown(ms: number): () => void {
  const { db } = world.deps;
  const { read } = db;
  db.read = (work) => {
    world.pass(ms);
    return read(work);
  };
  return () => {
    db.read = read;
  };
}

test('slows sending down and does not end it: answers, cards and notices leave, each once', async () => {
  world = await openWorld({ processes: 1 });
  const keys = ['wang', 'sun', 'song'];
  for (const key of keys) await world.sim.say(world.openId(key), world.private(key).chatId, '帮助');
  await world.sim.say(
    world.openId('wang'),
    world.group('xf').chatId,
    '报 磷石膏仓库堆放不下 生态环境局 3个工作日',
    { atBot: true },
  );
  const quick = slowDown(VALID_MS + 500);
  const { worked } = await sendDue(world.deps);
  quick();
  expect(world.private('wang').botTexts).toHaveLength(1);
  expect(world.private('song').botTexts).toHaveLength(1);
  // His answer, and the card that asks him to sign.
  expect(world.private('sun').botTexts).toHaveLength(2);
  expect(() => world.group('xf').card(1)).not.toThrow();
  // Nothing was drawn in vain, only to be put back.
  expect(worked).toBeLessThan(15);
});

test('keeps the limits: what takes its place late is counted among the calls of all processes', async () => {
  world = await openWorld({ processes: 1 });
  for (const key of ['wang', 'sun'])
    await world.sim.say(world.openId(key), world.private(key).chatId, '帮助');
  const quick = slowDown(VALID_MS + 500);
  await sendDue(world.deps);
  quick();
  const grants = await world.deps.db.session((session) =>
    session.query('select slots from pacing_grant order by version'),
  );
  const sent = grants.map(({ slots }) => (slots as Record<string, number>)['lane:send'] ?? 0);
  // Both at the claim, and both again.
  expect(sent[0]).toBe(2);
  expect(sent.reduce((sum, count) => sum + count)).toBe(4);
});
