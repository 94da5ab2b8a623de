/** The project's card on top of its groups follows what is changed: gathered for some minutes, then drawn once. */

import type { Tx } from '../db/open.ts';
import { enqueue } from '../db/outbox.ts';
import { chatsOnTop } from '../db/top-card.ts';
import { type Instant, MINUTE } from '../domain/time.ts';
import { REFRESH_TOP } from '../kinds/jobs.ts';

/** Ten changes in a row are one change of the card. */
const GATHER_MS = 5 * MINUTE;

interface Source {
  tx: Tx;
  now: Instant;
  newId: () => string;
  /** null: the clock. */
  actorId: number | null;
}

/** Wherever a card of the project stands on top. @param projectId null: nowhere */
export async function refreshTop(source: Source, projectId: number | null): Promise<void> {
  if (projectId === null) return;
  for (const chatId of await chatsOnTop(source.tx, projectId)) await refreshTopOf(source, chatId);
}

export async function refreshTopOf({ tx, now, newId, actorId }: Source, chatId: string): Promise<void> {
  const end = (Math.floor(now / GATHER_MS) + 1) * GATHER_MS;
  const payload = { chatId, asked: actorId !== null };
  const dedupeKey = `top:${chatId}:${end}${payload.asked ? '' : ':clock'}`;
  await enqueue(
    tx,
    [REFRESH_TOP.row({ id: newId(), target: `top:${chatId}`, payload, dedupeKey, dueAt: end })],
    now,
  );
}
