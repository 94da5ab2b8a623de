/** 同步 #12 到 <群>: one record, one more card. */
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
    if (!context.chat) return { kind: 'misuse', word: '同步', problem: '请写明同步到哪个群。' };
    if (context.chat.kind === 'unbound') return { kind: 'bind', lead: 'group-not-bound' };
    return runIssueCommand(context, issueId, { verb: 'show-in', chatId: context.chat.id });
  }
  const found = (await findChatsByName(context.tx, wanted)).filter((chat) => !chat.unreachable);
  const exact = found.filter((chat) => chat.name === wanted);
  const [chat, second] = exact.length > 0 ? exact : found;
  if (!chat) {
    return { kind: 'text', tone: 'warning', text: `没有找到名为“${wanted}”的群,请先把机器人拉进那个群。` };
  }
  if (second) {
    const names = found.slice(0, 5).map((one) => `“${one.name}”`);
    return { kind: 'text', tone: 'warning', text: `有几个群叫这个名字:${names.join('、')},请写全名。` };
  }
  if (chat.kind === 'unbound') {
    return {
      kind: 'text',
      tone: 'warning',
      text: `“${chat.name}”还没有绑定项目,请先在那个群里发“绑定 项目名”。`,
    };
  }
  return runIssueCommand(context, issueId, { verb: 'show-in', chatId: chat.id });
}
