import { expect, test } from 'vitest';
import {
  type CardPlace,
  cardsOfIssue,
  claimCards,
  findIssueByMessage,
  giveUpCard,
  markCardsStale,
  newAnchor,
  placeCard,
  recordShown,
  retryCard,
  setCard,
} from '../../src/db/card.ts';
import { releaseHolder } from '../../src/db/dead-holder.ts';
import { nextDueAt } from '../../src/db/due.ts';
import { insertIssue } from '../../src/db/issue.ts';
import { enterHolder } from '../../src/db/lease-holder.ts';
import type { Tx } from '../../src/db/open.ts';
import { issueCard } from '../../src/db/schema.ts';
import { LEASE_MS } from '../../src/engine/retry.ts';
import { describeOnBoth } from './each-database.ts';
import { makeDerived, makeIssue, T0 } from './world.ts';

describeOnBoth('a live card', (on) => {
  /** Runs in a transaction with one issue and no cards of earlier tests. */
  function withIssue<T>(
    work: (tx: Tx, place: (patch?: Partial<CardPlace>) => ReturnType<typeof placeCard>) => Promise<T>,
  ) {
    return on.db.transaction(async (tx) => {
      await tx.delete(issueCard);
      const { id } = await insertIssue(tx, makeIssue(on.world), makeDerived());
      return work(tx, (patch) =>
        placeCard(tx, {
          issueId: id,
          place: 'chat',
          target: 'oc_a',
          version: 1,
          nonce: 'n1',
          dueAt: T0,
          ...patch,
        }),
      );
    });
  }
  const claim = (tx: Tx, now = T0) => claimCards(tx, { now, leaseMs: 1000, limit: 10 });

  test('is one per issue and place; placing it again only wants the newer version', async () => {
    const seen = await withIssue(async (tx, place) => {
      const first = await place();
      const again = await place({ version: 3, nonce: 'n2' });
      const older = await place({ version: 2 });
      const other = await place({ target: 'oc_b' });
      return { first, again, older, other, all: await cardsOfIssue(tx, first.issueId) };
    });
    expect(seen.again).toMatchObject({ id: seen.first.id, wantedVersion: 3, nonce: 'n1' });
    expect(seen.older.wantedVersion).toBe(3);
    expect(seen.all.map((card) => card.id)).toEqual([seen.first.id, seen.other.id]);
  });

  test('is leased to one sender, free again when the lease is over, and not due once shown', async () => {
    const seen = await withIssue(async (tx, place) => {
      const card = await place();
      const first = await claim(tx);
      const meanwhile = await claim(tx, T0 + 999);
      const after = await claim(tx, T0 + 1000);
      await recordShown(tx, card.id, { messageId: 'om_1', version: 1, at: T0 + 1500 });
      const [shown] = await cardsOfIssue(tx, card.issueId);
      return { first, meanwhile, after, shown, idle: await claim(tx, T0 + 5000) };
    });
    expect(seen.first).toMatchObject([{ attempts: 1, firstTriedAt: T0 }]);
    expect(seen.meanwhile).toEqual([]);
    expect(seen.after).toMatchObject([{ attempts: 2, firstTriedAt: T0 }]);
    expect(seen.shown).toMatchObject({
      messageId: 'om_1',
      postedAt: T0 + 1500,
      shownVersion: 1,
      attempts: 0,
      dueAt: null,
      firstTriedAt: null,
    });
    expect(seen.idle).toEqual([]);
  });

  test('of a dead process is free at once when it stands nowhere; one that stands waits for a change under way', async () => {
    const seen = await withIssue(async (tx, place) => {
      const card = await place();
      const dead = async (holder: string, now: number) => {
        await enterHolder(tx, holder, now);
        const [own] = await claimCards(tx, { now, leaseMs: LEASE_MS, limit: 1, holder });
        const seen = { holder, beats: 1, at: now, lastsMs: 4000, leaseMs: LEASE_MS };
        const freed = await releaseHolder(tx, seen, now + 15_000);
        const [left] = await cardsOfIssue(tx, card.issueId);
        return { own: own?.leaseHolder, freed, until: left?.leaseUntil, holder: left?.leaseHolder };
      };
      const first = await dead('first', T0);
      await recordShown(tx, card.id, { messageId: 'om_1', version: 1, at: T0 + 16_000 });
      await markCardsStale(tx, card.issueId, 2, { now: T0 + 16_000, asked: true });
      return { first, second: await dead('second', T0 + 20_000) };
    });
    expect(seen.first).toEqual({ own: 'first', freed: 1, until: null, holder: null });
    expect(seen.second).toEqual({ own: 'second', freed: 1, until: T0 + 38_000, holder: null });
  });

  test('stays due when a newer version was wanted while it was being drawn', async () => {
    const seen = await withIssue(async (tx, place) => {
      const card = await place();
      await claim(tx);
      const cards = await markCardsStale(tx, card.issueId, 2, { now: T0 + 10, asked: true });
      await recordShown(tx, card.id, { messageId: 'om_1', version: 1, at: T0 + 20 });
      return { cards, again: await claim(tx, T0 + 20) };
    });
    expect(seen.cards).toBe(1);
    expect(seen.again).toMatchObject([{ wantedVersion: 2, shownVersion: 1, messageId: 'om_1' }]);
  });

  test('a patch does not move the day it was posted; a new anchor does', async () => {
    const seen = await withIssue(async (tx, place) => {
      const { id, issueId } = await place();
      await recordShown(tx, id, { messageId: 'om_1', version: 1, at: T0 });
      await markCardsStale(tx, issueId, 2, { now: T0 + 50, asked: true });
      await recordShown(tx, id, { messageId: 'om_1', version: 2, at: T0 + 60 });
      const [patched] = await cardsOfIssue(tx, issueId);
      await newAnchor(tx, id, 'n2', T0 + 70);
      const [anew] = await claim(tx, T0 + 70);
      await recordShown(tx, id, { messageId: 'om_2', version: 2, at: T0 + 80 });
      const [posted] = await cardsOfIssue(tx, issueId);
      return { patched, anew, posted };
    });
    expect(seen.patched).toMatchObject({ postedAt: T0, shownVersion: 2 });
    expect(seen.anew).toMatchObject({ anchor: 2, nonce: 'n2', messageId: null, shownVersion: 0 });
    expect(seen.posted).toMatchObject({ messageId: 'om_2', postedAt: T0 + 80 });
  });

  test('waits for its later try, even when a new version is wanted; a try for lack of room is not counted', async () => {
    const seen = await withIssue(async (tx, place) => {
      const { id, issueId } = await place();
      await claim(tx);
      await retryCard(tx, { id, leaseUntil: T0 + 1000 }, { at: T0 + 100, counted: false, open: false });
      const [uncounted] = await cardsOfIssue(tx, issueId);
      await claim(tx, T0 + 100);
      await retryCard(tx, { id, leaseUntil: T0 + 1000 }, { at: T0 + 400, counted: true, open: false });
      const late1 = { at: T0 + 900, counted: true, open: true, error: 'busy' };
      await retryCard(tx, { id, leaseUntil: T0 + 1100 }, late1);
      await markCardsStale(tx, issueId, 2, { now: T0 + 200, asked: true });
      const early = await claim(tx, T0 + 300);
      const [late] = await claim(tx, T0 + 900);
      return { uncounted, early, late };
    });
    expect(seen.uncounted).toMatchObject({
      attempts: 0,
      firstTriedAt: null,
      leaseUntil: null,
      dueAt: T0 + 100,
    });
    expect(seen.early).toEqual([]);
    expect(seen.late).toMatchObject({
      attempts: 2,
      firstTriedAt: T0 + 100,
      lastError: 'busy',
      wantedVersion: 2,
    });
  });

  test('that was given up is tried anew with the next version', async () => {
    const seen = await withIssue(async (tx, place) => {
      const { id, issueId } = await place();
      await claim(tx);
      await giveUpCard(tx, id, 'gone');
      const quiet = await claim(tx, T0 + 9999);
      await markCardsStale(tx, issueId, 2, { now: T0 + 10_000, asked: true });
      return { quiet, again: await claim(tx, T0 + 10_000) };
    });
    expect(seen.quiet).toEqual([]);
    expect(seen.again).toMatchObject([{ lastError: 'gone', attempts: 2 }]);
  });

  test('to a person is the message sent last; a late report about the former one is passed over', async () => {
    const seen = await withIssue(async (tx, place) => {
      const { id, issueId } = await place({ place: 'person', target: 'ou_a' });
      await recordShown(tx, id, { messageId: 'om_1', version: 1, at: T0 });
      await setCard(tx, issueId, { place: 'person', target: 'ou_a' }, 'om_2', 2, T0 + 5);
      await recordShown(tx, id, { messageId: 'om_1', version: 9, at: T0 + 6 });
      const [card] = await cardsOfIssue(tx, issueId);
      await markCardsStale(tx, issueId, 3, { now: T0 + 7, asked: true });
      await setCard(tx, issueId, { place: 'person', target: 'ou_a' }, 'om_3', 2, T0 + 8);
      const due = await claim(tx, T0 + 8);
      await setCard(tx, issueId, { place: 'person', target: 'ou_b' }, 'om_4', 2, T0 + 8);
      return {
        card,
        due,
        issueId,
        found: await findIssueByMessage(tx, 'om_3'),
        all: await cardsOfIssue(tx, issueId),
      };
    });
    expect(seen.card).toMatchObject({
      messageId: 'om_2',
      shownVersion: 2,
      wantedVersion: 2,
      dueAt: null,
      anchor: 2,
    });
    expect(seen.due).toMatchObject([{ messageId: 'om_3', wantedVersion: 3, shownVersion: 2 }]);
    expect(seen.found).toBe(seen.issueId);
    expect(seen.all.map((card) => card.messageId)).toEqual(['om_3', 'om_4']);
  });

  test('cards are handed out oldest first, and the next due instant is the lease of the last', async () => {
    const seen = await withIssue(async (tx, place) => {
      await place({ target: 'oc_late', dueAt: T0 - 1 });
      await place({ target: 'oc_early', dueAt: T0 - 2 });
      await place({ target: 'oc_future', dueAt: T0 + 5000 });
      const before = await nextDueAt(tx);
      const claimed = await claim(tx);
      return { before, targets: claimed.map((card) => card.target), next: await nextDueAt(tx) };
    });
    expect(seen).toEqual({ before: T0 - 2, targets: ['oc_early', 'oc_late'], next: T0 + 1000 });
  });

  test('an issue is found by the message it was logged from', async () => {
    const found = await on.db.transaction(async (tx) => {
      const { id } = await insertIssue(
        tx,
        makeIssue(on.world, { sourceMessageId: 'om_source' }),
        makeDerived(),
      );
      await insertIssue(tx, makeIssue(on.world, { sourceMessageId: 'om_source' }), makeDerived());
      return [(await findIssueByMessage(tx, 'om_source')) === id, await findIssueByMessage(tx, 'om_none')];
    });
    expect(found).toEqual([true, undefined]);
  });
});
