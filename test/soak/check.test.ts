/** The account at the end of a soak sees what is there, and what is missing. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkPromises } from '../../soak/check.ts';
import { Ledger } from '../../soak/ledger.ts';
import { noDamage, slownessOf } from '../../soak/trouble.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let ledger: Ledger;
beforeEach(async () => {
  world = await openWorld({ processes: 1 });
  ledger = new Ledger();
  ledger.watch(world.sim, () => world.now);
});
afterEach(() => world.close());

const ask = async (text: string) => {
  const openId = world.openId('wang');
  const { chatId } = world.group('xf');
  const { messageId } = await world.sim.say(openId, chatId, text, { atBot: true });
  const marker = text;
  ledger.said.set(messageId, {
    messageId,
    kind: 'word',
    marker,
    lines: 1,
    chatId,
    openId,
    accepted: false,
  });
  return messageId;
};

async function broken(): Promise<string[]> {
  ledger.settle();
  const findings = await checkPromises(world.databaseUrl!, world.sim, ledger, new Set());
  return findings.flatMap((finding) => finding.broken);
}

const run = (sql: string) => world.deps.db.session((session) => session.run(sql));

/** Three words, answered late in one message. */
async function answersInOne(): Promise<string[]> {
  const ids = [await ask('签收 #997'), await ask('签收 #998'), await ask('签收 #999')];
  world.pass(6 * 60_000);
  await world.settle();
  expect(world.group('xf').botTexts).toHaveLength(1);
  return ids;
}

test('answers that were put into one message are answers to each of the words', async () => {
  await answersInOne();
  expect(await broken()).toEqual([]);
});

test('a word that the one message forgot was not answered', async () => {
  await answersInOne();
  await run(`update outbox set payload = jsonb_set(payload, '{repliesTo}', (payload -> 'repliesTo') - 1)
    where payload ? 'repliesTo'`);
  expect(await broken()).toEqual(['签收 #998 没有回应']);
});

test('a word answered in one message and alone was answered twice', async () => {
  const [first] = await answersInOne();
  await run(`insert into outbox (id, kind, target, payload, state, attempts, created_at, wanted_at)
    select 'again', kind, target, jsonb_build_object('replyTo', '${first}'), 'sent', 1, created_at, wanted_at
    from outbox where payload ? 'repliesTo'`);
  expect(await broken()).toEqual(['签收 #997 回了 2 次']);
});

test('on a slow machine trouble comes as much more rarely as the processes start more slowly', () => {
  const slow = (...appStarts: number[]) => slownessOf({ ...noDamage(), appStarts });
  expect(slow()).toBe(1);
  expect(slow(2_000, 3_000)).toBe(1);
  expect(slow(3_000, 3_000, 3_000, 20_000, 20_000, 20_000, 20_000, 20_000)).toBe(5);
});
