/** Whether the office's post may go where it is addressed at this moment. */
import { loadChat } from '../db/chat.ts';
import type { Tx } from '../db/open.ts';
import { loadActor } from '../db/person.ts';
import type { Deps } from '../deps.ts';
import { allowsReport } from '../domain/access.ts';
import type { Directory } from '../domain/directory.ts';
import { sendableAt } from '../domain/sendable.ts';
import { dayOf, daysBetween, type Instant } from '../domain/time.ts';
import type { OfficePayload } from '../kinds/messages.ts';
import { drop, type Rendered } from './rendered.ts';

/** What was held up longer than this is no news any more. */
const KEPT_DAYS = 4;

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
