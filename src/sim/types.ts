import type { Server } from 'node:http';
import type { Fault } from './faults.ts';

export type { Fault, FaultContext, FaultKind } from './faults.ts';

/** Public shapes of the simulator. Instants are ms since the epoch by the simulator's clock. */

export type PushPath = '/webhook/event' | '/webhook/card';

export interface PushRequest {
  headers: Record<string, string>;
  body: string;
}

export interface PushAnswer {
  status: number;
  body: string;
}

export interface SimOptions {
  appId: string;
  appSecret: string;
  /** Encrypt Key; absent = pushes travel in the clear and are signed with an empty key (as the platform does). */
  encryptKey?: string;
  verificationToken: string;
  /** The simulator's present, ms since the epoch. The owner moves it. */
  clock: () => number;
  /** Carries one push to the bot. A rejection is a connection failure. */
  deliver: (path: PushPath, request: PushRequest) => Promise<PushAnswer>;
  /** Scopes the app has been granted; default {@link DEFAULT_SCOPES} in scopes.ts. */
  scopes?: string[];
  /** Makes generated ids repeatable. Without it they are random, so a restart never reuses an id. */
  seed?: number;
  /** Real-time timer for the 3 s push limit and for latency faults; default setTimeout, unreferenced. */
  setTimer?: (fn: () => void, ms: number) => void;
  /** Moves the owner's clock; without it the page's clock buttons answer 409. */
  moveClock?: (to: number) => Promise<void>;
  botName?: string;
  tenantKey?: string;
  /** How the app has subscribed to events and callbacks; default 'webhook'. With 'longconn' nothing is delivered. */
  transport?: 'webhook' | 'longconn';
}

/** The long connections of the app, and what may go wrong with them. */
export interface SimLongconn {
  /** Lets a server in front of {@link Sim.fetch} take their handshakes; the answer ends them all. */
  attach(server: Server): () => void;
  /** Those that are open, oldest first. */
  connections(): { deviceId: string; openedAt: number }[];
  /** What clients did against the protocol; each such connection was closed. */
  violations(): string[];
  /** Every connection that is open now neither hears nor speaks any more: half-open. */
  silence(): void;
  /** Closes every connection as the platform does when it moves clients elsewhere. */
  closeAll(): void;
  /** Makes the endpoint refuse everybody with this code until the answer is called. */
  refuse(code: number, msg?: string): () => void;
  /** Told to clients when they connect and with every pong; seconds. */
  clientConfig: {
    PingInterval: number;
    ReconnectCount: number;
    ReconnectInterval: number;
    ReconnectNonce: number;
  };
  /** Messages larger than this are split over several frames. */
  splitBytes: number;
}

export interface SimUser {
  openId: string;
  unionId: string;
  userId: string;
  name: string;
  tenantKey: string;
  tenantName?: string;
  mobile?: string;
  email?: string;
  /** Shown on the page: who this person is (身份). */
  note?: string;
  /** Inside the app's availability range (应用可用范围). */
  available: boolean;
  resigned: boolean;
  /** Has stopped the bot's private messages. */
  blockedBot: boolean;
}

export interface SimChat {
  chatId: string;
  name: string;
  type: 'group' | 'p2p';
  /** Open ids of the people; the bot is told apart by botIn. */
  members: string[];
  botIn: boolean;
  external: boolean;
  ownerId?: string;
  status: 'normal' | 'dissolved';
  /** Who may @所有人. The bot owns no group, so 'only_owner' refuses it. */
  atAll: 'all_members' | 'only_owner';
  /** Nobody but the owner may speak (全员禁言). */
  muted: boolean;
  /** Who may buzz (加急). */
  urgent: 'all_members' | 'only_owner';
  /** What is on top of the group (群置顶): a message, or 'announcement'. */
  topNotice?: string;
}

export interface SimMention {
  /** Placeholder in the text, `@_user_N`. */
  key: string;
  openId: string;
  name: string;
  type: 'user' | 'bot';
}

export interface SimReaction {
  reactionId: string;
  emoji: string;
  operatorType: 'user' | 'app';
  operatorId: string;
  at: number;
}

export interface SimUrgent {
  kind: 'app' | 'sms' | 'phone';
  openIds: string[];
  at: number;
}

