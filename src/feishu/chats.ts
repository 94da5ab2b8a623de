import type { Client } from '@larksuiteoapi/node-sdk';
import { unreadableAnswer } from './answer.ts';
import { FeishuError } from './errors.ts';
import { botAnswer, chatAnswer } from './wire.ts';

export interface ChatInfo {
  /** '' in private chats. */
  name: string;
  external: boolean;
  /** False after 解散. */
  active: boolean;
  mode?: 'group' | 'topic' | 'p2p';
  description?: string;
  ownerOpenId?: string;
  tenantKey?: string;
  userCount?: number;
  botCount?: number;
  /** May every member send urgents / at everybody? Absent when the platform does not say. */
  urgentByAll?: boolean;
  atAllByAll?: boolean;
}

export interface ChatMember {
  openId: string;
  name: string;
  tenantKey: string;
}

/** Chats and people. Failures are FeishuErrors. */
export interface ChatCalls {
  chatInfo(chatId: string): Promise<ChatInfo>;
  /** Everybody in the chat but bots, page by page; names need no contact scope here. */
  chatMembers(chatId: string): AsyncIterable<ChatMember>;
  /** Puts a message on top of a group (群置顶), in the place of what is there. Needs an optional scope. */
  putTopNotice(chatId: string, messageId: string): Promise<void>;
  /** Takes down what is on top of a group; nothing there counts as done. */
  removeTopNotice(chatId: string): Promise<void>;
  /** Names by open_id; unknown ids are missing from the map. Asks in tens. */
  names(openIds: string[]): Promise<Map<string, string>>;
  /** `active`: the bot may be used in the tenant; undefined when the platform does not say. */
  botInfo(): Promise<{ openId: string; name: string; active: boolean | undefined }>;
}

const CHATS = '/open-apis/im/v1/chats';
const NAMES_PER_CALL = 10;
/** activate_status of bot/v3/info: switched on in the tenant. */
const ACTIVE = 2;
/** One such id fails its whole batch. */
const BAD_ID = new Set([
  'id-unknown',
  'open-id-of-another-app',
  'field-validation',
  'person-outside-contact-range',
]);

export function createChatCalls(sdk: Client): ChatCalls {
  return {
    async chatInfo(chatId) {
      const path = { chat_id: encodeURIComponent(chatId) };
      const answer = await sdk.im.v1.chat.get({ path, params: { user_id_type: 'open_id' } });
      const chat = chatAnswer.safeParse(answer.data).data;
      if (chat === undefined) throw unreadableAnswer('GET', `${CHATS}/${chatId}`);
      return {
        name: chat.name ?? '',
        external: chat.external ?? false,
        active: (chat.chat_status ?? 'normal') === 'normal',
        ...(chat.chat_mode && { mode: chat.chat_mode }),
        ...(chat.description && { description: chat.description }),
        ...(chat.owner_id && { ownerOpenId: chat.owner_id }),
        ...(chat.tenant_key && { tenantKey: chat.tenant_key }),
        ...(chat.user_count !== undefined && { userCount: chat.user_count }),
        ...(chat.bot_count !== undefined && { botCount: chat.bot_count }),
        ...(chat.urgent_setting && { urgentByAll: chat.urgent_setting === 'all_members' }),
        ...(chat.at_all_permission && { atAllByAll: chat.at_all_permission === 'all_members' }),
      };
    },
    async *chatMembers(chatId) {
      const path = { chat_id: encodeURIComponent(chatId) };
      let pageToken: string | undefined;
      do {
        const params = { member_id_type: 'open_id' as const, page_size: 100, ...pageParam(pageToken) };
        const { data } = await sdk.im.v1.chatMembers.get({ path, params });
        for (const { member_id, name, tenant_key } of data?.items ?? []) {
          if (member_id) yield { openId: member_id, name: name ?? '', tenantKey: tenant_key ?? '' };
        }
        // A page that points to itself would never end.
        const next = data?.has_more ? data.page_token : undefined;
        pageToken = next === pageToken ? undefined : next;
      } while (pageToken);
    },
    async putTopNotice(chatId, messageId) {
      const notice = { action_type: '1', message_id: messageId };
      await sdk.request({ method: 'POST', url: topUrl(chatId, 'put'), data: { chat_top_notice: [notice] } });
    },
    async removeTopNotice(chatId) {
      await sdk.request({ method: 'POST', url: topUrl(chatId, 'delete'), data: {} });
    },
    async names(openIds) {
      const found = new Map<string, string>();
      const wanted = [...new Set(openIds)];
      for (let at = 0; at < wanted.length; at += NAMES_PER_CALL) {
        await findNames(sdk, wanted.slice(at, at + NAMES_PER_CALL), found);
      }
      return found;
    },
    async botInfo() {
      const url = '/open-apis/bot/v3/info';
      const { data } = botAnswer.safeParse(await sdk.request({ method: 'GET', url }));
      if (data === undefined) throw unreadableAnswer('GET', url);
      const status = data.bot.activate_status;
      return {
        openId: data.bot.open_id,
        name: data.bot.app_name ?? '',
        active: status === undefined ? undefined : status === ACTIVE,
      };
    },
  };
}

const topUrl = (chatId: string, step: 'put' | 'delete') =>
  `${CHATS}/${encodeURIComponent(chatId)}/top_notice/${step}_top_notice`;

const pageParam = (page_token: string | undefined) => (page_token ? { page_token } : {});

/** Halves a batch that a bad id has spoilt, until only the bad one is left out. */
async function findNames(sdk: Client, openIds: string[], found: Map<string, string>): Promise<void> {
  try {
    const params = { user_id_type: 'open_id' as const };
    const { data } = await sdk.contact.v3.user.basicBatch({ params, data: { user_ids: openIds } });
    for (const { user_id, name, i18n_name } of data?.users ?? []) {
      const shown = name || i18n_name?.zh_cn;
      if (user_id && shown) found.set(user_id, shown);
    }
  } catch (error) {
    if (!(error instanceof FeishuError) || !BAD_ID.has(error.reason)) throw error;
    if (openIds.length === 1) return;
    const half = Math.ceil(openIds.length / 2);
    await findNames(sdk, openIds.slice(0, half), found);
    await findNames(sdk, openIds.slice(half), found);
  }
}
