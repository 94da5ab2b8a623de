import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appendHistory, lastChange, readHistory } from '../../src/db/history.ts';
import {
  claimDueIssues,
  insertIssue,
  listOpenIds,
  loadIssue,
  loadIssueForUpdate,
  loadIssues,
  saveIssue,
  setNextAt,
} from '../../src/db/issue.ts';
import { coUnit, issue as table } from '../../src/db/schema.ts';
import { DEFAULT_RULES, type Rules } from '../../src/domain/model.ts';
import { describeOnBoth } from './each-database.ts';
import { arbitraryIssue, makeDerived, makeIssue, T0 } from './world.ts';

describeOnBoth('an issue', (on) => {
  test('comes back exactly as it was written, whatever is in its fields', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryIssue(on.world), arbitraryIssue(on.world), async (first, second) => {
        await on.db.transaction(async (tx) => {
          const issue = await insertIssue(tx, first, makeDerived());
          expect(await loadIssue(tx, issue.id)).toEqual({ ...first, id: issue.id });
          const next = { ...second, id: issue.id, version: issue.version + 1 };
          await saveIssue(tx, next, makeDerived());
          expect(await loadIssueForUpdate(tx, issue.id)).toEqual(next);
        });
      }),
      { numRuns: 40 },
    );
  });

  test('a field added to Issue later is kept without a migration', async () => {
    const future = { ...makeIssue(on.world), mood: { good: true } };
    const loaded = await on.db.transaction(async (tx) => {
      const { id } = await insertIssue(tx, future, makeDerived());
      return loadIssue(tx, id);
    });
    expect(loaded).toMatchObject({ mood: { good: true } });
  });

  test('a snapshot of rules from before the dispatch levels is complete when it is read', async () => {
    const { hears: _, ...old } = { ...DEFAULT_RULES, yellowDays: 9 };
    const stored = makeIssue(on.world, { rules: old as Rules });
    const { id } = await on.db.transaction((tx) => insertIssue(tx, stored, makeDerived()));
    const issue = await on.db.read((tx) => loadIssue(tx, id));
    expect(issue?.rules).toEqual({ ...DEFAULT_RULES, yellowDays: 9 });
  });

  test('text that PostgreSQL cannot hold is stored without the bad characters', async () => {
    const loaded = await on.db.transaction(async (tx) => {
      const bounces = [{ unitId: 1, byId: 1, at: T0, reason: 'a\0b\ud800' }];
      const { id } = await insertIssue(
        tx,
        makeIssue(on.world, { title: 'x\0y\udc00', bounces }),
        makeDerived(),
      );
      return loadIssue(tx, id);
    });
    expect(loaded?.title).toBe('xy\ufffd');
    expect(loaded?.bounces[0]?.reason).toBe('ab\ufffd');
  });

  test('numbers are not used again after a rollback', async () => {
    let lost = 0;
    const failing = on.db.transaction(async (tx) => {
      lost = (await insertIssue(tx, makeIssue(on.world), makeDerived())).id;
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const { id } = await on.db.transaction((tx) => insertIssue(tx, makeIssue(on.world), makeDerived()));
    expect(id).toBeGreaterThan(lost);
  });

  test('an older version does not overwrite a newer one', async () => {
    const issue = await on.db.transaction((tx) =>
      insertIssue(tx, makeIssue(on.world, { version: 5 }), makeDerived()),
    );
    const stale = on.db.transaction((tx) => saveIssue(tx, { ...issue, version: 4 }, makeDerived()));
    await expect(stale).rejects.toThrow('stored version is newer');
  });

  test('the table of co-units follows the issue: ticked, taken away, over', async () => {
    const [one, two] = on.world.units;
    const rows = await on.db.transaction(async (tx) => {
      const open = { doneAt: null, doneBy: null };
      const issue = await insertIssue(
        tx,
        makeIssue(on.world, {
          coUnits: [
            { unitId: one, ...open },
            { unitId: two, ...open },
          ],
        }),
        makeDerived(),
      );
      const read = async () => {
        const all = await tx.select().from(coUnit);
        return all
          .filter((row) => row.issueId === issue.id)
          .map((row) => [row.unitId, row.open])
          .sort();
      };
      const ticked = [{ unitId: one, doneAt: T0, doneBy: 1 }];
      const before = await read();
      await saveIssue(tx, { ...issue, coUnits: ticked }, makeDerived());
      const after = await read();
      await saveIssue(tx, { ...issue, status: 'closed', coUnits: [{ unitId: two, ...open }] }, makeDerived());
      return { before, after, closed: await read() };
    });
    expect(rows).toEqual({
      before: [
        [one, true],
        [two, true],
      ],
      after: [[one, false]],
      closed: [[two, false]],
    });
  });

  test('the clock gets what is due, longest waiting first, and nothing twice', async () => {
    const ids = await on.db.transaction(async (tx) => {
      await tx.update(table).set({ nextAt: null });
      const at = async (nextAt: number | null) =>
        (await insertIssue(tx, makeIssue(on.world), makeDerived({ nextAt }))).id;
      return [await at(T0 - 1), await at(T0 - 2), await at(T0), await at(T0 + 1), await at(null)];
    });
    const due = () => on.db.transaction((tx) => claimDueIssues(tx, T0, 10));
    expect(await due()).toEqual([ids[1], ids[0], ids[2]]);
    await on.db.transaction((tx) => setNextAt(tx, ids[1]!, T0 + 5));
    expect(await due()).toEqual([ids[0], ids[2]]);
  });

  test('open issues are listed by number; several are loaded at once', async () => {
    const found = await on.db.transaction(async (tx) => {
      const open = await insertIssue(tx, makeIssue(on.world), makeDerived());
      const closed = await insertIssue(tx, makeIssue(on.world, { status: 'closed' }), makeDerived());
      const ids = await listOpenIds(tx);
      const loaded = await loadIssues(tx, [closed.id, open.id, 999_999]);
      return {
        open: ids.includes(open.id),
        closed: ids.includes(closed.id),
        loaded: loaded.map(({ id }) => id - open.id),
      };
    });
    expect(found).toEqual({ open: true, closed: false, loaded: [0, 1] });
  });
});

