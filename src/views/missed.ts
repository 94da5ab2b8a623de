/** The lines of a card of missed messages as they stand now. */
import type { Card } from '../cards/kit.ts';
import { type MissedLine, missedCard } from '../cards/missed.ts';
import { ONLY_A_FILE, UNKNOWN_SPEAKER } from '../cards/words-missed.ts';
import { readDrafts } from '../db/draft.ts';
import { takenMessages } from '../db/inbox.ts';
import type { Tx } from '../db/open.ts';
import { findPeople } from '../db/person.ts';
import type { Answer } from '../domain/answer.ts';
import { MISSED_DRAFT } from '../kinds/drafts.ts';
import { readPayload } from '../kinds/kind.ts';
import { type Viewer, viewContext } from './context.ts';

export async function drawMissed(
  tx: Tx,
  answer: Answer & { kind: 'missed' },
  viewer: Pick<Viewer, 'now' | 'directory' | 'demo'>,
): Promise<Card> {
  const kept = (await readDrafts(tx, answer.draftIds)).flatMap(({ payload, ...draft }) => {
    const read = readPayload(MISSED_DRAFT, payload);
    return read.ok ? [{ ...draft, message: read.payload.message }] : [];
  });
  const drafts = new Map(kept.map((draft) => [draft.id, draft]));
  const messages = kept.map((draft) => draft.message);
  const taken = await takenMessages(
    tx,
    messages.map((message) => message.messageId),
  );
  const ids = [...drafts.values()].map((draft) => draft.personId);
  const people = new Map((await findPeople(tx, ids)).map((person) => [person.id, person]));
  const lines = answer.draftIds.flatMap((id): MissedLine[] => {
    const draft = drafts.get(id);
    if (!draft) return [];
    const { message } = draft;
    const over = draft.consumedAt !== null || taken.has(message.messageId);
    const who = people.get(draft.personId)?.name || UNKNOWN_SPEAKER;
    return [{ draftId: id, who, at: message.createdAt, text: message.text || ONLY_A_FILE, over }];
  });
  return missedCard({ lines, others: answer.others }, await viewContext(tx, viewer, {}));
}
