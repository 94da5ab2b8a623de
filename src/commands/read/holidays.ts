/** Reader of 节假日: days and spans of days. */
import { lineProblemText, tooManyLinesText } from '../../cards/words-holiday.ts';
import { type HolidaySpan, readHolidayLine } from '../../domain/calendar/span.ts';
import { misuse, type ReadInput } from '../../language/definition.ts';
import { isBlank, trimMarks } from '../../language/phrase.ts';
import type { Misuse } from '../../language/said.ts';
import type { CallOf } from '../call.ts';

const MOST_LINES = 60;

/** 节假日 2027-02-06至2027-02-13 休 春节; several lines at once. */
export function readHolidaySet(input: ReadInput): CallOf<'holiday-set'> | Misuse | null {
  const rest = trimMarks(input.rest);
  if (isBlank(rest)) return null;
  const lines = rest.text.split('\n').filter((line) => /[\p{L}\p{N}]/u.test(line));
  if (lines.length > MOST_LINES) return misuse(input, tooManyLinesText(MOST_LINES));
  const spans: HolidaySpan[] = [];
  for (const [i, line] of lines.entries()) {
    const read = readHolidayLine(line);
    if (!('problem' in read)) {
      spans.push(read);
      continue;
    }
    if (!input.separated && read.problem === 'date-needed') return null;
    return misuse(input, lineProblemText(read, lines.length > 1 ? i + 1 : undefined));
  }
  return { name: 'holiday-set', spans };
}
