/** Groups the bot is or was in, and what they are for. Members stand in chat-member.ts. */
import { and, asc, eq, exists, inArray, like, sql } from 'drizzle-orm';
import type { Chat } from '../domain/model.ts';
import type { Instant } from '../domain/time.ts';
import type { Tx } from './open.ts';
import { chatProject, project, chat as table } from './schema.ts';
import { prepareStatement } from './statement.ts';

export { addMembers, learnMembers, removeMembers, setMembers } from './chat-member.ts';

const columns = {
  id: table.id,
  name: table.name,
  external: table.external,
  kind: table.kind,
  areaId: table.areaId,
  projectIds: sql<
    number[]
  >`(select coalesce(jsonb_agg(${chatProject.projectId} order by ${chatProject.projectId}),
    '[]'::jsonb) from ${chatProject} where ${chatProject.chatId} = ${table.id})`.as('project_ids'),
  defaultProjectId: table.defaultProjectId,
  unreachable: table.unreachable,
};

const chatOfId = prepareStatement(columns, (db) =>
  db
    .select(columns)
    .from(table)
    .where(eq(table.id, sql.placeholder('id'))),
);

export async function loadChat(tx: Tx, id: string): Promise<Chat | undefined> {
  const [chat] = await chatOfId(tx, { id });
  return chat;
}

/**
 * Writes down a group the bot has been met in: it can be reached again. What it is bound to stays.
 * @param met.name kept only when not empty
 */
export async function upsertChat(
  tx: Tx,
  met: { id: string; name: string; external: boolean },
  now: Instant,
): Promise<Chat> {
  const { id, name, external } = met;
  await tx
    .insert(table)
    .values({ id, name, external, kind: 'unbound', unreachable: false, createdAt: now })
    .onConflictDoUpdate({
      target: table.id,
      set: { ...(name === '' ? {} : { name }), external, unreachable: false, unreachableReason: null },
    });
  const chat = await loadChat(tx, id);
  if (!chat) throw new Error(`chat ${id} was not written`);
  return chat;
}

export async function renameChat(tx: Tx, id: string, name: string): Promise<void> {
  await tx.update(table).set({ name }).where(eq(table.id, id));
}

/** Bot removed, group dissolved or muted. @param reason a code */
export async function markChatUnreachable(tx: Tx, id: string, reason: string): Promise<void> {
  await tx.update(table).set({ unreachable: true, unreachableReason: reason }).where(eq(table.id, id));
}

/** Binds a project to a group; the first one, or with `makeDefault` this one, is its default. An office group becomes a project group. */
export async function bindProject(
  tx: Tx,
  chatId: string,
  projectId: number,
  { makeDefault }: { makeDefault: boolean },
): Promise<void> {
  await tx.insert(chatProject).values({ chatId, projectId }).onConflictDoNothing();
  await tx
    .update(table)
    .set({
      kind: 'project',
      areaId: null,
      defaultProjectId: makeDefault ? projectId : sql`coalesce(${table.defaultProjectId}, ${projectId}::int)`,
    })
    .where(eq(table.id, chatId));
}

/** The default passes to another project of the group; without any the group is unbound. */
export async function unbindProject(tx: Tx, chatId: string, projectId: number): Promise<void> {
  await tx
    .delete(chatProject)
    .where(and(eq(chatProject.chatId, chatId), eq(chatProject.projectId, projectId)));
  const [chat] = await tx.select(columns).from(table).where(eq(table.id, chatId));
  if (chat?.kind !== 'project') return;
  const still = chat.projectIds.includes(chat.defaultProjectId ?? Number.NaN);
  await tx
    .update(table)
    .set({
      kind: chat.projectIds.length > 0 ? 'project' : 'unbound',
      defaultProjectId: still ? chat.defaultProjectId : (chat.projectIds[0] ?? null),
    })
    .where(eq(table.id, chatId));
}

