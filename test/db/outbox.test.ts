import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { findIssueByMessage } from '../../src/db/card.ts';
import { releaseAll, releaseHolder } from '../../src/db/dead-holder.ts';
import { nextDueAt } from '../../src/db/due.ts';
import { insertIssue } from '../../src/db/issue.ts';
import { beatHolder, enterHolder, listHolders } from '../../src/db/lease-holder.ts';
import type { Tx } from '../../src/db/open.ts';
import {
  claimOutbox,
  enqueue,
  finishOutbox,
  forgetFinished,
  listDead,
  outboxCounts,
  outboxOfIssue,
  retryOutbox,
  reviveDead,
} from '../../src/db/outbox.ts';
import { outbox } from '../../src/db/schema.ts';
import { LEASE_MS, mayHaveArrived } from '../../src/engine/retry.ts';
import type { NewOutboxRow } from '../../src/kinds/kind.ts';
import { anyRow } from '../support/any-row.ts';
import { describeOnBoth } from './each-database.ts';
import { makeDerived, makeIssue, T0 } from './world.ts';

function row(id: string, patch: Partial<NewOutboxRow> = {}): NewOutboxRow {
  return anyRow({ id, kind: 'answer', target: `chat:${id}`, payload: { id }, dueAt: T0, ...patch });
}

