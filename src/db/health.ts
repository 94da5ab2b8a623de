/** Figures for the health report; each a cheap query of its own. */
import { and, asc, count, eq, isNotNull, isNull, lt, min, notExists, notInArray, sql } from 'drizzle-orm';
import type { Instant } from '../domain/time.ts';
import { readInstant } from './column.ts';
import type { Tx } from './open.ts';
import { chat, issue, issueCard, meta, outbox, person, roleGrant } from './schema.ts';

/** Version of the server, and number of the newest migration it has had. */
export async function databaseState(tx: Tx): Promise<{ version: string; schema: number }> {
  const [row] = await tx
    .select({
      version: sql<string>`current_setting('server_version')`,
      schema: sql<number>`(select max(version) from schema_migration)`.mapWith(Number),
    })
    .from(meta)
    .limit(1);
  // 18.4 (Debian 18.4-1): the number is enough.
  return { version: row?.version.split(' ')[0] ?? '', schema: row?.schema ?? 0 };
}

/** Writes as much as a busy second and keeps nothing. @throws DatabaseError where nothing can be written */
export async function tryWriting(tx: Tx): Promise<void> {
  await tx.execute(sql`create temporary table tried_write on commit drop as
    select repeat(md5(n::text), 32) as filler from generate_series(1, 1000) as n`);
}

/** What should have left before `before` and has not. */
export async function overdueSince(
  tx: Tx,
  before: Instant,
): Promise<{ count: number; oldest: Instant | null }> {
  const [rows] = await tx
    .select({ count: count(), oldest: min(outbox.dueAt) })
    .from(outbox)
    .where(lt(outbox.dueAt, before));
  const [cards] = await tx
    .select({ count: count(), oldest: min(issueCard.dueAt) })
    .from(issueCard)
    .where(lt(issueCard.dueAt, before));
  const oldest = [rows?.oldest, cards?.oldest].filter((at) => at != null);
  return {
    count: (rows?.count ?? 0) + (cards?.count ?? 0),
    oldest: oldest.length === 0 ? null : Math.min(...oldest),
  };
}

/** Names of groups met before `before` that are reachable and still for nothing. */
export async function unboundChats(tx: Tx, before: Instant): Promise<string[]> {
  const rows = await tx
    .select({ id: chat.id, name: chat.name })
    .from(chat)
    .where(and(eq(chat.kind, 'unbound'), eq(chat.unreachable, false), lt(chat.createdAt, before)))
    .orderBy(asc(chat.name), asc(chat.id));
  return rows.map((row) => row.name || row.id);
}

/** Our own people without a unit and without a role; and the names of those who have an open problem in hand. */
export async function peopleWithoutUnit(tx: Tx): Promise<{ count: number; busy: string[] }> {
  const granted = tx.select({ one: sql`1` }).from(roleGrant).where(eq(roleGrant.personId, person.id));
  const without = and(eq(person.home, true), isNull(person.unitId), notExists(granted));
  const [counted] = await tx.select({ count: count() }).from(person).where(without);
  const busy = await tx
    .selectDistinct({ name: person.name, openId: person.openId })
    .from(issue)
    .innerJoin(person, eq(person.id, issue.assigneeId))
    .where(and(without, notInArray(issue.status, ['closed', 'void'])))
    .orderBy(asc(person.name));
  return { count: counted?.count ?? 0, busy: busy.map((row) => row.name || row.openId) };
}

/** When the first live card was posted; null before. */
export async function firstCardAt(tx: Tx): Promise<Instant | null> {
  const [row] = await tx.select({ at: sql`min(${issueCard.postedAt})` }).from(issueCard);
  return row?.at == null ? null : readInstant(row.at);
}

/** Our own people nothing can be sent to who have an open problem in hand. */
export async function unreachableAssignees(tx: Tx): Promise<number[]> {
  const rows = await tx
    .selectDistinct({ id: person.id })
    .from(issue)
    .innerJoin(person, eq(person.id, issue.assigneeId))
    .where(
      and(
        eq(person.home, true),
        isNotNull(person.unreachableSince),
        notInArray(issue.status, ['closed', 'void']),
      ),
    );
  return rows.map((row) => row.id);
}
