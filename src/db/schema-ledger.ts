/** The tables of ledgers that people sent (台账 导入); the rest stands in schema.ts. */
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import type {
  ImportChoices,
  ImportReport,
  ImportState,
  NameKind,
  PlannedRow,
  RowOutcome,
  RowState,
} from '../domain/ledger/import.ts';
import type { LedgerKind, LedgerLayout } from '../domain/ledger/model.ts';
import { id, instant, json, words } from './column.ts';

export const ledgerImport = pgTable('ledger_import', {
  id: text('id').primaryKey(),
  personId: integer('person_id').notNull(),
  chatId: text('chat_id').notNull(),
  chatType: text('chat_type').$type<'p2p' | 'group'>().notNull(),
  messageId: text('message_id').notNull(),
  fileName: words('file_name').notNull(),
  state: text('state').$type<ImportState>().notNull(),
  sheets: json<unknown>('sheets'),
  choices: json<ImportChoices>('choices').notNull().default({}),
  report: json<ImportReport>('report'),
  cardMessageId: text('card_message_id'),
  cardShownAt: instant('card_shown_at'),
  madeAt: instant('made_at').notNull(),
  confirmedAt: instant('confirmed_at'),
  finishedAt: instant('finished_at'),
});

export const ledgerImportRow = pgTable('ledger_import_row', {
  importId: text('import_id').notNull(),
  position: integer('position').notNull(),
  state: text('state').$type<RowState>().notNull(),
  payload: json<PlannedRow>('payload').notNull(),
  outcome: json<RowOutcome>('outcome'),
  issueId: integer('issue_id'),
});

export const ledgerName = pgTable('ledger_name', {
  areaId: integer('area_id').notNull(),
  kind: text('kind').$type<NameKind>().notNull(),
  heard: words('heard').notNull(),
  targetId: integer('target_id').notNull(),
  madeBy: integer('made_by').notNull(),
  madeAt: instant('made_at').notNull(),
});

export const ledgerLayout = pgTable('ledger_layout', {
  id: id(),
  areaId: integer('area_id').notNull(),
  kind: text('kind').$type<LedgerKind>().notNull(),
  name: words('name').notNull().default(''),
  payload: json<LedgerLayout>('payload').notNull(),
  madeBy: integer('made_by').notNull(),
  madeAt: instant('made_at').notNull(),
});
