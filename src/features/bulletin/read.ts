/** Reader of 红黑榜: a month in words, an area by name. */

import type { CallOf } from '../../commands/call.ts';
import { areaIn } from '../../commands/read/report.ts';
import { monthStart } from '../../domain/meeting-day.ts';
import { NUMERAL, readNumeral } from '../../domain/numerals.ts';
import type { Day } from '../../domain/time.ts';
import { addMonths, datePartsOf, dayOf, parseDay } from '../../domain/time.ts';
import type { ReadInput } from '../../language/definition.ts';
import { misuse } from '../../language/definition.ts';
import { cut, trimMarks } from '../../language/phrase.ts';
import type { Misuse } from '../../language/said.ts';
import { NO_SUCH_MONTH } from './words.ts';

const YEAR_MONTH = new RegExp(`^(?:(\\d{4})\\s*年\\s*|(今年|去年)\\s*的?\\s*)?(${NUMERAL})\\s*月份?`);

const DIGITS = /^(\d{4})\s*[-./]\s*(\d{1,2})(?!\d)/;

const RELATIVE = /^(上个?月|本月|这个?月)/;

/** The month the phrase begins with; one without a year is the last such month. */
function monthIn(folded: string, today: Day): { month: Day | undefined; length: number } | undefined {
  const { year, month } = datePartsOf(today);
  const relative = RELATIVE.exec(folded);
  if (relative) {
    const first = monthStart(today);
    return {
      month: relative[1]?.startsWith('上') ? addMonths(first, -1) : first,
      length: relative[0].length,
    };
  }
  const digits = DIGITS.exec(folded);
  if (digits) return { month: parseDay(Number(digits[1]), Number(digits[2]), 1), length: digits[0].length };
  const words = YEAR_MONTH.exec(folded);
  if (!words) return undefined;
  const wanted = readNumeral(words[3] ?? '');
  const said = words[1] ? Number(words[1]) : words[2] ? year - (words[2] === '去年' ? 1 : 0) : undefined;
  const inYear = said ?? (wanted !== undefined && wanted > month ? year - 1 : year);
  return { month: wanted === undefined ? undefined : parseDay(inYear, wanted, 1), length: words[0].length };
}

/** 红黑榜 [月份] [区域] */
export function readBulletin(input: ReadInput): CallOf<'bulletin'> | Misuse | null {
  const rest = trimMarks(input.rest);
  const { directory, now } = input.context;
  const found = monthIn(rest.folded, dayOf(now, directory.settings.timeZone));
  if (found && found.month === undefined) return misuse(input, NO_SUCH_MONTH);
  const area = areaIn(input, found ? cut(rest, found.length) : rest);
  return area && { name: 'bulletin', ...area, ...(found?.month && { month: found.month }) };
}
