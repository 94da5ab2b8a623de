/** Changing a node of a project (节点): its planned and its actual day. */
import { NODE_PROBLEMS, nodeSetText } from '../cards/words-project.ts';
import { loadNodes, saveNode } from '../db/nodes.ts';
import { agreedPlan } from '../db/plan.ts';
import { reachesArea } from '../domain/access.ts';
import type { Answer } from '../domain/answer.ts';
import type { Project } from '../domain/model.ts';
import { type NodeChange, refuseNode } from '../domain/plan/nodes.ts';
import { dayOf } from '../domain/time.ts';
import type { CommandContext } from './context.ts';
import { recordChange, refuseChange } from './project-change.ts';
import { warning } from './report.ts';

/** The leader in charge may move a node that both sides agreed to, and nobody else alone. */
function isLeaderOf({ actor, directory }: CommandContext, project: Project): boolean {
  const above = reachesArea(actor, ['leader', 'principal'], project.areaId, directory);
  return actor.person.home && (above || actor.leaderOf.includes(project.id));
}

/** Sets what is given of a node and writes its history, or says why not and who may. */
export async function setNode(
  context: CommandContext,
  project: Project,
  change: NodeChange,
  reason?: string,
): Promise<Answer> {
  const leads = isLeaderOf(context, project);
  const refused = leads ? undefined : refuseChange(context, project);
  if (refused) return refused;
  const { tx, now, directory } = context;
  const today = dayOf(now, directory.settings.timeZone);
  const nodes = await loadNodes(tx, project);
  const agreed = !leads && (await agreedPlan(tx, project.id)) !== undefined;
  const problem = refuseNode(nodes, change, { today, agreed });
  if (problem) return warning(NODE_PROBLEMS[problem]);
  const { name, ...days } = change;
  const before = nodes.find((node) => node.name === name);
  await saveNode(tx, project.id, name, days);
  for (const [key, label] of [
    ['plannedOn', '计划'],
    ['actualOn', '实际'],
  ] as const) {
    const to = days[key];
    if (to !== undefined)
      await recordChange(context, project, `${name}（${label}）`, {
        from: before?.[key] ?? null,
        to,
        reason,
      });
  }
  return { kind: 'text', tone: 'success', text: nodeSetText(project.name, change, today) };
}
