import { expect, test } from 'vitest';
import { z } from 'zod';
import { attachmentsOfIssue, countAttachments, insertAttachments } from '../../src/db/attachment.ts';
import { consumeDraft, forgetDrafts, readDraft, saveDraft } from '../../src/db/draft.ts';
import { claimEvent, forgetEvents } from '../../src/db/inbox.ts';
import { insertIssue } from '../../src/db/issue.ts';
import { doneAt, finishLease, takeLease } from '../../src/db/lease.ts';
import { storedKind } from '../../src/kinds/kind.ts';
import { describeOnBoth } from './each-database.ts';
import { makeDerived, makeIssue, T0 } from './world.ts';

describeOnBoth('a push', (on) => {
  const claim = (eventId: string, messageId?: string, now = T0) =>
    on.db.transaction((tx) => claimEvent(tx, { eventId, messageId }, now));

  test('is taken once by its event, and one message once under whatever event', async () => {
    expect([
      await claim('e1', 'm1'),
      await claim('e1', 'm1'),
      await claim('e2', 'm1'),
      await claim('e3', 'm3'),
      await claim('e4'),
      await claim('e4'),
    ]).toEqual([true, false, false, true, true, false]);
  });

  test('whose work failed may come again', async () => {
    const failing = on.db.transaction(async (tx) => {
      await claimEvent(tx, { eventId: 'f1', messageId: 'fm1' }, T0);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await claim('f1', 'fm1')).toBe(true);
  });

  test('is forgotten only when older than asked', async () => {
    await claim('old', 'mold', T0 - 2);
    await claim('young', 'myoung', T0 - 1);
    await on.db.transaction((tx) => forgetEvents(tx, T0 - 1));
    expect([await claim('old', 'mold'), await claim('young', 'other'), await claim('x', 'myoung')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describeOnBoth('a lease', (on) => {
  const take = (holder: string, now: number) => on.db.once((tx) => takeLease(tx, 'tick', holder, now, 1000));
  const taken = (since: number | null) => ({ since });

  test('belongs to one holder until it is given back or over, and never to an instant worked off', async () => {
    expect([await take('a', T0), await take('b', T0 + 999), await take('a', T0 + 1)]).toEqual([
      taken(null),
      undefined,
      undefined,
    ]);
    expect(await take('b', T0 + 1000)).toEqual(taken(null));
    const late = await on.db.once((tx) => finishLease(tx, 'tick', 'a', T0));
    const own = await on.db.once((tx) => finishLease(tx, 'tick', 'b', T0 + 1000));
    expect([late, own]).toEqual([false, true]);
    expect(await on.db.read((tx) => doneAt(tx, 'tick'))).toBe(T0 + 1000);
    // The clock went back, or a second process works on the same minute.
    expect([await take('a', T0 + 500), await take('a', T0 + 1000), await take('a', T0 + 1001)]).toEqual([
      undefined,
      undefined,
      taken(T0 + 1000),
    ]);
  });

  test('the last instant worked off never goes back', async () => {
    await on.db.transaction(async (tx) => {
      await takeLease(tx, 'wave', 'a', T0, 1000);
      await finishLease(tx, 'wave', 'a', T0);
      await takeLease(tx, 'wave', 'a', T0 + 5, 1000);
      await finishLease(tx, 'wave', 'a', T0 - 50);
    });
    expect(await on.db.read((tx) => doneAt(tx, 'wave'))).toBe(T0);
    expect(await on.db.read((tx) => doneAt(tx, 'never'))).toBe(null);
  });

  test('a mark that only a clock far ahead can have left holds nobody up, and goes back with the clock', async () => {
    const DAY = 24 * 3_600_000;
    const wrong = T0 + DAY;
    await on.db.transaction(async (tx) => {
      await takeLease(tx, 'ahead', 'a', wrong, 1000);
      await finishLease(tx, 'ahead', 'a', wrong);
      // Killed while it held the lease, still by the wrong clock.
      await takeLease(tx, 'ahead', 'a', wrong + 60_000, 1000);
    });
    expect(await on.db.once((tx) => takeLease(tx, 'ahead', 'b', T0, 1000))).toEqual({ since: wrong });
    expect(await on.db.transaction((tx) => finishLease(tx, 'ahead', 'b', T0))).toBe(true);
    expect(await on.db.read((tx) => doneAt(tx, 'ahead'))).toBe(T0);
    // A replica's clock a few minutes ahead is no such mark.
    await on.db.transaction(async (tx) => {
      await takeLease(tx, 'ahead', 'a', T0 + 120_000, 1000);
      await finishLease(tx, 'ahead', 'a', T0 + 120_000);
    });
    expect(await on.db.once((tx) => takeLease(tx, 'ahead', 'b', T0 + 60_000, 1000))).toBeUndefined();
  });
});

describeOnBoth('a draft', (on) => {
  test('is good once, for the one it was made for', async () => {
    const [mine, other] = on.world.people;
    await on.db.transaction((tx) =>
      saveDraft(
        tx,
        { id: 'd1', personId: mine, kind: storedKind('log', z.unknown()), payload: { n: '12' } },
        T0,
      ),
    );
    const use = (id: string, who: number) => on.db.transaction((tx) => consumeDraft(tx, id, who, T0 + 1));
    expect(await use('d1', other)).toEqual({ kind: 'not-yours' });
    expect(await use('d1', mine)).toMatchObject({ kind: 'ok', draft: { kind: 'log', payload: { n: '12' } } });
    expect(await use('d1', mine)).toEqual({ kind: 'used' });
    expect(await use('d2', mine)).toEqual({ kind: 'unknown' });
    expect(await on.db.read((tx) => readDraft(tx, 'd1'))).toMatchObject({ consumedAt: T0 + 1 });
    await on.db.transaction((tx) => forgetDrafts(tx, T0 + 1));
    expect(await use('d1', mine)).toEqual({ kind: 'unknown' });
  });
});

describeOnBoth('an attachment', (on) => {
  test('is noted once per issue and file', async () => {
    const seen = await on.db.transaction(async (tx) => {
      const { id } = await insertIssue(tx, makeIssue(on.world), makeDerived());
      const file = { messageId: 'om_1', fileKey: 'img_1', kind: 'image', name: null };
      const added = [
        await insertAttachments(
          tx,
          id,
          [file, { ...file, fileKey: 'f2', name: '方案.docx' }],
          on.world.people[0],
          T0,
        ),
        await insertAttachments(tx, id, [file], null, T0),
        await insertAttachments(tx, id, [], null, T0),
      ];
      return { added, count: await countAttachments(tx, id), all: await attachmentsOfIssue(tx, id) };
    });
    expect(seen.added).toEqual([2, 0, 0]);
    expect(seen.count).toBe(2);
    expect(seen.all.map((one) => one.name)).toEqual([null, '方案.docx']);
  });
});
