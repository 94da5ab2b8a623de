/** What an answer leaves to go on from: kept for the asker's next words, and with its message for a reply to it. */
import { readDraft, replaceDraft } from '../db/draft.ts';
import { readSentPayload, setSentPayload } from '../db/outbox.ts';
import type { Instant } from '../domain/time.ts';
import { QUESTION_DRAFT } from '../kinds/drafts.ts';
import { readPayload } from '../kinds/kind.ts';
import type { LastAnswer } from '../language/last-answer.ts';
import type { CommandContext } from './context.ts';

/** Milliseconds in which what is said next is taken to go on from what was said before. */
export const SOON = 3 * 60_000;

/** One row for each chat and person. */
export function idOf({ actor, chatId }: CommandContext): string {
  return `question:${chatId}:${actor.person.id}`;
}

/** What is said next goes on from this. */
export async function remember(context: CommandContext, last: LastAnswer): Promise<void> {
  const { tx, actor, now } = context;
  const row = { id: idOf(context), personId: actor.person.id, kind: QUESTION_DRAFT, payload: last };
  await replaceDraft(tx, row, now);
}

/** What was remembered for the message that is being answered. undefined: it leaves nothing. */
export async function leftNow(context: CommandContext): Promise<LastAnswer | undefined> {
  const kept = await keptOf(context);
  return kept?.at === context.now ? kept.last : undefined;
}

/** What is remembered of the last answer, and since when. */
export async function keptOf(
  context: CommandContext,
): Promise<{ last: LastAnswer; at: Instant } | undefined> {
  const row = await readDraft(context.tx, idOf(context));
  if (row?.kind !== QUESTION_DRAFT.kind) return undefined;
  const read = readPayload(QUESTION_DRAFT, row.payload);
  return read.ok ? { last: read.payload, at: row.createdAt } : undefined;
}

/** What the answer in that message left, and who had asked. undefined: nothing. */
export async function leftBy(
  context: CommandContext,
  messageId: string,
): Promise<{ last: LastAnswer; personId: unknown } | undefined> {
  const sent = await readSentPayload(context.tx, messageId);
  const read = readPayload(QUESTION_DRAFT, sent?.leaves);
  return read.ok ? { last: read.payload, personId: sent?.leftBy ?? sent?.personId } : undefined;
}

/** A card took another answer's face: a reply to it goes on from that. */
export async function leaveWithCard(context: CommandContext): Promise<void> {
  const { tx, messageId, actor } = context;
  const sent = await readSentPayload(tx, messageId);
  const leaves = sent && (await leftNow(context));
  if (sent) await setSentPayload(tx, messageId, { ...sent, leaves, leftBy: actor.person.id });
}
