/** Words of the order problems are told in: 急的在前头, 按到期先后排, 最急的. The deadline tells what is urgent. */
import { each, of } from './compose.ts';
import type { FreeWord, QueryWord, WordGroup } from './query-word.ts';

const BY_DEADLINE: QueryWord = { tag: 'due-when' };
const URGENT = '(?:最|更|特别|比较)?(?:急|紧急|要紧|着急|紧迫|快到期|先到期|时间紧)';

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
    new RegExp(
      `${URGENT}的?(?:那些|那几件|那几个)?(?:都|先|就)?(?:放|排|摆|列)?(?:在|到)?最?(?:前头|前面|上面|头里|前)(?:先)?(?:给我|帮我)?(?:排一下|排排|排好|列一下|列)?`,
      'y',
    ),
    BY_DEADLINE,
  ],
  [
    /(?:按照|按|照|以)(?:到期|期限|时限|时间|日期|截止|完成时限|办理期限|紧急程度|轻重缓急|缓急|急缓)(?:日期|时间)?的?(?:先后顺序|先后次序|先后|早晚|远近|顺序|次序)?(?:来)?(?:给我|帮我)?(?:排序|排列|排个序|排一下|排排|排好|排|列一下|列出来)/y,
    BY_DEADLINE,
  ],
  [
    /(?:按照|按|照|以)(?:到期|期限|时限|时间|日期|截止|完成时限|办理期限)(?:日期|时间)?的?(?:先后顺序|先后次序|先后|早晚|远近|顺序|次序)/y,
    BY_DEADLINE,
  ],
];
