/** 倒计时 in words. */
import type { NodeName, NodeState } from './rules.ts';

export const NODE_NAMES: Record<NodeName, string> = { start: '开工', production: '投产' };

export const COUNTDOWN = {
  title: '倒计时',
  none: '没有您能看到的项目。',
  left: (count: number) => `另有 ${count} 个项目，发“项目 名称”查看`,
  cut: '…（其余请发“项目 名称”查看）',
  howToSet: '未定的由项目秘书、综合办或管理员设定，例如发：项目 兴发 开工 2026-12-20',
} as const;

export function nodeName({ node, name }: NodeState): string {
  return node === undefined ? name : NODE_NAMES[node];
}

/** How far away it is, without its name and day. */
export function stateText(node: NodeState): string {
  switch (node.state) {
    case 'unset':
      return '未定';
    case 'happened':
      return '已实现';
    case 'passed':
      return `已过 ${node.days} 天`;
    case 'ahead':
      return node.days === 0 ? '就在今天' : `还有 ${node.days} 天（工作日 ${node.workingDays} 天）`;
  }
}
