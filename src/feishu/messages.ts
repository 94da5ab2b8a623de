import type { Client } from '@larksuiteoapi/node-sdk';
import type { z } from 'zod';
import { unreadableAnswer } from './answer.ts';
import { readContent } from './content.ts';
import { FeishuError } from './errors.ts';
import { type LeaveBy, leavingBy } from './http.ts';
import type { Attachment, Instant, Mention } from './incoming.ts';
import { placeMentions } from './text.ts';
import { parseEpoch } from './timestamp.ts';
import { historyAnswer, readMessageItem } from './wire.ts';

export type MessageType = 'interactive' | 'text' | 'post' | 'image' | 'file';

export interface SentMessage {
  messageId: string;
  chatId: string;
}

export interface ReadMessage {
  messageId: string;
  chatId: string;
  /** Absent when an app wrote it. */
  senderOpenId?: string;
  senderType: 'user' | 'bot';
  messageType: string;
  /** Same rules as `IncomingMessage.text`. */
  text: string;
  mentions: Mention[];
  mentionsAll: boolean;
  attachments: Attachment[];
  createdAt: Instant;
}

export interface HistoryPage {
  /** Oldest first; recalled messages and those that cannot be read are left out. */
  messages: (ReadMessage & { tenantKey: string; parentId?: string; rootId?: string; threadId?: string })[];
  /** For the next page; absent on the last. */
  pageToken?: string;
}

/** Messages. Every failure is a FeishuError; ask `classifyFailure` what to do about it. */
export interface MessageCalls {
  /**
   * Sends one message. `uuid` (≤50 characters) makes repeats within one hour harmless: keep it for every
   * retry of the same content, never reuse it for other content. `content` is the content object of that
   * type (card JSON 2.0, `{text}`, `{zh_cn:{title,content}}`, `{image_key}`, `{file_key}`).
   */
  sendMessage(
    message: {
      to: { chatId: string } | { openId: string };
      type: MessageType;
      content: unknown;
      uuid: string;
    } & LeaveBy,
  ): Promise<SentMessage>;
  /** Replies to a message; where the chat knows no threads, `inThread` falls back to a plain reply. */
  replyMessage(
    reply: {
      messageId: string;
      type: MessageType;
      content: unknown;
      uuid: string;
      inThread?: boolean;
    } & LeaveBy,
  ): Promise<SentMessage>;
  /** Replaces the bot's own card (≤14 days old, else kind 'card-too-old'). Repeating it is harmless. */
  updateCard(messageId: string, card: unknown, leaveBy?: LeaveBy): Promise<void>;
  /** Recalls the bot's own message. An already recalled or deleted one counts as done. */
  recallMessage(messageId: string): Promise<void>;
  /** `undefined` when the message was recalled or deleted. Of a merged forward the words of all it holds. */
  readMessage(messageId: string): Promise<ReadMessage | undefined>;
  /** What was said in a chat between two instants (whole seconds), fifty at a time. Of groups it needs a scope of its own. */
  readHistory(
    chatId: string,
    page: { from: Instant; to: Instant; pageToken?: string | undefined },
  ): Promise<HistoryPage>;
  /** In-app urgent (加急) on the bot's own message, ≤200 people who are in the chat. */
  urgentApp(messageId: string, openIds: string[]): Promise<{ invalid: string[] }>;
  /** emojiType such as OK, DONE, THUMBSUP. */
  addReaction(messageId: string, emojiType: string): Promise<void>;
}

const MESSAGES = '/open-apis/im/v1/messages';
const MAX_UUID = 50;
const HISTORY_PAGE = 50;

