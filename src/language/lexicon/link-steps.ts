/** How far the links of a project have come: 二十二个环节走了几个, 还有几个没走完, 正在做的是哪个. */
import { type FoundWord, longestAt } from './longest.ts';
import { type QueryWord, state } from './query-word.ts';

const WORDS: readonly (readonly [RegExp, QueryWord])[] = [
  [/(?:这|那)?(?:22|二十二)个?环节(?:里头|里面|当中|中间|中|里)?/y, { tag: 'links' }],
  [/(?:还)?(?:有|剩下|剩|差)(?:几个|多少个|几多个|哪几个|哪些)环节/y, { tag: 'links' }],
  [
    /(?:走|做|办|过)(?:完|好|通|下来|成)?(?:了)?(?:几个|多少个|几多个|好多个|几项|哪几个|哪些)(?:了)?/y,
    { tag: 'count' },
  ],
  [/(?:都)?(?:还)?(?:没有|没|未)(?:走|做|办)(?:完|好|通|下来|成)(?:的)?/y, state({ kind: 'open' })],
  [/(?:现在)?正在(?:做|办|走|进行)的(?:是)?(?:哪一个|哪几个|哪个|哪些)/y, { tag: 'count' }],
  [
    /(?:后面|后头|接下来|往后)(?:还)?(?:有|剩|差)(?:哪几个|哪些|几个|多少个)(?:没办|没做)?/y,
    { tag: 'count' },
  ],
];

/** Only in a sentence about links. */
export function linkStepAt(folded: string, at: number): FoundWord | undefined {
  if (!folded.includes('环节')) return undefined;
  return longestAt(WORDS, folded, at);
}
