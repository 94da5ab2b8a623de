/** Commands that act on one existing issue: load it locked, let the domain decide, write, answer. */

import { doneText } from '../cards/words-done.ts';
import { loadIssueForUpdate } from '../db/issue.ts';
import type { Answer } from '../domain/answer.ts';
import { decideIssue } from '../domain/decide.ts';
import type { Issue, IssueCommand } from '../domain/issue.ts';
import { applyChange } from './apply.ts';
import type { CommandContext } from './context.ts';

/** Runs one command on one issue. The answer is what the speaker is told; the cards follow by themselves. */
export async function runIssueCommand(
  context: CommandContext,
  issueId: number,
  command: IssueCommand,
): Promise<Answer> {
  const issue = await loadIssueForUpdate(context.tx, issueId);
  if (!issue) return { kind: 'refusal', refusal: { code: 'issue-unknown', params: { issue: issueId } } };
  return decideAndApply(context, issue, command);
}

/** The same for an issue already loaded for update. */
export async function decideAndApply(
  context: CommandContext,
  issue: Issue,
  command: IssueCommand,
): Promise<Answer> {
  const { actor, directory, now } = context;
  const decision = decideIssue(issue, command, { now, actor, directory });
  if (!decision.ok) return { kind: 'refusal', refusal: decision.refusal, issueId: issue.id };
  await applyChange(sourceOf(context), issue, decision);
  return { kind: 'text', tone: 'success', text: doneText(command, decision.issue, directory) };
}

/** Who and what a change is written down under. */
export function sourceOf(context: CommandContext) {
  return {
    tx: context.tx,
    now: context.now,
    directory: context.directory,
    newId: context.deps.newId,
    actorId: context.actor.person.id,
    messageId: context.messageId,
  };
}