export interface SimMessage {
  messageId: string;
  chatId: string;
  senderType: 'user' | 'app';
  /** open_id of a person, app_id of the bot. */
  senderId: string;
  msgType: string;
  /** Parsed content; in text, people are `@_user_N` (see mentions). A card is its JSON. */
  content: unknown;
  /** What a reader sees, as plain text: mentions by name, all words of a card. */
  text: string;
  mentions: SimMention[];
  createdAt: number;
  updatedAt: number;
  recalled: boolean;
  parentId?: string;
  rootId?: string;
  reactions: SimReaction[];
  urgent: SimUrgent[];
  pinned: boolean;
  /** Earlier versions of content, oldest first. */
  history: unknown[];
}

export interface Toast {
  type: 'info' | 'success' | 'error' | 'warning';
  content: string;
}

export interface ClickResult {
  toast?: Toast;
  /** The card the answer put in place, if it did. */
  card?: unknown;
  /** What the client shows instead, e.g. 200341, or 'client' refusals such as an unfilled required field. */
  error?: { code: number; message: string };
  /** Opened in the browser by an open_url behaviour. */
  url?: string;
}

export interface Pick {
  text?: string;
  name?: string;
  value?: unknown;
  elementId?: string;
  /** Where the element stands in the card JSON: 'body.elements.0' or '/body/elements/0'. */
  path?: string;
  /** Chosen option value(s) of a select, date of a picker, text of an input, tick of a checker. */
  choice?: unknown;
}

export interface ApiCall {
  at: number;
  method: string;
  path: string;
  /** Method and path pattern, e.g. 'POST /open-apis/im/v1/messages'. */
  route: string;
  status: number;
  code: number;
  requestBody: unknown;
  response: unknown;
}

export interface Push {
  at: number;
  eventType: string;
  eventId: string;
  /** 1 = first delivery. */
  attempt: number;
  /** HTTP status; 0 = no answer (connection failure, timeout). */
  status: number;
  answer: string;
  /** Why it counts as failed. */
  failure?: 'connection' | 'timeout' | 'status' | 'lost';
}

export interface Strict {
  /** Enforce 50/s, 1000/min per API and 5/s per chat, user and message, by clock(). */
  rateLimits: boolean;
  uuidDuplicate: 'returnsFirst' | 'error230049';
  tokenErrorStatus: 200 | 400;
  /** What form_value holds for an optional field left blank. */
  blankFormFields: 'missing' | 'empty';
  /** Whether @所有人 reaches an app that has only group_at_msg. */
  atAllDelivered: boolean;
  /** Format of X-Lark-Request-Timestamp on card callbacks. */
  cardTimestamp: 'seconds' | 'goTime' | 'millis';
  /** Whether a plain mobile number or e-mail address in an outgoing message is refused (230028). */
  dlp: boolean;
  /** A PATCH while a callback of the same card is unanswered: applied, or refused as locked (11310). */
  patchDuringCallback: 'applied' | 'locked';
  /** Whether reading a person's group message needs im:message.group_msg besides the reading scope. */
  groupReadScope: boolean;
  /** How a full chat or user window is answered. */
  chatLimit: 'http429' | 'rate230020';
}

export type Change =
  | { kind: 'message'; chatId: string; messageId: string }
  | { kind: 'user'; openId: string }
  | { kind: 'chat'; chatId: string }
  | { kind: 'call'; call: ApiCall }
  | { kind: 'push'; push: Push }
  | { kind: 'clock'; now: number }
  | { kind: 'toast'; openId: string; messageId: string; toast: Toast };

/** A person's changeable traits. */
export type UserChange = Partial<
  Chosen<SimUser, 'name' | 'note' | 'available' | 'resigned' | 'blockedBot' | 'mobile' | 'email'>
>;
export type ChatChange = Partial<
  Chosen<SimChat, 'name' | 'external' | 'ownerId' | 'atAll' | 'muted' | 'urgent'>
>;
type Chosen<T, K extends keyof T> = { [P in K]: T[P] };

/** The platform with everybody on it. Acting for somebody who does not exist, or is not in the chat, throws. */
export interface Sim {
  /**
   * Serves /open-apis/*, /callback/ws/endpoint and /sim*. Rejects with BrokenConnection where a fault breaks the line; a server in front
   * of it should then drop the socket.
   */
  fetch(request: Request): Promise<Response>;

