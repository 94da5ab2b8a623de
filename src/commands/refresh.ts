/** After the calendar changed: deadlines counted in working days are counted again, each change on record. */
import type { MovedDeadline } from '../cards/words-admin.ts';
import { loadIssueForUpdate, saveIssue } from '../db/issue.ts';
import { listOpenIssues } from '../db/issue-open.ts';
import { decideRecompute } from '../domain/recompute.ts';
import { applyChange, derive } from './apply.ts';
import type { CommandContext } from './context.ts';
import { sourceOf } from './issue.ts';

const PAGE = 500;

/**
 * Goes over all open issues.
 * @returns which deadlines moved; thresholds and next looks are brought up to date for the rest, too
 */
export async function refreshIssues(context: CommandContext): Promise<MovedDeadline[]> {
  const { tx, now, deps } = context;
  const directory = await deps.directory.get(tx);
  const source = { ...sourceOf(context), directory };
  const moved: MovedDeadline[] = [];
  for (let after = 0; ; ) {
    const page = await listOpenIssues(tx, { after, limit: PAGE });
    if (page.length === 0) return moved;
    after = page.at(-1)!.id;
    for (const { id } of page) {
      const issue = await loadIssueForUpdate(tx, id);
      if (!issue) continue;
      const decision = decideRecompute(issue, { now, directory });
      if (decision) {
        await applyChange(source, issue, decision);
        moved.push({ issueId: id, from: issue.deadline.day, to: decision.issue.deadline.day });
      } else {
        await saveIssue(tx, issue, derive(issue, directory));
      }
    }
  }
}
