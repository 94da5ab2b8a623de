import type { Core } from '../core.ts';
import type { StoredMessage } from '../world.ts';

/** A pin as the API shows it. */
export function wirePin(core: Core, message: StoredMessage): unknown {
  return {
    message_id: message.messageId,
    chat_id: message.chatId,
    operator_id: core.options.appId,
    operator_id_type: 'app_id',
    create_time: String(core.now()),
  };
}
