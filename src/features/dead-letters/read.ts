/** Reader of 失败消息: alone the list, else what to do with which. */

import type { CallOf } from '../../commands/call.ts';
import { misuse, type ReadInput } from '../../language/definition.ts';
import { isBlank, trimMarks } from '../../language/phrase.ts';
import type { Misuse } from '../../language/said.ts';
import { ACT_USAGE } from './words.ts';

const ACTS: readonly [RegExp, 'resend' | 'ignore'][] = [
  [/^(?:重新发送|重发|再发|补发|重试)\s*/, 'resend'],
  [/^(?:忽略|不发了|丢弃|清除|清空)\s*/, 'ignore'],
];

export function readDeadLetters(input: ReadInput): CallOf<'dead-letters'> | Misuse | null {
  const rest = trimMarks(input.rest);
  if (isBlank(rest)) return { name: 'dead-letters', act: 'list', numbers: [] };
  const row = ACTS.find(([word]) => word.test(rest.folded));
  const left = row && rest.folded.replace(row[0], '').replace(/^(?:全部|所有|第)\s*/, '');
  if (!row || left === undefined || !/^(?:\d{1,3}\s*[条号]?[\s,、和]*)*$/.test(left)) {
    return input.separated ? misuse(input, ACT_USAGE) : null;
  }
  const numbers = [...left.matchAll(/\d+/g)].map(([number]) => Number(number));
  return { name: 'dead-letters', act: row[1], numbers: [...new Set(numbers)] };
}
