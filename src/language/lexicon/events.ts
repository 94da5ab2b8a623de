/** Words of steps and of how long they took, beside those of colloquial.ts and composed.ts. */
import { each, list, of } from './compose.ts';
import { FINISHED } from './parts.ts';
import { type QueryWord, state, type WordGroup } from './query-word.ts';

export const EVENTS: readonly WordGroup[] = [
  [
    { tag: 'step', step: 'routed' },
    list(
      each(
        ['', '新', '刚', '刚刚', '才', '新近'],
        of('派 交办 分 转 转办 交 推 分派 移交 下派 下发 指派 分办 派发 流转'),
        of('给 到'),
        ['', '了', '过'],
      ),
      each(['', '新', '刚', '刚刚'], of('给到 给了 落到 落给 下到 来到'), ['', '了']),
      // Of a day: fits() asks for the period right before.
      of(
        '交办 交办的 交办下去 交办下去的 派过去 派过去的 转过去 转过去的 派的 派了 转下去 转下去的 派单的 转的 转了 转的那件 转的那几件 派的那件',
      ),
    ),
  ],
  [{ tag: 'filler' }, '那批 这批 那一批 这一批 后来 给到'],
  [
    { tag: 'duration', of: 'average', taken: 'signing' },
    list(each(of('签收 签 接单'), ['得', ''], of('快不快 慢不慢 快吗 快吧 及时吗 及不及时 及时不及时'))),
  ],
];

const LONG = '(?:几天|多少天|好多天|多久|好久|多长时间|几个工作日|多少个工作日)';
/** 办过最慢的一件, 用时最长的. */
const EXTREME_OF =
  '(?:办过|处理过|解决过|办结过)?(?:的)?(?:问题|件)?(?:里面?|里头|当中|中)?(?:用时|耗时|办理用时|时间)?';
const ITEM = '(?:一?[件个条]|那[件个条]|的那[件个条])?';

/** 搁了三天以上的: how long it has been where it is; of what, the state says. */
const LIES =
  /(?:搁|放|晾|撂|等|堆|积|压)(?:置)?(?:了|着)?(?:已经|都|有)?(?=(?:超过|超|满|够|至少)?(?:\d|[一二两三四五六七八九十半])+(?:多)?(?:个)?(?:天|工作日|周|星期|礼拜|月))/y;

/** Put together too freely to be written out. */
export const EVENT_PATTERNS: readonly (readonly [RegExp, QueryWord])[] = [
  [LIES, { tag: 'filler' }],
  // 一次办好没被退回的
  [
    /一次性?(?:就)?(?:办好|办结|办成|办完|搞定|办妥)(?:了)?的?(?=[,，、\s]?(?:没有?|从没|从未|未)(?:被)?(?:退|打回|反弹|返工))/y,
    state({ kind: 'closed' }),
  ],
  // 催办两次以上的, 本月催办的; 催办本周到期的 bids, and 催办的事 is what is spoken of.
  [
    /催办(?= {2})|催办(?=了?过?(?:超过|至少|不止)?(?:\d|[一二两三四五六七八九十多几])+(?:次|回|遍|道))|(?<=[天周月年度期日号里今昨]|星期|礼拜)催办(?=的(?!事|问题)|了?(?:几|多少|哪))/y,
    { tag: 'step', step: 'urged' },
  ],
  // 签收要几个小时
  [
    /(?:平均|一般|通常)?(?:签收|签|接单)(?:一件|一个)?(?:平均|一般|通常|大概)?(?:要|得|需要|需|用|花)(?:了)?(?:多少|几)个?(?:小时|钟头)/y,
    { tag: 'duration', of: 'average', taken: 'signing' },
  ],
  [
    new RegExp(
      `${EXTREME_OF}(?:最长|最久|最慢|最多)的?${ITEM}(?:总共|一共)?(?:花|用|办|耗)(?:了|掉|去)?${LONG}(?:才)?(?:${FINISHED})?(?:的)?(?![了啦])`,
      'y',
    ),
    { tag: 'duration', of: 'slowest' },
  ],
  [
    new RegExp(
      `${EXTREME_OF}(?:单件|单个|一件)?(?:办理|办|处理|解决|销号)?(?:得)?最(?:快|短|少)的?${ITEM}(?:是|用了|花了|办了|只用了|只花了|用|花)?${LONG}(?:就)?(?:${FINISHED})?(?:的)?(?:[,，\\s]{0,2}(?:是)?哪个(?:局|单位|部门)(?:办|搞)的)?`,
      'y',
    ),
    { tag: 'duration', of: 'fastest' },
  ],
  [
    new RegExp(
      `(?:一般|平均|通常)?[转派]办?(?:之后|以后|后|出去后?|过去后?|下去后?)(?:一般|平均|通常|大概)?(?:要|得)?${LONG}(?:才能|能|会|才)?(?:签收|签|接)(?:下来|掉)?`,
      'y',
    ),
    { tag: 'duration', of: 'average', taken: 'signing' },
  ],
  [
    /(?:在)?(?:几个|几家|两个|两家|多个)?(?:局|单位|部门|家)?(?:之间|间)?(?:推来推去|踢来踢去|来回推诿|互相推诿|来回推|来回踢|互相推|互相踢)(?:的|着|皮球)?/y,
    state({ kind: 'mark', mark: 'bounced' }),
  ],
];
