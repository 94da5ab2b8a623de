import { removeReaction } from '../reaction.ts';
import { wireReaction } from './reaction-wire.ts';
import type { Route } from './route.ts';
import { ApiError } from './route.ts';
import { needBotChat, needMessage } from './targets.ts';

/** DELETE /im/v1/messages/:message_id/reactions/:reaction_id: the bot's own only. */
export const reactionsDelete: Route = {
  method: 'DELETE',
  path: '/open-apis/im/v1/messages/:message_id/reactions/:reaction_id',
  scopes: ['im:message', 'im:message.reactions:write_only'],
  handle(c) {
    const message = needMessage(c);
    needBotChat(c.core.world, message.chatId);
    const reaction = message.reactions.find((r) => r.reactionId === c.params.reaction_id);
    if (!reaction) throw new ApiError(231002, 'The reaction does NOT exist.');
    if (reaction.operatorType !== 'app') {
      throw new ApiError(231007, 'The reaction can only be deleted by who added it.');
    }
    removeReaction(c.core, message, reaction);
    return { data: wireReaction(reaction) };
  },
};
