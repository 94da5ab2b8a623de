/** So many from the front, with what they are said behind the number. */

export const TOPS: readonly (readonly [said: string, means: string])[] = [
  ['办结率前三的项目', 'rate closed by project high TOP 3 | 全部'],
  ['办结率排前三的项目', 'rate closed by project high TOP 3 | 全部'],
  ['办结率前三的类别', 'rate closed by category high TOP 3 | 全部'],
  ['按时率前三名的项目', 'rate on-time by project high TOP 3 | 已销号'],
  ['逾期率前三的项目', 'rate share by project high TOP 3 | 逾期'],
  ['平均办理时间前三的项目', 'duration average by project low TOP 3 | 已销号'],
  ['平均用时前三的单位', 'duration average by unit low TOP 3 | 已销号'],
  ['逾期前三的项目', 'count by project overdue TOP 3 | 逾期'],
  ['本月新增前三的类别', 'count by category count TOP 3 | 本月登记'],
  ['办结率后三的项目', 'rate closed by project low TOP 3 | 全部'],
  ['办结率前三名', 'rate closed by unit high TOP 3 | 全部'],
  ['本周谁报的最多', 'count by reporter | 本周登记'],
  ['按时办结率各单位排一下', 'rate on-time by unit high | 已销号'],
  ['按期办结率按单位排一下', 'rate on-time by unit high | 已销号'],
  ['水利局和财政局平均办结时间谁长', 'duration average by unit high | 水利局、财政局 · 已销号'],
  ['上月逾期的占比多少', 'part PART 上月到期 · 逾期（含后来办结的） | 上月到期 · 未销号、已销号'],
  ['本月最先办完的是哪件', 'list FACT age | 本月办结 · 最先销号'],
  ['今年企业打了几个不满意', 'count | 今年办结 · 企业不满意'],
  ['本周哪个单位报的最多', 'count by unit count | 本周登记'],
];
