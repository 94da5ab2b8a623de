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
  /** Names by open_id; unknown ids are missing from the map. Asks in tens. */
  names(openIds: string[]): Promise<Map<string, string>>;
  botInfo(): Promise<{ openId: string; name: string }>;
}
