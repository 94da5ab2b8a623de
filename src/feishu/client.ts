import type { ChatCalls } from './chats.ts';
import type { FileCalls } from './files.ts';
import type { MessageCalls } from './messages.ts';

/** Everything this bot asks of the Open Platform. Stateless but for the tenant token. */
export interface FeishuClient extends MessageCalls, ChatCalls, FileCalls {
  /** Resolves when app id and secret are good (a token was obtained); else a FeishuError. */
  checkCredentials(): Promise<void>;
}
