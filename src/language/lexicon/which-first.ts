/** Which of several comes first, and by which clock: 哪个先登的, 哪个更急, 谁后到期. */
import type { Fact } from '../../domain/reading.ts';

export interface Extreme {
  fact: Fact;
  /** The last of them is asked for. */
  last: boolean;
  /** What else is said. */
  without: string;
}

/** Words of the clocks problems have; without one of them the deadline is meant. */
const CLOCKS: readonly (readonly [Fact, string])[] = [
  ['logged', '登记 登的 登 提的 提出 提 报的 报上来 报 反映 发现 来的 立的'],
  ['signed', '签收 签的 签 接单 接的 接'],
  ['closed', '销号 销掉 销 办结 办完 办好 解决 了结 弄完 弄好'],
  ['deadline', '到期 到日子 到时限 到期限 到点 到 急 紧 紧急 要紧 该办 超期 过期'],
];
const WHICH = '(?:[这那]?[两俩三](?:个|件|样|桩|条)?(?:里|里头|当中)?)?(?:哪一?[个件条桩样]|谁)';
const DEGREE = '(?:最|更|比较|相对)?';
const EARLY = '早 先 前 快';
const LATE = '晚 后 迟 慢';

const any = (words: string) => words.split(' ').join('|');
const all = CLOCKS.map(([, words]) => any(words)).join('|');
const PATTERN = new RegExp(
  `${WHICH}(?:是|要|会)?(?:(${all})(?:得|的)?${DEGREE}(${any(EARLY)}|${any(LATE)})|${DEGREE}(${any(EARLY)}|${any(LATE)})?(${all}))(?:的|了)?(?:日子|时间)?`,
  'u',
);

/** undefined: no first of them is asked for */
export function extremeIn(folded: string): Extreme | undefined {
  const [whole, before, order, ahead, behind] = PATTERN.exec(folded) ?? [];
  if (whole === undefined) return undefined;
  const word = before ?? behind ?? '';
  const fact = CLOCKS.find(([, words]) => words.split(' ').includes(word))?.[0] ?? 'deadline';
  // 哪个到期, without an order: which does.
  const urgent = /急|紧/.test(word);
  const said = order ?? ahead;
  if (said === undefined && !urgent) return undefined;
  return {
    fact,
    last: said !== undefined && LATE.split(' ').includes(said),
    without: folded.replace(whole, ' '),
  };
}
