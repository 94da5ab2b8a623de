/** What a command leaves behind where it showed nothing that could be gone on from. */
import { loadIssue } from '../db/issue.ts';
import type { Answer } from '../domain/answer.ts';
import { maySeeIssue } from '../views/place.ts';
import type { Call } from './call.ts';
import type { CommandContext } from './context.ts';
import { leaveUnanswered } from './follow-memory.ts';
import { viewerOf } from './reply.ts';

/** #12, of which there is none or which may not be seen here: what is asked next of it is of none. */
export async function leaveUnseen(context: CommandContext, call: Call, answer: Answer | null): Promise<void> {
  const { code } = answer?.kind === 'refusal' ? answer.refusal : {};
  if (answer?.kind === 'refusal' && (code === 'issue-unknown' || code === 'not-yours-to-see'))
    return leaveUnanswered(context, answer, true);
  if (!('issueId' in call) || typeof call.issueId !== 'number' || answer?.kind !== 'issue') return;
  const issue = await loadIssue(context.tx, call.issueId);
  const may = issue && (await maySeeIssue(context.tx, issue, viewerOf(context)));
  if (may !== undefined && may !== true)
    await leaveUnanswered(context, { kind: 'refusal', refusal: may.refusal }, true);
}

/** #37, which there is not, and what waits for 确认: no answer that 谁在管 could go on from. */
export function isNothing(answer: Answer | null): boolean {
  return (
    (answer?.kind === 'refusal' && answer.refusal.code === 'issue-unknown') || answer?.kind === 'preview'
  );
}
