/** How what is done came out, how long it took and how it was rated: each reading with the ways in which it is asked. */

export const WHOSE: readonly (readonly [said: string, title: string])[] = [
  ['', ''],
  ['住建局', '住建局 · '],
  ['兴发', '兴发 · '],
  ['用地类', '用地类 · '],
];
export const DAYS: readonly (readonly [said: string, title: string])[] = [
  ['今年', '今年'],
  ['上个月', '上月'],
  ['这周', '本周'],
];

/** `W` whose, `D` which days; of the meaning too. */
export const ASKED: readonly (readonly [means: string, says: readonly string[]])[] = [
  [
    'part PART WD办结 · 超期办结 | WD办结',
    [
      'WD办结的里面有几件是逾期办的',
      'WD办完的有几件是超期的',
      'WD超时销号了几件',
      'WD没按时办结的有几件',
      'WD办结了几件，其中超期的几件',
      'WD办完的有没有超期办的',
      'WD解决的里面超期的占多少',
      'WD办结的有百分之几是超期的',
    ],
  ],
  [
    'part PART WD办结 · 按时办结 | WD办结',
    ['WD按时办了几件', 'WD按期办完的有多少件', 'WD办结的里面准时的有几件', 'WD有几件是按时解决的'],
  ],
  ['list | WD办结 · 超期办结', ['WD没按时的是哪几件', 'WD超期办结的有哪些', 'WD办完的里面逾期的是哪几件']],
  ['list | WD办结 · 按时办结', ['WD按时销号的有哪些', 'WD哪几件是按期办完的']],
  [
    'duration slowest | WD办结',
    [
      'WD办结的里面最长的一件办了多少天',
      'WD销号的最久的那件用了几天',
      'WD解决的最慢用了多久',
      'WD从受理到销号最慢的那件用了多少天',
    ],
  ],
  [
    'count | WD企业评价过 · 企业不满意',
    ['WD企业评不满意的有几件', 'WD有没有评不满意的', 'WD企业给了不满意的有几件'],
  ],
  ['rate satisfied | WD办结', ['WD满意率多少，评了几件', 'WD评了几件，满意率多少', 'WD企业评得怎么样']],
];

export const OUTCOMES_TOLD: readonly (readonly [said: string, means: string])[] = [
  ['没按时办结的有几个', 'count | 逾期（含后来办结的）'],
  ['本月各单位超期办结的各几件', 'count by unit | 本月办结 · 超期办结'],
  ['今年哪个单位超期办结的最多', 'count by unit count | 今年办结 · 超期办结'],
  ['今年不满意的有几件', 'count | 今年办结 · 企业不满意'],
  ['我们局最久的一件拖了多少天了', 'slowest FACT age | 住建局 · 未销号 · 登记最久'],
  ['没解决的最长的一件办了多少天了', 'slowest FACT age | 未销号 · 登记最久'],
  ['拖得最久的是哪件', 'slowest | 逾期最久'],
  ['从登记到销号平均几天', 'duration average closing | 已销号'],
  ['用地类的平均多少天办结，最长的是哪件', 'duration 用地类 · 已销号 ‖ duration 用地类 · 已销号'],
  ['问题总数现在多少', 'count 全部 ‖ count 未销号'],
  ['施工类的问题一共有多少', 'count 施工类 · 全部 ‖ count 施工类 · 未销号'],
  ['逾期的问题一共有多少', 'count | 逾期'],
  ['逾期的加上今天到期的一共几件', 'count 逾期 ‖ count 今天到期 · 未销号'],
  ['这两天快要逾期的有哪些', 'list | 11月18日至11月19日到期 · 未销号'],
  ['催了没回应的有几件', 'count | 催办过 · 之后没有签收、报进展或报办结 · 未销号'],
  ['按平均办理天数从慢到快给各单位排一下', 'duration average by unit high | 已销号'],
  ['平均签收要几天', 'duration average signing | 全部'],
];
