/** Days that are no number of a problem, series with a beginning, and what came; read on Wednesday, 18 November 2026. */
export const DAYS: readonly (readonly [string, string])[] = [
  ['11号那天登记了几件', 'count | 11月11日登记'],
  ['11号那天登记的有几件', 'count | 11月11日登记'],
  ['１１号那一天登记了几件', 'count | 11月11日登记'],
  ['11号当天办结的', 'count | 11月11日办结'],
  ['11日那天办结了几个', 'count | 11月11日办结'],
  ['在11号那天报上来的有几个', 'count | 11月11日登记'],
  ['11号这天登记几件', 'count | 11月11日登记'],
  ['11月11号那天登记了几件', 'count | 11月11日登记'],
];

export const NUMBERS: readonly string[] = [
  '11号那件怎么样了',
  '11号那个谁在办',
  '11号谁负责',
  '11号到哪一步了',
];

export const BY_DAY: readonly string[] = [
  '每天新增多少 从11号开始排一下',
  '从11号开始每天新增多少',
  '每天新增多少，从11号开始',
  '按天排一下登记数 从11号开始',
  '从11号到现在每天报了几件',
  '11号以来每天登记几件',
];

export const SINCE_BEGUN: readonly (readonly [string, string])[] = [
  ...['系统用起来以后总共登记了多少', '系统上线以后一共登记了几件', '用上系统以后登记了几件'].map(
    (said) => [said, 'count | 全部'] as const,
  ),
  ['从用系统到现在登记了多少', 'count | 全部'],
  ['建系统以来登记多少件', 'count | 全部'],
  ['投入使用以来办结了多少', 'count | 已销号'],
  ['系统启用以来的办结率', 'rate closed | 全部'],
];

export const ANYBODY: readonly (readonly [string, string])[] = [
  ['周末两天有人报问题吗', '11月14日至11月15日登记'],
  ['这周有人提新问题没', '本周登记'],
  ['有谁报问题吗', '本周登记'],
  ['昨天有人登记吗', '昨天登记'],
  ['今天有没有人报问题', '今天登记'],
  ['昨天没人报问题吧', '昨天登记'],
];

export const CAME: readonly (readonly [string, string])[] = [
  ['住建局本月接了几件', 'count | 住建局 · 本月登记'],
  ['住建局这周新接了几件', 'count | 住建局 · 本周登记'],
  ['住建局本月一共接过几件', 'count | 住建局 · 本月登记'],
  ['住建局昨天接到多少', 'count | 住建局 · 昨天登记'],
  ['住建局本月签收了几件', 'count | 住建局 · 本月签收过'],
  ['住建局还没接的有几件', 'count | 住建局 · 待签收'],
];
