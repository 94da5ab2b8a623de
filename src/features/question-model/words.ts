/** What is said around a question that a model proposed. */

import { MEASURE_TITLES } from '../../cards/words-figures.ts';
import type { Reading } from '../../domain/reading.ts';

export const JOB_NAME = '理解一句问话';
export const NOT_HEARD = '这句话没有听懂';
export const PROPOSED = '您是想问：';
export const NOT_IT = '不是这个意思的话，请换个说法，或发“帮助”。';

const ASKED: Partial<Record<Reading['measure'], string>> = {
  count: '有几件',
  list: '有哪些',
  slowest: '哪件拖得最久',
};

/** Last part of the button. */
export function measureText({ measure, rate, duration, by }: Reading): string {
  const figure = rate ?? duration;
  const apart = by === undefined ? '' : { unit: '（按单位）', project: '（按项目）', area: '（按区域）' }[by];
  return `${figure === undefined ? (ASKED[measure] ?? '') : MEASURE_TITLES[figure]}${apart}`;
}
