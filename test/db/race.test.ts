/** Several processes on one PostgreSQL: every claim is made over connections of its own. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { claimCards, placeCard } from '../../src/db/card.ts';
import { consumeDraft, saveDraft } from '../../src/db/draft.ts';
import { claimEvent } from '../../src/db/inbox.ts';
import { claimDueIssues, insertIssue, loadIssueForUpdate, saveIssue, setNextAt } from '../../src/db/issue.ts';
import { takeLease } from '../../src/db/lease.ts';
import type { Db, Tx } from '../../src/db/open.ts';
import { openPostgres } from '../../src/db/open-postgres.ts';
import { claimOutbox, enqueue, finishOutbox } from '../../src/db/outbox.ts';
import { upsertPerson } from '../../src/db/person.ts';
import { outbox } from '../../src/db/schema.ts';
import { storedKind } from '../../src/kinds/kind.ts';
import { anyRow } from '../support/any-row.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { makeDerived, makeIssue, makeWorld, T0, type World } from './world.ts';

describe('several processes on one PostgreSQL', () => {
  let own: TestDatabase;
  let world: World;
  let pools: Db[];
  beforeAll(async () => {
    own = await testDatabase('postgres');
    world = await makeWorld(own.db);
    pools = Array.from({ length: 4 }, () => openPostgres(own.url!, { max: 4 }));
  });
  afterAll(async () => {
    await Promise.all(pools.map((pool) => pool.close()));
    await own.drop();
  });

  /** Everybody at once, several rounds each. */
  function together<T>(work: (tx: Tx, n: number) => Promise<T>, times = 16): Promise<T[]> {
    return Promise.all(
      Array.from({ length: times }, (_, n) => pools[n % pools.length]!.transaction((tx) => work(tx, n))),
    );
  }

  test('one push is taken by exactly one of many', async () => {
    for (let round = 0; round < 10; round++) {
      const won = await together((tx) =>
        claimEvent(tx, { eventId: `e${round}`, messageId: `m${round}` }, T0),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
      const byMessage = await together((tx, n) =>
        claimEvent(tx, { eventId: `x${round}-${n}`, messageId: `y${round}` }, T0),
      );
      expect(byMessage.filter(Boolean)).toHaveLength(1);
    }
  });

  test('one draft is used by exactly one of many clicks', async () => {
    await own.db.transaction((tx) =>
      saveDraft(
        tx,
        { id: 'd', personId: world.people[0], kind: storedKind('log', z.unknown()), payload: {} },
        T0,
      ),
    );
    const used = await together((tx) => consumeDraft(tx, 'd', world.people[0], T0));
    expect(used.filter(({ kind }) => kind === 'ok')).toHaveLength(1);
    expect(used.filter(({ kind }) => kind === 'used')).toHaveLength(15);
  });

  test('one lease has exactly one holder', async () => {
    const taken = await together((tx, n) => takeLease(tx, 'race', `holder${n}`, T0, 1000));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  test('a person met by many at once is written once', async () => {
    const met = await together((tx) => upsertPerson(tx, { openId: 'ou_new', name: '新人' }, T0));
    expect(new Set(met.map(({ id }) => id)).size).toBe(1);
  });

  test('no card is claimed by two senders, and none is forgotten', async () => {
    await own.db.transaction(async (tx) => {
      const { id } = await insertIssue(tx, makeIssue(world), makeDerived());
      for (let n = 0; n < 60; n++) {
        await placeCard(tx, {
          issueId: id,
          place: 'chat',
          target: `oc_${n}`,
          version: 1,
          nonce: `${n}`,
          dueAt: T0,
        });
      }
    });
    const claimed = (await together((tx) => claimCards(tx, { now: T0, leaseMs: 1000, limit: 7 }))).flat();
    const rest = (await together((tx) => claimCards(tx, { now: T0, leaseMs: 1000, limit: 60 }))).flat();
    const ids = [...claimed, ...rest].map(({ id }) => id);
    expect(ids).toHaveLength(60);
    expect(new Set(ids).size).toBe(60);
  });

  test('no message is claimed by two senders, and no target by two at a time', async () => {
    const rows = Array.from({ length: 300 }, (_, n) =>
      anyRow({
        id: `r${n}`,
        kind: 'answer',
        target: `chat:${n % 40}`,
        payload: {},
        dueAt: T0,
      }),
    );
    await own.db.transaction((tx) => enqueue(tx, rows, T0));
    const sent: string[] = [];
    for (let round = 0; sent.length < rows.length; round++) {
      expect(round).toBeLessThan(100);
      const batches = await together((tx) =>
        claimOutbox(tx, { now: T0, leaseMs: 1000, limit: 20, perTarget: 3 }),
      );
      const targets = batches.flatMap((batch) => [...new Set(batch.map(({ target }) => target))]);
      expect(new Set(targets).size).toBe(targets.length);
      for (const { id } of batches.flat()) sent.push(id);
      await own.db.transaction(async (tx) => {
        for (const { id } of batches.flat()) await finishOutbox(tx, id, 'sent', { at: T0 });
      });
    }
    expect(new Set(sent).size).toBe(rows.length);
    for (let target = 0; target < 40; target++) {
      const mine = sent.filter((id) => Number(id.slice(1)) % 40 === target).map((id) => Number(id.slice(1)));
      expect(mine).toEqual(mine.toSorted((a, b) => a - b));
    }
    await own.db.transaction((tx) => tx.delete(outbox));
  });

  test('a due issue is worked on by one of two', async () => {
    const { id } = await own.db.transaction((tx) =>
      insertIssue(tx, makeIssue(world), makeDerived({ nextAt: T0 })),
    );
    const both = await Promise.all(
      [0, 1].map((n) =>
        pools[n]!.transaction(async (tx) => {
          const ids = await claimDueIssues(tx, T0, 10);
          for (const one of ids) await setNextAt(tx, one, null);
          return ids;
        }),
      ),
    );
    expect(both.flat()).toEqual([id]);
  });

  test('changes of one issue wait for each other, so none is lost', async () => {
    const { id } = await own.db.transaction((tx) => insertIssue(tx, makeIssue(world), makeDerived()));
    await together(async (tx) => {
      const issue = (await loadIssueForUpdate(tx, id))!;
      await saveIssue(
        tx,
        { ...issue, version: issue.version + 1, reopens: issue.reopens + 1 },
        makeDerived(),
      );
    }, 20);
    const issue = await own.db.transaction((tx) => loadIssueForUpdate(tx, id));
    expect(issue).toMatchObject({ version: 21, reopens: 20 });
  });

  test('two who lock in opposite order both get through', async () => {
    const [a, b] = await own.db.transaction(async (tx) => [
      (await insertIssue(tx, makeIssue(world), makeDerived())).id,
      (await insertIssue(tx, makeIssue(world), makeDerived())).id,
    ]);
    let arrived = 0;
    let open: () => void = () => {};
    const bothHold = new Promise<void>((resolve) => {
      open = resolve;
    });
    const change = (pool: Db, first: number, second: number) =>
      pool.transaction(async (tx) => {
        await loadIssueForUpdate(tx, first);
        // Only the first tries of both meet here; the victim of the deadlock comes again alone.
        if (++arrived === 2) open();
        await bothHold;
        const issue = (await loadIssueForUpdate(tx, second))!;
        await saveIssue(tx, { ...issue, version: issue.version + 1 }, makeDerived());
      });
    await Promise.all([change(pools[0]!, a!, b!), change(pools[1]!, b!, a!)]);
    const versions = await own.db.transaction(async (tx) => [
      (await loadIssueForUpdate(tx, a!))!.version,
      (await loadIssueForUpdate(tx, b!))!.version,
    ]);
    expect(versions).toEqual([2, 2]);
    expect(arrived).toBe(3);
  });
});
