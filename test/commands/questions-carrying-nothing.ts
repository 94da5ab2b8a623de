/** Questions with words that carry nothing: clauses of telling, who wants it, how many all of them are, words of speech. */
import { of } from '../../src/language/lexicon/compose.ts';

/** Questions as they are, with what is read of them. */
export const PLAIN: readonly (readonly [said: string, means: string])[] = [
  ['住建局有几件超期的', 'count | 住建局 · 逾期'],
  ['没签收的有几件', 'count | 待签收'],
  ['本周办结了几件', 'count | 本周办结'],
];

/** Each of them before or behind such a question leaves it as it is. */
export const CLAUSES = of(
  '一件都不要瞒 一件也别落下 一个字都别漏 别放过了夜 不许藏着掖着 别给我打折扣 少一件都不行 直接报 一起告诉我 一口气说完 先给我打个招呼 我听听 让各局长自己看看 给大伙儿亮一亮 好让他们听听 大概也行',
);

/** Each of them before such a question says who wants it. */
export const WANTING = of('卫局让我报一下 周局让统计一下 领导叫我查查 县里让汇总一下');

export const CARRYING_NOTHING: readonly (readonly [said: string, means: string])[] = [
  ['办公室要我们红的有几件', 'count | 红色'],
  ['县里催着要逾期的单子', 'count | 逾期'],
  ['先把超期没办的数给我', 'count | 逾期'],
  ['退单子最多的是哪个局', 'steps by unit count | 有退回记录'],
  ['住建局这俩礼拜报了几个', 'count | 住建局 · 11月5日至11月18日登记'],
  ['住建局按时率排老几', 'rate on-time by unit high PLACE OF 2 | 已销号'],
  ['住建局按时率倒数不', 'rate on-time by unit high PLACE OF 2 | 已销号'],
  ['住建局按时率是不是倒数', 'rate on-time by unit high PLACE OF 2 | 已销号'],
  ['红的按单位拆开说', 'list by unit | 红色'],
  ['哪些问题解决以后定成规矩了', 'list FACT measure | 已销号 · 有固化措施'],
  ['办完之后企业不满意的有几件', 'count | 已销号 · 企业不满意'],
  ['住建局头上现在挂几件', 'count | 住建局 · 未销号'],
  ['供电那个口子红的几件', 'count | 供电类 · 红色'],
  ['楚能的事还牵扯哪些单位', 'count by unit | 楚能 · 未销号'],
  ['红的分别是哪个口子的', 'count by unit | 红色'],
  ['企业打分不满意的有几件', 'count | 企业不满意'],
  ['兴发占的那几件展开讲', 'list | 兴发 · 未销号'],
  ['超期余几件', 'count | 逾期'],
  ['好，再看水利，几件', 'count | 水利局 · 未销号'],
  ['另问，住建局挂账的几件', 'count | 住建局 · 已挂账'],
  ['有没有不满意的，针对住建局', 'count | 住建局 · 企业不满意'],
  ['住建局的办结率拿得出手不，多少', 'rate closed | 住建局 · 全部'],
  ['超期的列出来，标上责任单位和超了几天', 'list FACT overdue | 逾期'],
];

/** What has a state, a name, a step or another number of its own is not left out. */
export const CARRYING = of(
  '一件都没报的单位 领导要办的有几件 周局要签的有几件 书记催着要办的有几件 别人瞒报的有几件 漏报的有几件 让住建局报一下逾期的 三家里逾期的几件 五个项目逾期几件 前六家是哪些 办结以后三天内重开的有几件',
);
