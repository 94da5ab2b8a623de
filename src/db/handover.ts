/** Handovers (交接), and who stands in for whom right now: kept on the person, so that nothing else asks for dates. */
import { and, asc, eq, gte, inArray, isNotNull, lte, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { type Handover, resolveStandIns, type StandIn } from '../domain/handover.ts';
import type { Instant } from '../domain/time.ts';
import { readdressHeld } from './deferred.ts';
import { bumpDirectory } from './directory-version.ts';
import type { Tx } from './open.ts';
import { only } from './row.ts';
import { history, person, handover as table } from './schema.ts';

const columns = {
  id: table.id,
  personId: table.personId,
  deputyId: table.deputyId,
  fromDay: table.fromDay,
  untilDay: table.untilDay,
  state: table.state,
  madeBy: table.madeBy,
  beganAt: table.beganAt,
  endedAt: table.endedAt,
  nextAt: table.nextAt,
};

const isOpen = inArray(table.state, ['planned', 'active']);

export async function insertHandover(
  tx: Tx,
  made: Pick<Handover, 'personId' | 'deputyId' | 'fromDay' | 'untilDay' | 'madeBy' | 'nextAt'>,
  now: Instant,
): Promise<Handover> {
  const rows = await tx
    .insert(table)
    .values({ ...made, state: 'planned', madeAt: now })
    .returning(columns);
  return only(rows);
}

/**
 * Everything planned or active, by first day. Locked until the transaction ends, so that two people cannot make a
 * circle between them at the same moment.
 */
export async function lockOpenHandovers(tx: Tx): Promise<Handover[]> {
  await tx.execute(sql`lock table ${table} in share row exclusive mode`);
  return listOpenHandovers(tx);
}

/** Everything planned or active, by first day. */
export function listOpenHandovers(tx: Tx): Promise<Handover[]> {
  return tx.select(columns).from(table).where(isOpen).orderBy(asc(table.fromDay), asc(table.id));
}

export async function loadHandover(tx: Tx, id: number): Promise<Handover | undefined> {
  const [row] = await tx.select(columns).from(table).where(eq(table.id, id));
  return row;
}

/** Those the person made or stands in for, planned or active, by first day. */
export function listHandoversOf(tx: Tx, personId: number): Promise<Handover[]> {
  const theirs = or(eq(table.personId, personId), eq(table.deputyId, personId));
  return tx.select(columns).from(table).where(and(isOpen, theirs)).orderBy(asc(table.fromDay), asc(table.id));
}

/** Numbers of those the clock must begin or end; what ends before what begins, so that a new one finds the old gone. */
export async function listDueHandovers(tx: Tx, now: Instant): Promise<number[]> {
  const rows = await tx
    .select({ id: table.id })
    .from(table)
    .where(lte(table.nextAt, now))
    .orderBy(asc(table.nextAt), asc(table.state), asc(table.id));
  return rows.map((row) => row.id);
}

/** One of them, locked, if it is due still. */
export async function claimDueHandover(tx: Tx, id: number, now: Instant): Promise<Handover | undefined> {
  const [row] = await tx
    .select(columns)
    .from(table)
    .where(and(eq(table.id, id), lte(table.nextAt, now)))
    .for('update');
  return row;
}

/** The next state of one handover; nothing when it has left `from` meanwhile. @returns whether it was written */
export async function moveHandover(
  tx: Tx,
  id: number,
  from: Handover['state'],
  to: Pick<Handover, 'state' | 'nextAt'> & Partial<Pick<Handover, 'beganAt' | 'endedAt'>>,
): Promise<boolean> {
  const moved = await tx
    .update(table)
    .set(to)
    .where(and(eq(table.id, id), eq(table.state, from)))
    .returning({ id: table.id });
  return moved.length > 0;
}

/**
 * Writes who stands in for whom from what is active now; what waits for these people goes to whoever acts for them.
 * @returns the people for whom somebody else acts than before, links further up a chain included
 */
export async function renewStandIns(tx: Tx): Promise<number[]> {
  const changed: number[] = [];
  const active = await tx.select(columns).from(table).where(eq(table.state, 'active'));
  const standIns = resolveStandIns(active);
  const before = await tx
    .select({ id: person.id, deputyId: person.deputyId })
    .from(person)
    .where(isNotNull(person.deputyId));
  const known = new Map(before.map((one) => [one.id, one.deputyId]));
  for (const id of new Set([...standIns.keys(), ...known.keys()])) {
    const deputyId = standIns.get(id) ?? null;
    if ((known.get(id) ?? null) === deputyId) continue;
    changed.push(id);
    await tx.update(person).set({ deputyId }).where(eq(person.id, id));
    const acting = await tx
      .select({ id: person.id, openId: person.openId })
      .from(person)
      .where(eq(person.id, deputyId ?? id));
    await readdressHeld(tx, { personId: id, to: only(acting) });
  }
  await bumpDirectory(tx);
  return changed;
}

/** Everybody away now, by id. */
export async function readStandIns(tx: Tx): Promise<StandIn[]> {
  const deputy = alias(person, 'deputy');
  const rows = await tx
    .select({ personId: person.id, deputyId: deputy.id, since: deputy.unreachableSince })
    .from(person)
    .innerJoin(deputy, eq(deputy.id, person.deputyId))
    .where(isNotNull(person.deputyId))
    .orderBy(asc(person.id));
  return rows.map(({ since, ...one }) => ({ ...one, reachable: since === null }));
}

/** Numbers of the issues somebody moved in this person's place meanwhile, lowest first. */
export async function listMovedFor(
  tx: Tx,
  personId: number,
  at: { from: Instant; until: Instant | null },
): Promise<number[]> {
  const rows = await tx
    .selectDistinct({ issueId: history.issueId })
    .from(history)
    .where(
      and(
        sql`(${history.detail} -> 'for') is not null`,
        gte(history.at, at.from),
        at.until === null ? undefined : lte(history.at, at.until),
        sql`${history.detail} -> 'for' @> to_jsonb(${personId}::int)`,
      ),
    )
    .orderBy(asc(history.issueId));
  return rows.map((row) => row.issueId);
}
