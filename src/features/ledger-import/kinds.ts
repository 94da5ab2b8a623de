/** The shapes of what is stored of imports of ledgers: jobs, drafts, answers, and what buttons and forms carry. */
import { z } from 'zod';
import { actionShape, formShape } from '../../cards/actions.ts';
import { rowKind, storedKind } from '../../kinds/kind.ts';
import { id, record } from '../../kinds/shape.ts';

const text = z.string();

/** A file that came without a word; offered for 导入 and remembered for one that is said next. */
export const FILE_OFFER = storedKind(
  'ledger-file',
  record({ messageId: text, fileName: text, chatId: text }),
);

const reading = record({
  /** The message that carries the file. */
  messageId: text,
  chatId: text,
  chatType: z.enum(['p2p', 'group']),
  /** The message that said 导入. */
  replyTo: text,
  openId: text,
});
export type ReadLedgerPayload = z.infer<typeof reading>;
export const READ_LEDGER = rowKind<ReadLedgerPayload>('ledger-read', reading);

/** One page of rows is written; pages follow one another. Of waking: behind which item, and what came of those before. */
export const WRITE_LEDGER = rowKind(
  'ledger-write',
  record({
    importId: text,
    page: z.int(),
    wake: record({ run: text, after: id, woken: z.int(), refused: z.int() }).optional(),
  }),
);

/** The card of an import is drawn anew where it stands. */
export const SHOW_LEDGER = rowKind('ledger-show', record({ importId: text, messageId: text }));

/** 样表, to whoever asked. */
export const SAMPLE_FILE = rowKind(
  'ledger-sample',
  record({ openId: text, personId: id, chatId: text.optional(), replyTo: text.optional() }),
);

export const LEDGER_ANSWER = storedKind(
  'ledger-import',
  record({ kind: z.literal('ledger-import'), importId: text }),
);
export const EXPLAIN_ANSWER = storedKind(
  'ledger-explain',
  record({ kind: z.literal('ledger-explain'), lead: text.optional() }),
);

declare module '../../domain/answer.ts' {
  interface FeatureAnswers {
    'ledger-import': { importId: string };
    'ledger-explain': { lead?: string | undefined };
  }
}

const importId = z.string().regex(/^[\w-]{1,64}$/);

export const CONFIRM = actionShape('ledger-confirm', { importId });
export const CANCEL = actionShape('ledger-cancel', { importId });
/** Opens a form in place of the card, or goes back to the preview. */
export const OPEN = actionShape('ledger-open', {
  importId,
  what: z.enum(['preview', 'columns', 'names', 'more']),
});
/** Turns one choice of the preview. */
export const TURN = actionShape('ledger-turn', {
  importId,
  what: z.enum(['ring', 'split', 'hidden']),
  on: z.boolean(),
});
/** 撤销: takes the whole import back. */
export const REVOKE = actionShape('ledger-revoke', { importId });
/** Lets deadlines that were over when they were imported remind from now on. */
export const WAKE = actionShape('ledger-wake', { importId });
export const SAMPLE = actionShape('ledger-sample-file', {});

export const COLUMN_FORM = formShape('ledger-column', { importId });
export const NAMES_FORM = formShape('ledger-names', { importId });
export const MORE_FORM = formShape('ledger-more', { importId });