/** Groups whose default project has ended take another of theirs that goes on, where there is one. */
export async function passDefaultOn(tx: Tx, projectId: number): Promise<void> {
  const other = sql<number>`(select min(${chatProject.projectId}) from ${chatProject}
    join ${project} on ${project.id} = ${chatProject.projectId} and ${project.archived} is null
    where ${chatProject.chatId} = ${table.id} and ${chatProject.projectId} <> ${projectId})`;
  await tx
    .update(table)
    .set({ defaultProjectId: sql`coalesce(${other}, ${table.defaultProjectId})` })
    .where(eq(table.defaultProjectId, projectId));
}

/** Makes it the group of an area's office (综合办); projects bound to it are unbound. */
export async function makeOfficeChat(tx: Tx, chatId: string, areaId: number): Promise<void> {
  await tx.delete(chatProject).where(eq(chatProject.chatId, chatId));
  await tx.update(table).set({ kind: 'office', areaId, defaultProjectId: null }).where(eq(table.id, chatId));
}

/** Takes everything from a group; it shows no data until it is bound again. */
export async function unbindChat(tx: Tx, chatId: string): Promise<void> {
  await tx.delete(chatProject).where(eq(chatProject.chatId, chatId));
  await tx
    .update(table)
    .set({ kind: 'unbound', areaId: null, defaultProjectId: null })
    .where(eq(table.id, chatId));
}

const chatsOfProjectId = prepareStatement(columns, (db) => {
  const bound = db
    .select({ one: sql`1` })
    .from(chatProject)
    .where(and(eq(chatProject.chatId, table.id), eq(chatProject.projectId, sql.placeholder('projectId'))));
  return db.select(columns).from(table).where(exists(bound)).orderBy(asc(table.id));
});

/** Groups a project is bound to, unreachable ones included. */
export function chatsOfProject(tx: Tx, projectId: number): Promise<Chat[]> {
  return chatsOfProjectId(tx, { projectId });
}

/** Office groups of these areas, unreachable ones included. */
export async function officeChats(tx: Tx, areaIds: number[]): Promise<Chat[]> {
  if (areaIds.length === 0) return [];
  return tx
    .select(columns)
    .from(table)
    .where(and(eq(table.kind, 'office'), inArray(table.areaId, areaIds)))
    .orderBy(asc(table.id));
}

/** Groups whose name holds the words, by name. */
export function findChatsByName(tx: Tx, words: string): Promise<Chat[]> {
  const pattern = `%${words.trim().replace(/[\\%_]/g, '\\$&')}%`;
  return tx
    .select(columns)
    .from(table)
    .where(like(table.name, pattern))
    .orderBy(asc(table.name), asc(table.id));
}

/** Every group of a kind, unreachable ones included. */
export function chatsOfKind(tx: Tx, kind: Chat['kind']): Promise<Chat[]> {
  return tx.select(columns).from(table).where(eq(table.kind, kind)).orderBy(asc(table.id));
}

/** Project groups that asked for the daily summary (日小结) and can be written to. */
export function chatsWithSummary(tx: Tx): Promise<Chat[]> {
  const wanted = and(eq(table.dailySummary, true), eq(table.kind, 'project'), eq(table.unreachable, false));
  return tx.select(columns).from(table).where(wanted).orderBy(asc(table.id));
}

export async function setDailySummary(tx: Tx, id: string, on: boolean): Promise<void> {
  await tx.update(table).set({ dailySummary: on }).where(eq(table.id, id));
}

export async function readDailySummary(tx: Tx, id: string): Promise<boolean> {
  const [row] = await tx.select({ on: table.dailySummary }).from(table).where(eq(table.id, id));
  return row?.on ?? false;
}

/** Groups that cannot be written to, with the reason. */
export function unreachableChats(tx: Tx): Promise<{ id: string; name: string; reason: string | null }[]> {
  return tx
    .select({ id: table.id, name: table.name, reason: table.unreachableReason })
    .from(table)
    .where(eq(table.unreachable, true))
    .orderBy(asc(table.name));
}
