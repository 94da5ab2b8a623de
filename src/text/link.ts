/** Links (环节) by number and name, and what holds one back. Plain text: escape it for markdown. */
import type { Missing } from '../domain/plan/link-rules.ts';
import type { LinkDefinition, ProjectLink } from '../domain/plan/model.ts';

/** What a link is called everywhere: 第11环节 建设工程规划许可证. */
export function linkTitle({ no, name }: Pick<LinkDefinition, 'no' | 'name'>): string {
  return `第${no}环节 ${name}`;
}

export function linkNo({ no }: Pick<LinkDefinition, 'no'>): string {
  return `第${no}环节`;
}

/** What must be there before it may be called done, one kind a line. */
export function heldText(
  { definition }: Pick<ProjectLink, 'definition'>,
  { before, materials }: Missing,
): string {
  const links = before.map((one) => linkTitle(one.definition)).join('、');
  return [
    `${linkTitle(definition)}还不能报完成。`,
    ...(before.length > 0 ? [`紧前环节没有完成：${links}`] : []),
    ...(materials.length > 0
      ? [`材料没有齐（不能容缺）：${materials.map(({ name }) => name).join('、')}`]
      : []),
  ].join('\n');
}

/** The way on from {@link heldText}. */
export function heldHint({ definition }: Pick<ProjectLink, 'definition'>, { materials }: Missing): string {
  const there = materials.length > 0 ? `材料其实已齐的，发：进度 ${linkNo(definition)} 完成 材料已齐。` : '';
  return `${there}确有特殊情况的，由综合办写明理由：进度 ${linkNo(definition)} 完成 理由 …`;
}
