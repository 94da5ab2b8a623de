/** What a preview card will do once it is confirmed; good for one use by the person it was made for. */
import { and, desc, eq, gte, inArray, isNull, lt } from 'drizzle-orm';
import type { Instant } from '../domain/time.ts';
import type { StoredKind } from '../kinds/kind.ts';
import type { Tx } from './open.ts';
import { draft as table } from './schema.ts';

export type Draft = typeof table.$inferSelect;
export type Consumed = { kind: 'ok'; draft: Draft } | { kind: 'used' | 'unknown' | 'not-yours' };

export async function saveDraft<P>(
  tx: Tx,
  draft: { id: string; personId: number; kind: StoredKind<P>; payload: P },
  now: Instant,
): Promise<void> {
  await tx.insert(table).values({ ...draft, kind: draft.kind.kind, createdAt: now });
}

export async function readDraft(tx: Tx, id: string): Promise<Draft | undefined> {
  const [row] = await tx.select().from(table).where(eq(table.id, id));
  return row;
}

/** The newest draft of this kind that somebody made since, whether or not it was used up. */
export async function latestDraft(
  tx: Tx,
  of: { personId: number; kind: StoredKind<unknown>; since: Instant },
): Promise<Draft | undefined> {
  const [row] = await tx
    .select()
    .from(table)
    .where(and(gte(table.createdAt, of.since), eq(table.personId, of.personId), eq(table.kind, of.kind.kind)))
    .orderBy(desc(table.createdAt))
    .limit(1);
  return row;
}

/** As saveDraft; one with this id is replaced. */
export async function replaceDraft<P>(
  tx: Tx,
  draft: { id: string; personId: number; kind: StoredKind<P>; payload: P },
  now: Instant,
): Promise<void> {
  const row = { ...draft, kind: draft.kind.kind, createdAt: now };
  await tx.insert(table).values(row).onConflictDoUpdate({ target: table.id, set: row });
}

/** Takes it away, whether or not it was there. */
export async function dropDraft(tx: Tx, id: string): Promise<void> {
  await tx.delete(table).where(eq(table.id, id));
}

/** Uses a draft up. Of two clicks at once exactly one gets 'ok'. */
export async function consumeDraft(tx: Tx, id: string, personId: number, now: Instant): Promise<Consumed> {
  const [taken] = await tx
    .update(table)
    .set({ consumedAt: now })
    .where(and(eq(table.id, id), eq(table.personId, personId), isNull(table.consumedAt)))
    .returning();
  if (taken) return { kind: 'ok', draft: taken };
  const found = await readDraft(tx, id);
  if (!found) return { kind: 'unknown' };
  return { kind: found.personId === personId ? 'used' : 'not-yours' };
}

/** Uses a draft up whoever asks; of two at once exactly one gets true. The caller has asked who may. */
export async function takeDraft(tx: Tx, id: string, now: Instant): Promise<boolean> {
  const taken = await tx
    .update(table)
    .set({ consumedAt: now })
    .where(and(eq(table.id, id), isNull(table.consumedAt)))
    .returning({ id: table.id });
  return taken.length > 0;
}

/** Replaces what a draft of this kind holds. */
export async function updateDraft<P>(tx: Tx, kind: StoredKind<P>, id: string, payload: P): Promise<void> {
  await tx
    .update(table)
    .set({ payload })
    .where(and(eq(table.id, id), eq(table.kind, kind.kind)));
}

/** Drafts by id, in no order. */
export async function readDrafts(tx: Tx, ids: string[]): Promise<Draft[]> {
  return ids.length === 0 ? [] : tx.select().from(table).where(inArray(table.id, ids));
}

/** Deletes drafts made before `before`. */
export async function forgetDrafts(tx: Tx, before: Instant): Promise<void> {
  await tx.delete(table).where(lt(table.createdAt, before));
}
