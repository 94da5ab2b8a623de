/** 节假日: an administrator's own days. Each change recounts deadlines. */
import { spansText } from '../cards/words-holiday.ts';
import { deleteHoliday, saveHoliday } from '../db/holiday.ts';
import type { Answer } from '../domain/answer.ts';
import { listSpan } from '../domain/calendar/span.ts';
import { datePartsOf, dayOf } from '../domain/time.ts';
import type { CallOf } from './call.ts';
import type { CommandContext } from './context.ts';
import { recountNow } from './recount.ts';

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

/** In which days of this year are told without it. */
export function thisYear({ now, directory }: CommandContext): number {
  return datePartsOf(dayOf(now, directory.settings.timeZone)).year;
}

function good(text: string): Answer {
  return { kind: 'text', tone: 'success', text };
}
