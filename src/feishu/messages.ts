import type { Attachment, Instant, Mention } from './incoming.ts';

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

/** Messages. Every failure is a FeishuError; ask `classifyFailure` what to do about it. */
export interface MessageCalls {
  /**
   * Sends one message. `uuid` (≤50 characters) makes repeats within one hour harmless: keep it for every
   * retry of the same content, never reuse it for other content. `content` is the content object of that
   * type (card JSON 2.0, `{text}`, `{zh_cn:{title,content}}`, `{image_key}`, `{file_key}`).
   */
  sendMessage(message: {
    to: { chatId: string } | { openId: string };
    type: MessageType;
    content: unknown;
    uuid: string;
  }): Promise<SentMessage>;
  /** Replies to a message; where the chat knows no threads, `inThread` falls back to a plain reply. */
  replyMessage(reply: {
    messageId: string;
    type: MessageType;
    content: unknown;
    uuid: string;
    inThread?: boolean;
  }): Promise<SentMessage>;
  /** Replaces the bot's own card (≤14 days old, else kind 'card-too-old'). Repeating it is harmless. */
  updateCard(messageId: string, card: unknown): Promise<void>;
  /** Recalls the bot's own message. An already recalled or deleted one counts as done. */
  recallMessage(messageId: string): Promise<void>;
  /** `undefined` when the message was recalled or deleted. */
  readMessage(messageId: string): Promise<ReadMessage | undefined>;
  /** In-app urgent (加急) on the bot's own message, ≤200 people who are in the chat. */
  urgentApp(messageId: string, openIds: string[]): Promise<{ invalid: string[] }>;
  /** emojiType such as OK, DONE, THUMBSUP. */
  addReaction(messageId: string, emojiType: string): Promise<void>;
}
