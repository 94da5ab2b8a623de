/** What readers of periods share. */
import type { Day } from '../../domain/time.ts';

export interface Period {
  from: Day;
  until: Day;
  /** Lies behind or is long: asks what was logged rather than what falls due. */
  past: boolean;
}

/** Where what has no beginning begins: before anything was kept. */
export const EVER = '2000-01-01' as Day;

const DONE_BEHIND = '办结|办完|办好|解决|销号|销掉|签收|转办|派出|到期|逾期|变红|转红';
const LOGGED_BEHIND = '登记|新增|新报|报上来|报的|报了|提出|提的|提了|反映|受理|收到|录入|立的|发生|出现';
/** 今天之前登记的, 20号以前办结的: what was, up to the day before. 今天之前要办完 is to come. */
export const GONE_BEHIND = new RegExp(
  `^(?:的)?(?:就|已经|已|都|一共|总共|企业|各单位|他们|我们|被|才)*(?:${DONE_BEHIND}|${LOGGED_BEHIND})`,
  'u',
);

export type Said = { period: Period; length: number };

/** As the end of a span. */
export const NOW =
  '(?:现在|目前|当前|眼目下|今天|今儿个?|今日|如今|这会儿?|这阵子?|这时候?|眼下|当下|此刻|今)';
/** 国庆以来, 十月份开始到这会儿, 七月起. */
export const SINCE = new RegExp(
  `(?:以来|至今|(?:以后|之后|开始|起|算起|往后)?(?:一直)?到${NOW}|起(?![诉来码草初因])|算起|开始算|往后算|开始(?=,?\\p{Script=Han}{0,4}(?:登记|新增|办结|办完|销|解决|催|退)))(?:为止)?(?:以来)?`,
  'uy',
);

const FROM = /(?:自打|打从|从打|自从|从|自|打(?!分|回|算|不|了|的|给|差|低|高|满))/y;
/** Where what begins it ends: 从七月起, 自打国庆, 打上个月起. */
export function afterFrom(folded: string, at: number): number {
  return at + (matchAt(FROM, folded, at)?.length ?? 0);
}

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
