/** What an answer says of the people it is about. */

/** People are told apart and stand in no order. */
export const APART_ONLY = '对个人只分开列，不排先后。';
/** One figure of several people was asked for. */
export const NOT_ADDED = '几个人的分开列，同一件可能都算到，没有相加。';

/** 我们局, of somebody who is written down in no unit. */
export function noOwnUnitText(heard: string): string {
  return `您没有登记在哪个单位，不知道“${heard}”是哪一家，所以没有统计。说出单位名字就能问，也可以先看各单位的：`;
}

/** @param many as was said */
export function notSoManyText(name: string, own: number, many: number): string {
  return `您说的是 ${many} 个，${name}的项目是 ${own} 个，按 ${own} 个算。`;
}

export const waitsToSignText = (name: string, count: number): string =>
  `另有等${name}签收的 ${count} 件，没有算在内。`;
