/** What the preview of a notice keeps until 确认, and what 确认 does. */
import { z } from 'zod';
import { TOASTS, toast } from '../../cards/toast.ts';
import { refusalText } from '../../cards/words-refusals.ts';
import type { CommandContext } from '../../commands/context.ts';
import { defineDraft } from '../../commands/draft-kind.ts';
import { thisYear } from '../../commands/holiday.ts';
import { recountNow } from '../../commands/recount.ts';
import type { ClickReply } from '../../commands/reply.ts';
import { saveNotice } from '../../db/holiday.ts';
import { allows } from '../../domain/access.ts';
import type { HolidayNotice } from '../../domain/calendar/holiday-notice.ts';
import { storedKind } from '../../kinds/kind.ts';
import { day, record, trusted } from '../../kinds/shape.ts';
import { noticeDoneCard } from './card.ts';
import { drawNotice } from './view.ts';
import { noticeSavedText } from './words.ts';

const notice = trusted<HolidayNotice>(
  record({
    year: z.int(),
    groups: z.array(record({})),
    rows: z.array(record({ day, kind: z.string() })),
    missing: z.array(z.string()),
    ignored: z.array(z.string()),
  }),
);

/** 确认 on the preview: asked again whether the clicker may, for rights may have gone meanwhile. */
async function confirmNotice(
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

export const NOTICE_DRAFT = defineDraft(storedKind('holiday-import', record({ notice })), {
  preview: (tx, draftId, payload, viewer) => drawNotice(tx, { draftId, notice: payload.notice }, viewer),
  confirm: confirmNotice,
  cancel: ({ deps }) => ({
    toast: toast('info', TOASTS.notSaved),
    card: { type: 'raw', data: noticeDoneCard(undefined, TOASTS.notSaved, deps.demo) },
  }),
});
