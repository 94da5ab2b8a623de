/**
 * What the Open Platform can tell us, in our own words. `parse.ts` turns a verified push into one of
 * these; nothing behind this room ever sees the wire format.
 */

/** Milliseconds since the Unix epoch. */
export type Instant = number;

export interface Sender {
  openId: string;
  /** The person's own tenant; in external groups it differs from ours. Empty when the platform left it out. */
  tenantKey: string;
  unionId?: string;
  name?: string;
}

export interface Mention {
  /** Placeholder on the wire, `@_user_1`; kept for tracing only, it no longer occurs in `text`. */
  key: string;
  openId: string;
  name: string;
  tenantKey?: string;
  /** True for our own bot only, by exact open_id equality. */
  isBot: boolean;
  /** 'bot' also for other people's bots, which can be given no work. */
  mentionedType: 'user' | 'bot';
  /** Where `@姓名` stands in `text`: [start, end) in UTF-16 units. One Mention per occurrence. */
  span: [number, number];
}

export interface Attachment {
  kind: 'image' | 'file' | 'audio' | 'video';
  /** image_key or file_key, good for `download` together with the message id. */
  key: string;
  name?: string;
}

export interface IncomingMessage {
  kind: 'message';
  eventId: string;
  /** Deduplicate by this as well: the platform may push one message under two event ids. */
  messageId: string;
  chatId: string;
  chatType: 'p2p' | 'group';
  sender: Sender;
  senderType: 'user' | 'bot';
  createdAt: Instant;
  /** Plain text of text and post messages, `''` for all other types. Mentions stand as `@姓名`. */
  text: string;
  mentions: Mention[];
  /** `@所有人` was used; the platform lists no mention for it. */
  mentionsAll: boolean;
  /** Wire value: text, post, image, file, audio, media, sticker, interactive, … */
  messageType: string;
  attachments: Attachment[];
  parentId?: string;
  rootId?: string;
  threadId?: string;
}

export interface IncomingClick {
  kind: 'click';
  eventId: string;
  messageId: string;
  chatId: string;
  operator: Sender;
  createdAt: Instant;
  /** The element's own value; `{}` when it has none. Anybody in the chat can click: authorise by operator. */
  value: Record<string, unknown>;
  tag: string;
  name?: string;
  formValue?: Record<string, unknown>;
  inputValue?: string;
  option?: string;
  options?: string[];
  checked?: boolean;
}

export interface IncomingBotMembership {
  kind: 'botAdded' | 'botRemoved';
  eventId: string;
  chatId: string;
  chatName: string;
  external: boolean;
  operator: Sender;
}

export interface IncomingMembers {
  kind: 'membersAdded' | 'membersRemoved';
  eventId: string;
  chatId: string;
  users: { openId: string; name: string; tenantKey: string }[];
}

/** One verified push, understood. */
export type Incoming =
  | IncomingMessage
  | IncomingClick
  | IncomingBotMembership
  | IncomingMembers
  | { kind: 'chatDisbanded'; eventId: string; chatId: string }
  /** `name` only when the name changed. */
  | { kind: 'chatUpdated'; eventId: string; chatId: string; name?: string }
  | { kind: 'privateChatEntered'; eventId: string; chatId: string; operator: Sender }
  | { kind: 'menu'; eventId: string; eventKey: string; operator: Sender }
  | { kind: 'messageRecalled'; eventId: string; messageId: string; chatId: string };

/** A push we know nothing to do with (`ignored`) or cannot make sense of (`invalid`). Answer both with 200. */
export type Unusable = { kind: 'invalid'; reason: string } | { kind: 'ignored'; eventType: string };
