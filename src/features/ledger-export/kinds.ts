/** The row of the outbox that carries a ledger; what stands in it is decided when it is sent. */
import { z } from 'zod';
import type { IssueFilter } from '../../domain/answer.ts';
import { rowKind } from '../../kinds/kind.ts';
import { id, record, trusted } from '../../kinds/shape.ts';

export interface LedgerFilePayload {
  filter: IssueFilter;
  /** Who asked. */
  personId: number;
  /** Of a group; privately to who asked when absent. */
  chatId?: string | undefined;
  replyTo?: string | undefined;
  /** Absent: as the last ledger that was imported, else the standard one; '': the standard one. */
  layout?: string | undefined;
}

export const LEDGER_FILE = rowKind<LedgerFilePayload>(
  'ledger-export-file',
  record({
    filter: trusted<IssueFilter>(z.looseObject({})),
    personId: id,
    chatId: z.string().optional(),
    replyTo: z.string().optional(),
    layout: z.string().optional(),
  }),
);
