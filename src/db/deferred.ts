/** Private cards that have not left yet, taken back to be told together in one message. */
import { and, asc, eq, inArray, isNotNull, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import type { HeldNotice } from '../domain/notice.ts';
import type { Day, Instant } from '../domain/time.ts';
import { readPayload } from '../kinds/kind.ts';
import { NOTICE, PERSON_DIGEST, REMINDERS } from '../kinds/messages.ts';
import { timestamp } from './column.ts';
import type { Tx } from './open.ts';
import { outbox as table } from './schema.ts';
import { allOf } from './where.ts';

/** Never begun to send: what was, may have arrived. By what has a due time, so that the index of those is used. */
const untouched = and(
  isNotNull(table.dueAt),
  eq(table.state, 'waiting'),
  eq(table.attempts, 0),
  isNull(table.leaseUntil),
);

/** What a row tells of; one that cannot be read tells nothing. */
function noticesOf(row: { kind: string; issueId: number | null; payload: unknown }): HeldNotice[] {
  if (row.kind !== NOTICE.kind) {
    const carrier = readPayload(row.kind === REMINDERS.kind ? REMINDERS : PERSON_DIGEST, row.payload);
    return carrier.ok ? carrier.payload.notices : [];
  }
  const read = readPayload(NOTICE, row.payload);
  return read.ok && row.issueId !== null ? [{ ...read.payload, issueId: row.issueId }] : [];
}

/**
 * Takes notices due by `dueBy` out of the queue, oldest first, by target ('person:ou_…'). They must be told by a
 * message queued in the same transaction.
 * @param taken.targets of these only; everybody's by default
 * @param taken.digestsBefore digests of earlier days too, which somebody's silence has held back
 */
export async function takeDeferredNotices(
  tx: Tx,
  taken: { dueBy: Instant; now: Instant; targets?: string[]; digestsBefore?: Day },
): Promise<Map<string, HeldNotice[]>> {
  const old =
    taken.digestsBefore === undefined
      ? undefined
      : and(eq(table.kind, PERSON_DIGEST.kind), lt(sql`${table.payload} ->> 'day'`, taken.digestsBefore));
  const due = and(inArray(table.kind, [NOTICE.kind, REMINDERS.kind]), lte(table.dueAt, taken.dueBy));
  const rows = await tx
    .update(table)
    .set({ state: 'dropped', dueAt: null, finishedAt: taken.now, lastError: 'bundled' })
    .where(and(untouched, or(due, old), taken.targets && inArray(table.target, taken.targets)))
    .returning({
      target: table.target,
      kind: table.kind,
      issueId: table.issueId,
      payload: table.payload,
      seq: table.seq,
    });
  const held = new Map<string, HeldNotice[]>();
  for (const row of rows.sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0))) {
    held.set(row.target, [...(held.get(row.target) ?? []), ...noticesOf(row)]);
  }
  return held;
}

/** Targets for which several notices the clock caused wait to leave by `dueBy`. */
export async function targetsWithSeveral(tx: Tx, dueBy: Instant): Promise<string[]> {
  const { target } = table;
  const rows = await tx
    .select({ target })
    .from(table)
    .where(leavesBy(timestamp(dueBy)))
    .groupBy(target)
    .having(isSeveral)
    .orderBy(asc(target));
  return rows.map((row) => row.target);
}

const isSeveral = sql`count(*) > 1`;

/** A notice the clock caused that leaves by then. */
function leavesBy(dueBy: SQL): SQL {
  return allOf(
    eq(table.kind, NOTICE.kind),
    untouched,
    lte(table.dueAt, dueBy),
    sql`(${table.payload} -> 'auto') = 'true'::jsonb`,
  );
}

/** The same as a statement to be asked within another. */
export function severalFor(dueBy: SQL): SQL {
  return sql`select ${table.target} from ${table} where ${leavesBy(dueBy)} group by ${table.target} having ${isSeveral}`;
}

/** Lets what a person's silence (静默) has held back come at `at`: what the clock caused, and digests. */
export async function moveHeld(tx: Tx, target: string, at: Instant): Promise<void> {
  const byItself = or(
    inArray(table.kind, [REMINDERS.kind, PERSON_DIGEST.kind]),
    sql`(${table.payload} -> 'auto') = 'true'::jsonb`,
  );
  await tx
    .update(table)
    .set({ dueAt: at })
    .where(and(untouched, eq(table.target, target), byItself));
}

/** What waits for a person goes to whoever acts for them from now on (交接), or comes back to them. */
export async function readdressHeld(
  tx: Tx,
  named: { personId: number; to: { id: number; openId: string } },
): Promise<void> {
  const { personId, to } = named;
  const forId = sql`coalesce(${table.payload} ->> 'forId', ${table.payload} ->> 'personId')::int`;
  const now = { personId: to.id, forId: to.id === personId ? null : personId };
  await tx
    .update(table)
    .set({
      target: `person:${to.openId}`,
      payload: sql`${table.payload} || ${JSON.stringify(now)}::text::jsonb`,
    })
    .where(and(untouched, eq(table.kind, NOTICE.kind), sql`${forId} = ${personId}`));
}