describeOnBoth('the outbox', (on) => {
  function empty<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return on.db.transaction(async (tx) => {
      await tx.delete(outbox);
      return work(tx);
    });
  }
  const claim = async (tx: Tx, now = T0, limits: { limit?: number; perTarget?: number } = {}) =>
    (await claimOutbox(tx, { now, leaseMs: 1000, limit: 10, ...limits })).map(({ id }) => id);
  const held = (id: string, leaseUntil = T0 + 1000) => ({ id, leaseUntil });

  test('takes a dedupe key once, and says which rows were new', async () => {
    const added = await empty(async (tx) => [
      await enqueue(tx, [row('a', { dedupeKey: 'k' }), row('b', { dedupeKey: 'k' }), row('c')], T0),
      await enqueue(tx, [row('d', { dedupeKey: 'k' }), row('a'), row('e')], T0),
      await enqueue(tx, [], T0),
    ]);
    expect(added).toEqual([['a', 'c'], ['e'], []]);
  });

  test('keeps the key of a message that is over', async () => {
    const added = await empty(async (tx) => {
      await enqueue(tx, [row('a', { dedupeKey: 'k' })], T0);
      await finishOutbox(tx, 'a', 'sent', { at: T0, messageId: 'om_1' });
      return enqueue(tx, [row('b', { dedupeKey: 'k' })], T0 + 1);
    });
    expect(added).toEqual([]);
  });

  test('takes a whole morning wave at once and keeps its order', async () => {
    const ids = await empty(async (tx) => {
      const rows = Array.from({ length: 2500 }, (_, n) => row(`w${n}`, { target: 'chat:one' }));
      await enqueue(tx, rows, T0);
      return claim(tx, T0, { limit: 5, perTarget: 5 });
    });
    expect(ids).toEqual(['w0', 'w1', 'w2', 'w3', 'w4']);
  });

  test('hands out what is due, oldest first, and nothing that is not due', async () => {
    const ids = await empty(async (tx) => {
      await enqueue(
        tx,
        [row('late', { dueAt: T0 + 1 }), row('b', { dueAt: T0 - 1 }), row('a', { dueAt: T0 - 2 })],
        T0,
      );
      return [await claim(tx), await claim(tx), await claim(tx, T0 + 1)];
    });
    expect(ids).toEqual([['a', 'b'], [], ['late']]);
  });

  test('keeps one target in order: no second message while one is being sent', async () => {
    const seen = await empty(async (tx) => {
      await enqueue(tx, [row('a1', { target: 'chat:a' }), row('a2', { target: 'chat:a' }), row('b1')], T0);
      const first = await claim(tx, T0, { perTarget: 1 });
      const busy = await claim(tx, T0 + 1);
      await finishOutbox(tx, 'a1', 'sent', { at: T0 + 2 });
      const next = await claim(tx, T0 + 2);
      const lapsed = await claim(tx, T0 + 1002);
      return { first, busy, next, lapsed };
    });
    expect(seen).toEqual({ first: ['a1', 'b1'], busy: [], next: ['a2'], lapsed: ['a2', 'b1'] });
  });

  test('in a backlog who asks now goes first, each target keeps its order, and the rest is filled with the oldest', async () => {
    const MINUTE = 60_000;
    const claimed = await empty(async (tx) => {
      const late = Array.from({ length: 30 }, (_, n) => row(`late${n}`));
      await enqueue(tx, [...late, row('before', { target: 'chat:now' })], T0);
      await enqueue(tx, [row('now', { target: 'chat:now', dueAt: T0 + 10 * MINUTE })], T0 + 10 * MINUTE);
      // A late one that was tried again just now is no fresh question.
      await tx
        .update(outbox)
        .set({ dueAt: T0 + 10 * MINUTE })
        .where(eq(outbox.id, 'late9'));
      const now = T0 + 10 * MINUTE;
      return claimOutbox(tx, { now, leaseMs: 1000, limit: 4, freshSince: now - MINUTE });
    });
    expect(claimed.map(({ id }) => id)).toEqual(['before', 'now', 'late0', 'late1']);
  });

  test('a long queue to one target leaves room for the others', async () => {
    const ids = await empty(async (tx) => {
      const long = Array.from({ length: 30 }, (_, n) => row(`l${n}`, { target: 'chat:long' }));
      await enqueue(tx, [...long, row('other', { dueAt: T0 })], T0);
      return claim(tx, T0, { limit: 4, perTarget: 2 });
    });
    expect(ids).toEqual(['l0', 'l1', 'other']);
  });

  test('a message that waits for a later try does not hold up those behind it', async () => {
    const seen = await empty(async (tx) => {
      await enqueue(tx, [row('a1', { target: 'chat:a' }), row('a2', { target: 'chat:a' })], T0);
      const first = await claim(tx, T0, { perTarget: 1 });
      await retryOutbox(tx, held('a1'), { at: T0 + 500, counted: true, open: true, error: 'busy' });
      const second = await claim(tx, T0 + 1);
      await finishOutbox(tx, 'a2', 'sent', { at: T0 + 2 });
      const [again] = await claimOutbox(tx, { now: T0 + 500, leaseMs: 1000, limit: 10 });
      return { first, second, again };
    });
    expect(seen).toMatchObject({
      first: ['a1'],
      second: ['a2'],
      again: { id: 'a1', attempts: 2, firstTriedAt: T0, lastError: 'busy', payload: { id: 'a1' } },
    });
  });

  test('a try for lack of room is not counted and does not start the hour of the uuid', async () => {
    const [found] = await empty(async (tx) => {
      await enqueue(tx, [row('a')], T0);
      await claim(tx);
      await retryOutbox(tx, held('a'), { at: T0 + 5, counted: false, open: false });
      return claimOutbox(tx, { now: T0 + 5, leaseMs: 1000, limit: 1 });
    });
    expect(found).toMatchObject({ attempts: 1, firstTriedAt: T0 + 5 });
  });

  test('a try that was refused for certain does not start the hour of the uuid, one without an answer does', async () => {
    const [refused, unheard] = await empty(async (tx) => {
      await enqueue(tx, [row('a', { target: 'chat:a' }), row('b', { target: 'chat:b' })], T0);
      await claim(tx);
      await retryOutbox(tx, held('a'), { at: T0 + 5, counted: true, open: false });
      await retryOutbox(tx, held('b'), { at: T0 + 5, counted: true, open: true });
      return claimOutbox(tx, { now: T0 + 5, leaseMs: 1000, limit: 2 });
    });
    expect(refused).toMatchObject({ id: 'a', attempts: 2, firstTriedAt: T0 + 5 });
    expect(unheard).toMatchObject({ id: 'b', attempts: 2, firstTriedAt: T0 });
  });

  test('who was away for longer than a lease does not put back what another sender has taken', async () => {
    const [found] = await empty(async (tx) => {
      await enqueue(tx, [row('a')], T0);
      await claim(tx);
      await claim(tx, T0 + 5000);
      await retryOutbox(tx, held('a'), { at: T0 + 5001, counted: true, open: false });
      return tx.select().from(outbox);
    });
    expect(found).toMatchObject({ dueAt: T0, leaseUntil: T0 + 6000, attempts: 2, firstTriedAt: T0 });
  });

  test('what the dead have claimed is free at once where nobody else can be alive, and still counts as tried', async () => {
    const [before, after] = await empty(async (tx) => {
      await enqueue(tx, [row('a'), row('b', { target: 'chat:a' })], T0);
      await claim(tx, T0, { perTarget: 1 });
      const blocked = await claim(tx, T0 + 1);
      await releaseAll(tx, T0 + 2);
      return [blocked, await claimOutbox(tx, { now: T0 + 3, leaseMs: LEASE_MS, limit: 10 })] as const;
    });
    expect(before).toEqual([]);
    expect(after.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(after.map((one) => mayHaveArrived(one))).toEqual([true, false]);
  });

  test('what one dead process has claimed is free at once, and counts as tried; what others claimed stays theirs', async () => {
    const seen = await empty(async (tx) => {
      await enqueue(tx, [row('a'), row('b'), row('c')], T0);
      await enterHolder(tx, 'dead', T0);
      await enterHolder(tx, 'alive', T0);
      const base = { now: T0, leaseMs: LEASE_MS, limit: 1 };
      for (const holder of ['dead', 'alive', null]) await claimOutbox(tx, { ...base, holder });
      const [, dead] = await listHolders(tx);
      const facts = { ...dead!, lastsMs: 4000, leaseMs: LEASE_MS };
      const freed = await releaseHolder(tx, facts, T0 + 15_000);
      const again = await releaseHolder(tx, facts, T0 + 15_000);
      const lives = await beatHolder(tx, 'dead', T0 + 15_000);
      const free = await claimOutbox(tx, { ...base, now: T0 + 15_000, limit: 10 });
      return { freed, again, lives, free, left: (await listHolders(tx)).map(({ holder }) => holder) };
    });
    expect(seen).toMatchObject({ freed: 1, again: undefined, lives: false, left: ['alive'] });
    expect(seen.free).toMatchObject([{ id: 'a', attempts: 2, leaseHolder: null }]);
    expect(seen.free.map((one) => mayHaveArrived(one))).toEqual([true]);
  });

  test('who has shown life meanwhile is not dead', async () => {
    const seen = await empty(async (tx) => {
      await enqueue(tx, [row('a')], T0);
      await enterHolder(tx, 'slow', T0);
      await claimOutbox(tx, { now: T0, leaseMs: LEASE_MS, limit: 1, holder: 'slow' });
      const read = (await listHolders(tx)).find(({ holder }) => holder === 'slow');
      await beatHolder(tx, 'slow', T0 + 15_000);
      const freed = await releaseHolder(tx, { ...read!, lastsMs: 4000, leaseMs: LEASE_MS }, T0 + 15_000);
      return { freed, rows: await tx.select().from(outbox) };
    });
    expect(seen.freed).toBeUndefined();
    expect(seen.rows).toMatchObject([{ leaseHolder: 'slow', leaseUntil: T0 + LEASE_MS }]);
  });

  test('what a process without a name has claimed meanwhile under the old name of a dead one stays leased', async () => {
    const rows = await empty(async (tx) => {
      await enqueue(tx, [row('a')], T0);
      await enterHolder(tx, 'gone', T0);
      await claimOutbox(tx, { now: T0, leaseMs: LEASE_MS, limit: 1, holder: 'gone' });
      // As the version before claims: it does not know of names.
      await tx.update(outbox).set({ leaseUntil: T0 + 2 * LEASE_MS + 1 });
      const read = (await listHolders(tx)).find(({ holder }) => holder === 'gone');
      await releaseHolder(tx, { ...read!, lastsMs: 4000, leaseMs: LEASE_MS }, T0 + LEASE_MS + 1);
      return tx.select().from(outbox);
    });
    expect(rows).toMatchObject([{ leaseUntil: T0 + 2 * LEASE_MS + 1 }]);
  });

  test('a dead letter whose sender comes back and knows that it was sent is none', async () => {
    const [found] = await empty(async (tx) => {
      await enqueue(tx, [row('a')], T0);
      await finishOutbox(tx, 'a', 'dead', { at: T0 + 1, error: 'lost-unknown-outcome' });
      await finishOutbox(tx, 'a', 'sent', { at: T0 + 2, messageId: 'om_9' });
      return tx.select().from(outbox);
    });
    expect(found).toMatchObject({ state: 'sent', messageId: 'om_9', finishedAt: T0 + 2 });
  });

  test('what is over stays over: a late report changes nothing', async () => {
    const rows = await empty(async (tx) => {
      await enqueue(tx, [row('a')], T0);
      await finishOutbox(tx, 'a', 'sent', { at: T0 + 1, messageId: 'om_9' });
      await finishOutbox(tx, 'a', 'dead', { at: T0 + 2, error: 'late' });
      await retryOutbox(tx, held('a'), { at: T0 + 3, counted: true, open: false });
      return tx.select().from(outbox);
    });
    expect(rows).toMatchObject([
      { state: 'sent', finishedAt: T0 + 1, messageId: 'om_9', dueAt: null, lastError: null },
    ]);
  });

  test('dead letters are listed, can be revived, and old ends are forgotten', async () => {
    const seen = await empty(async (tx) => {
      await enqueue(tx, [row('a'), row('b'), row('c'), row('d')], T0);
      await finishOutbox(tx, 'a', 'dead', { at: T0 + 1, error: 'x' });
      await finishOutbox(tx, 'b', 'dead', { at: T0 + 2, error: 'y' });
      await finishOutbox(tx, 'c', 'dropped', { at: T0 + 1, error: 'z' });
      const dead = (await listDead(tx, 10)).map(({ id }) => id);
      const counts = await outboxCounts(tx, T0 + 2);
      const revived = await reviveDead(tx, ['a', 'c', 'none'], T0 + 3);
      await forgetFinished(tx, T0 + 2);
      const left = (await tx.select().from(outbox)).map(({ id, state }) => `${id} ${state}`).sort();
      return { dead, counts, revived, left, next: await nextDueAt(tx) };
    });
    expect(seen.dead).toEqual(['b', 'a']);
    expect(seen.counts).toEqual([
      { kind: 'answer', state: 'waiting', count: 1 },
      { kind: 'answer', state: 'dead', count: 1 },
    ]);
    expect(seen.revived).toBe(1);
    expect(seen.left).toEqual(['a waiting', 'b dead', 'd waiting']);
    expect(seen.next).toBe(T0);
  });

  test('a message sent about an issue leads back to it', async () => {
    const seen = await empty(async (tx) => {
      const { id } = await insertIssue(tx, makeIssue(on.world), makeDerived());
      await enqueue(tx, [row('n1', { issueId: id }), row('n2', { issueId: id })], T0);
      await finishOutbox(tx, 'n2', 'sent', { at: T0, messageId: 'om_notice' });
      const rows = (await outboxOfIssue(tx, id)).map((one) => one.id);
      return { rows, back: (await findIssueByMessage(tx, 'om_notice')) === id };
    });
    expect(seen).toEqual({ rows: ['n1', 'n2'], back: true });
  });

  test('a failing cause takes its messages with it', async () => {
    const failing = empty(async (tx) => {
      await enqueue(tx, [row('ghost')], T0);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const rows = await on.db.read((tx) => tx.select().from(outbox));
    expect(rows.map(({ id }) => id)).not.toContain('ghost');
  });
});
