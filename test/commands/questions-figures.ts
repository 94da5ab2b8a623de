/** Counts, rates, groups, comparisons, several figures, times, steps, ratings and files, as people ask for them. */
export const FIGURES: readonly (readonly [said: string, means: string])[] = [
  // Whom it is told to narrows nothing; what was told up to the speaker does.
  ['各单位红黄灯情况报我', 'progress by unit | 红色、黄色'],
  ['各单位逾期情况念我听', 'progress by unit | 逾期'],
  ['红灯情况报给我', 'progress | 红色'],
  ['兴发的红灯报一下我', 'count | 兴发 · 红色'],
  ['捅到我这一级的还有几个没落地', 'count | 已上报分管领导 · 未销号'],
  ['提到我这一级的件有几个', 'count | 已上报分管领导 · 未销号'],
  ['报给我的有哪些', 'list | 已上报分管领导 · 未销号'],
  // Units with nothing struck off.
  ['有几个单位是这个月一件没办成的', 'count by unit HAVING {"none":true} | 本月办结'],
  ['哪些局这个月一件也没销', 'count by unit HAVING {"none":true} | 本月办结'],
  ['住建局有一件没办完的', 'count | 住建局 · 未销号'],
  // By the day of the step.
  ['作废的今年几个', 'count | 今年作废过 · 已作废'],
  ['本月作废了几件', 'count | 本月作废过 · 已作废'],
  ['今年以来有没有作废的单子', 'count | 1月1日至11月18日作废过 · 已作废'],
  ['本月挂账的几件', 'count | 本月批准挂账过'],
  ['这个月恢复计时的有几件', 'count | 本月恢复计时过'],
  ['这个月申诉的有几件', 'count | 本月申诉过'],
  ['今年申诉免责的有几个', 'count | 今年裁定免责过'],
  ['本周核验的有几件', 'count | 本周核验过'],
  ['本月联合攻坚的有几件', 'back'],
  ['供水恢复的有几件', 'back'],
  // Days of which no light is kept; 今天 is now.
  ['黄灯昨天几个今天几个', 'back'],
  ['昨天红灯几个', 'back'],
  ['今天红灯几个', 'count | 红色'],
  ['今天到期的红灯有几个', 'count | 今天到期 · 红色'],
  ['去年同期也是这么多新增吗', 'trend 2025-01-01~2025-11-18 | 1月1日至11月18日登记'],
  ['最慢的三件', 'back'],
  ['登记到签收平均几天', 'duration average reaching | 全部'],
  ['登记 到签收窗口没人', 'log'],
];
