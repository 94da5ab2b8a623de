/** 节假日: an administrator's own days, a year's notice pasted in, an import taken back. Each recounts deadlines. */
import { noticeDoneCard } from '../cards/holiday.ts';
import { TOASTS, toast } from '../cards/toast.ts';
import {
  droppedText,
  nothingNewText,
  noticeProblemsText,
  noticeSavedText,
  spansText,
} from '../cards/words-holiday.ts';
import { refusalText } from '../cards/words-refusals.ts';
import { saveDraft } from '../db/draft.ts';
import { deleteHoliday, deleteNotice, saveHoliday, saveNotice } from '../db/holiday.ts';
import { allows } from '../domain/access.ts';
import type { Answer } from '../domain/answer.ts';
import { type HolidayNotice, readNotice } from '../domain/calendar/notice.ts';
import { listSpan } from '../domain/calendar/span.ts';
import { datePartsOf, dayOf } from '../domain/time.ts';
import { NOTICE_DRAFT } from '../kinds/drafts.ts';
import type { Call } from './call.ts';
import type { CommandContext } from './context.ts';
import { recountNow } from './recount.ts';
import type { ClickReply } from './reply.ts';

type CallOf<N extends Call['name']> = Extract<Call, { name: N }>;

export async function setHolidays(
  context: CommandContext,
  { spans }: CallOf<'holiday-set'>,
): Promise<Answer> {
  const { tx } = context;
  for (const span of spans) {
    for (const day of listSpan(span)) {
      if (span.kind === 'none') await deleteHoliday(tx, day);
      else await saveHoliday(tx, { day, kind: span.kind, name: span.name || undefined });
    }
  }
  const { calendar } = await context.deps.directory.get(tx);
  const recounted = await recountNow(context, 'rows');
  return good(spansText(spans, calendar, { year: thisYear(context) }, recounted));
}

/** Reads the pasted text; a preview asks before anything is saved, a contradiction is asked back. */
export async function importNotice(context: CommandContext, call: CallOf<'holiday-import'>): Promise<Answer> {
  const { tx, now, deps, actor, directory } = context;
  const read = readNotice(call.text, call.year);
  if (!read.ok) return warn(noticeProblemsText(read.problems));
  const { calendar } = directory;
  const { notice } = read;
  const known = notice.rows.every((row) => calendar.isWorkingDay(row.day) === (row.kind === 'work'));
  if (known && !calendar.isProvisional(notice.year)) return good(nothingNewText(notice.year));
  const draftId = deps.newId();
  const payload = { notice };
  await saveDraft(tx, { id: draftId, personId: actor.person.id, kind: NOTICE_DRAFT, payload }, now);
  return { kind: 'preview', draftId };
}

/** 确认 on the preview: asked again whether the clicker may, for rights may have gone meanwhile. */
export async function confirmNotice(
  context: CommandContext,
  { notice }: { notice: HolidayNotice },
): Promise<ClickReply> {
  const { tx, actor, directory, deps } = context;
  const may = allows(actor, 'admin', null, directory);
  if (may !== true) return { toast: toast('warning', refusalText(may.refusal)) };
  const { year, rows, missing } = notice;
  await saveNotice(tx, { year, rows, complete: missing.length === 0 });
  const recounted = await recountNow(context, 'import');
  const text = noticeSavedText(notice, { year: thisYear(context) }, recounted);
  return {
    toast: toast('success', TOASTS.saved),
    card: { type: 'raw', data: noticeDoneCard(year, text, deps.demo) },
  };
}

/** 节假日 删除 2027年: the import goes; own days and what the program knows stay. */
export async function dropNotice(context: CommandContext, { year }: CallOf<'holiday-drop'>): Promise<Answer> {
  const gone = await deleteNotice(context.tx, year);
  const recounted = await recountNow(context, 'removed');
  const text = droppedText(year, gone, { year: thisYear(context) }, recounted);
  return gone > 0 ? good(text) : warn(text);
}

function thisYear({ now, directory }: CommandContext): number {
  return datePartsOf(dayOf(now, directory.settings.timeZone)).year;
}

function good(text: string): Answer {
  return { kind: 'text', tone: 'success', text };
}

function warn(text: string): Answer {
  return { kind: 'text', tone: 'warning', text };
}
