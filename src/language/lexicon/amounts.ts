/** Numbers that tell which groups are meant (超过3件的单位), how often (两次以上), or what a rate is held against (到90%没有). */
import { NUMERAL, readNumeral } from '../../domain/numerals.ts';
import type { Bound } from '../../domain/reading.ts';
import { remembered } from '../remembered.ts';

export type Amount =
  | { of: 'items'; least?: number; most?: number }
  | { of: 'times'; least: number }
  /** Of a rate, in percent; `asks`: whether it is reached. */
  | { of: 'rate'; bound: Bound; asks?: true };

const ITEM = '(?:个|件|条|项|起|宗|桩|单|盏|例)';
const ENOUGH = '(?:(?:及|或者?)?(?:以上|更多)|往上|起算|朝上|起步|开外|打底)';
const PATTERNS: readonly [RegExp, (count: number) => Amount | undefined][] = [
  [
    new RegExp(`(?:超过了?|多于|大于|不止|超出)(${NUMERAL})(?:${ITEM})(?:问题)?(?:以上)?`, 'y'),
    (count) => ({ of: 'items', least: count + 1 }),
  ],
  [new RegExp(`(${NUMERAL})${ITEM}(?:问题)?${ENOUGH}`, 'y'), (count) => ({ of: 'items', least: count })],
  [
    new RegExp(`(?:至少|不少于|最少|起码|不低于)(?:有)?(${NUMERAL})${ITEM}`, 'y'),
    (count) => ({ of: 'items', least: count }),
  ],
  [
    new RegExp(`(?:不到|少于|低于|不足|不满)(${NUMERAL})${ITEM}`, 'y'),
    (count) => ({ of: 'items', most: count - 1 }),
  ],
  // 只有一件的单位; 只有一件吗 asks of something else.
  [
    new RegExp(`只[有剩](${NUMERAL})${ITEM}(?:问题)?(?=[^吗吧,，]*$)`, 'y'),
    (count) => ({ of: 'items', least: count, most: count }),
  ],
  [new RegExp(`(${NUMERAL})${ITEM}(?:以下|及以下|以内)`, 'y'), (count) => ({ of: 'items', most: count })],
  [
    new RegExp(`(?:超过了?|多于|不止)(${NUMERAL})(?:次|回|道|遍)`, 'y'),
    (count) => ({ of: 'times', least: count + 1 }),
  ],
  [
    new RegExp(
      `(?:至少|起码|达到?了?|满了?|够)?(${NUMERAL})(?:次|回|道|遍)(?:${ENOUGH})?(?:的)?(?!\\p{Script=Han}?期)`,
      'uy',
    ),
    (count) => (count > 1 ? { of: 'times', least: count } : undefined),
  ],
];
/** 三四次: three at least. */
const ABOUT = /(一两|两三|三四|四五|五六|六七|七八|八九)(?:次|回|道|遍)/y;
const OFTEN = /(?:多|好几|几)(?:次|回|遍)(?:以上)?(?:的)?/y;
const PERCENT = `(?:百分之(${NUMERAL}|百)|(\\d{1,3}(?:\\.\\d)?)%|(${NUMERAL})成([一二三四五六七八九半])?)`;
const LIMITS: readonly [RegExp, (percent: number, said: string) => Amount][] = [
  [
    new RegExp(
      `(?:没有?|未)?(?:低于|少于|小于|不到|没到|没有到|未到|不足|达不到|没达到|未达到|没上|没过|不满|[没不]超过|不[高大]于|没有超过|够不上|不够|没够)${PERCENT}(?:的)?`,
      'y',
    ),
    (percent, said) => ({
      of: 'rate',
      bound: /^(?:没有?|未)(?:低于|少于|小于)/.test(said)
        ? { least: percent }
        : /没过|超过|[高大]于/.test(said)
          ? { most: percent }
          : { under: percent },
    }),
  ],
  [
    new RegExp(`(?:不低于|不少于|至少|起码)(?:有|是|要)?${PERCENT}(?:的)?`, 'y'),
    (percent) => ({ of: 'rate', bound: { least: percent } }),
  ],
  [
    new RegExp(`(?:高于|大于|多于|超过了?|超出|不止)${PERCENT}(?:的)?`, 'y'),
    (percent) => ({ of: 'rate', bound: { over: percent } }),
  ],
  [
    new RegExp(`(?:在)?${PERCENT}(?:及|或)?(?:以上|往上|朝上|开外)(?:的)?`, 'y'),
    (percent) => ({ of: 'rate', bound: { least: percent } }),
  ],
  [
    new RegExp(`(?:在)?${PERCENT}(?:及|或)(?:以下)(?:的)?`, 'y'),
    (percent) => ({ of: 'rate', bound: { most: percent } }),
  ],
  [
    new RegExp(`(?:在)?${PERCENT}(?:以下|往下)(?:的)?`, 'y'),
    (percent) => ({ of: 'rate', bound: { under: percent } }),
  ],
  [
    new RegExp(
      `(?:有没有|是不是|能不能|够不够|有冇|有无)?(?:达到了?|达|到了?|过了?|上了?|够|有|满)?${PERCENT}(?:了)?(?:没有|没得|没|吗|冇|不)?`,
      'y',
    ),
    (percent) => ({ of: 'rate', bound: { least: percent }, asks: true }),
  ],
];

