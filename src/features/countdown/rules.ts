/** 倒计时: how far away the nodes of a project are. Pure. */
import { countdownOf } from '../../domain/digest.ts';
import type { Directory } from '../../domain/directory.ts';
import type { Project } from '../../domain/model.ts';
import { type Day, daysBetween } from '../../domain/time.ts';

export type NodeName = 'start' | 'production';

export type NodeState =
  | { node: NodeName; state: 'unset' }
  /** Calendar days since. */
  | { node: NodeName; state: 'passed'; day: Day; days: number }
  /** 0: today. */
  | { node: NodeName; state: 'ahead'; day: Day; days: number; workingDays: number };

/** Both nodes, 开工 first; counted as the group's digest counts them. */
export function nodeStates(project: Project, directory: Directory, today: Day): NodeState[] {
  const ahead = countdownOf(project, directory, today);
  const nodes = [
    ['start', project.startOn],
    ['production', project.productionOn],
  ] as const;
  return nodes.map(([node, day]): NodeState => {
    if (day === null) return { node, state: 'unset' };
    const left = ahead.find((one) => one.node === node);
    return left ? { ...left, state: 'ahead' } : { node, state: 'passed', day, days: daysBetween(day, today) };
  });
}
