import type { SimMessage } from '../types.ts';
import { readContent, readObject, readString } from './card/read.ts';

/** One line for the list of chats: a card's summary or title, a text, or what kind of thing it is. */
export function summarise(message: SimMessage): string {
  if (message.recalled) return '[已撤回一条消息]';
  if (message.msgType !== 'interactive') return message.text.replaceAll('\n', ' ');
  const card = readObject(message.content);
  const summary = readContent(readObject(card.config).summary);
  const title = readContent(readObject(card.header).title);
  return summary || (title && `[卡片] ${title}`) || message.text.replaceAll('\n', ' ') || '[卡片]';
}

/** Whether a message calls this person: a mention in the text, or an at in a card. */
export function mentions(message: SimMessage, openId: string): boolean {
  if (message.mentions.some((mention) => mention.openId === openId)) return true;
  const content =
    typeof message.content === 'string' ? message.content : JSON.stringify(message.content ?? '');
  const text = readString(readObject(message.content).text) ?? '';
  return text.includes('@_all') || atPattern('all').test(content) || atPattern(openId).test(content);
}

function atPattern(openId: string): RegExp {
  const id = openId.replace(/[^\w-]/g, '');
  return new RegExp(`<at (?:user_)?ids?=[^>]*\\b${id}(?![\\w-])`);
}
