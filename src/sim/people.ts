import { parseJson } from './content/json.ts';
import { placeMentions } from './content/mentions.ts';
import type { Core } from './core.ts';
import { newFileKey } from './ids.ts';
import { pushMessage } from './push/message-event.ts';
import { appendMessage } from './timeline.ts';
import type { SimChat, SimMention } from './types.ts';
import type { StoredMessage } from './world.ts';
import { getChat, getUser } from './world.ts';

/** A chat this person may speak in; a mistake of the caller throws. */
export function needOwnChat(core: Core, openId: string, chatId: string): SimChat {
  getUser(core.world, openId);
  const chat = getChat(core.world, chatId);
  if (chat.status === 'dissolved') throw new Error(`sim: ${chat.name} is dissolved`);
  if (!chat.members.includes(openId)) throw new Error(`sim: ${openId} is not in ${chatId}`);
  if (chat.muted && chat.ownerId !== openId) throw new Error(`sim: ${chat.name} is muted`);
  return chat;
}

function needParent(core: Core, chatId: string, replyTo: string | undefined): { replyTo?: string } {
  if (replyTo === undefined) return {};
  if (core.world.messages[replyTo]?.chatId !== chatId) throw new Error(`sim: ${replyTo} is not in ${chatId}`);
  return { replyTo };
}

/** A person types a text; resolves when the bot, if it may hear it, has answered the push. */
export async function sayText(
  core: Core,
  openId: string,
  chatId: string,
  text: string,
  o: { replyTo?: string; atBot?: boolean },
): Promise<StoredMessage> {
  const chat = needOwnChat(core, openId, chatId);
  const full = o.atBot ? `@${core.world.bot.name} ${text}` : text;
  const placed = placeMentions(core.world, chat, full);
  return post(core, openId, chat, 'text', { text: placed.text }, placed.mentions, o.replyTo);
}

/** A person sends anything but text. In a post, at tags may name people by open_id. */
export async function sendContent(
  core: Core,
  openId: string,
  chatId: string,
  msgType: string,
  content: unknown,
  replyTo: string | undefined,
): Promise<StoredMessage> {
  const chat = needOwnChat(core, openId, chatId);
  const mentions: SimMention[] = [];
  const placed = msgType === 'post' ? placePost(core, content, mentions) : content;
  return post(core, openId, chat, msgType, placed, mentions, replyTo);
}

/** Merged forward: a fixed text, and the messages themselves for who asks (feishu.md §3.1). */
export async function sendForward(
  core: Core,
  openId: string,
  chatId: string,
  children: StoredMessage[],
): Promise<StoredMessage> {
  const text = { content: 'Merged and Forwarded Message' };
  const sent = await sendContent(core, openId, chatId, 'merge_forward', text, undefined);
  sent.forwarded = children;
  return sent;
}

/** Replaces open ids of at tags by placeholders, in a post without its locale wrapper (feishu.md §3.1). */
function placePost(core: Core, content: unknown, mentions: SimMention[]): unknown {
  const source: unknown = parseJson(
    JSON.stringify(content, (_key, value: unknown) => {
      if (typeof value !== 'object' || value === null || !('tag' in value) || value.tag !== 'at')
        return value;
      const id = 'user_id' in value ? String(value.user_id) : '';
      if (id === 'all' || id.startsWith('@_')) return { tag: 'at', user_id: '@_all', user_name: '所有人' };
      const isBot = id === core.world.bot.openId;
      const name = isBot ? core.world.bot.name : getUser(core.world, id).name;
      const key = `@_user_${mentions.length + 1}`;
      mentions.push({ key, openId: id, name, type: isBot ? 'bot' : 'user' });
      return { tag: 'at', user_id: key, user_name: name };
    }),
  );
  const wrapped = source as Record<string, unknown>;
  return wrapped.zh_cn ?? wrapped.en_us ?? source;
}

async function post(
  core: Core,
  openId: string,
  chat: SimChat,
  msgType: string,
  content: unknown,
  mentions: SimMention[],
  replyTo: string | undefined,
): Promise<StoredMessage> {
  const message = appendMessage(core, {
    chatId: chat.chatId,
    senderType: 'user',
    senderId: openId,
    msgType,
    content: JSON.stringify(content),
    mentions,
    ...needParent(core, chat.chatId, replyTo),
  });
  await pushMessage(core, message);
  return message;
}

/** Keeps bytes a person uploads; the key goes into the message that carries them. */
export function keepUpload(core: Core, f: { name: string; mime: string; bytes: Uint8Array }): string {
  const kind = f.mime.startsWith('image/') ? 'image' : 'file';
  const key = newFileKey(core.world.ids, kind === 'image' ? 'img' : 'file');
  core.world.files[key] = {
    key,
    kind,
    name: f.name,
    mime: f.mime,
    data: Buffer.from(f.bytes).toString('base64'),
    size: f.bytes.length,
    by: 'user',
  };
  return key;
}

/** A person sends a picture or a file. */
export async function sendUpload(
  core: Core,
  openId: string,
  chatId: string,
  f: { name: string; mime: string; bytes: Uint8Array },
  replyTo: string | undefined,
): Promise<StoredMessage> {
  const key = keepUpload(core, f);
  const isImage = f.mime.startsWith('image/');
  const content = isImage ? { image_key: key } : { file_key: key, file_name: f.name };
  return sendContent(core, openId, chatId, isImage ? 'image' : 'file', content, replyTo);
}
