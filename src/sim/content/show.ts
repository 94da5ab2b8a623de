import { cardText } from '../card/text.ts';
import type { SimMention } from '../types.ts';
import type { World } from '../world.ts';
import { asList, asRecord, asString } from './json.ts';
import { showMentions } from './mentions.ts';

function postText(world: World, content: Record<string, unknown>, mentions: readonly SimMention[]): string {
  const body = asRecord(content.zh_cn ?? content.en_us ?? content);
  const lines = asList(body.content).map((line) =>
    asList(line)
      .map((part) => {
        const p = asRecord(part);
        if (p.tag === 'at') {
          const id = asString(p.user_id);
          const name = mentions.find((m) => m.key === id || m.openId === id)?.name ?? world.users[id]?.name;
          return `@${id === 'all' || id === '@_all' ? '所有人' : (name ?? asString(p.user_name))}`;
        }
        if (p.tag === 'img' || p.tag === 'media') return '[图片]';
        return asString(p.text);
      })
      .join(''),
  );
  return [asString(body.title), ...lines].filter((line) => line !== '').join('\n');
}

/** What a reader sees of a message, as plain text. */
export function messageText(
  world: World,
  msgType: string,
  content: unknown,
  mentions: readonly SimMention[],
): string {
  const c = asRecord(content);
  switch (msgType) {
    case 'text':
      return showMentions(asString(c.text), mentions);
    case 'post':
      return postText(world, c, mentions);
    case 'interactive':
      return cardText(content, (id) => world.users[id]?.name);
    case 'image':
      return '[图片]';
    case 'file':
      return `[文件] ${asString(c.file_name)}`;
    default:
      return `[${msgType}]`;
  }
}
