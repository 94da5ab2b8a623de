import { cardText } from '../card/text.ts';
import { parseJson } from '../content/json.ts';
import type { Core } from '../core.ts';
import type { StoredMessage, World } from '../world.ts';

export const CARD_CONTENT_TYPES = ['default', 'user_card_content', 'raw_card_content'] as const;
export type CardContentType = (typeof CARD_CONTENT_TYPES)[number];

/** What GET shows of a card: a lossy rendering, or the JSON as sent (feishu.md §3.1). */
function cardContent(world: World, message: StoredMessage, as: CardContentType): string {
  const card = parseJson(message.content);
  if (as === 'user_card_content') return JSON.stringify(card);
  if (as === 'raw_card_content') {
    return JSON.stringify({ json_card: JSON.stringify(card), json_attachment: '{}', card_schema: 2 });
  }
  const [title = '', ...lines] = cardText(card, (id) => world.users[id]?.name).split('\n');
  return JSON.stringify({ title, elements: lines.map((text) => [{ tag: 'text', text }]) });
}

/** A message as the API shows it; absent fields are omitted, as in real answers (feishu.md §4.1). */
export function wireMessage(core: Core, m: StoredMessage, as: CardContentType = 'default'): unknown {
  const { world, options } = core;
  const byApp = m.senderType === 'app';
  const content = m.msgType === 'interactive' ? cardContent(world, m, as) : m.content;
  const tenantOf = (openId: string): string => world.users[openId]?.tenantKey ?? world.tenantKey;
  return {
    message_id: m.messageId,
    ...(m.rootId === undefined ? {} : { root_id: m.rootId }),
    ...(m.parentId === undefined ? {} : { parent_id: m.parentId }),
    msg_type: m.msgType,
    create_time: String(m.createdAt),
    update_time: String(m.updatedAt),
    deleted: m.recalled,
    updated: m.history.length > 0,
    chat_id: m.chatId,
    sender: {
      id: byApp ? options.appId : m.senderId,
      id_type: byApp ? 'app_id' : 'open_id',
      sender_type: m.senderType,
      tenant_key: byApp ? world.tenantKey : tenantOf(m.senderId),
    },
    body: { content: m.recalled ? '{"text":"This message was recalled"}' : content },
    ...(m.mentions.length === 0
      ? {}
      : {
          mentions: m.mentions.map((mention) => ({
            key: mention.key,
            id: mention.openId,
            id_type: 'open_id',
            name: mention.name,
            tenant_key: tenantOf(mention.openId),
          })),
        }),
  };
}
