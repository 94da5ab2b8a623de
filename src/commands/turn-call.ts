/** Whose turn it is and who cannot be written to privately is mentioned in the groups they are in. */
import { chatsOfProject } from '../db/chat.ts';
import type { Tx } from '../db/open.ts';
import { enqueue } from '../db/outbox.ts';
import { dropWaitingCalls } from '../db/turn-call.ts';
import type { NoticeReason } from '../domain/decision.ts';
import type { Directory } from '../domain/directory.ts';
import type { Issue } from '../domain/issue.ts';
import { noticeAt } from '../domain/sendable.ts';
import type { Instant } from '../domain/time.ts';
import { TURN_CALL } from '../kinds/messages.ts';

interface Source {
  tx: Tx;
  now: Instant;
  directory: Directory;
  newId: () => string;
  /** null: the clock. */
  actorId: number | null;
}

const CALLS: Partial<Record<NoticeReason, 'verify' | 'rate'>> = { 'to-verify': 'verify', rate: 'rate' };

/**
 * One row for each group of the project, drawn when it leaves: who is in the group and still asked then. In quiet hours
 * it waits for the morning, whose digest says it first.
 * @param reasons why somebody of another tenant was to be told
 */
export async function callInGroups(
  source: Source,
  issue: Issue,
  reasons: readonly NoticeReason[],
): Promise<void> {
  const { tx, now, directory } = source;
  const what = reasons.map((reason) => CALLS[reason]).find((one) => one !== undefined);
  const project = issue.projectId === null ? undefined : directory.project(issue.projectId);
  if (what === undefined || !project) return;
  // Who verified it has the rating on the card before them.
  if (what === 'rate' && source.actorId !== null && project.contactIds.includes(source.actorId)) return;
  await dropWaitingCalls(tx, issue.id, now);
  const groups = (await chatsOfProject(tx, project.id)).filter((chat) => !chat.unreachable);
  const rows = groups.map((chat) =>
    TURN_CALL.row({
      id: source.newId(),
      target: `chat:${chat.id}`,
      issueId: issue.id,
      payload: { chatId: chat.id, what, version: issue.version },
      dedupeKey: `turn:${issue.id}:${issue.version}:${chat.id}`,
      dueAt: noticeAt(now, { auto: false, mutedUntil: null, recipient: chat.id }, directory.clock),
    }),
  );
  await enqueue(tx, rows, now);
}
