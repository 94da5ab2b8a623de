/** What is named one after the other, added up: 加一块呢, 两家加起来, 一共几件. */

const WHAT =
  '(?:(?:这|那|它|他)?(?:(?:两|俩|二|三|四|五|六|几)(?:个?(?:单位|局|部门)|个?(?:项目|企业)|个?类别?|个?(?:天|周|星期|礼拜|月|季度?|年)|家(?:单位)?|个?人|个|样|种|边|者|头|项)|俩)(?:的)?(?:数)?)';
const ADD = '(?:加|合|凑|算|放|拢|并|汇|搁|摆)';
const UP = '(?:起来|到一起|在一起|一起|到一块儿?|在一块儿?|一块儿?|拢来|总|计)';
const MANY = '(?:呢|是|有|共|一共|总共|拢共|合计|到底|就){0,3}(?:几|多少|好多)?[件个条]?(?:问题|事)?';
const TOTAL = '(?:一共|总共|拢共|统共|合计|共计|总计)';
const END = '[呢啊呀吧\\s\\p{P}]*$';

const BOTH = new RegExp(
  `^(?:那么?)?(?:(?:把|将)?${WHAT}?(?:都|全部?|所有的?)?${ADD}${UP}${MANY}|(?:(?:${WHAT}|全部|所有)?${TOTAL}(?:是|有)?|(?:总的?|全部)(?:是|有)?(?=[几多呢]))(?:几|多少|好多)?[件个条]?)${END}`,
  'u',
);
const BEHIND = new RegExp(
  `[,，。;；、?？!！\\s](?:那么?)?(?:(?:把|将)?${WHAT}?(?:都|全)?${ADD}${UP}${MANY}|${WHAT}?${TOTAL}(?:是|有)?(?:几|多少|好多)[件个条]?)${END}`,
  'u',
);

/** In which of these several that were named differ. */
export type RunOf = 'unitIds' | 'projectIds' | 'categoryIds' | 'periods' | 'someone' | 'states';
export interface Them {
  /** What they are together, and not which of them is the most. */
  sums: boolean;
  number?: number;
  of?: readonly RunOf[];
  better?: string;
}

const KINDS: readonly [RegExp, readonly RunOf[]][] = [
  [/单位|局|部门/, ['unitIds']],
  [/项目|企业/, ['projectIds']],
  [/类/, ['categoryIds']],
  [/人/, ['someone']],
  [/谁|哪一?家/, ['unitIds', 'projectIds', 'someone']],
  [/(?<!几)[天周月季年]|星期|礼拜/u, ['periods']],
];
const NUMBERS = '二两俩三四五六';
/** 三家 is three. */
export const numberOf = (said: string): number => Math.max(2, NUMBERS.indexOf(said));

const ONE_OF = '(?:哪一?[家个边类天周年月]|哪个?(?:月|星期|礼拜|季度|人)|谁)';
const WHICH = new RegExp(
  `^(?:那么?|[,，\\s])*(?:${WHAT}(?:之间|相比|对比|比起来|比一比|比比|比较|比|放一起)?[,，\\s]*)?(?:是?${ONE_OF}的?[更要还最]?([多少快慢高低好差])(?:一?[些点])?|最([多少快慢高低好差])的又?是?${ONE_OF}?|[比排](?:一[比排下]|比看?|个序|列一下)|对比一下|比较一下|(?:分别|各)[又是有]?(?:几|多少)[件个条]?|(?:相差|差距?|多|少|高|低|快|慢)[了出是有]?(?:几[件个天]|多少|多大))[呢啊呀吧吗\\s\\p{P}]*$`,
  'u',
);

/** 三家一共, 谁的多, 哪周多, 差多少: of those that were named one after the other. */
export function asksOfThem(folded: string): Them | undefined {
  const sums = BOTH.test(folded.trim());
  const [said, behind, better = behind] = WHICH.exec(folded.trim()) ?? (sums ? [folded] : []);
  if (said === undefined) return undefined;
  const number = new RegExp(`[${NUMBERS}]`, 'u').exec(said)?.[0];
  const of = KINDS.find(([pattern]) => pattern.test(said))?.[1];
  return { sums, ...(number && { number: numberOf(number) }), ...(of && { of }), ...(better && { better }) };
}

const SUMMED = new RegExp(`${ADD}${UP}|${TOTAL}`, 'u');

/** 锂电和化工一共几件: of what stands apart for no filter holds both. */
export function saysSum(text: string): boolean {
  return SUMMED.test(text.normalize('NFKC'));
}

/** The sum is asked for behind what it is of. */
export function addsUp(text: string): boolean {
  return BEHIND.test(text.normalize('NFKC').trim());
}
