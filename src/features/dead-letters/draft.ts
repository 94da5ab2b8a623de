/** What a list of dead letters, or the question before some are sent again, keeps until its 确认. */
import { z } from 'zod';
import { textCard } from '../../cards/text.ts';
import { toast } from '../../cards/toast.ts';
import { refusalText } from '../../cards/words-refusals.ts';
import type { CommandContext } from '../../commands/context.ts';
import { type DraftHandling, defineDraft } from '../../commands/draft-kind.ts';
import type { ClickReply } from '../../commands/reply.ts';
import { readDead, reviveDead } from '../../db/outbox.ts';
import { allows } from '../../domain/access.ts';
import { storedKind } from '../../kinds/kind.ts';
import { flag, record } from '../../kinds/shape.ts';
import { isUncertain, NOT_RESENT, resentText } from './words.ts';

const letters = record({
  /** In the order of their numbers. */
  ids: z.array(z.string()),
  /** The question before uncertain ones are sent again; otherwise the list. */
  doubtful: flag,
});
export type LettersDraft = z.infer<typeof letters>;
/** The card of dead letters; who lost the role meanwhile can no longer use it. */
const LETTERS: DraftHandling<LettersDraft> = {
  refuse: ({ actor, directory }) => {
    const may = allows(actor, 'admin', null, directory);
    return may === true ? undefined : { toast: toast('warning', refusalText(may.refusal)) };
  },
  confirm: async (context, payload) => doneWith(context, await confirmLetters(context, payload)),
  cancel: (context) => doneWith(context, NOT_RESENT),
};

function doneWith(context: CommandContext, text: string): ClickReply {
  const data = textCard(text, { tone: 'success', demo: context.deps.demo });
  return { toast: toast('success', text), card: { type: 'raw', data } };
}

/** 确认 on the list sends what certainly did not arrive; on the question, all of it. */
async function confirmLetters(context: CommandContext, draft: LettersDraft): Promise<string> {
  const rows = await readDead(context.tx, draft.ids);
  const meant = draft.doubtful ? rows : rows.filter((row) => !isUncertain(row.lastError));
  for (const row of meant)
    context.deps.log.info('dead-letter.resent', { id: row.id, kind: row.kind, by: context.actor.person.id });
  const ids = meant.map((row) => row.id);
  return resentText(await reviveDead(context.tx, ids, context.now));
}

export const LETTERS_DRAFT = defineDraft(storedKind<LettersDraft>('dead-letters', letters), LETTERS);
export const LETTERS_DOUBT = defineDraft(storedKind<LettersDraft>('dead-letters-doubt', letters), LETTERS);
