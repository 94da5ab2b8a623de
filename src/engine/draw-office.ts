/** What the office's post looks like at this moment: 调度包 as card and as file, 红黑榜 as draft and as published. */
import { QUEUE_NAMES } from '../cards/words-queue.ts';
import { BULLETIN_NOTES } from '../cards/words-reports.ts';
import { loadBulletin } from '../db/bulletin.ts';
import { loadChat } from '../db/chat.ts';
import type { Tx } from '../db/open.ts';
import { loadActor } from '../db/person.ts';
import type { Deps } from '../deps.ts';
import { allowsReport } from '../domain/access.ts';
import type { Directory } from '../domain/directory.ts';
import { sendableAt } from '../domain/sendable.ts';
import { dayOf, daysBetween, type Instant } from '../domain/time.ts';
import { BULLETIN, BULLETIN_PUBLISH, type OfficePayload } from '../kinds/messages.ts';
import { drawBulletin, drawPublished } from '../views/bulletin.ts';
import { defineMessage } from './message.ts';
import { takeBack } from './office-post.ts';
import { drop, type Rendered } from './rendered.ts';

/** What was held up longer than this is no news any more. */
const KEPT_DAYS = 4;

export const BULLETIN_MESSAGES = [
  defineMessage(BULLETIN, {
    name: QUEUE_NAMES.bulletin,
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
    name: QUEUE_NAMES.bulletin,
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
    onUndeliverable: (deps, row) => takeBack(deps, row.payload),
  }),
];

interface Ready<P> {
  payload: P;
  to: { chatId: string } | { openId: string };
  base: { now: Instant; directory: Directory; demo: boolean };
  late: boolean;
}

/** Whether it may go there now; what comes by itself waits for working hours, silence and quiet alike. */
export async function receiver<P extends OfficePayload>(
  deps: Deps,
  tx: Tx,
  payload: P,
  now: Instant,
): Promise<Ready<P> | Rendered> {
  const directory = await deps.directory.get(tx);
  const { timeZone } = directory.settings;
  const today = dayOf(now, timeZone);
  const { areaId, day, personId, chatId, openId } = payload;
  const byItself = personId === undefined;
  if (day !== undefined && daysBetween(day, today) > KEPT_DAYS) return drop('day-over');
  const chat = chatId === undefined ? undefined : await loadChat(tx, chatId);
  if (chat?.unreachable || (chat && chat.kind !== 'office') || (byItself && chatId !== undefined && !chat))
    return drop('group-gone');
  if (chat && !directory.reaches(chat.areaId ?? directory.topAreaId, areaId)) return drop('group-gone');
  const who = byItself ? openId !== undefined && { openId } : { id: personId };
  if (who) {
    const actor = await loadActor(tx, who);
    if (!actor || actor.person.unreachableSince !== null) return drop('person-gone');
    if (allowsReport(actor, areaId, directory) !== true) return drop('not-theirs');
    const { mutedUntil } = actor.person;
    if (byItself && mutedUntil !== null && now < mutedUntil)
      return { kind: 'later', at: sendableAt(mutedUntil, directory.clock) };
  }
  const open = byItself ? sendableAt(now, directory.clock) : now;
  if (open > now) return { kind: 'later', at: open };
  const to = chatId !== undefined ? { chatId } : openId !== undefined && { openId };
  if (!to) throw new Error('an office message without a receiver');
  return {
    payload,
    to,
    base: { now, directory, demo: deps.demo },
    late: payload.late === true || (day !== undefined && day !== today),
  };
}
