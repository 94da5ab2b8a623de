/** Words of the order problems are told in: 急的在前头, 按到期先后排, 最急的. The deadline tells what is urgent. */
import { each, of } from './compose.ts';
import { FINISHED } from './parts.ts';
import type { FreeWord, QueryWord, WordGroup } from './query-word.ts';

const BY_DEADLINE: QueryWord = { tag: 'due-when' };
const URGENT = '(?:最|更|特别|比较)?(?:急|紧急|要紧|着急|紧迫|快到期|先到期|时间紧)';
const SORTED: QueryWord = { tag: 'sorted', sort: 'deadline' };
const BY = '(?:按照?|照|以|依)';
const DUE = '(?:到期|期限|时限|截止|完成时限|办理[期时]限|(?<=[按照以依])(?:时间|日期))(?:日期?|时间)?';
const SOONEST = '(?:先后(?:[顺次]序)?|早晚|远近|[顺次]序|[由从]近[及到]远|从早到晚|从先到后)';
const AT_ONCE = '(?:先|优先|首先|最先|尽快|尽早|马上|抓紧|赶紧|赶快|立即|立刻)';
const SEEN_TO = '(?:解决|办理?|处理|推进|协调|抓紧?|盯)';
const NEEDED = `(?:应该|应当|该|需要|需|要|得)(?:要)?(?:${AT_ONCE}(?:去|来)?${SEEN_TO}?|${SEEN_TO})|(?:急需|亟需|亟待|急待|迫切需要)${AT_ONCE}?${SEEN_TO}`;
const LATE = '(?:(?:超期|逾期|超时|过期|拖期|拖延|延误|超|拖|误)(?:了|的|得)?)';
const SPAN = '(?:天数|时间|时长|长短|日子|几天|多少天|多少|久不久|久的程度)';
const LINED = '(?:来)?(?:给我|帮我)?(?:排序|排列|排个序|排一下|排一排|排排|排好|排|列出来?|列一下|列)';
const DOWN = `的?(?:(?:从|由)?(?:多|长|大|高|久)(?:到|至|往)(?:少|短|小|低)|降序|倒序|倒着)${LINED}?`;
const AT_HEAD =
  '(?:(?:放|排|摆|列|在|置)(?:在|到|于)?(?:第一(?:个|位|条|件)?|最?(?:前|上)(?:头|面|边)?|首位|开头|头里)|打头|靠前|领头)';
const LATEST = `(?:${LATE}${SPAN}?|${SPAN})最?(?:久|长)|最[久长]|${LATE}${SPAN}?最?多`;
const BY_LATE = `(?:按照?|依|照)?了?${LATE}的?${SPAN}${DOWN}|(?:按照?|依|照)了?${LATE}的?${SPAN}${LINED}`;

export const SORTING_WORDS: readonly WordGroup[] = [
  [
    BY_DEADLINE,
    [
      ...of('先急后缓 从急到缓 由急到缓 从近到远 由近到远 轻重缓急'),
      ...each(of('最急 最紧急 最紧迫 最赶 最等不得'), ['', '的']),
    ].join(' '),
  ],
];

export const SORTING_FREE: readonly FreeWord[] = [
  [
    new RegExp(`(?:最先|最早|头一个|第一个)(?:被)?(?:${FINISHED})|(?:${FINISHED})(?:得|的)?最[先早]`, 'y'),
    { tag: 'sorted', sort: 'struck', first: true },
  ],
  [new RegExp(`(?:最后|最晚|最迟)(?:一个)?(?=${FINISHED})`, 'y'), { tag: 'newest' }],
  // 按逾期天数降序, 拖最久的排第一个, 超得最多的在最前面
  [
    new RegExp(`${BY_LATE}|(?:${LATEST})的?(?:都|就|给我)?${AT_HEAD}`, 'y'),
    { tag: 'sorted', sort: 'overdue' },
  ],
  // 最该先办的, 最急需解决的, 最火烧眉毛的
  [new RegExp(`最(?:${NEEDED}|着急|要紧|紧要|急迫|迫切|吃紧|火烧眉毛|刻不容缓)的?`, 'y'), BY_DEADLINE],
  [
    new RegExp(
      `${URGENT}的?(?:那些|那几件|那几个)?(?:都|先|就)?(?:放|排|摆|列)?(?:在|到)?最?(?:前头|前面|上面|头里|前)(?:先)?(?:给我|帮我)?(?:排一下|排排|排好|列一下|列)?`,
      'y',
    ),
    BY_DEADLINE,
  ],
  [
    new RegExp(
      `${BY}?${DUE}的?${SOONEST}${LINED}?|${BY}(?:${DUE}|紧急程度|轻重缓急|缓急|急缓)的?${LINED}`,
      'y',
    ),
    SORTED,
  ],
];
