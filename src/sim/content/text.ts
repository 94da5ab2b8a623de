import { ApiError } from '../api/route.ts';
import type { SimChat, SimMention } from '../types.ts';
import type { World } from '../world.ts';
import { ALL_PLACEHOLDER } from './mentions.ts';

const AT = /<at\s+user_id\s*=\s*["']([^"']*)["']\s*>([\s\S]*?)<\/at>/g;

/** @所有人 needs the group's leave; the bot owns no group (create_json, 支持 @ 所有人). */
export function checkAtAll(chat: SimChat): void {
  if (chat.type === 'p2p' || chat.atAll !== 'all_members') {
    throw new ApiError(
      230001,
      'Your request contains an invalid request parameter, ext=no permission to at all in this chat',
    );
  }
}

/** The person an at tag names by any of the three ids, as a mention with the next free key. */
export function mentionOf(world: World, id: string, mentions: SimMention[]): SimMention | undefined {
  const user = world.users[id] ?? Object.values(world.users).find((u) => u.unionId === id || u.userId === id);
  if (!user) return undefined;
  const key = `@_user_${mentions.length + 1}`;
  return { key, openId: user.openId, name: user.name, type: 'user' };
}

/** Takes `{"text"}` as sent and gives it as kept: at tags become placeholders and mentions. */
export function readText(
  world: World,
  chat: SimChat,
  content: Record<string, unknown>,
): { content: string; mentions: SimMention[] } {
  const text = content.text;
  if (typeof text !== 'string' || text.trim() === '') {
    throw new ApiError(
      230001,
      "Your request contains an invalid request parameter, ext=text message's content is empty",
    );
  }
  const mentions: SimMention[] = [];
  const placed = text.replace(AT, (_, id: string, name: string) => {
    if (id === 'all') {
      checkAtAll(chat);
      return ALL_PLACEHOLDER;
    }
    const mention = mentionOf(world, id, mentions);
    if (!mention) return `@${name}`;
    mentions.push(mention);
    return mention.key;
  });
  return { content: JSON.stringify({ text: placed }), mentions };
}
