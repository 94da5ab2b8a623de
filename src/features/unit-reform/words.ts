/** What is said about the reform of units. */

export const REFORM_USAGE = '请写明单位，例如：单位 合并 城管局 到 住建局，或 单位 撤销 城管局';
export const SAME_UNIT = '不能合并到本单位，请换一个单位。';

export function alreadyClosedText(name: string, successor: string | undefined): string {
  return successor === undefined ? `“${name}”已经撤销。` : `“${name}”已经并入“${successor}”。`;
}

export function reformTitle(name: string, successor: string | undefined): string {
  return successor === undefined ? `请确认：撤销“${name}”` : `请确认：“${name}”并入“${successor}”`;
}

/** What 确认 does, in figures counted now. */
export function consequencesText(
  counted: { issues: number; people: number },
  successor: string | undefined,
): string {
  const { issues, people } = counted;
  const lines =
    successor === undefined
      ? [
          `在办 ${issues} 件（含协办）：待签收、办理中的退回综合办转办；等批准、挂账、待核验的照旧，之后再转办。`,
          `人员 ${people} 人不再属于任何单位，牵头、成员和分类里的这个单位取消。`,
        ]
      : [
          `在办 ${issues} 件（含协办）转给“${successor}”，时限不变。`,
          `人员 ${people} 人、牵头和成员单位、分类一并转过去；原来的名称照样认得。`,
        ];
  return [...lines, '已销号的仍记在原单位名下，历史和统计不变。此操作不能撤销。'].join('\n');
}

export function reformedText(name: string, successor: string | undefined, moved: number): string {
  return successor === undefined
    ? `已撤销“${name}”，${moved} 件在办的有变动，都记入了历史。`
    : `“${name}”已并入“${successor}”，${moved} 件在办的已转过去，都记入了历史。`;
}

export interface UnitFacts {
  name: string;
  shortNames: readonly string[];
  formerNames: readonly string[];
  coordinator: string;
  head: string;
  people: number;
  open: number;
}

export function unitText(unit: UnitFacts): string {
  return [
    `${unit.name}${unit.shortNames.length > 0 ? `（${unit.shortNames.join('、')}）` : ''}`,
    `联络员 ${unit.coordinator} · 负责人 ${unit.head}`,
    `人员 ${unit.people} 人 · 在办 ${unit.open} 件（含协办）`,
    ...(unit.formerNames.length > 0 ? [`曾用名：${unit.formerNames.join('、')}`] : []),
  ].join('\n');
}
