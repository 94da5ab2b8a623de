/** Deadlines inside a command: where the words stand, and the texts for what was read. */

import { type DeadlineContext, type DeadlineReading, readDeadline } from '../../domain/deadline.ts';
import { findLongTerm, longTermDeadline } from '../../domain/long-term.ts';
import { datePartsOf, dayOf } from '../../domain/time.ts';
import { deadlineProblemText, deadlineRemarksText, LONG_TERM_TAKEN } from '../../text/deadline.ts';
import type { ReadContext } from '../definition.ts';
import { cut, fold, type Phrase, tokens } from '../phrase.ts';
import type { ReadDeadline } from '../said.ts';

export interface FoundDeadline {
  read: ReadDeadline;
  /** [from, until) of the deadline words; absent when there are none. */
  span?: [number, number];
  /** Words of time of their own that set no day and were not understood; they stay in the title. */
  unread?: [number, number];
}

export function deadlineContext({ directory, now }: ReadContext): DeadlineContext {
  const { timeZone, hours } = directory.settings;
  return { now, calendar: directory.calendar, timeZone, hours };
}

function tell(reading: Exclude<DeadlineReading, { kind: 'none' }>, context: ReadContext): ReadDeadline {
  const { timeZone } = context.directory.settings;
  const style = { year: datePartsOf(dayOf(context.now, timeZone)).year };
  if (reading.kind === 'unclear') {
    const suggestion = reading.candidates?.[0]?.day;
    const problem = deadlineProblemText(reading, style);
    return { ok: false, missing: false, problem, ...(suggestion !== undefined && { suggestion }) };
  }
  const notices = deadlineRemarksText(reading.remarks, style);
  const { at, day, hour, phrase, rule } = reading;
  return {
    ok: true,
    deadline: { at, day, ...(hour !== undefined && { hour }), phrase, rule },
    notices: notices === '' ? [] : [notices],
  };
}

/** No deadline at all, which the card says. */
function tellLongTerm(words: string, { directory, now }: ReadContext): ReadDeadline {
  const deadline = longTermDeadline(words.replace(/^.*?[是为:：]/u, ''), now, directory);
  return { ok: true, deadline, notices: [LONG_TERM_TAKEN] };
}

/**
 * Reads the deadline of a text whose names are masked. Words of time that set no day are reported with `read`: 尽快
 * as words of its own is a fact like a day, what was not understood is none and stays in the title.
 */
export function findDeadline(masked: string, context: ReadContext): FoundDeadline {
  const reading = readDeadline(masked, deadlineContext(context));
  if (reading.kind !== 'none') return { read: tell(reading, context), span: reading.span };
  const longTerm = findLongTerm(fold(masked));
  if (longTerm) return { read: tellLongTerm(masked.slice(...longTerm), context), span: longTerm };
  const { heard } = reading;
  if (!heard) return { read: { ok: false, missing: true } };
  const { means, phrase, span, apart } = heard;
  const read: ReadDeadline = { ok: false, missing: true, heard: { means, phrase } };
  if (!apart) return { read };
  return { read, ...(means === 'default-limit' ? { span } : { unread: span }) };
}

/**
 * The deadline a request begins with (到 12月20日 理由…), else one anywhere in it.
 * @returns the reading and what is left of the phrase without it
 */
export function takeDeadline(phrase: Phrase, context: ReadContext): FoundDeadline {
  const read = deadlineContext(context);
  const lead = /^(?:延期|延长|延|挂账|改)?[到至为成]?\s*/.exec(phrase.folded)?.[0].length ?? 0;
  const starts = tokens(cut(phrase, lead)).slice(0, 3);
  for (const { until } of starts.toReversed()) {
    const one = readDeadline(phrase.text.slice(lead, lead + until), read);
    if (one.kind !== 'none' && one.span[0] === 0 && one.span[1] === until) {
      return { read: tell(one, context), span: [0, lead + until] };
    }
  }
  const found = findDeadline(phrase.text, context);
  if (!found.span) return found;
  const before =
    /(?:延期|延长|延|挂账|改)?[到至为成]\s*$/.exec(phrase.folded.slice(0, found.span[0]))?.[0].length ?? 0;
  return { read: found.read, span: [found.span[0] - before, found.span[1]] };
}