/** 百分之九十, 90%, 九成, 九成半; a bare number that asks for nothing is none. */
function limitAt(folded: string, at: number): { amount: Amount; length: number } | undefined {
  let found: { amount: Amount; length: number } | undefined;
  for (const [pattern, meant] of LIMITS) {
    pattern.lastIndex = at;
    const match = pattern.exec(folded);
    const [said = '', whole, digits, tenths, more] = match ?? [];
    if (!match || said.length <= (found?.length ?? 0)) continue;
    const part = more === '半' ? 5 : (readNumeral(more ?? '') ?? 0);
    const percent =
      digits === undefined
        ? ((whole === '百' ? 100 : undefined) ??
          readNumeral(whole ?? '') ??
          (readNumeral(tenths ?? '') ?? 99) * 10 + part)
        : Number(digits);
    const amount = meant(percent, said);
    const bare = amount.of === 'rate' && amount.asks && !/^[有是能够达到过上满]|[没吗冇不]$/.test(said);
    // 百分之百的单位 needs no 达到.
    if (percent <= 100 && (!bare || (percent === 100 && folded.startsWith('的', at + said.length))))
      found = { amount, length: said.length };
  }
  return found;
}

export const amountAt = remembered((folded, at): { amount: Amount; length: number } | undefined => {
  const limit = limitAt(folded, at);
  if (limit) return limit;
  for (const [pattern, meant] of PATTERNS) {
    pattern.lastIndex = at;
    const match = pattern.exec(folded);
    const count = readNumeral(match?.[1] ?? '');
    const amount = match && count !== undefined && count > 0 && count < 10_000 ? meant(count) : undefined;
    if (match && amount) return { amount, length: match[0].length };
  }
  ABOUT.lastIndex = at;
  const about = ABOUT.exec(folded);
  const least = readNumeral(about?.[1]?.charAt(0) ?? '');
  if (about && least !== undefined)
    return least > 1 ? { amount: { of: 'times', least }, length: about[0].length } : undefined;
  OFTEN.lastIndex = at;
  const often = OFTEN.exec(folded);
  // 延过几次 asks.
  return often && !often[0].startsWith('几')
    ? { amount: { of: 'times', least: 2 }, length: often[0].length }
    : undefined;
});

/** 一件都没有, 没有一个: of none of them. */
export const NONE =
  /(?<=[的灯色黄蓝期账回收])[都也](?:没有|没得|冇得?)的?(?=(?:单位|部门|局|项目|企业|[是有]哪|$)|[\s\p{P}]*$)|[一半](?:个|件|条|项|起|盏|次|例|单|宗|桩)[^,，。;；\s]{0,8}?(?:都|也)(?:还)?(?:没|冇|无|未|冒)|(?:没有?|冇得?|没得|无)[一半](?:个|件|条|项|起|盏|次|例|单|宗|桩)|(?<![有剩哪第那这])[一半][个件条项桩](?:没有?|未|冇)(?=(?:能)?(?:办|结|销|解决|完成|搞|弄|处理)(?:成|完|掉|好|结|号|了|下来|定|妥)?(?:的|过)?(?:单位|部门|局|有|是|$|[\s\p{P}]))/u;
