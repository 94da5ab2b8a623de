/** Who is in which group; being there lets people see the group's projects. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Instant } from '../domain/time.ts';
import type { Tx } from './open.ts';
import { type MetPerson, upsertPerson } from './person.ts';
import { chatMember, person } from './schema.ts';

export async function addMembers(tx: Tx, chatId: string, personIds: number[]): Promise<void> {
  if (personIds.length === 0) return;
  await tx
    .insert(chatMember)
    .values(personIds.map((personId) => ({ chatId, personId })))
    .onConflictDoNothing();
}

/** By open_id, as the platform names who left; strangers are passed over. */
export async function removeMembers(tx: Tx, chatId: string, openIds: string[]): Promise<void> {
  if (openIds.length === 0) return;
  const gone = tx.select({ id: person.id }).from(person).where(inArray(person.openId, openIds));
  await tx.delete(chatMember).where(and(eq(chatMember.chatId, chatId), inArray(chatMember.personId, gone)));
}

/** Exactly these people are in the group from now on. */
export async function setMembers(tx: Tx, chatId: string, personIds: number[]): Promise<void> {
  await tx.delete(chatMember).where(eq(chatMember.chatId, chatId));
  await addMembers(tx, chatId, personIds);
}

/** The full list of a group as the platform gives it: newcomers are written down, names brought up to date. */
export async function learnMembers(
  tx: Tx,
  chatId: string,
  members: MetPerson[],
  now: Instant,
): Promise<void> {
  const ids: number[] = [];
  // One order for everybody, so that two lists learnt at once cannot wait for each other.
  for (const member of members.toSorted((a, b) => (a.openId < b.openId ? -1 : 1))) {
    ids.push((await upsertPerson(tx, member, now)).id);
  }
  await setMembers(tx, chatId, [...new Set(ids)]);
}

/** Those of these people who can be spoken to in this group alone: of another tenant, in it, not known to have left. */
export async function listCallable(
  tx: Tx,
  chatId: string,
  personIds: readonly number[],
): Promise<{ id: number; openId: string; name: string }[]> {
  if (personIds.length === 0) return [];
  return tx
    .select({ id: person.id, openId: person.openId, name: person.name })
    .from(person)
    .innerJoin(chatMember, and(eq(chatMember.personId, person.id), eq(chatMember.chatId, chatId)))
    .where(and(inArray(person.id, [...personIds]), eq(person.home, false), isNull(person.unreachableSince)))
    .orderBy(asc(person.id));
}
