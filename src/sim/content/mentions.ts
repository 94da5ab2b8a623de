import type { SimChat, SimMention } from '../types.ts';
import type { World } from '../world.ts';

interface Candidate {
  openId: string;
  name: string;
  type: SimMention['type'];
}

export const ALL_PLACEHOLDER = '@_all';

function candidates(world: World, chat: SimChat): Candidate[] {
  const people: Candidate[] = chat.members.flatMap((openId) => {
    const user = world.users[openId];
    return user ? [{ openId, name: user.name, type: 'user' as const }] : [];
  });
  if (chat.botIn) people.push({ openId: world.bot.openId, name: world.bot.name, type: 'bot' });
  return people.sort((a, b) => b.name.length - a.name.length);
}

/**
 * Turns `@姓名`, `@机器人名` and `@ou_…` into `@_user_N` with mentions, and `@所有人` into `@_all` with none, as the
 * client does (feishu.md §3.1). Longest name first; only people of the chat, and the bot when it is in.
 */
export function placeMentions(
  world: World,
  chat: SimChat,
  text: string,
): { text: string; mentions: SimMention[] } {
  const known = candidates(world, chat);
  const mentions: SimMention[] = [];
  let out = '';
  let rest = text;
  while (rest !== '') {
    const at = rest.indexOf('@');
    if (at < 0) return { text: out + rest, mentions };
    out += rest.slice(0, at);
    rest = rest.slice(at + 1);
    if (chat.type === 'group' && rest.startsWith('所有人')) {
      out += ALL_PLACEHOLDER;
      rest = rest.slice('所有人'.length);
      continue;
    }
    const match = known.find((c) => rest.startsWith(c.name) || rest.startsWith(c.openId));
    if (!match) {
      out += '@';
      continue;
    }
    const key = `@_user_${mentions.length + 1}`;
    mentions.push({ key, openId: match.openId, name: match.name, type: match.type });
    out += key;
    rest = rest.slice((rest.startsWith(match.openId) ? match.openId : match.name).length);
  }
  return { text: out, mentions };
}

/** Puts names back in place of placeholders; longest keys first, since @_user_1 begins @_user_10. */
export function showMentions(text: string, mentions: readonly SimMention[]): string {
  let shown = text;
  for (const m of [...mentions].sort((a, b) => b.key.length - a.key.length)) {
    shown = shown.replaceAll(m.key, `@${m.name}`);
  }
  return shown.replaceAll(ALL_PLACEHOLDER, '@所有人');
}
