/** Answers that wait since minutes: which of them will be given again later, and several put into one row. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Instant } from '../domain/time.ts';
import { ANSWER } from '../kinds/messages.ts';
import type { Tx } from './open.ts';
import { outbox as table } from './schema.ts';
import { type Held, stillHeld, UNHELD } from './tries.ts';

/**
 * Those of these answers after which the same answer waits for the same person in the same place, due by now. Which
 * message it replies to does not matter.
 */
export async function answeredLater(tx: Tx, ids: string[], now: Instant): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: table.id })
    .from(table)
    .where(
      and(
        inArray(table.id, ids),
        sql`exists (select 1 from outbox later where later.target = ${table.target}
          and later.due_at <= ${new Date(now).toISOString()}::timestamptz and later.seq > ${table.seq}
          and later.kind = ${ANSWER.kind} and later.state = 'waiting'
          and later.payload - 'replyTo' = ${table.payload} - 'replyTo')`,
      ),
    );
  return rows.map((row) => row.id);
}

/** Lets rows go that are still held. @param why a code, never message text */
export async function letGo(tx: Tx, held: Held<string>[], why: string, now: Instant): Promise<void> {
  for (const row of held) {
    await tx
      .update(table)
      .set({ state: 'dropped', dueAt: null, ...UNHELD, finishedAt: now, lastError: why })
      .where(and(stillHeld(table, row), eq(table.state, 'waiting')));
  }
}

/**
 * Puts what several rows say into the first and lets the others go.
 * @throws when one of them is held no longer: then nothing may be put together
 */
export async function putTogether(
  tx: Tx,
  [first, ...others]: readonly [Held<string>, ...Held<string>[]],
  payload: Record<string, unknown>,
  now: Instant,
): Promise<void> {
  const kept = await tx
    .update(table)
    .set({ payload })
    .where(and(stillHeld(table, first), eq(table.state, 'waiting')))
    .returning({ id: table.id });
  const ids = others.map((row) => row.id);
  const held = await tx
    .select({ id: table.id, leaseUntil: table.leaseUntil, state: table.state })
    .from(table)
    .where(inArray(table.id, ids))
    .for('update');
  const same = held.filter((row) => {
    const other = others.find(({ id }) => id === row.id);
    return row.state === 'waiting' && other?.leaseUntil === row.leaseUntil;
  });
  if (kept.length !== 1 || same.length !== others.length) throw new Error('late answers held no longer');
  await letGo(tx, others, 'bundled', now);
}
