/** Words of more and less than before. */
import type { Against, MeasureWord } from './measures.ts';
import type { WordGroup } from './query-word.ts';

const against = (one: Against): MeasureWord => ({ tag: 'against', against: one });

export const TREND_WORDS: readonly WordGroup[] = [
  [{ tag: 'trend', grows: true }, '增加 增加了 增加多少 增加了多少 增加几件 增加了几件 增加了几个 增多'],
  [
    { tag: 'trend' },
    '走势 走势如何 趋势图 走势图 曲线 看走势 看看走势 看一下走势 升了还是降了 是升是降 升还是降 高了还是低了 高还是低 提高了还是降低了 往上走还是往下走 是高是低 升了没有 降了没有 涨了还是跌了 往上走 往下走 上升还是下降 走高还是走低 多几件 多几个 少几件 少几个 多了 多了多少 多了几件 多了几个 少了 少了多少 少了几件 少了几个 减少 减少了 减少了多少 增长 增长了 增长多少 上升 上升了 下降 下降了 变化 增减 趋势 多还是少 多了还是少了 增加还是减少 变多 变少 多多少 少多少 对比 相比 比较 多不 是多是少 是增是减 涨没涨 降没降 涨了没 降了没 涨了没有 涨了 降了 掉了没有',
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
];
