/** Yes or no of the list that was shown: 用工缺口那个在里面吗, 都解决了吗. */
import type { Status } from '../../domain/issue.ts';

const ONE = '(.{2,14}?)(?:的?[那这]一?[个件条桩](?:问题|事情?)?)?';
const WITHIN = '(?:[这那]?(?:里面|里头|里边|其中|当中|内|里)|进去|进来)';
const IF = '(?:了|的)?(?:吗|么|没有?|不|冇|嘛)';
const END = '[呢啊呀吧\\s\\p{P}]*$';
const IS_IN = [
  `^(?:那么?|[\\s\\p{P}])*${ONE}(?:也|都|还)?(?:(?:在不在|算不算在?|有没有(?:算|包括)?在?|是不是(?:也|都)?(?:算|包括|包含)?在?|是否(?:包括|包含|算)?在?)${WITHIN}?${IF}?|(?:包括|包含|算|列|统计)?在?${WITHIN}${IF})${END}`,
  `^(?:那么?|[\\s\\p{P}])*${WITHIN}(?:有没有|有冇|包不包括|包括不包括|有|包括|包含)${ONE}${IF}?${END}`,
  `^(?:那么?|[\\s\\p{P}])*(?:有没有|包不包括|包括不包括|是否包括|有|包括)(.{2,14}?)的?[那这]一?[个件条桩](?:问题|事情?)?${IF}?${END}`,
].map((said) => new RegExp(said, 'u'));

/** 用工缺口那个在里面吗: the words that name it; undefined: it is not asked whether one is among those. */
export function amongIn(folded: string): string | undefined {
  for (const said of IS_IN) {
    const name = said.exec(folded.trim())?.[1];
    if (name !== undefined && !/哪|谁|什么|几|多少|的$/u.test(name)) return name;
  }
  return undefined;
}

/** What all of them may have come to, and how they stand while they have not. */
const STAGES: readonly (readonly [stage: AllOf, verbs: string])[] = [
  ['routed', '转办|转|派|交办|分|下发'],
  ['signed', '(?:有人)?(?:签收|签完|签|接单|接|认领)'],
  [
    'closed',
    '解决|办完|办结|办好|办掉|搞完|搞定|弄完|弄好|处理完|处理好|完成|整改完|销号|销|了结|结|办(?=[了掉过])',
  ],
];
export type AllOf = 'routed' | 'signed' | 'closed';
export const NOT_YET: Record<AllOf, readonly Status[]> = {
  routed: ['unrouted'],
  signed: ['unrouted', 'unsigned'],
  closed: ['unrouted', 'unsigned', 'working', 'paused', 'verifying'],
};
const ALL = STAGES.map(
  ([stage, verbs]) =>
    [
      stage,
      new RegExp(
        `^(?:那么?|现在|目前|后来|最后|[他它]们|[这那]些|这[几两三]件|是不是|是否|有没有|[\\s\\p{P}])*(?:都|全都?|均|全部(?:都)?|(?=签完))(?:已经|已)?(?:${verbs})(?:了|掉|过)?(?:出去|下去|过去|号)?(?:了)?(?:吗|么|没有?|不|冇|嘛)?${END}`,
        'u',
      ),
    ] as const,
);

/** 都解决了吗; undefined: it is not asked of all whether they have come to something. */
export function allIn(folded: string): AllOf | undefined {
  const asks = /[吗么没冇不嘛吧]|是不是|是否/.test(folded);
  return asks ? ALL.find(([, said]) => said.test(folded.trim()))?.[0] : undefined;
}

/** 是不是都绿的, 全是我们的吗, 剩的都在我们局: what all of them may be; 都是谁的 asks for each. */
export const ALL_OF_THEM =
  /(?:(?:是不是|是否|有没有|难道|岂不)(?:都|全都?|全部(?:都)?|一律)(?:[是跟和在归属]|算)?|(?:都|全都?|全部(?:都)?)(?:是|在|归|算|跟|和)(?!不是))((?![谁哪什啥几多])[^，,谁哪什啥几多]{1,14}?)(?:有关系?|相关|上|办|管|里)?的?(?:吗|么|吧|呀|啊|\?|？)*$/u;
