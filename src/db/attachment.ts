/** Pictures and files sent to an issue. Only their keys are kept; the content stays with the platform. */
import { asc, count, eq } from 'drizzle-orm';
import type { Instant } from '../domain/time.ts';
import type { Tx } from './open.ts';
import { attachment } from './schema.ts';

export type AttachmentRow = typeof attachment.$inferSelect;

export interface NewAttachment {
  messageId: string;
  fileKey: string;
  kind: string;
  name: string | null;
}

/** Notes files with an issue. @returns how many were new to it */
export async function insertAttachments(
  tx: Tx,
  issueId: number,
  files: NewAttachment[],
  personId: number | null,
  at: Instant,
): Promise<number> {
  if (files.length === 0) return 0;
  const added = await tx
    .insert(attachment)
    .values(files.map((file) => ({ ...file, issueId, personId, at })))
    .onConflictDoNothing()
    .returning({ id: attachment.id });
  return added.length;
}

/** Oldest first. */
export function attachmentsOfIssue(tx: Tx, issueId: number): Promise<AttachmentRow[]> {
  return tx.select().from(attachment).where(eq(attachment.issueId, issueId)).orderBy(asc(attachment.id));
}

export async function countAttachments(tx: Tx, issueId: number): Promise<number> {
  const [row] = await tx.select({ count: count() }).from(attachment).where(eq(attachment.issueId, issueId));
  return row?.count ?? 0;
}
