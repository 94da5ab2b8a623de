/** Numbers from the front, places, bounds and shares as they are put together in speech: 排前五的单位, 倒数第一, 占全部的几成. */

import type { GroupBy } from '../../domain/issue-filter.ts';
import { NUMERAL, readNumeral } from '../../domain/numerals.ts';
import type { FoundWord } from './longest.ts';
import { type QueryWord, state } from './query-word.ts';

const NOUNS: readonly (readonly [GroupBy, string])[] = [
  ['unit', '责任单位|单位|委办局|科局|局|部门|责任部门'],
  ['project', '项目|企业|专班|厂子|厂家|厂'],
  ['category', '类别|类问题|类|方面'],
  ['area', '园区|乡镇|镇|片区|区域'],
];
/** 每个类别平均办理天数: days, not numbers. */
const OF_DAYS = '办|用时|用了|要|几天|多少天|多久|签|逾|超|处理|解决|天数|时长|耗|花|得|转';
const NOUN = NOUNS.map(([, words]) => words).join('|');
const TIMES = '(?![\\p{Script=Han}]?(?:月|季度|星期|礼拜|工作日|小时|钟头|年|周|天|日|旬|次|回|遍))';
const COUNTER = '(?:个|名|位|家|件|条|强|甲|项|桩)';

function byOf(noun: string | undefined): { by?: GroupBy } {
  const found = NOUNS.find(([, words]) => noun !== undefined && words.split('|').includes(noun));
  return found ? { by: found[0] } : {};
}

const IN_NUMBER =
  /(?:的?问题)?(?:数量|件数|总数|(?<=[题灯期办结号增记])数)(?:的)?(?:最[高大]|(?:排|排在|居|位居|位列|名列|占)?(?:第一[位名]?|首位)(?:的|是)?|居首|榜首)/y;

