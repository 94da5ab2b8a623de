import { ApiError } from '../api/route.ts';
import type { SimChat, SimMention } from '../types.ts';
import type { World } from '../world.ts';
import { asString, isRecord } from './json.ts';
import { checkAtAll, mentionOf } from './text.ts';

const TAGS = ['text', 'a', 'at', 'img', 'media', 'emotion', 'hr', 'code_block', 'md'];
const ALONE = ['img', 'media', 'md', 'hr', 'code_block'];

function refuse(reason: string): ApiError {
  return new ApiError(230001, `Your request contains an invalid request parameter, ext=${reason}`);
}

/** Takes a post as sent, wrapped in a locale, and gives it as kept, with at tags as placeholders. */
export function readPost(
  world: World,
  chat: SimChat,
  content: Record<string, unknown>,
): { content: string; mentions: SimMention[] } {
  const body = content.zh_cn ?? content.en_us ?? content.ja_jp;
  if (!isRecord(body) || !Array.isArray(body.content)) throw refuse('invalid post content, need a locale');
  const mentions: SimMention[] = [];
  const lines = body.content.map((line: unknown) => {
    if (!Array.isArray(line)) throw refuse('every paragraph of a post is a list');
    return line.map((part: unknown) => {
      if (!isRecord(part) || !TAGS.includes(asString(part.tag))) throw refuse('unknown tag in post');
      if (line.length > 1 && ALONE.includes(asString(part.tag))) {
        throw refuse(`${asString(part.tag)} must be alone in its paragraph`);
      }
      return readPart(world, chat, part, mentions);
    });
  });
  return { content: JSON.stringify({ title: asString(body.title), content: lines }), mentions };
}

function readPart(
  world: World,
  chat: SimChat,
  part: Record<string, unknown>,
  mentions: SimMention[],
): Record<string, unknown> {
  switch (part.tag) {
    case 'at': {
      const id = asString(part.user_id);
      if (id === 'all') {
        checkAtAll(chat);
        return { tag: 'at', user_id: '@_all', user_name: '所有人' };
      }
      const mention = mentionOf(world, id, mentions);
      if (!mention) throw refuse('invalid at user_id in post');
      mentions.push(mention);
      return { tag: 'at', user_id: mention.key, user_name: mention.name };
    }
    case 'img':
      if (world.files[asString(part.image_key)]?.kind !== 'image') throw refuse('invalid image_key');
      return part;
    case 'a':
      if (!/^https?:\/\//.test(asString(part.href))) throw refuse('invalid href in post');
      return part;
    default:
      if (part.tag !== 'hr' && part.tag !== 'emotion' && typeof part.text !== 'string') {
        throw refuse(`${asString(part.tag)} needs text`);
      }
      return part;
  }
}
