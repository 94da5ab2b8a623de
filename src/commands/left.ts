/** What an answer leaves to go on from: kept for the asker's next words, and with its message for a reply to it. */
import { readDraft, replaceDraft } from '../db/draft.ts';
import { readSentPayload, setSentPayload } from '../db/outbox.ts';
import { QUESTION_DRAFT } from '../kinds/drafts.ts';
import { readPayload } from '../kinds/kind.ts';
import type { LastAnswer } from '../language/last-answer.ts';
import type { CommandContext } from './context.ts';

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
  const row = await readDraft(context.tx, idOf(context));
  if (row?.kind !== QUESTION_DRAFT.kind || row.createdAt !== context.now) return undefined;
  const read = readPayload(QUESTION_DRAFT, row.payload);
  return read.ok ? read.payload : undefined;
}

/** A card took another answer's face: a reply to it goes on from that. */
export async function leaveWithCard(context: CommandContext): Promise<void> {
  const { tx, messageId } = context;
  const sent = await readSentPayload(tx, messageId);
  if (sent) await setSentPayload(tx, messageId, { ...sent, leaves: await leftNow(context) });
}

/** 我登记的 is of whoever said it. */
const OWN: readonly string[] = ['me', 'mine', 'our-unit'];

/**
 * Takes what the answer in that message left, whoever had asked; false: it left nothing, or what another asked of
 * himself. Shows nothing: what goes on has the rights of who asks.
 */
export async function goOnFrom(context: CommandContext, messageId: string): Promise<boolean> {
  const sent = await readSentPayload(context.tx, messageId);
  const read = readPayload(QUESTION_DRAFT, sent?.leaves);
  if (!read.ok) return false;
  const own = read.payload.topic.tags.some(([tag]) => OWN.includes(tag));
  if (own && sent?.personId !== context.actor.person.id) return false;
  await remember(context, read.payload);
  return true;
}
