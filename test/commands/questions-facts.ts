/** As many as were told, said again; who logged it; what is left out; the fact that was asked. As readingLine writes them. */
export const FACTS_ASKED: readonly (readonly [string, string])[] = [
  // As many as were told narrow nothing.
  ['水利局三件分别几号到期', 'list FACT deadline | 水利局 · 未销号 · 时限先后'],
  ['逾期的4件分别是谁负责', 'list FACT who | 逾期'],
  ['昨天报的7件签收了几件', 'count | 昨天登记 · 签收过'],
  ['兴发4件里挂账几件', 'count | 兴发 · 已挂账'],
  ['红的是哪两件', 'list | 红色'],
  ['红的两件是谁的', 'count by unit | 红色'],
  ['住建局2件都签收了吗', 'list FACT signed | 住建局 · 未销号'],
  ['没签收的4件分别等了几天', 'list FACT waiting | 待签收'],
  ['本周新增的14件里企业报的几件', 'count | 企业登记 · 本周登记'],
  // Those pick some.
  ['逾期最久的三件', 'slowest TOP 3 | 逾期最久'],
  ['最早报的三件', 'slowest TOP 3 | 登记最久 · 全部'],
  ['有3件逾期的单位', 'back'],
  ['逾期三件以上的单位', 'count by unit HAVING {"least":3} | 逾期'],
  ['逾期2件的单位有哪些', 'back'],
  ['水利局比住建局多两件吗', 'back'],
  // By whom it was logged.
  ['秘书报的几件', 'count | 工作人员登记 · 全部'],
  ['不是企业报的几件', 'count | 工作人员登记 · 全部'],
  ['秘书本周报了几件', 'count | 工作人员登记 · 本周登记'],
  ['企业报的几件', 'count | 企业登记 · 全部'],
  // What is not somebody's.
  ['不是水利局的有几件', 'count | 不算水利局 · 未销号'],
  ['不是楚能的有几件', 'count | 不算楚能 · 未销号'],
  ['是不是水利局的', 'back'],
  // All of each, and not some.
  ['哪些项目都签收了', 'back'],
  ['哪些单位的问题都销号了', 'count by unit HAVING {"none":true} | 未销号'],
  ['哪些单位都没签收', 'count by unit | 待签收'],
  // Until when: of those that were extended, too.
  ['环保局延期到哪天', 'list FACT extension | 环境局 · 未销号 · 延过期或延期待批'],
  ['环保局延期什么时候批', 'list FACT extension | 环境局 · 未销号 · 延期待批'],
];
