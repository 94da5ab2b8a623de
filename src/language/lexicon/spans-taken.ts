/** From which step to which: 从转办到销号一般几天, 登记到签收平均多久; and how long what is overdue is overdue on the average. */
import type { Taken } from '../../domain/reading.ts';
import { FINISHED } from './parts.ts';
import type { FreeWord } from './query-word.ts';

const RAISED =
  '(?:问题|企业)?(?:登记(?:上来|进来|上|以后)?|登上来|登进来|登上|立案|录进来|录入|挂号|报到|进来|接到|收到|一提|提出来?|提上来|上报|报上来|反映|反映上来|新增|受理)';
const ROUTED = '(?:转办|派单|交办|分派|派出去|转出去|(?:转|派|交)给?到?(?:责任)?单位|交办下去|派下去)';
const SIGNED = '(?:签收|接单|认领|签字|单位签收|有人接)';
const DONE = `(?:${FINISHED}|销号|办结|报办结|办完|销掉)`;
const LONG =
  '(?:几天|多少天|多久|好多天|几多天|多长时间|好久|好长时间|(?:几|多少)个?(?:工作日|小时|钟头)|几小时|多少小时|天数|时长|用时|时间)';
const BETWEEN = '(?:以后|之后|后)?(?:一直)?(?:到|至|—|-)(?:最后|最终|真正)?';
const MEANWHILE =
  '(?:的|这段|这一段|为止|一共|总共|大概|大约|一般|平均|通常|普遍|正常|需要|要花|要用|要|得|需|用了|用|花了|花|耗|是|每件|一件|[,，\\s]){0,4}';

const SPANS: readonly (readonly [string, string, Taken | undefined])[] = [
  [ROUTED, SIGNED, 'signing'],
  [RAISED, ROUTED, 'routing'],
  [RAISED, SIGNED, 'reaching'],
  [ROUTED, DONE, 'handling'],
  [SIGNED, DONE, 'working'],
  [RAISED, '(?:销号|销掉|销)', 'closing'],
  [RAISED, DONE, undefined],
];

const AVERAGE = '(?:平均算下来|平均下来|平均起来|平均|一般|普遍)';
const LATE = '(?:逾期|超期|超时|拖期|误期|过期|超)';

export const SPAN_FREE: readonly FreeWord[] = [
  ...SPANS.map(
    ([from, to, taken]): FreeWord => [
      new RegExp(`(?:从)?${from}(?:了)?${BETWEEN}${to}(?:了)?${MEANWHILE}${LONG}`, 'y'),
      { tag: 'duration', of: 'average', ...(taken && { taken }) },
    ],
  ),
  [
    new RegExp(
      `${AVERAGE}(?:每件|一件|每个|都)?(?:要)?${LATE}(?:了|过|的)?${LONG}(?!才?(?:${FINISHED}))`,
      'y',
    ),
    { tag: 'duration', of: 'average', taken: 'overdue' },
  ],
  [
    new RegExp(
      `${LATE}(?:的)?(?:问题)?(?:天数|时长|时间)?${AVERAGE}(?:每件)?(?:是|有|为)?${LATE}?(?:了)?${LONG}`,
      'y',
    ),
    { tag: 'duration', of: 'average', taken: 'overdue' },
  ],
];
