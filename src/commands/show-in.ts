/** The group that 同步 #12 到 <群> means. */
import { groupNotBoundText, groupNotFoundText, SHOW_IN_WHICH, whichGroupText } from '../cards/words-group.ts';
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
    if (!context.chat) return { answer: { kind: 'misuse', word: '同步', problem: SHOW_IN_WHICH } };
    if (context.chat.kind === 'unbound') return { answer: { kind: 'bind', lead: 'group-not-bound' } };
    return { chatId: context.chat.id };
  }
  const found = (await findChatsByName(context.tx, wanted)).filter((chat) => !chat.unreachable);
  const exact = found.filter((chat) => chat.name === wanted);
  const [chat, second] = exact.length > 0 ? exact : found;
  if (!chat) return warn(groupNotFoundText(wanted));
  if (second) return warn(whichGroupText(found.slice(0, 5).map((one) => one.name)));
  return chat.kind === 'unbound' ? warn(groupNotBoundText(chat.name)) : { chatId: chat.id };
}
