/** Whose it is, what befell it and when, in further words, with what is read. */

export const WHOSE_TOLD: readonly (readonly [said: string, means: string])[] = [
  ['列一下曾经退回过的问题', 'list | 退回过'],
  ['有延期记录的问题有几个', 'count | 延过期'],
  ['催办次数达到3次的有几件', 'count | 催办 3 次以上'],
  ['本周催办件数', 'count | 本周催办过'],
  ['2025年的问题到现在还有几件没办结', 'count | 去年登记 · 未销号'],
  ['现有红灯几个', 'count | 红色'],
  ['本周新加的问题有几件', 'count | 本周登记'],
  ['期限在明天的有几件', 'count | 明天到期 · 未销号'],
  ['评价为不满意的都有哪些件', 'list | 企业不满意'],
  ['登记之后还没转到单位的有几件', 'count | 待转办'],
  ['局里还有几件没办完', 'back'],
];
