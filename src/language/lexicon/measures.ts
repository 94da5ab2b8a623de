/** Words of measures: rates, durations, comparisons, whose a matter is. Read beside those of states.ts. */
import type { Duration, Rate, Taken } from '../../domain/reading.ts';

/** The period before of this length, the same one a year ago, or the one before whatever it is. */
export type Against = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'year-ago' | 'before';

export type MeasureWord =
  /**
   * 逾期率 is the share of what is overdue; `whole`: 占全部的, of all that is alike; `best`: which end is asked for where
   * nothing else says by what (办得最好).
   */
  | { tag: 'rate'; rate: Rate; late?: true; whole?: true; whether?: true; best?: 'high' | 'low' }
  | { tag: 'duration'; of: Duration; taken?: Taken }
  /** 增加了多少: needs `against`, or a period of its own. */
  | { tag: 'trend'; grows?: true }
  /** 比上月 */
  | { tag: 'against'; against: Against }
  /** 比: between two periods. */
  | { tag: 'than' }
  /** 找谁, 归哪个单位管 */
  | { tag: 'whose' }
  /** 发我, 导出 */
  | { tag: 'send' }
  /** 来得及吗 */
  | { tag: 'enough-time' }
  /** 最高, 最低: of rates. */
  | { tag: 'highest' }
  | { tag: 'lowest' }
  /** 关于: what follows is looked for in the text. */
  | { tag: 'about' }
  /** 开工以来 */
  | { tag: 'since-node' };
