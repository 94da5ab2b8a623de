/** 撤销: takes back the speaker's own last change within the minutes of the settings. */

import { undoneText } from '../cards/words-done.ts';
import { lastChange } from '../db/history.ts';
import { loadIssueForUpdate } from '../db/issue.ts';
import type { Answer } from '../domain/answer.ts';
import { decideUndo } from '../verbs/decide.ts';
import { applyChange } from './apply.ts';
import type { CommandContext } from './context.ts';
import { sourceOf } from './issue.ts';

export async function undoChange(context: CommandContext, issueId: number): Promise<Answer> {
  const { tx, actor, directory, now } = context;
  const issue = await loadIssueForUpdate(tx, issueId);
  const last = issue && (await lastChange(tx, issueId));
  if (!issue || !last) {
    return { kind: 'refusal', refusal: { code: 'issue-unknown', params: { issue: issueId } } };
  }
  const decision = decideUndo(issue, last.before, last.row, { now, actor, directory });
  if (!decision.ok) return { kind: 'refusal', refusal: decision.refusal, issueId };
  await applyChange(sourceOf(context), issue, decision);
  return {
    kind: 'text',
    tone: 'success',
    text: undoneText(last.row.verb, decision.issue),
  };
}
