/** What is named one after the other, added up: 加一块呢, 两家加起来, 一共几件. */

const WHAT =
  '(?:(?:这|那)?(?:两|俩|二|三|四|几)(?:家单位|个单位|个局|个项目|个的|家|个|样|类|边|者|头|项|天|周|月|个月)(?:的)?(?:数)?)';
const ADD = '(?:加|合|凑|算|放|拢|并|汇|搁|摆)';
const UP = '(?:起来|到一起|在一起|一起|到一块儿?|在一块儿?|一块儿?|拢来|总|计)';
const MANY = '(?:呢|是|有|共|一共|总共|拢共|合计|到底|就){0,3}(?:几|多少|好多)?[件个条]?(?:问题|事)?';
const TOTAL = '(?:一共|总共|拢共|统共|合计|共计|总计)';
const END = '[呢啊呀吧\\s\\p{P}]*$';

const BOTH = new RegExp(
  `^(?:那么?)?(?:(?:把|将)?${WHAT}?(?:都|全)?${ADD}${UP}${MANY}|${WHAT}?${TOTAL}(?:是|有)?(?:几|多少|好多)?[件个条]?)${END}`,
  'u',
);
const BEHIND = new RegExp(
  `[,，。;；、?？!！\\s](?:那么?)?(?:(?:把|将)?${WHAT}?(?:都|全)?${ADD}${UP}${MANY}|${WHAT}?${TOTAL}(?:是|有)?(?:几|多少|好多)[件个条]?)${END}`,
  'u',
);

/** @param folded the whole message: both that were asked for one after the other, or all figures that were told */
export function asksBoth(folded: string): boolean {
  return BOTH.test(folded.trim());
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
