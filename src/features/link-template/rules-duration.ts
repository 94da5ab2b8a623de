/** How long a link takes, as people write it: 5个工作日, 20日, 即办. Pure. */
import { NUMERAL, readNumeral } from '../../domain/numerals.ts';
import { isDuration } from '../../domain/plan/duration.ts';
import type { LinkDuration } from '../../domain/plan/model.ts';

const COUNTED = new RegExp(`^(${NUMERAL})个?(工作日|工作天|日历日|自然日|日|天)(?:内|以内)?$`);
const AT_ONCE = /^(?:即办|即时|即时办结|当场|当场办结|当天|当日|当天办结|当日办结)$/;

/**
 * A number without a unit is none: working days and days differ by two sevenths.
 * @returns 'unread', or 'zero' when it says no days at all
 */
export function readDuration(text: string): LinkDuration | 'unread' | 'zero' {
  const said = text.normalize('NFKC').replace(/[\s,.。;:]+/g, '');
  if (AT_ONCE.test(said)) return { n: 1, unit: 'same-day' };
  const [, number = '', unit = ''] = COUNTED.exec(said) ?? [];
  const n = readNumeral(number);
  if (n === undefined) return 'unread';
  if (n === 0) return 'zero';
  const duration: LinkDuration = { n, unit: unit.startsWith('工作') ? 'working-days' : 'days' };
  return isDuration(duration) ? duration : 'unread';
}
