/** What readers of periods share. */
import type { Day } from '../../domain/time.ts';

export interface Period {
  from: Day;
  until: Day;
  /** Lies behind or is long: asks what was logged rather than what falls due. */
  past: boolean;
}

export type Said = { period: Period; length: number };

export const SINCE = /(?:以来|至今|到现在|到今天|到目前|以后到现在|开始到现在|起到现在)(?:为止)?/y;

/** What is to come: 到期, 要办; and what was: 登记, 办结. */
const TO_COME = /到期|截止|要|该|必须|得办/u;
const GONE = /登记|新增|新报|报|提|办结|销号|解决|办完|办了|完成|反映|来了|收了|以来|到现在|至今|率|平均/u;

/** Whether the words ask of a time that is over, and not of one to come. */
export function asksOfPast(folded: string): boolean {
  return GONE.test(folded) && !TO_COME.test(folded);
}

/** What the pattern (sticky) finds right there. */
export function matchAt(pattern: RegExp, folded: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(folded)?.[0];
}
