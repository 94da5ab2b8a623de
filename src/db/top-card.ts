/** The card on top of a group: its message, and the project it shows once the platform has put it there. */
import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Tx } from './open.ts';
import { chat as table } from './schema.ts';
import { prepareStatement } from './statement.ts';

export interface TopCard {
  /** null: none was posted yet, or it is gone. */
  messageId: string | null;
  /** null: not on top. */
  projectId: number | null;
}

export async function readTopCard(tx: Tx, chatId: string): Promise<TopCard> {
  const [row] = await tx
    .select({ messageId: table.topMessageId, projectId: table.topProjectId })
    .from(table)
    .where(eq(table.id, chatId));
  return row ?? { messageId: null, projectId: null };
}

export async function saveTopCard(tx: Tx, chatId: string, top: Partial<TopCard>): Promise<void> {
  const { messageId, projectId } = top;
  await tx
    .update(table)
    .set({
      ...(messageId !== undefined && { topMessageId: messageId }),
      ...(projectId !== undefined && { topProjectId: projectId }),
    })
    .where(eq(table.id, chatId));
}

const onTopOf = prepareStatement({ id: table.id }, (db) =>
  db
    .select({ id: table.id })
    .from(table)
    .where(eq(table.topProjectId, sql.placeholder('projectId'))),
);

/** Groups on top of which this project's card stands. */
export async function chatsOnTop(tx: Tx, projectId: number): Promise<string[]> {
  return (await onTopOf(tx, { projectId })).map((row) => row.id);
}

/** Every group with a card on top that can be written to. */
export async function chatsWithTopCard(tx: Tx): Promise<string[]> {
  const rows = await tx
    .select({ id: table.id })
    .from(table)
    .where(and(isNotNull(table.topProjectId), eq(table.unreachable, false)))
    .orderBy(asc(table.id));
  return rows.map((row) => row.id);
}
