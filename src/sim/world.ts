import type { IdState } from './ids.ts';
import { newChatId, newOpenId, newTenantKey, newUnionId, newUserId } from './ids.ts';
import type {
  NewChat,
  NewUser,
  SimChat,
  SimMention,
  SimReaction,
  SimUrgent,
  SimUser,
  Strict,
} from './types.ts';

/** A message as stored; content is the JSON string the platform keeps. */
export interface StoredMessage {
  messageId: string;
  chatId: string;
  senderType: 'user' | 'app';
  senderId: string;
  msgType: string;
  content: string;
  mentions: SimMention[];
  createdAt: number;
  updatedAt: number;
  edits: number;
  recalled: boolean;
  parentId?: string;
  rootId?: string;
  reactions: SimReaction[];
  urgent: SimUrgent[];
  pinned: boolean;
  history: string[];
  /** Of a merge_forward: copies of what was forwarded, shown by GET alone. */
  forwarded?: StoredMessage[];
}

export interface StoredFile {
  key: string;
  kind: 'image' | 'file';
  name: string;
  mime: string;
  /** base64 */
  data: string;
  size: number;
  by: 'app' | 'user';
  /** file_type of the upload; decides which message type may carry it. */
  fileType?: string;
}

/** A push not yet done with: kept so that a redelivery survives a restart. */
export interface PendingPush {
  eventId: string;
  eventType: string;
  body: string;
  /** Deliveries made so far. */
  attempt: number;
  dueAt: number;
}

export interface CardToken {
  messageId: string;
  issuedAt: number;
  uses: number;
  answered: boolean;
}

export interface World {
  ids: IdState;
  tenantKey: string;
  bot: { openId: string; unionId: string; name: string };
  scopes: string[];
  users: Record<string, SimUser>;
  chats: Record<string, SimChat>;
  /** open_id → chat id of the private chat with the bot. */
  p2p: Record<string, string>;
  /** chat id → message ids in order of time. */
  timelines: Record<string, string[]>;
  messages: Record<string, StoredMessage>;
  files: Record<string, StoredFile>;
  tokens: { token: string; expiresAt: number }[];
  cardTokens: Record<string, CardToken>;
  uuids: Record<string, { messageId: string; at: number }>;
  pending: PendingPush[];
  strict: Strict;
}

export const DEFAULT_STRICT: Strict = {
  rateLimits: true,
  uuidDuplicate: 'returnsFirst',
  tokenErrorStatus: 400,
  blankFormFields: 'missing',
  groupReadScope: true,
  atAllDelivered: false,
  cardTimestamp: 'seconds',
  dlp: false,
  patchDuringCallback: 'applied',
  chatLimit: 'rate230020',
};

/** An empty tenant with one bot. */
export function createWorld(
  seed: number,
  scopes: readonly string[],
  o: { botName?: string; tenantKey?: string },
): World {
  const ids = { seed, drawn: 0 };
  return {
    ids,
    tenantKey: o.tenantKey ?? newTenantKey(ids),
    bot: { openId: newOpenId(ids), unionId: newUnionId(ids), name: o.botName ?? '专班秘书' },
    scopes: [...scopes],
    users: {},
    chats: {},
    p2p: {},
    timelines: {},
    messages: {},
    files: {},
    tokens: [],
    cardTokens: {},
    uuids: {},
    pending: [],
    strict: { ...DEFAULT_STRICT },
  };
}

/** Whether any one of the scopes has been granted. */
export function hasScope(world: World, anyOf: readonly string[]): boolean {
  return anyOf.some((scope) => world.scopes.includes(scope));
}

/** Adds a person. People of another tenant are outside the availability range, as on the platform. */
export function addUser(world: World, u: NewUser): SimUser {
  const openId = u.openId ?? newOpenId(world.ids);
  const tenantKey = u.tenantKey ?? world.tenantKey;
  const user: SimUser = {
    openId,
    unionId: newUnionId(world.ids),
    userId: newUserId(world.ids),
    name: u.name,
    tenantKey,
    ...(u.tenantName === undefined ? {} : { tenantName: u.tenantName }),
    ...(u.note === undefined ? {} : { note: u.note }),
    ...(u.mobile === undefined ? {} : { mobile: u.mobile }),
    ...(u.email === undefined ? {} : { email: u.email }),
    available: u.available ?? tenantKey === world.tenantKey,
    resigned: false,
    blockedBot: false,
  };
  world.users[openId] = user;
  return user;
}

/** Adds a group. The first member owns it unless told otherwise. */
export function addChat(world: World, c: NewChat): SimChat {
  for (const openId of c.members) getUser(world, openId);
  const ownerId = c.ownerId ?? c.members[0];
  const chat: SimChat = {
    chatId: c.chatId ?? newChatId(world.ids),
    name: c.name,
    type: 'group',
    members: [...c.members],
    botIn: c.bot ?? false,
    external: c.external ?? c.members.some((id) => world.users[id]?.tenantKey !== world.tenantKey),
    ...(ownerId === undefined ? {} : { ownerId }),
    status: 'normal',
    atAll: 'all_members',
    muted: false,
    urgent: 'all_members',
  };
  world.chats[chat.chatId] = chat;
  world.timelines[chat.chatId] = [];
  return chat;
}

/** The private chat of a person with the bot, made on first use. */
export function findP2pChat(world: World, openId: string): SimChat {
  getUser(world, openId);
  const known = world.p2p[openId];
  if (known !== undefined) return getChat(world, known);
  const chat: SimChat = {
    chatId: newChatId(world.ids),
    name: '',
    type: 'p2p',
    members: [openId],
    botIn: true,
    external: false,
    status: 'normal',
    atAll: 'all_members',
    muted: false,
    urgent: 'all_members',
  };
  world.chats[chat.chatId] = chat;
  world.timelines[chat.chatId] = [];
  world.p2p[openId] = chat.chatId;
  return chat;
}

/** What a table holds under a key; `__proto__` and its like, which every object carries, are no entries. */
export const readOwn = <T>(table: Record<string, T>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** Throws when a test or seed names somebody who does not exist. */
export function getUser(world: World, openId: string): SimUser {
  const user = readOwn(world.users, openId);
  if (!user) throw new Error(`sim: no user ${openId}`);
  return user;
}

/** Throws when there is no such chat. */
export function getChat(world: World, chatId: string): SimChat {
  const chat = readOwn(world.chats, chatId);
  if (!chat) throw new Error(`sim: no chat ${chatId}`);
  return chat;
}

/** Throws when there is no such message. */
export function getMessage(world: World, messageId: string): StoredMessage {
  const message = readOwn(world.messages, messageId);
  if (!message) throw new Error(`sim: no message ${messageId}`);
  return message;
}
