/** Names, kinds of matters and branches of industry as people call them, and words that narrow nothing beside them. */

/** The demo's zone, Wednesday 2026-11-18; `back`: asked back. */
export const NAMES_SAID: readonly (readonly [said: string, means: string])[] = [
  // People by their post.
  ['周正局长那边没签收的有没有', 'count PERSON 周正局长 | 待签收'],
  ['周正局长那里压了几件', 'count PERSON 周正局长 | 未销号'],
  ['周正那个局手上还有几件黄灯', 'count PERSON 周正 AS unit | 黄色'],
  ['吕方大队长手上几件没办', 'count PERSON 吕方大队长 | 未销号'],
  ['孔亮局长那边最近一周新增几件', 'count PERSON 孔亮局长 | 11月12日至11月18日登记'],
  ['老唐分管的那几家还有几个问题', 'count PERSON 老唐 AS project | 未销号'],
  ['老唐那儿现在报上去了哪些', 'list PERSON 老唐 AS told | 未销号'],
  ['捅到高远那儿去的有几件', 'count PERSON 高远 AS told | 未销号'],
  ['到高远那儿的问题办完了几件', 'count PERSON 高远 AS told | 已销号'],
  ['升到高远书记那一级的有哪些', 'list PERSON 高远书记 AS told | 未销号'],
  ['唐志强这一级有几件红的', 'count PERSON 唐志强 AS told | 红色'],
  ['报到唐志强那里的有我们局的吗', 'count PERSON 唐志强 AS told | 住建局 · 未销号'],
  ['吴斌局长那边最难办的是哪件', 'slowest PERSON 吴斌局长 | 逾期最久'],
  ['郑洁局长那里办结率多少', 'rate closed PERSON 郑洁局长 | 全部'],
  ['主要领导那里现在有几件', 'count | 已上报主要领导 · 未销号'],
  ['分管领导这一级现在有几件红的', 'count | 已上报分管领导 · 红色'],
  ['现在有几个报到我这个分管的来了', 'count | 已上报分管领导 · 未销号'],
  // Whether they wait there or stand still is not said; no word that begins like a name is one.
  ['分管领导这一级现在挂着几件', 'back'],
  ['赵磊跟李航谁手上超期的多', 'back'],
  ['最慢的那个单位是哪个', 'slowest by unit overdue | 逾期'],
  ['高新区长期没办的有几个', 'back'],
];
