/** Nodes (节点) of a project: which days they may have. Pure. */
import type { Day } from '../time.ts';
import type { ProjectNode } from './model.ts';

export const START_NODE = '开工';
export const PRODUCTION_NODE = '投产';
/** Nodes a plan reaches: their planned days are agreed by both sides. */
export const PLANNED_NODES: readonly string[] = [START_NODE, PRODUCTION_NODE];
export const NODE_NAME_LIMIT = 12;
/** Beside 开工 and 投产; more cannot be read on a card. */
export const NODES_LIMIT = 12;

export type NodeProblem = 'future-actual' | 'start-after-production' | 'too-many' | 'plan-agreed';

export interface NodeChange {
  name: string;
  plannedOn?: Day | null;
  actualOn?: Day | null;
}

/** Why a node cannot have these days; undefined: it can. @param agreed a plan is agreed: its nodes move by 倒排 only */
export function refuseNode(
  nodes: readonly ProjectNode[],
  change: NodeChange,
  { today, agreed }: { today: Day; agreed: boolean },
): NodeProblem | undefined {
  const before = nodes.find((node) => node.name === change.name);
  const planned = change.plannedOn === undefined ? (before?.plannedOn ?? null) : change.plannedOn;
  const moves = planned !== (before?.plannedOn ?? null);
  if (agreed && moves && PLANNED_NODES.includes(change.name)) return 'plan-agreed';
  if (change.actualOn != null && change.actualOn > today) return 'future-actual';
  const own = nodes.filter((node) => !PLANNED_NODES.includes(node.name));
  if (!before && own.length >= NODES_LIMIT) return 'too-many';
  const after = nodes.map((node) => (node.name === change.name ? { ...node, ...change } : node));
  const dayOf = (name: string, key: 'plannedOn' | 'actualOn') =>
    after.find((node) => node.name === name)?.[key] ?? null;
  for (const key of ['plannedOn', 'actualOn'] as const) {
    const [start, production] = [dayOf(START_NODE, key), dayOf(PRODUCTION_NODE, key)];
    if (change[key] != null && start !== null && production !== null && start > production)
      return 'start-after-production';
  }
  return undefined;
}