  readonly bot: { openId: string; name: string };
  readonly tenantKey: string;
  readonly longconn: SimLongconn;
  /** What is uncertain about the real platform; may be changed at any time. */
  readonly strict: Strict;

  addUser(u: NewUser): SimUser;
  addChat(c: NewChat): SimChat;
  setUser(openId: string, change: UserChange): void;
  setChat(chatId: string, change: ChatChange): void;
  setScopes(scopes: readonly string[]): void;
  scopes(): string[];
  addBotToChat(chatId: string, operatorOpenId: string): Promise<void>;
  removeBotFromChat(chatId: string, operatorOpenId: string): Promise<void>;
  addMembers(chatId: string, operatorOpenId: string, openIds: string[]): Promise<void>;
  removeMember(chatId: string, operatorOpenId: string, openId: string): Promise<void>;
  renameChat(chatId: string, operatorOpenId: string, name: string): Promise<void>;
  disbandChat(chatId: string, operatorOpenId: string): Promise<void>;
  /** Chat id of a person's private chat with the bot, made on first use. */
  p2pChat(openId: string): string;
  users(): SimUser[];
  chats(): SimChat[];

  /** Resolves when the push is answered, or given up for now. `@姓名` and `@所有人` in the text become mentions. */
  say(
    openId: string,
    chatId: string,
    text: string,
    o?: { replyTo?: string; atBot?: boolean },
  ): Promise<SimMessage>;
  /** Any other message type; content as a person's client would store it. */
  send(
    openId: string,
    chatId: string,
    messageType: string,
    content: unknown,
    o?: { replyTo?: string },
  ): Promise<SimMessage>;
  /** Several messages forwarded as one (合并转发); the event carries none of their words. */
  forward(openId: string, chatId: string, messageIds: string[]): Promise<SimMessage>;
  /** An image or a file, by its MIME type. */
  upload(
    openId: string,
    chatId: string,
    file: { name: string; mime: string; bytes: Uint8Array },
    o?: { replyTo?: string },
  ): Promise<SimMessage>;
  click(
    openId: string,
    messageId: string,
    pick: string | Pick,
    form?: Record<string, unknown>,
  ): Promise<ClickResult>;
  recall(openId: string, messageId: string): Promise<void>;
  react(openId: string, messageId: string, emoji: string): Promise<void>;
  /** Opens the private chat: im.chat.access_event.bot_p2p_chat_entered_v1. */
  openP2p(openId: string): Promise<void>;
  /** Clicks an item of the bot's menu: application.bot.menu_v6. */
  menu(openId: string, eventKey: string): Promise<void>;
  /**
   * Saves a request URL in the console: true when the challenge came back in time. With long connections the mode
   * itself is saved, which takes one that is open.
   */
  challenge(path: PushPath): Promise<boolean>;

  /** Messages of a chat in order; none for a viewer who is not in it. Recalled ones are marked. */
  messages(chatId: string, viewer?: string): SimMessage[];
  message(messageId: string): SimMessage | undefined;
  calls(): ApiCall[];
  pushes(): Push[];
  clearLogs(): void;

  /** Injects a fault; returns its remover. Removing a delayPush lets the held pushes go. */
  fault(fault: Fault): () => void;
  clearFaults(): void;
  /** Lets pushes go that delayPush faults hold back. */
  release(): void;
  /** Makes every token issued so far invalid. */
  expireTokens(): void;
  /** Makes the redeliveries (15 s, 5 min, 1 h, 6 h) that are due by the clock. */
  runDue(): Promise<void>;
  /** Resolves when no push is on the wire. Held and waiting ones do not count. */
  settled(): Promise<void>;

  /** The whole world as JSON: people, chats, messages, files, tokens, waiting redeliveries. Not logs and faults. */
  snapshot(): unknown;
  restore(snapshot: unknown): void;
  onChange(listener: (change: Change) => void): () => void;
}

export interface NewUser {
  name: string;
  openId?: string;
  tenantKey?: string;
  tenantName?: string;
  note?: string;
  mobile?: string;
  email?: string;
  available?: boolean;
}

export interface NewChat {
  name: string;
  chatId?: string;
  members: string[];
  external?: boolean;
  bot?: boolean;
  ownerId?: string;
}
