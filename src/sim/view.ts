import { parseJson } from './content/json.ts';
import { messageText } from './content/show.ts';
import type { SimMessage } from './types.ts';
import type { StoredMessage, World } from './world.ts';

/** A copy of a stored message for tests and the page. */
export function viewMessage(world: World, m: StoredMessage): SimMessage {
  const content = parseJson(m.content);
  return {
    messageId: m.messageId,
    chatId: m.chatId,
    senderType: m.senderType,
    senderId: m.senderId,
    msgType: m.msgType,
    content,
    text: messageText(world, m.msgType, content, m.mentions),
    mentions: m.mentions.map((mention) => ({ ...mention })),
    createdAt: m.createdAt,
    updatedAt: m.updatedAt,
    recalled: m.recalled,
    ...(m.parentId === undefined ? {} : { parentId: m.parentId }),
    ...(m.rootId === undefined ? {} : { rootId: m.rootId }),
    reactions: m.reactions.map((r) => ({ ...r })),
    urgent: m.urgent.map((u) => ({ ...u, openIds: [...u.openIds] })),
    pinned: m.pinned,
    history: m.history.map(parseJson),
  };
}
