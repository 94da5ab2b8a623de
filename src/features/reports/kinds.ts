/** What a report that was asked for carries in the outbox; it is drawn when it is sent. */
import { z } from 'zod';
import { rowKind } from '../../kinds/kind.ts';
import { day, id, record, trusted } from '../../kinds/shape.ts';
import type { ReportWord } from './rules.ts';

export const reportFields = {
  word: trusted<ReportWord>(z.string()),
  from: day,
  until: day,
  /** One of both: an area with all below it, or these projects. */
  areaId: id.optional(),
  projectIds: z.array(id).optional(),
  personId: id,
  chatId: z.string().optional(),
  openId: z.string().optional(),
  replyTo: z.string().optional(),
};
const report = record(reportFields);
export type ReportPayload = z.infer<typeof report>;

export const REPORT_CARD = rowKind<ReportPayload>('report', report);
export const REPORT_FILE = rowKind<ReportPayload>('report-file', report);
