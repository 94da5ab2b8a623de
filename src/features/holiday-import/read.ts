/** Readers of 节假日 导入 and of its taking back. */

import type { CallOf } from '../../commands/call.ts';
import type { ReadInput } from '../../language/definition.ts';
import { misuse } from '../../language/definition.ts';
import { cut, isBlank, trim, trimMarks } from '../../language/phrase.ts';
import type { Misuse } from '../../language/said.ts';
import { NEEDS_TEXT } from './words.ts';

const IMPORT = /^(?:导入|录入|粘贴)[\s:,]*(?:(\d{4})\s?年?(?=[\s:,。]|$|[^\d\-./月]))?[\s:,]*/;

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
