/** What was spoken of in questions that were not answered: an answer that goes on without it has to say so. */
import { type Draft, readDraft } from '../db/draft.ts';
import type { Instant } from '../domain/time.ts';
import { QUESTION_DRAFT, UNHEARD_DRAFT } from '../kinds/drafts.ts';
import { readPayload } from '../kinds/kind.ts';
import type { LastAnswer } from '../language/last-answer.ts';
import { MARKED } from '../language/lexicon/follow-ups.ts';
import { readPhrase, trim } from '../language/phrase.ts';
import { scanHeard } from '../language/sounds.ts';
import { goOn, scanOf, type Topic, topicOf } from '../language/topic.ts';
import { namesSaid } from '../text/names.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { idOf, SOON } from './left.ts';

/**
 * What a question that is not answered says itself; where that is nobody and nothing, what was spoken of before.
 * @param before the row that it takes the place of
 */
export function spokenOf(context: CommandContext, before: Draft | undefined): Topic {
  const said = topicOf(scanHeard(trim(readPhrase(context.said ?? '')), readContextOf(context)));
  const named = namesSaid(context, said).length + said.texts.length > 0 || said.someone !== undefined;
  // 跟资规局比呢 goes on, whom it names.
  const own = named && !MARKED.test(context.said ?? '');
  const kept = before && before.createdAt >= context.now - SOON ? spokenIn(before) : undefined;
  return own || !kept ? said : topicOf(goOn(kept, scanOf(said)));
}

function spokenIn({ kind, payload }: Draft): Topic | undefined {
  if (kind === UNHEARD_DRAFT.kind) {
    const read = readPayload(UNHEARD_DRAFT, payload);
    return read.ok ? read.payload.spoken : undefined;
  }
  const read = kind === QUESTION_DRAFT.kind ? readPayload(QUESTION_DRAFT, payload) : undefined;
  return read?.ok ? read.payload.topic : undefined;
}

/** What was asked just now and not answered, of whom and what as far as it was understood. undefined: nothing was */
export async function spokenBefore(
  context: CommandContext,
): Promise<(LastAnswer & { at: Instant; unanswered: true }) | undefined> {
  const row = await readDraft(context.tx, idOf(context));
  const topic = row?.kind === UNHEARD_DRAFT.kind ? spokenIn(row) : undefined;
  return row && topic && { topic, filter: {}, page: 1, at: row.createdAt, unanswered: true };
}