describeOnBoth('history', (on) => {
  test('keeps the state before the last change only', async () => {
    const seen = await on.db.transaction(async (tx) => {
      const issue = await insertIssue(tx, makeIssue(on.world), makeDerived());
      const by = { at: T0, actorId: on.world.people[0], messageId: 'om_1' };
      await appendHistory(tx, issue.id, [{ verb: 'log', detail: {} }], by);
      const events = [
        { verb: 'sign', detail: { unit: '12' } },
        { verb: 'progress', detail: {} },
      ] as const;
      await appendHistory(tx, issue.id, [...events], { ...by, before: issue });
      const undoable = await lastChange(tx, issue.id);
      await appendHistory(tx, issue.id, [{ verb: 'rung', detail: {} }], {
        at: T0,
        actorId: null,
        messageId: null,
      });
      return {
        issue,
        undoable,
        last: await lastChange(tx, issue.id),
        all: await readHistory(tx, issue.id, { limit: 10 }),
        second: await readHistory(tx, issue.id, { limit: 1, offset: 2 }),
      };
    });
    expect(seen.undoable?.row).toMatchObject({ verb: 'progress', at: T0, messageId: 'om_1' });
    expect(seen.undoable?.before).toEqual(seen.issue);
    expect(seen.last).toMatchObject({ row: { verb: 'rung', actorId: null }, before: null });
    expect(seen.all.map((row) => row.verb)).toEqual(['rung', 'progress', 'sign', 'log']);
    expect(seen.second.map((row) => row.detail)).toEqual([{ unit: '12' }]);
  });
});
