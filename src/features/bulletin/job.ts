/** Cards in the chats follow what was decided. */
import { defineJob } from '../../engine/job.ts';
import { updateSent } from '../../engine/update-sent.ts';
import { REDRAW_BULLETIN } from './kinds.ts';
import { loadBulletin } from './store.ts';
import { drawBulletin } from './view.ts';
import { BULLETIN_NAMES } from './words.ts';

/** A card of a 红黑榜 whose state has changed; one that is gone or too old stays as it is. */
export const REDRAW = defineJob(REDRAW_BULLETIN, {
  name: BULLETIN_NAMES.redraw,
  run: async (deps, { payload: { bulletinId, messageId } }) => {
    const card = await deps.db.read(async (tx) => {
      const bulletin = await loadBulletin(tx, bulletinId);
      const base = { now: deps.clock(), directory: await deps.directory.get(tx), demo: deps.demo };
      return bulletin && drawBulletin(tx, bulletin, base);
    });
    if (card) await updateSent(deps, messageId, card);
  },
});
