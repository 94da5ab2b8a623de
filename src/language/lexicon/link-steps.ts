/** How far the links of a project have come: 二十二个环节走了几个, 还有几个没走完, 正在做的是哪个. */
import { type FoundWord, longestAt } from './longest.ts';
import { type QueryWord, state } from './query-word.ts';

const HOW_MANY = '(?:几个|多少个|几多个|好多个|几项|哪几个|哪些|多少)';
const WALKED = '(?:走|做|办|过|推进|完成|进行|推|干|搞)';
const NEXT = '(?:下一?个?|接下来|再下一个|后面|后头|往后)';
const WHO = '(?:谁|哪个单位|哪个局|哪家|哪个部门)';
const DOES = '(?:在)?(?:牵头|负责|办理|办|管|承办)';

const WORDS: readonly (readonly [RegExp, QueryWord])[] = [
  [/(?:的|这|那)?(?:22|二十二)个?环节(?:里头|里面|当中|中间|中|里|上)?/y, { tag: 'links' }],
  [/(?:还)?(?:有|剩下|剩|差)(?:几个|多少个|几多个|哪几个|哪些)环节/y, { tag: 'links' }],
  // 走到第几个了, 到第几个环节了, 走到哪个环节了
  [
    new RegExp(
      `(?:现在)?${WALKED}?到(?:了)?(?:第(?:几|多少)(?:个|步|环|项)?|哪个|哪一个|哪一)(?:的)?(?:环节|环)?(?:上)?(?:了)?`,
      'y',
    ),
    { tag: 'links' },
  ],
  [
    new RegExp(`(?:都|已经)?${WALKED}(?:完|好|通|下来|成)?(?:了)?${HOW_MANY}(?:环节)?(?:了)?`, 'y'),
    { tag: 'count' },
  ],
  [/(?:都)?(?:还)?(?:没有|没|未)(?:走|做|办|过)(?:完|好|通|下来|成)?(?:的)?/y, state({ kind: 'open' })],
  [/(?:还)?(?:有|剩下|剩|差)(?:几个|多少个|几多个|哪几个|哪些)(?=没|未)/y, { tag: 'count' }],
  [/(?:现在)?正在(?:做|办|走|进行)的(?:是)?(?:哪一个|哪几个|哪个|哪些)/y, { tag: 'count' }],
  [
    /(?:后面|后头|接下来|往后)(?:还)?(?:有|剩|差)(?:哪几个|哪些|几个|多少个)(?:没办|没做)?/y,
    { tag: 'count' },
  ],
  // 下一个环节是什么, 谁牵头
  [
    new RegExp(
      `${NEXT}(?:该|要|应该)?(?:办|走|做|是)?(?:的)?(?:是)?(?:哪个|哪一个|什么|啥)?环节(?:该|要)?(?:是|办|走)?(?:什么|啥|哪个|哪一个|谁)?`,
      'y',
    ),
    { tag: 'links' },
  ],
  [new RegExp(`(?:是|由|归)?${WHO}${DOES}(?:的)?|${DOES}的?(?:是)?${WHO}`, 'y'), { tag: 'count' }],
  // 哪个环节拖了
  [
    /(?:是|有)?(?:哪个|哪一个|哪几个|哪些|几个|什么)环节(?:被|给|还)?(?:拖(?:了|着|后腿|住|延|慢|期)*|卡(?:了|着|住|壳)*|堵(?:了|着|住)*|慢(?:了)?|滞后(?:了)?|落后(?:了)?|延(?:误|后|期)(?:了)?|晚(?:了)?|误(?:了)?|超(?:期|时)(?:了)?|逾期(?:了)?)/y,
    { tag: 'links' },
  ],
];

/** Only in a sentence about links. */
export function linkStepAt(folded: string, at: number): FoundWord | undefined {
  if (!/环节|第几个/.test(folded)) return undefined;
  return longestAt(WORDS, folded, at);
}
