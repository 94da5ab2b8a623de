/** Readers of 节假日: days and spans of days, a pasted notice, taking an import back. */
import { type HolidaySpan, type LineProblem, readHolidayLine } from '../../domain/calendar/span.ts';
import { misuse, type ReadInput } from '../../language/definition.ts';
import { cut, isBlank, trim, trimMarks } from '../../language/phrase.ts';
import type { Misuse } from '../../language/said.ts';
import type { CallOf } from '../call.ts';

const MOST_LINES = 60;
const EXAMPLE = '例如:节假日 2027-02-08 休 春节,或 节假日 2027-02-06至2027-02-13 休';

const PROBLEMS: Record<LineProblem, string> = {
  'date-needed': `请写完整日期(带年份),${EXAMPLE}`,
  'kind-needed': `请在日期后写“休”“班”或“删除”,${EXAMPLE}`,
  impossible: '没有这个日期',
  range: '起止日期不对(最长 31 天)',
  several: '一行写一天或一段,多天请分行',
};

/** 节假日 2027-02-06至2027-02-13 休 春节; several lines at once. */
export function readHolidaySet(input: ReadInput): CallOf<'holiday-set'> | Misuse | null {
  const rest = trimMarks(input.rest);
  if (isBlank(rest)) return null;
  const lines = rest.text.split('\n').filter((line) => /[\p{L}\p{N}]/u.test(line));
  if (lines.length > MOST_LINES) return misuse(input, `一次最多 ${MOST_LINES} 行,请分几次发。`);
  const spans: HolidaySpan[] = [];
  for (const [i, line] of lines.entries()) {
    const read = readHolidayLine(line);
    if (!('problem' in read)) {
      spans.push(read);
      continue;
    }
    if (!input.separated && read.problem === 'date-needed') return null;
    const where = lines.length > 1 ? `第 ${i + 1} 行:` : '';
    const said = read.said === undefined ? '' : `(${read.said})`;
    return misuse(input, `${where}${PROBLEMS[read.problem]}${said}`);
  }
  return { name: 'holiday-set', spans };
}

const IMPORT = /^(?:导入|录入|粘贴)[\s:,]*(?:(\d{4})\s?年?(?=[\s:,。]|$|[^\d\-./月]))?[\s:,]*/;
const NEEDS_TEXT =
  '请把国务院办公厅的放假通知全文粘贴在“导入”后面,或每行一天:2027-02-08 休 春节。通知里没有年份时写:节假日 导入 2027年 …';

/** 节假日 导入, with the pasted notice; the year beside it when the notice has no title. */
export function readHolidayImport(input: ReadInput): CallOf<'holiday-import'> | Misuse | null {
  const word = IMPORT.exec(input.rest.folded);
  if (!word) return null;
  const year = word[1] === undefined ? undefined : Number(word[1]);
  const text = trim(cut(input.rest, word[0].length));
  if (isBlank(text)) return misuse(input, NEEDS_TEXT);
  return { name: 'holiday-import', text: text.text, ...(year !== undefined && { year }) };
}

const DROP = /^(?:删除|取消|撤销|清除)\s*(\d{4})\s*年?$|^(\d{4})\s*年?\s*(?:删除|取消|撤销|清除)$/;

/** 节假日 删除 2027年: an import is taken back. */
export function readHolidayDrop({ rest }: ReadInput): CallOf<'holiday-drop'> | null {
  const said = DROP.exec(trimMarks(rest).folded);
  return said ? { name: 'holiday-drop', year: Number(said[1] ?? said[2]) } : null;
}
