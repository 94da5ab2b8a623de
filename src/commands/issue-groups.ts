/** Where an issue is shown: the group it came from and every reachable group of its project. */
import { chatsOfProject } from '../db/chat.ts';
import type { Tx } from '../db/open.ts';
import type { Issue } from '../domain/issue.ts';

/** Group ids, origin first, each once. */
export async function issueGroups(
  tx: Tx,
  issue: Issue,
  originGroupId: string | undefined,
): Promise<string[]> {
  const groups = issue.projectId === null ? [] : await chatsOfProject(tx, issue.projectId);
  const ids = groups.filter((chat) => !chat.unreachable).map((chat) => chat.id);
  return [...new Set(originGroupId === undefined ? ids : [originGroupId, ...ids])];
}
