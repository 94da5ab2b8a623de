/** The group that 同步 #12 到 <群> means. */
import { findChatsByName } from '../db/chat.ts';
import type { Answer } from '../domain/answer.ts';
import type { CommandContext } from './context.ts';

/** @param wanted trimmed; '' or 本群: where it is said */
export async function findGroup(
  context: CommandContext,
  wanted: string,
): Promise<{ chatId: string } | { answer: Answer }> {
  const warn = (text: string) => ({ answer: { kind: 'text', tone: 'warning', text } as const });
  if (wanted === '' || wanted === '本群') {
    if (!context.chat) return { answer: { kind: 'misuse', word: '同步', problem: '请写明同步到哪个群。' } };
    if (context.chat.kind === 'unbound') return { answer: { kind: 'bind', lead: 'group-not-bound' } };
    return { chatId: context.chat.id };
  }
  const found = (await findChatsByName(context.tx, wanted)).filter((chat) => !chat.unreachable);
  const exact = found.filter((chat) => chat.name === wanted);
  const [chat, second] = exact.length > 0 ? exact : found;
  if (!chat) return warn(`没有找到名为“${wanted}”的群,请先把机器人拉进那个群。`);
  if (second) {
    const names = found.slice(0, 5).map((one) => `“${one.name}”`);
    return warn(`有几个群叫这个名字:${names.join('、')},请写全名。`);
  }
  if (chat.kind === 'unbound') return warn(`“${chat.name}”还没有绑定项目,请先在那个群里发“绑定 项目名”。`);
  return { chatId: chat.id };
}
