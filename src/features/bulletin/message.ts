/** 红黑榜 as the office's draft and as published, at this moment. */
import { loadChat } from '../../db/chat.ts';
import { enqueue } from '../../db/outbox.ts';
import { findPeople } from '../../db/person.ts';
import type { Deps } from '../../deps.ts';
import { receiver } from '../../engine/draw-office.ts';
import { defineMessage } from '../../engine/message.ts';
import { drop } from '../../engine/rendered.ts';
import type { BulletinPublishPayload } from './kinds.ts';
import { BULLETIN, BULLETIN_PUBLISH } from './kinds.ts';
import { loadBulletin, loadBulletinForUpdate, saveBulletin } from './store.ts';
import { drawBulletin, drawPublished } from './view.ts';
import { BULLETIN_NAMES, BULLETIN_NOTES } from './words.ts';

export const BULLETIN_MESSAGES = [
  defineMessage(BULLETIN, {
    name: BULLETIN_NAMES.post,
    office: true,
    draw: async (deps, tx, row, now) => {
      const ready = await receiver(deps, tx, row.payload, now);
      if ('kind' in ready) return ready;
      const { payload, base, late } = ready;
      const bulletin = await loadBulletin(tx, payload.bulletinId);
      if (!bulletin) return drop('subject-gone');
      const card = await drawBulletin(tx, bulletin, {
        ...base,
        ...(late && { late: true }),
        ...(payload.lead && { lead: BULLETIN_NOTES[payload.lead] }),
      });
      return { kind: 'message', card, text: undefined, to: ready.to, replyTo: payload.replyTo };
    },
  }),
  defineMessage(BULLETIN_PUBLISH, {
    name: BULLETIN_NAMES.post,
    draw: async (deps, tx, row, now) => {
      const { bulletinId, chatId, tries } = row.payload;
      const bulletin = await loadBulletin(tx, bulletinId);
      if (bulletin?.state !== 'approved' || bulletin.payload.tries !== tries) return drop('no-longer-true');
      const chat = await loadChat(tx, chatId);
      if (!chat || chat.unreachable || chat.kind === 'unbound') return drop('group-gone');
      const base = { now, directory: await deps.directory.get(tx), demo: deps.demo };
      const card = await drawPublished(tx, bulletin, base);
      return { kind: 'message', card, text: undefined, to: { chatId }, replyTo: undefined };
    },
    onUndeliverable: (deps, row) => revertToDraft(deps, row.payload),
  }),
];

/** A 红黑榜 that never appeared is a draft again, and who approved it hears so. */
async function revertToDraft(
  deps: Deps,
  { bulletinId, personId, tries }: BulletinPublishPayload,
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const bulletin = await loadBulletinForUpdate(tx, bulletinId);
    if (bulletin?.state !== 'approved' || bulletin.payload.tries !== tries) return;
    await saveBulletin(tx, bulletinId, { state: 'draft', decidedBy: null, decidedAt: null, chatId: null });
    const [person] = await findPeople(tx, [personId]);
    if (!person) return;
    const now = deps.clock();
    await enqueue(
      tx,
      [
        BULLETIN.row({
          id: deps.newId(),
          target: `person:${person.openId}`,
          payload: {
            bulletinId,
            areaId: bulletin.areaId,
            openId: person.openId,
            personId,
            lead: 'not-published',
          },
          dedupeKey: `bulletin-back:${bulletinId}:${tries}`,
          dueAt: now,
        }),
      ],
      now,
    );
  });
  deps.wake();
}
