/** A problem that words mean without naming it: as it is now, where the asker may see it here. */
import { loadIssue } from '../db/issue.ts';
import type { Answer } from '../domain/answer.ts';
import type { Issue } from '../domain/issue.ts';
import { maySeeIssue } from '../views/place.ts';
import type { CommandContext } from './context.ts';
import { viewerOf } from './reply.ts';

/** undefined: there is none of this number, or it may not be seen here. */
export async function visibleIssue(context: CommandContext, issueId: number): Promise<Issue | undefined> {
  const issue = await loadIssue(context.tx, issueId);
  return issue && (await maySeeIssue(context.tx, issue, viewerOf(context))) === true ? issue : undefined;
}

/** Why one that another was shown here may not be told; undefined: it may. */
export async function whyHidden(context: CommandContext, issueId: number): Promise<Answer | undefined> {
  const issue = await loadIssue(context.tx, issueId);
  const may = issue ? await maySeeIssue(context.tx, issue, viewerOf(context)) : true;
  return may === true ? undefined : { kind: 'refusal', refusal: may.refusal };
}
