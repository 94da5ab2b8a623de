import type { Core } from './core.ts';
import type { StoredMessage } from './world.ts';

/** Marks a message as recalled; its content stays for tests, not for the API. */
export function recallMessage(core: Core, message: StoredMessage): void {
  message.recalled = true;
  message.updatedAt = core.now();
  core.emit({ kind: 'message', chatId: message.chatId, messageId: message.messageId });
}
