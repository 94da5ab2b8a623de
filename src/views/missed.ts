/** The lines of a card of missed messages as they stand now. */
import type { Card } from '../cards/kit.ts';
import { type MissedLine, missedCard } from '../cards/missed.ts';
import { ONLY_A_FILE, UNKNOWN_SPEAKER } from '../cards/words-missed.ts';
import { readDrafts } from '../db/draft.ts';
import { takenMessages } from '../db/inbox.ts';
import type { Tx } from '../db/open.ts';
import { findPeople } from '../db/person.ts';
import type { Answer } from '../domain/answer.ts';
import { type Viewer, viewContext } from './context.ts';

export const MISSED_DRAFT = 'missed';

/** What is kept of a message, beside the message itself (commands/missed.ts). */
interface Kept {
  message: { messageId: string; createdAt: number; text: string };
}

export async function drawMissed(
  tx: Tx,
  answer: Answer & { kind: 'missed' },
  viewer: Pick<Viewer, 'now' | 'directory' | 'demo'>,
): Promise<Card> {
  const drafts = new Map((await readDrafts(tx, answer.draftIds)).map((draft) => [draft.id, draft]));
  const messages = [...drafts.values()].map((draft) => (draft.payload as Kept).message);
  const taken = await takenMessages(
    tx,
    messages.map((message) => message.messageId),
  );
  const ids = [...drafts.values()].map((draft) => draft.personId);
  const people = new Map((await findPeople(tx, ids)).map((person) => [person.id, person]));
  const lines = answer.draftIds.flatMap((id): MissedLine[] => {
    const draft = drafts.get(id);
    if (!draft) return [];
    const { message } = draft.payload as Kept;
    const over = draft.consumedAt !== null || taken.has(message.messageId);
    const who = people.get(draft.personId)?.name || UNKNOWN_SPEAKER;
    return [{ draftId: id, who, at: message.createdAt, text: message.text || ONLY_A_FILE, over }];
  });
  return missedCard({ lines, others: answer.others }, await viewContext(tx, viewer, {}));
}