/** `botOpenId` is asked for only when a message that mentions somebody is read. */
export function createMessageCalls(sdk: Client, botOpenId: () => Promise<string>): MessageCalls {
  const { message, messageReaction } = sdk.im.v1;

  const reply: MessageCalls['replyMessage'] = async ({
    messageId,
    type,
    content,
    uuid,
    inThread,
    ...leaveBy
  }) => {
    const data = { content: JSON.stringify(content), msg_type: type, uuid: checkUuid(uuid) };
    const send = (extra: object) =>
      message.reply({ path: pathOf(messageId), data: { ...data, ...extra } }, leavingBy(leaveBy));
    const answer = await send(inThread ? { reply_in_thread: true } : {}).catch((error) => {
      if (!inThread || !(error instanceof FeishuError) || error.reason !== 'no-threads-here') throw error;
      return send({});
    });
    return sentOf(answer.data, `${MESSAGES}/${messageId}/reply`);
  };

  return {
    async sendMessage({ to, type, content, uuid, ...leaveBy }) {
      const toPerson = 'openId' in to;
      const answer = await message.create(
        {
          params: { receive_id_type: toPerson ? 'open_id' : 'chat_id' },
          data: {
            receive_id: toPerson ? to.openId : to.chatId,
            msg_type: type,
            content: JSON.stringify(content),
            uuid: checkUuid(uuid),
          },
        },
        leavingBy(leaveBy),
      );
      return sentOf(answer.data, MESSAGES);
    },
    replyMessage: reply,
    async updateCard(messageId, card, leaveBy = {}) {
      const data = { content: JSON.stringify(card) };
      await message.patch({ path: pathOf(messageId), data }, leavingBy(leaveBy));
    },
    async recallMessage(messageId) {
      await unlessGone(message.delete({ path: pathOf(messageId) }));
    },
    async readMessage(messageId) {
      const params = { user_id_type: 'open_id' as const };
      const answer = await unlessGone(message.get({ path: pathOf(messageId), params }));
      if (answer === undefined) return undefined;
      const item = readMessageItem.safeParse(answer.data?.items?.[0]).data;
      if (item === undefined) throw unreadableAnswer('GET', `${MESSAGES}/${messageId}`);
      if (item.deleted) return undefined;
      if (item.msg_type === MERGED) return mergedOf(item, answer.data?.items?.slice(1) ?? []);
      return messageOf(item, item.mentions?.length ? await botOpenId() : undefined);
    },
    async readHistory(chatId, { from, to, pageToken }) {
      const answer = await message.list({
        params: {
          container_id_type: 'chat',
          container_id: chatId,
          start_time: String(Math.floor(from / 1000)),
          end_time: String(Math.ceil(to / 1000)),
          sort_type: 'ByCreateTimeAsc',
          page_size: HISTORY_PAGE,
          ...(pageToken && { page_token: pageToken }),
        },
      });
      const page = historyAnswer.safeParse(answer.data).data;
      if (page === undefined) throw unreadableAnswer('GET', MESSAGES);
      const items = (page.items ?? []).flatMap((raw) => readMessageItem.safeParse(raw).data ?? []);
      const bot = items.some((item) => item.mentions?.length) ? await botOpenId() : undefined;
      // A page that points to itself would never end.
      const next = page.has_more && page.page_token !== pageToken ? page.page_token : undefined;
      return {
        messages: items
          .filter((item) => !item.deleted)
          .map((item) => ({
            ...messageOf(item, bot),
            tenantKey: item.sender?.tenant_key ?? '',
            ...(item.parent_id && { parentId: item.parent_id }),
            ...(item.root_id && { rootId: item.root_id }),
            ...(item.thread_id && { threadId: item.thread_id }),
          })),
        ...(next && { pageToken: next }),
      };
    },
    async urgentApp(messageId, openIds) {
      const answer = await message.urgentApp({
        path: pathOf(messageId),
        params: { user_id_type: 'open_id' },
        data: { user_id_list: openIds },
      });
      return { invalid: answer.data?.invalid_user_id_list ?? [] };
    },
    async addReaction(messageId, emojiType) {
      const data = { reaction_type: { emoji_type: emojiType } };
      await messageReaction.create({ path: pathOf(messageId), data });
    },
  };
}

function messageOf(item: z.output<typeof readMessageItem>, botOpenId: string | undefined): ReadMessage {
  const { rawText, attachments } = readContent(item.msg_type, item.body?.content);
  const isUser = item.sender?.sender_type === 'user';
  return {
    messageId: item.message_id,
    chatId: item.chat_id,
    senderType: isUser ? 'user' : 'bot',
    ...(isUser && item.sender?.id && { senderOpenId: item.sender.id }),
    messageType: item.msg_type,
    ...placeMentions(rawText, item.mentions, botOpenId),
    attachments,
    createdAt: parseEpoch(item.create_time) ?? 0,
  };
}

const MERGED = 'merge_forward';

/**
 * A merged forward has no words of its own; those of what it holds follow each other, a line each. Pictures inside
 * cannot be fetched by the forward's id (234043), so none are taken.
 */
function mergedOf(item: z.output<typeof readMessageItem>, children: readonly unknown[]): ReadMessage {
  const lines = children.flatMap((raw) => {
    const child = readMessageItem.safeParse(raw).data;
    const text = child && !child.deleted ? messageOf(child, undefined).text.trim() : '';
    return text === '' ? [] : [text];
  });
  return { ...messageOf(item, undefined), text: lines.join('\n') };
}

/** The SDK puts ids into the path as they are. */
const pathOf = (messageId: string) => ({ message_id: encodeURIComponent(messageId) });

function checkUuid(uuid: string): string {
  if (uuid === '' || uuid.length > MAX_UUID) throw new Error(`uuid must have 1 to ${MAX_UUID} characters`);
  return uuid;
}

function sentOf(
  data: { message_id?: string | undefined; chat_id?: string | undefined } | undefined,
  path: string,
): SentMessage {
  if (!data?.message_id) throw unreadableAnswer('POST', path);
  return { messageId: data.message_id, chatId: data.chat_id ?? '' };
}

async function unlessGone<T>(call: Promise<T>): Promise<T | undefined> {
  return call.catch((error) => {
    if (error instanceof FeishuError && error.kind === 'message-gone') return undefined;
    throw error;
  });
}
