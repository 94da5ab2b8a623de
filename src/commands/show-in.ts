/** 同步 #12 到 <群>: one record, one more card. */
import { groupNotBoundText, groupNotFoundText, SHOW_IN_WHICH, whichGroupText } from '../cards/words-group.ts';
import { findChatsByName } from '../db/chat.ts';
import { loadIssueForUpdate } from '../db/issue.ts';
import { allows } from '../domain/access.ts';
import type { Answer } from '../domain/answer.ts';
import type { CommandContext } from './context.ts';
import { runIssueCommand } from './issue.ts';

export async function showInChat(context: CommandContext, issueId: number, name: string): Promise<Answer> {
  const wanted = name.trim();
  // Names of groups are told only to whom they are of use.
  const issue = await loadIssueForUpdate(context.tx, issueId);
  if (!issue) return { kind: 'refusal', refusal: { code: 'issue-unknown', params: { issue: issueId } } };
  const may = allows(context.actor, 'show-in', issue, context.directory);
  if (may !== true) return { kind: 'refusal', refusal: may.refusal, issueId };
  if (wanted === '' || wanted === '本群') {
    if (!context.chat) return { kind: 'misuse', word: '同步', problem: SHOW_IN_WHICH };
    if (context.chat.kind === 'unbound') return { kind: 'bind', lead: 'group-not-bound' };
    return runIssueCommand(context, issueId, { verb: 'show-in', chatId: context.chat.id });
  }
  const found = (await findChatsByName(context.tx, wanted)).filter((chat) => !chat.unreachable);
  const exact = found.filter((chat) => chat.name === wanted);
  const [chat, second] = exact.length > 0 ? exact : found;
  if (!chat) {
    return { kind: 'text', tone: 'warning', text: groupNotFoundText(wanted) };
  }
  if (second) {
    const names = found.slice(0, 5).map((one) => one.name);
    return { kind: 'text', tone: 'warning', text: whichGroupText(names) };
  }
  if (chat.kind === 'unbound') {
    return {
      kind: 'text',
      tone: 'warning',
      text: groupNotBoundText(chat.name),
    };
  }
  return runIssueCommand(context, issueId, { verb: 'show-in', chatId: chat.id });
}
