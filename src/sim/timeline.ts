import type { Core } from './core.ts';
import { newMessageId } from './ids.ts';
import type { SimMention } from './types.ts';
import type { StoredMessage } from './world.ts';
import { getMessage } from './world.ts';

export interface NewMessage {
  chatId: string;
  senderType: 'user' | 'app';
  senderId: string;
  msgType: string;
  content: string;
  mentions: SimMention[];
  replyTo?: string;
}

/** Puts a message at the end of a chat. A reply knows its parent and the first message of its tree. */
export function appendMessage(core: Core, m: NewMessage): StoredMessage {
  const now = core.now();
  const parent = m.replyTo === undefined ? undefined : getMessage(core.world, m.replyTo);
  const message: StoredMessage = {
    messageId: newMessageId(core.world.ids),
    chatId: m.chatId,
    senderType: m.senderType,
    senderId: m.senderId,
    msgType: m.msgType,
    content: m.content,
    mentions: m.mentions,
    createdAt: now,
    updatedAt: now,
    edits: 0,
    recalled: false,
    ...(parent === undefined
      ? {}
      : { parentId: parent.messageId, rootId: parent.rootId ?? parent.messageId }),
    reactions: [],
    urgent: [],
    pinned: false,
    history: [],
  };
  core.world.messages[message.messageId] = message;
  const timeline = core.world.timelines[m.chatId] ?? [];
  timeline.push(message.messageId);
  core.world.timelines[m.chatId] = timeline;
  core.emit({ kind: 'message', chatId: m.chatId, messageId: message.messageId });
  return message;
}

/** Puts new content in place and keeps the old version. */
export function replaceContent(
  core: Core,
  message: StoredMessage,
  content: string,
  mentions: SimMention[],
): void {
  message.history.push(message.content);
  message.content = content;
  message.mentions = mentions;
  message.updatedAt = core.now();
  core.emit({ kind: 'message', chatId: message.chatId, messageId: message.messageId });
}
