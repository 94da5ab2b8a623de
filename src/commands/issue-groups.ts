/** Where an issue is shown: the group it came from and every reachable group of its project. */
import { chatsOfProject } from '../db/chat.ts';
import type { Tx } from '../db/open.ts';
import { type Issue, isPosted } from '../domain/issue.ts';

/** Group ids, origin first, each once. None for kinds that live on the project's card and in digests. */
export async function issueGroups(
  tx: Tx,
  issue: Issue,
  originGroupId: string | undefined,
): Promise<string[]> {
  if (!isPosted(issue.kind)) return [];
  const groups = issue.projectId === null ? [] : await chatsOfProject(tx, issue.projectId);
  const ids = groups.filter((chat) => !chat.unreachable).map((chat) => chat.id);
  return [...new Set(originGroupId === undefined ? ids : [originGroupId, ...ids])];
}
