import { asString } from '../content/json.ts';
import { addReaction } from '../reaction.ts';
import { fieldViolation, needRecord } from './fields.ts';
import { wireReaction } from './reaction-wire.ts';
import type { Route } from './route.ts';
import { ApiError } from './route.ts';
import { needBotChat, needMessage } from './targets.ts';

/** POST /im/v1/messages/:message_id/reactions */
export const reactionsCreate: Route = {
  method: 'POST',
  path: '/open-apis/im/v1/messages/:message_id/reactions',
  scopes: ['im:message', 'im:message.reactions:write_only'],
  handle(c) {
    const emoji = asString(needRecord(c, 'reaction_type').emoji_type);
    if (emoji === '') throw fieldViolation('reaction_type.emoji_type', 'emoji_type is required');
    if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(emoji)) throw new ApiError(231001, 'reaction type is invalid.');
    const message = needMessage(c);
    needBotChat(c.core.world, message.chatId);
    const reaction = addReaction(c.core, message, 'app', c.core.options.appId, emoji);
    return { data: wireReaction(reaction) };
  },
};
