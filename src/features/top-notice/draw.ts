/** The card as the whole group may read it. */
import { loadChat } from '../../db/chat.ts';
import type { Tx } from '../../db/open.ts';
import type { Deps } from '../../deps.ts';
import { drawProjectCard } from '../../views/project.ts';

/** undefined: the group has gone, or is no longer the project's, or the project has ended. */
export async function drawTopCard(deps: Deps, tx: Tx, chatId: string, projectId: number) {
  const chat = await loadChat(tx, chatId);
  const directory = await deps.directory.get(tx);
  const project = directory.project(projectId);
  if (!chat || chat.unreachable || chat.kind !== 'project') return undefined;
  if (!project || project.archived || !chat.projectIds.includes(projectId)) return undefined;
  const base = { now: deps.clock(), directory, demo: deps.demo, chat };
  return drawProjectCard(tx, project, base, { asOf: true });
}
