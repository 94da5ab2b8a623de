/** How often, how late and which unit, as a colleague types it, with what is read. */

export const COUNTED: readonly (readonly [said: string, means: string])[] = [
  ['反复延期的有哪些', 'list | 批准延期 2 次以上'],
  ['有没有一延再延的', 'count | 批准延期 2 次以上'],
  ['延期次数≥2的有几件', 'count | 批准延期 2 次以上'],
  ['延期次数大于1的是哪些', 'list | 批准延期 2 次以上'],
  ['延过两次或更多的有哪些', 'list | 批准延期 2 次以上'],
  ['这个月过了期限才办结的有几件', 'part PART 本月办结 · 超期办结 | 本月办结'],
  ['本月晚于时限办结的有多少', 'part PART 本月办结 · 超期办结 | 本月办结'],
  ['上周没赶在期限内办完的有几件', 'part PART 上周办结 · 超期办结 | 上周办结'],
  ['逾期大户是哪家', 'count by unit overdue | 逾期'],
  ['逾期件数最高的是哪个局', 'count by unit overdue | 逾期'],
  ['按件数看，逾期最多的是哪个局', 'count by unit overdue | 逾期'],
  ['这个月新增最多的是谁家', 'list by unit count | 本月登记'],
  ['11月谁登记的最多', 'count by reporter | 本月登记'],
];
