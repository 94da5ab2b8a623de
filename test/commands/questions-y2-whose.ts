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
  ['最近三天新上的问题有几件', 'count | 11月16日至11月18日登记'],
  ['围墙方面的问题有几件', 'count | 搜“围墙” · 未销号'],
  ['资规局被评了几个不满意', 'count | 资规局 · 企业不满意'],
  ['安琪的事情都是谁在负责', 'list FACT who | 安琪 · 未销号'],
  ['退回给水利局重办的有几件', 'count | 水利局 · 核验不属实过 · 未销号'],
];
