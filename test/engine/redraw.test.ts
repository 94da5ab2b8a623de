/** After midnight the days on all cards change: in portions, so that nothing else waits. */
import { afterEach, expect, test } from 'vitest';
import { oweDayCards, redrawCards } from '../../src/engine/redraw.ts';
import { at, openWorld, type World } from '../support/world.ts';

let world: World | undefined;

afterEach(async () => {
  await world?.close();
  world = undefined;
});

/** Issues with a card that waits to be drawn. */
function waiting(on: World): Promise<number[]> {
  return on.deps.db.session(async (session) =>
    (
      await session.query(
        'select distinct issue_id as id from issue_card where due_at is not null order by 1',
      )
    ).map((row) => Number(row.id)),
  );
}

/** Five problems of Monday, each shown in its group; now it is Tuesday. */
async function tuesday(): Promise<World> {
  world = await openWorld({ at: '2026-11-23 09:00', database: 'pglite' });
  for (const what of ['甲', '乙', '丙', '丁', '戊'])
    await world.group('xf').says('wang', `报 ${what}处道路不通 生态环境局 8个工作日`);
  await world.advanceTo('2026-11-23 23:59');
  world.outageUntil('2026-11-24 00:01');
  return world;
}

const TWO = { page: 2, most: 1 };

test('a tick adds no more than the platform takes, the next one goes on, and each card is drawn once', async () => {
  const { deps, now } = await tuesday();
  const since = at('2026-11-23 23:59');
  await redrawCards(deps, now, since, TWO);
  expect(await waiting(world!)).toEqual([1, 2]);
  await redrawCards(deps, now + 60_000, now, TWO);
  expect(await waiting(world!)).toEqual([1, 2, 3, 4]);
  await redrawCards(deps, now + 120_000, now + 60_000, TWO);
  expect(await waiting(world!)).toEqual([1, 2, 3, 4, 5]);
  world!.outageUntil('2026-11-24 00:04');
  await world!.settle();
  await redrawCards(deps, now + 180_000, now + 120_000, TWO);
  expect(await waiting(world!)).toEqual([]);
});

test('a tick that comes only hours after midnight redraws all the same', async () => {
  const { deps } = await tuesday();
  await redrawCards(deps, at('2026-11-24 11:00'), at('2026-11-23 23:59'));
  expect(await waiting(world!)).toEqual([1, 2, 3, 4, 5]);
});

test('after another calendar the same day is drawn anew', async () => {
  const { deps, now } = await tuesday();
  await redrawCards(deps, now, at('2026-11-23 23:59'));
  await world!.settle();
  await deps.db.transaction(oweDayCards);
  await redrawCards(deps, now + 60_000, now, TWO);
  await redrawCards(deps, now + 120_000, now + 60_000, TWO);
  expect(await waiting(world!)).toEqual([1, 2, 3, 4]);
});
