import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { cleanText, readInstant, writeInstant } from '../../src/db/column.ts';
import { readDraft, saveDraft } from '../../src/db/draft.ts';
import { upsertPerson } from '../../src/db/person.ts';
import { person } from '../../src/db/schema.ts';
import { storedKind } from '../../src/kinds/kind.ts';
import { describeOnBoth } from './each-database.ts';
import { T0 } from './world.ts';

describe('an instant', () => {
  test.each([
    ['2026-11-23 09:00:00.5+08', Date.UTC(2026, 10, 23, 1, 0, 0, 500)],
    ['2026-11-23 01:00:00.123456+00', Date.UTC(2026, 10, 23, 1, 0, 0, 123)],
    ['2026-11-22 19:30:00-05:30', Date.UTC(2026, 10, 23, 1)],
    ['2026-11-23T01:00:00Z', Date.UTC(2026, 10, 23, 1)],
    ['1935-03-28 23:25:59.999-03:30:52', Date.UTC(1935, 2, 29, 2, 56, 51, 999)],
    [new Date(5), 5],
  ])('is read from %s', (value, expected) => {
    expect(readInstant(value)).toBe(expected);
  });

  test.each(['23/11/2026 09:00:00 CST', 'infinity', '2026-11-23', '', null, 5])(
    'is not guessed from %s',
    (value) => {
      expect(() => readInstant(value)).toThrow(RangeError);
    },
  );
});

describeOnBoth('a value', (on) => {
  const instants = fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(9999, 11, 31) });

  test('of time is the same millisecond after storing, whatever the session time zone', async () => {
    await fc.assert(
      fc.asyncProperty(
        instants,
        fc.constantFrom('UTC', 'Asia/Shanghai', 'America/St_Johns'),
        async (at, zone) => {
          const read = await on.db.transaction(async (tx) => {
            await tx.execute(sql.raw(`set local time zone '${zone}'`));
            await tx.update(person).set({ mutedUntil: at });
            return tx.select({ at: person.mutedUntil }).from(person).limit(1);
          });
          expect(read).toEqual([{ at }]);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('of json is the same after storing: a text of digits stays a text', async () => {
    let n = 0;
    const values = fc.oneof(
      fc.constantFrom('12', 'true', '"', '{}', 0, [], {}),
      fc.json().map((text) => JSON.parse(text)),
    );
    await fc.assert(
      fc.asyncProperty(values, async (value) => {
        const clean = JSON.parse(JSON.stringify(value), (_key, one) =>
          typeof one === 'string' ? cleanText(one) : one,
        );
        // Keys come from the program, not from people, so only values are cleaned.
        // A null of its own is the database's null.
        fc.pre(value !== null && !/\\u0000|\\ud[89a-f]/i.test(JSON.stringify(clean)));
        const id = `json${kindOf(on.db.kind)}${++n}`;
        const draft = await on.db.transaction(async (tx) => {
          const { id: personId } = await upsertPerson(tx, { openId: 'ou_json' }, T0);
          await saveDraft(tx, { id, personId, kind: storedKind('x', z.unknown()), payload: value }, T0);
          return readDraft(tx, id);
        });
        expect(draft?.payload).toEqual(clean);
      }),
      { numRuns: 60 },
    );
  });

  function kindOf(kind: string): string {
    return kind.slice(0, 2);
  }
});

test('writing an instant and reading it is nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: Date.UTC(9999, 0) }), (at) => readInstant(writeInstant(at)) === at),
  );
});
