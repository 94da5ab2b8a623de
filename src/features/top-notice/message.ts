/** The one posting of the card. */

import { enqueue } from '../../db/outbox.ts';
import { saveTopCard } from '../../db/top-card.ts';
import { defineMessage } from '../../engine/message.ts';
import { drop, message } from '../../engine/rendered.ts';
import { drawTopCard } from './draw.ts';
import { PUT_TOP, TOP_CARD } from './kinds.ts';
import { TOP } from './words.ts';

export const TOP_CARD_MESSAGE = defineMessage(TOP_CARD, {
  name: TOP.card,
  draw: async (deps, tx, { payload: { chatId, projectId, replyTo } }) => {
    const card = await drawTopCard(deps, tx, chatId, projectId);
    return card ? message(card, { chatId }, replyTo) : drop('group-gone');
  },
  onSent: async (deps, tx, { payload }, messageId) => {
    const { chatId } = payload;
    await saveTopCard(tx, chatId, { messageId });
    const now = deps.clock();
    const row = PUT_TOP.row({
      id: deps.newId(),
      target: `top:${chatId}`,
      payload: { ...payload, again: false },
      dueAt: now,
    });
    await enqueue(tx, [row], now);
  },
});
