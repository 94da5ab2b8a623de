/** What is named one after the other, added up: 加一块呢, 两家加起来, 一共几件. */

const WHAT =
  '(?:(?:这|那)?(?:(?:两|俩|二|三|四|五|六|几)(?:个?(?:单位|局|部门)|个?(?:项目|企业)|个?类别?|个?(?:天|周|星期|礼拜|月|季度?|年)|家(?:单位)?|个?人|个|样|种|边|者|头|项)|俩)(?:的)?(?:数)?)';
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

/** Of what those are that are meant together. */
export type Kind = 'unit' | 'project' | 'category' | 'time' | 'person' | 'state' | 'who';
interface Them {
  /** As many of them; all when absent. */
  number?: number;
  kind?: Kind;
  better?: string;
}

const NUMBERS = '两俩二三四五六';
const KINDS: readonly [RegExp, Kind][] = [
  [/单位|局|部门/, 'unit'],
  [/项目|企业/, 'project'],
  [/类/, 'category'],
  [/人/, 'person'],
  [/谁|哪一?家/, 'who'],
  [/[天周月季年]|星期|礼拜/, 'time'],
];

const THEM = new RegExp(`^(?:那么?)?${WHAT}(?:之间|相比|比起来)?`, 'u');
/** 差多少, said of 两家. */
export const withoutThem = (said: string): string => said.replace(THEM, '');

/** How many, and of what kind: 两家, 三个项目. */
export function themSaid(said: string): Them {
  const at = NUMBERS.indexOf(/[两俩二三四五六]/u.exec(said)?.[0] ?? ' ');
  const kind = KINDS.find(([pattern]) => pattern.test(said))?.[1];
  return { ...(at >= 0 && { number: Math.max(2, at) }), ...(kind && { kind }) };
}

/** @param folded the whole message: those that were asked for one after the other, or all figures that were told */
export function asksBoth(folded: string): Them | undefined {
  const said = folded.trim();
  return BOTH.test(said) ? themSaid(said) : undefined;
}

const ONE_OF = '(?:哪一?[家个边类天周年月]|哪个?(?:月|星期|礼拜|季度)|哪个?人|谁)';
const BETTER = '[多少快慢高低好差]';
const WHICH = new RegExp(
  `^(?:那么?|[,，\\s])*${WHAT}?(?:相比|对比|比起来|比一比|比比|比较|比|放一起)?[,，\\s]*(?:(?:是)?${ONE_OF}(?:的)?(?:更|要|还|最)?(${BETTER})(?:一?[些点])?|最(${BETTER})的(?:又?是)?${ONE_OF}?)(?:[呢啊呀吗\\s\\p{P}])*$`,
  'u',
);
const BESIDE = new RegExp(
  `^(?:那么?|[,，\\s])*${WHAT}?(?:之间)?(?:[比排](?:一[比排下]|比看?|个序|列一下)|对比一下|比较一下|(?:分别|各)(?:又|是|有)?(?:几|多少)[件个条]?)(?:[呢啊呀吧\\s\\p{P}])*$`,
  'u',
);

/** 两家哪个多, 谁的多, 哪周多, 比一比: which of those that were named one after the other. */
export function whichOfThem(folded: string): Them | undefined {
  const [said, behind, ahead] = WHICH.exec(folded.trim()) ?? BESIDE.exec(folded.trim()) ?? [];
  const better = behind ?? ahead;
  return said === undefined ? undefined : { ...themSaid(said), ...(better && { better }) };
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
