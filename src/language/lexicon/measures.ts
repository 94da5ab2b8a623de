/** Words of measures: rates, durations, comparisons, whose a matter is. Read beside those of states.ts. */
import type { Duration, Rate, Taken } from '../../domain/reading.ts';

/** The period before of this length, the same one a year ago, or the one before whatever it is. */
export type Against = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'year-ago' | 'before';

export type MeasureWord =
  /** 逾期率 is the share of what is overdue. */
  | { tag: 'rate'; rate: Rate; late?: true }
  | { tag: 'duration'; of: Duration; taken?: Taken }
  /** 增加了多少: needs `against`, or a period of its own. */
  | { tag: 'trend'; grows?: true }
  /** 比上月 */
  | { tag: 'against'; against: Against }
  /** 比: between two periods. */
  | { tag: 'than' }
  /** 找谁, 归哪个单位管 */
  | { tag: 'whose' }
  /** 发我, 导出 */
  | { tag: 'send' }
  /** 来得及吗 */
  | { tag: 'enough-time' }
  /** 最高, 最低: of rates. */
  | { tag: 'highest' }
  | { tag: 'lowest' }
  /** 关于: what follows is looked for in the text. */
  | { tag: 'about' }
  /** 开工以来 */
  | { tag: 'since-node' };

const rate = (one: Rate): MeasureWord => ({ tag: 'rate', rate: one });
const duration = (of: Duration): MeasureWord => ({ tag: 'duration', of });
const against = (one: Against): MeasureWord => ({ tag: 'against', against: one });

export const MEASURE_GROUPS: readonly [MeasureWord, string][] = [
  [rate('closed'), '办结率 销号率 解决率 完成率 化解率 办成率 结案率 办理率 办完率 整改率'],
  [
    rate('on-time'),
    '按时率 按期率 及时率 准时率 按时办结率 按期办结率 按时完成率 按期完成率 按时销号率 及时办结率 按时解决率 按时办结的占多少 按时办结的占几成 按时办结的比例 按时办结的有多少占比 按时完成的占多少 按时完成的比例 按期办结的占多少 按期完成的占多少 按期办结的比例 按时办完的占多少 按时办完的比例 按时办结占多少 按时占多少 按时办结占比 按时完成比例',
  ],
  [rate('satisfied'), '满意率 满意度 满意度多少 满意比例 满意的比例 满意吗 满不满意 满意不满意 满意不'],
  [
    rate('share'),
    '占比 占多少 占几成 比例 百分比 占百分之几 占百分之多少 比重 占的比例 占的比重 所占比例 占了多少 占多大比例 占多大 占比多少 多大比例 占全部的多少 占全部多少 占总数的多少 占总数多少 占总的多少 占到多少 占全部的几成 占总数的几成 占到几成 占了几成 占全部的比例 占总数的比例',
  ],
  [{ tag: 'rate', rate: 'share', late: true }, '逾期率 超期率 超时率 拖期率 逾期占比 超期占比'],
  [
    duration('average'),
    '平均几天 平均多少天 平均用时 平均多久 平均时长 平均办理时间 平均办结时间 平均办理天数 平均要几天 平均要多久 平均需要几天 平均需要多久 平均几个工作日 平均多长时间 平均时间 平均花多久 平均花几天 平均用几天 平均用多久 平均用了几天 平均用了多久 平均耗时 平均办理时长 平均要多少天 平均天数 平均周期 平均得几天 平均得多久 平均',
  ],
  [duration('fastest'), '最快 最快几天 最快多少天 办得最快 办的最快 最快多久 最快用了几天 用时最短 用时最少'],
  [
    duration('slowest'),
    '用时最长 用时最久 最慢几天 最慢多少天 最慢用了几天 最慢的用了几天 办得最慢的用了几天 最慢多久 最长用了几天 用时最多 最长几天 最长用了多久',
  ],
  [{ tag: 'trend', grows: true }, '增加 增加了 增加多少 增加了多少 增加几件 增加了几件 增加了几个 增多'],
  [
    { tag: 'trend' },
    '多几件 多几个 少几件 少几个 多了 多了多少 多了几件 多了几个 少了 少了多少 少了几件 少了几个 减少 减少了 减少了多少 增长 增长了 增长多少 上升 上升了 下降 下降了 变化 增减 趋势 多还是少 多了还是少了 增加还是减少 变多 变少 多多少 少多少 对比 相比 比较',
  ],
  [against('day'), '比昨天 跟昨天比 和昨天比 较昨天 比前一天 比昨日 与昨天相比'],
  [
    against('week'),
    '比上周 比上个星期 比上星期 跟上周比 和上周比 较上周 与上周相比 与上周比 比上个礼拜 和上周相比 跟上周相比 比前一周 比前一个周 比前一个星期 跟前一周比 和前一周比',
  ],
  [
    against('month'),
    '比上月 比上个月 跟上月比 跟上个月比 和上月比 和上个月比 较上月 较上个月 与上月相比 与上月比 与上个月比 和上个月相比 跟上个月相比 与上个月相比 比前一个月 比前一月 跟前一个月比 和前一个月比',
  ],
  [against('quarter'), '比上季度 比上个季度 和上季度比 较上季度 跟上个季度比 与上季度相比 比前一个季度'],
  [against('year'), '比去年 跟去年比 和去年比 较去年 与去年相比 与去年比 比上年 和去年相比 跟去年相比'],
  [against('year-ago'), '同比 比去年同期 和去年同期比 与去年同期相比 较去年同期 跟去年同期比 去年同期'],
  [against('before'), '环比'],
  [{ tag: 'than' }, '比 较'],
  [
    { tag: 'whose' },
    '找谁 谁负责 谁管 谁在管 归谁管 归谁 谁来管 谁来负责 谁在负责 联系谁 问谁 该找谁 应该找谁 要找谁 找哪个单位 哪个单位管 哪个单位负责 归哪个单位 归哪个单位管 哪家管 哪个部门管 归哪个部门管 找哪个部门 哪个局管 归哪个局管 找哪个局 由谁负责 是谁负责 是谁在管 是谁管 责任人是谁 负责人是谁 谁在办 谁在跟 谁牵头 谁办 谁在盯 联络员是谁 谁联系 哪个部门负责 谁主办 联系人是谁 联系人 联络员 负责人 秘书是谁 谁是秘书 项目秘书是谁',
  ],
  [
    { tag: 'send' },
    '打个包发我 打包发我 打包发给我 打个包发给我 打包给我 打个包给我 发我 发给我 发我一份 发一份 导出 导出来 传给我 发过来 发我看看 打印 给我一份 来一份 出一份 拉一份',
  ],
  [
    { tag: 'enough-time' },
    '来得及 来得及吗 来不来得及 来不及 赶得上 赶得上吗 能不能按时 能按时 能否按期 按期 能按期 赶不赶得上 能不能按期 能如期 如期 能不能如期',
  ],
  [{ tag: 'highest' }, '最高 最好 排一下 排名 排个名 排个队 排序 排个序 排行 排一排'],
  [{ tag: 'lowest' }, '最低 最差'],
  [{ tag: 'about' }, '关于 有关 涉及 提到 涉及到 有关的 相关 相关的 沾边的 沾边 搭界的 牵扯到 牵涉到 带'],
  [{ tag: 'since-node' }, '开工以来 自开工以来 从开工到现在 开工到现在 开工至今'],
];
