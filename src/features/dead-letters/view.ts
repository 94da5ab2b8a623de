/** Dead letters as an administrator sees them: what is still dead of those a draft keeps, with the targets' names. */

import { z } from 'zod';
import { DRAFT_GONE } from '../../cards/words.ts';
import { QUEUE_NAMES } from '../../cards/words-queue.ts';
import { loadChat } from '../../db/chat.ts';
import { readDraft } from '../../db/draft.ts';
import type { Tx } from '../../db/open.ts';
import { countDead, type OutboxRow, readDead } from '../../db/outbox.ts';
import { findPeopleByOpenIds } from '../../db/person.ts';
import { readPayload, storedKind } from '../../kinds/kind.ts';
import { ANSWER } from '../../kinds/messages.ts';
import { record } from '../../kinds/shape.ts';
import { defineAnswer } from '../../views/answer-kind.ts';
import type { DrawnAnswer } from '../../views/context.ts';
import { type Viewer, viewContext } from '../../views/context.ts';
import { type DeadLetterLine, deadLettersCard, resendDoubtCard } from './card.ts';
import { LETTERS_DRAFT } from './draft.ts';
import { answersText, UNNAMED_TARGETS } from './words.ts';

declare module '../../domain/answer.ts' {
  interface FeatureAnswers {
    /** Messages given up, or the question before some are sent again; `draftId` keeps which. */
    'dead-letters': { draftId: string };
  }
}

export const DEAD_LETTERS = defineAnswer(
  storedKind('dead-letters', record({ kind: z.literal('dead-letters'), draftId: z.string() })),
  { place: 'administration', draw: (tx, answer, viewer) => drawDeadLetters(tx, answer.draftId, viewer) },
);

async function drawDeadLetters(tx: Tx, draftId: string, viewer: Viewer): Promise<DrawnAnswer> {
  const draft = await readDraft(tx, draftId);
  if (!draft || draft.personId !== viewer.actor.person.id) return { kind: 'text', text: DRAFT_GONE };
  const read = readPayload(LETTERS_DRAFT, draft.payload);
  if (!read.ok) return { kind: 'text', text: DRAFT_GONE };
  const { ids, doubtful } = read.payload;
  const lines: DeadLetterLine[] = [];
  for (const row of await readDead(tx, ids)) {
    lines.push({
      nth: ids.indexOf(row.id) + 1,
      name: nameOfRow(row, viewer),
      issueId: row.issueId,
      to: await nameOf(tx, row.target),
      at: row.finishedAt,
      lastError: row.lastError,
    });
  }
  lines.sort((a, b) => a.nth - b.nth);
  const context = await viewContext(tx, viewer, {});
  const card = doubtful
    ? resendDoubtCard({ draftId, lines }, context)
    : deadLettersCard({ draftId, lines, total: await countDead(tx) }, context);
  return { kind: 'card', card };
}

function nameOfRow({ kind, payload }: OutboxRow, { features }: Viewer): string {
  const name = (features.messages.get(kind) ?? features.jobs.get(kind))?.name ?? QUEUE_NAMES.other;
  const read = kind === ANSWER.kind ? readPayload(ANSWER, payload) : undefined;
  const answered = read?.ok ? (read.payload.repliesTo?.length ?? 0) : 0;
  return answered > 1 ? `${name}${answersText(answered)}` : name;
}

/** 'chat:oc_…' and 'person:ou_…' by name; what has none, by what it is. */
async function nameOf(tx: Tx, target: string): Promise<string> {
  const [what, id = ''] = target.split(/:(.*)/s);
  if (what === 'chat') return (await loadChat(tx, id))?.name || UNNAMED_TARGETS.chat;
  if (what === 'person') return (await findPeopleByOpenIds(tx, [id]))[0]?.name || UNNAMED_TARGETS.person;
  return UNNAMED_TARGETS.other;
}
