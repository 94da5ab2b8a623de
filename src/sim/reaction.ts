import type { Core } from './core.ts';
import { newReactionId } from './ids.ts';
import { pushReaction } from './push/note-events.ts';
import type { SimReaction } from './types.ts';
import type { StoredMessage } from './world.ts';

/** Adds an emoji; the same one by the same hand counts once. The bot is told in the background. */
export function addReaction(
  core: Core,
  message: StoredMessage,
  operatorType: SimReaction['operatorType'],
  operatorId: string,
  emoji: string,
): SimReaction {
  const known = message.reactions.find((r) => r.operatorId === operatorId && r.emoji === emoji);
  if (known) return known;
  const reaction: SimReaction = {
    reactionId: newReactionId(core.world.ids),
    emoji,
    operatorType,
    operatorId,
    at: core.now(),
  };
  message.reactions.push(reaction);
  core.emit({ kind: 'message', chatId: message.chatId, messageId: message.messageId });
  void pushReaction(core, message, reaction, true);
  return reaction;
}

/** Takes an emoji back; the bot is told in the background. */
export function removeReaction(core: Core, message: StoredMessage, reaction: SimReaction): void {
  message.reactions = message.reactions.filter((r) => r !== reaction);
  core.emit({ kind: 'message', chatId: message.chatId, messageId: message.messageId });
  void pushReaction(core, message, reaction, false);
}
