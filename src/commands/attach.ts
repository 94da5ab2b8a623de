/** Pictures and files sent in reply to a card are kept with its problem; never required. */

import { attachedText } from '../cards/words-done.ts';
import { insertAttachments } from '../db/attachment.ts';
import { loadIssueForUpdate } from '../db/issue.ts';
import type { Answer } from '../domain/answer.ts';
import type { CommandContext } from './context.ts';
import { decideAndApply } from './issue.ts';

/** null: nothing new was in the message. */
export async function attachFiles(context: CommandContext): Promise<Answer | null> {
  const issueId = context.cardIssueId;
  if (issueId === undefined) return null;
  const issue = await loadIssueForUpdate(context.tx, issueId);
  if (!issue) return { kind: 'refusal', refusal: { code: 'issue-unknown', params: { issue: issueId } } };
  let current = issue;
  let kept = 0;
  for (const file of context.attachments) {
    const attachment = {
      kind: file.kind,
      key: file.key,
      ...(file.name !== undefined && { name: file.name }),
      messageId: context.messageId,
    };
    const answer = await decideAndApply(context, current, { verb: 'attach', attachment });
    if (answer.kind === 'refusal') return answer;
    await insertAttachments(
      context.tx,
      issueId,
      [{ messageId: context.messageId, fileKey: file.key, kind: file.kind, name: file.name ?? null }],
      context.actor.person.id,
      context.now,
    );
    kept++;
    current = (await loadIssueForUpdate(context.tx, issueId)) ?? current;
  }
  return kept === 0 ? null : { kind: 'text', tone: 'success', text: attachedText(issueId, kept) };
}
