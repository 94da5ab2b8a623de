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

/** What the pattern (sticky) finds right there. */
export function matchAt(pattern: RegExp, folded: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(folded)?.[0];
}