const PATTERNS: readonly (readonly [RegExp, (count: number, noun: string | undefined) => QueryWord[]])[] = [
  // 问题数排第一的项目, 红灯数量最高
  [IN_NUMBER, () => [{ tag: 'most' }]],
  // 逾期前十, 排前五的单位
  [
    new RegExp(`(?:排|排在|排名|位列|位居|居|列|在)?前(${NUMERAL})${COUNTER}?${TIMES}的?(${NOUN})?`, 'uy'),
    (count, noun) => [{ tag: 'top', count, ...byOf(noun) }],
  ],
  // 能排进前三吗
  [
    new RegExp(
      `(?:能不能|能否|能|可以|可不可以|有没有|在不在|是不是|是否|够不够)(?:排|进|入|挤|冲|跻身|排到|挤得|排得)?(?:进|到|入|在)?前(${NUMERAL})${COUNTER}?(?:里|以内|之内|名里)?(?:没有|没|吗|不)?`,
      'uy',
    ),
    (count) => [
      { tag: 'standing', top: count },
      { tag: 'top', count },
    ],
  ],
  [
    new RegExp(
      `(?:排进|挤进|进|冲进|跻身|排得进|进了|进入)(?:了)?前(${NUMERAL})${COUNTER}?(?:没有|没|吗|不|里)?`,
      'uy',
    ),
    (count) => [
      { tag: 'standing', top: count },
      { tag: 'top', count },
    ],
  ],
  // 倒数第一, 后三名
  [
    new RegExp(
      `(?:排名|排在|排)?(?:倒数|末尾|后)(?:的)?第?(${NUMERAL})(?:个|名|位|家)?${TIMES}(${NOUN})?的?`,
      'uy',
    ),
    (count, noun) => [{ tag: 'top', count, bottom: true, ...byOf(noun) }],
  ],
  // 三个单位, 哪五家: beside an order.
  [
    new RegExp(
      `(?:这|那|哪|是哪|的)?(${NUMERAL})(?:个|名|位|家|件|条|桩|大)(${NOUN})?(?:事情|事|问题)?${TIMES}`,
      'uy',
    ),
    // 一件 is a word of others; 那两个 points at what is named beside it.
    (count, noun) =>
      count > 1
        ? [
            { tag: 'as-many', count },
            { tag: 'top', count, ...byOf(noun) },
            ...(noun === undefined ? [{ tag: 'pointed' } as const] : []),
          ]
        : [],
  ],
  // 用地和环评两类, 水电路这三样; 最多的三类.
  [
    new RegExp(`(?:这|那)?(${NUMERAL})(?:类|方面)(?:问题|事情|事)?`, 'uy'),
    (count) =>
      count > 1
        ? [
            { tag: 'as-many', count },
            { tag: 'top', count, by: 'category' },
          ]
        : [],
  ],
  [
    new RegExp(`(?:这|那)?(${NUMERAL})(?:样|块|项|口|片)(?:问题|事情|事|工作)?`, 'uy'),
    (count) => (count > 1 ? [{ tag: 'as-many', count }] : []),
  ],
  [
    new RegExp(`(?:排名|排|位列)?第一(?:名|位)?的?(${NOUN})?(?!季|周|次|个|批|期|线|时|责)`, 'uy'),
    (_, noun) => [{ tag: 'top', count: 1, ...byOf(noun) }],
  ],
  // 跨了两个单位以上的
  [
    new RegExp(
      `(?:跨|跨了|跨着|涉及|涉及到|牵扯|牵扯到|牵扯了|牵涉|牵涉到|牵涉了|要)(${NUMERAL})(?:个|家)?(?:以上)?(?:的)?(?:单位|部门|局)(?:以上|一起办|联合办)?的?`,
      'uy',
    ),
    (count) => (count > 1 ? [state({ kind: 'units', least: count })] : []),
  ],
  [
    new RegExp(
      `(?:跨|跨了|涉及|涉及到|牵扯|牵扯到|牵涉|牵涉到)?(?:超过|多于|不止)(${NUMERAL})(?:个|家)?(?:单位|部门|局)(?:的|一起办的|联合办的)`,
      'uy',
    ),
    (count) => [state({ kind: 'units', least: count + 1 })],
  ],
  // 转了两家以上单位的, 换过三个局的
  [
    new RegExp(
      `(?:先后|前后)?(?:转|派|倒|换|经过?|过|踢|推)(?:手|办|给|经)?(?:了|过)?(?<=[了过])(?:好)?(${NUMERAL})(?:个|家)(?:以上)?(?:的)?(?:单位|部门|局)?(?:以上)?(?:了)?的?`,
      'uy',
    ),
    (count) => (count > 1 ? [state({ kind: 'passed', least: count })] : []),
  ],
  // 住建局占全部逾期的几成
  [
    /占(?:了|到)?(?:全部|所有|总数|整个|全[县市区])(?:的)?/uy,
    () => [{ tag: 'rate', rate: 'share', whole: true }],
  ],
  // 是不是都在我们头上
  [
    /(?:(?:是不是|是否)(?:基本|几乎|差不多)?(?:都|全)|(?:基本|几乎|差不多)?(?:全部?都?|都|只)(?=[^,，。;；?？!！]{2,12}[吗么][\s\p{P}]*$))(?:是(?!在)|是?在(?![办处整推等做走弄管查修审批])|压在|堆在|归|有|卡在|落在|集中在)/uy,
    () => [{ tag: 'rate', rate: 'share', whole: true, whether: true }, { tag: 'filler' }],
  ],
  [/(?:我们|咱们)(?:局|单位)?(?:头上|名下|身上|这儿|这里|这边|手上|手里)/uy, () => [{ tag: 'our-unit' }]],
  [
    /(?:我们|咱们|咱)(?:局|单位)?(?=[和跟与同])|(?<=[和跟与同])(?:我们|咱们)(?:局|单位)?(?=比|相比|哪|谁)/uy,
    () => [{ tag: 'our-unit', beside: true }, { tag: 'filler' }],
  ],
  [
    new RegExp(
      `(?:平均|平均到|平均下来|平均算下来)(?:每|一)(?:个|家|位)?(${NOUN})?(?:平均)?(?:手上|手里|大概|有|是)?(?=几|多少|好多|压)`,
      'uy',
    ),
    (_, noun) => [{ tag: 'told', told: 'average', ...byOf(noun) }],
  ],
  [
    new RegExp(`(?:每|一)(?:个|家)?(${NOUN})(?:平均)(?!${OF_DAYS})`, 'uy'),
    (_, noun) => [{ tag: 'told', told: 'average', ...byOf(noun) }],
  ],
];

/** What is put together freely at `at`, the longest; several meanings where it depends on what stands beside it. */
export function orderAt(folded: string, at: number): FoundWord | undefined {
  let found: FoundWord | undefined;
  for (const [pattern, meant] of PATTERNS) {
    pattern.lastIndex = at;
    const match = pattern.exec(folded);
    const word = match?.[0] ?? '';
    if (!match || word.length <= (found?.word.length ?? 0)) continue;
    const numbers = match.slice(1).filter((one) => one !== undefined && !NOUN.split('|').includes(one));
    const count = readNumeral(numbers[0] ?? '0') ?? 0;
    const noun = match.slice(1).find((one) => one !== undefined && NOUN.split('|').includes(one));
    const meanings = count > 100 || (numbers.length > 0 && count < 1) ? [] : meant(count, noun);
    if (meanings.length > 0) found = { word, meanings };
  }
  return found;
}
