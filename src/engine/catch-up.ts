/**
 * After an outage: what was said meanwhile in the bound groups is read from their history. The platform pushes again
 * for seven hours at most, and we may have been away for longer. One row per group and page in the outbox.
 */

import { MISSED_PER_CARD } from '../cards/missed.ts';
import { keepMissed, makeMissedCard } from '../commands/missed.ts';
import { receive } from '../commands/receive.ts';
import { chatsOfKind } from '../db/chat.ts';
import { readDraft } from '../db/draft.ts';
import { takenMessages } from '../db/inbox.ts';
import { doneAt } from '../db/lease.ts';
import type { Tx } from '../db/open.ts';
import { enqueue } from '../db/outbox.ts';
import { saveState } from '../db/setting.ts';
import type { Deps } from '../deps.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../domain/time.ts';
import type { IncomingMessage } from '../feishu/incoming.ts';
import type { HistoryPage } from '../feishu/messages.ts';
import { CATCH_UP, type CatchUpPayload } from '../kinds/jobs.ts';
import type { NewOutboxRow } from '../kinds/kind.ts';
import { ANSWER } from '../kinds/messages.ts';
import { describeError } from '../log.ts';

/** A tick is due every minute; a longer silence means that nobody was there. */
const OUTAGE_MS = 5 * MINUTE;
/** A push may have been on its way when the last tick was done. */
const BEFORE_MS = 10 * MINUTE;
/** Older talk nobody waits for; and a group's history is not read without end. */
const FURTHEST_MS = 7 * DAY;
const MOST_PAGES = 40;
/** Name of what is remembered of the last outage. */
export const OUTAGE_STATE = 'outage';

interface Outage {
  from: Instant;
  to: Instant;
}

/**
 * Call before the tick of `at`: when the last one lies too far back, every bound group's history is asked for.
 * Processes that start together ask once. Never throws: the tick that follows is worth more.
 * @returns how many groups are read
 */
export async function planCatchUp(deps: Deps, at: Instant): Promise<number> {
  try {
    return await plan(deps, at);
  } catch (error) {
    deps.log.error('catch-up.failed', describeError(error));
    return 0;
  }
}

async function plan(deps: Deps, at: Instant): Promise<number> {
  const isOutage = (last: Instant | null) => last !== null && at - last >= OUTAGE_MS;
  if (!isOutage(await deps.db.read((tx) => doneAt(tx, 'tick')))) return 0;
  return deps.db.transaction(async (tx) => {
    const last = await doneAt(tx, 'tick');
    if (last === null || at - last < OUTAGE_MS) return 0;
    const from = Math.max(last - BEFORE_MS, at - FURTHEST_MS);
    await saveState(tx, OUTAGE_STATE, { from, to: at } satisfies Outage);
    const chats = [...(await chatsOfKind(tx, 'project')), ...(await chatsOfKind(tx, 'office'))];
    const rows = chats
      .filter((chat) => !chat.unreachable)
      .map((chat) => {
        const batch = `${chat.id}:${last}`;
        return rowOf(deps, { chatId: chat.id, from, to: at, batch, page: 1, kept: [], others: 0 }, at);
      });
    const planned = await enqueue(tx, rows, at);
    if (planned.length > 0) deps.log.info('catch-up.planned', { groups: planned.length, from, to: at });
    return planned.length;
  });
}

/**
 * The instant up to which nothing is left to be caught up: what was taken shortly before must be remembered.
 * @param state what is remembered of the last outage
 */
export function caughtUpFrom(state: unknown, at: Instant): Instant {
  const outage = state as Outage | undefined;
  return outage && at - outage.to < DAY ? Math.min(at, outage.from - HOUR) : at;
}

function rowOf(deps: Deps, reading: CatchUpPayload, at: Instant): NewOutboxRow {
  return CATCH_UP.row({
    id: deps.newId(),
    target: `chat:${reading.chatId}`,
    payload: { ...reading },
    dedupeKey: `${CATCH_UP.kind}:${reading.batch}:${reading.page}`,
    dueAt: at,
  });
}

/** Reads one page, runs what is recent, keeps what is old, and asks for the next page or lists what was kept. */
export async function readMissed(deps: Deps, reading: CatchUpPayload): Promise<void> {
  const { chatId, from, to, pageToken, batch, page } = reading;
  const history = await deps.feishu.readHistory(chatId, { from, to, pageToken });
  const found = { kept: [...reading.kept], others: reading.others };
  for (const message of await unseen(deps, history)) {
    const said = await takeUp(deps, message, batch).catch((error) => {
      // One message that breaks something must not keep the others from being heard.
      deps.log.error('catch-up.message-failed', { message: message.messageId, ...describeError(error) });
    });
    if (said === 'other') found.others++;
    else if (said !== undefined && !found.kept.includes(said)) found.kept.push(said);
  }
  const now = deps.clock();
  const more = history.pageToken !== undefined && page < MOST_PAGES;
  await deps.db.transaction(async (tx) => {
    if (more) {
      const next = { ...reading, ...found, page: page + 1, pageToken: history.pageToken };
      await enqueue(tx, [rowOf(deps, next, now)], now);
    } else if (found.kept.length > 0) {
      await enqueue(tx, await cardsOf(deps, tx, reading, found, now), now);
    }
  });
}

/** Words of people that were never taken up, oldest first. */
async function unseen(deps: Deps, history: HistoryPage): Promise<IncomingMessage[]> {
  const messages = history.messages.flatMap((message): IncomingMessage[] => {
    const { senderOpenId, tenantKey, ...rest } = message;
    if (message.senderType !== 'user' || senderOpenId === undefined) return [];
    const sender = { openId: senderOpenId, tenantKey };
    return [{ ...rest, kind: 'message', eventId: `h-${message.messageId}`, chatType: 'group', sender }];
  });
  const taken = await deps.db.read((tx) =>
    takenMessages(
      tx,
      messages.map((message) => message.messageId),
    ),
  );
  return messages.filter((message) => !taken.has(message.messageId));
}

async function takeUp(deps: Deps, message: IncomingMessage, batch: string) {
  const now = deps.clock();
  const stale = await deps.db.transaction(async (tx) => {
    const { staleMinutes } = (await deps.directory.get(tx)).settings;
    return now - message.createdAt > staleMinutes * MINUTE;
  });
  if (stale) return deps.db.transaction((tx) => keepMissed(deps, tx, message, batch, now));
  // As if it had been pushed; should it still be, it is a duplicate.
  await receive(deps, message, '', deps.newId());
  return undefined;
}

async function cardsOf(
  deps: Deps,
  tx: Tx,
  reading: CatchUpPayload,
  found: { kept: string[]; others: number },
  now: Instant,
): Promise<NewOutboxRow[]> {
  const rows: NewOutboxRow[] = [];
  for (let start = 0; start < found.kept.length; start += MISSED_PER_CARD) {
    const draftIds = found.kept.slice(start, start + MISSED_PER_CARD);
    const last = start + MISSED_PER_CARD >= found.kept.length;
    const answer = await makeMissedCard(tx, { draftIds, others: last ? found.others : 0 });
    const [firstId] = draftIds;
    const author = firstId === undefined ? undefined : await readDraft(tx, firstId);
    if (!author) continue;
    rows.push(
      ANSWER.row({
        id: deps.newId(),
        target: `chat:${reading.chatId}`,
        payload: { answer, chatId: reading.chatId, personId: author.personId },
        dedupeKey: `missed:${reading.batch}:${start}`,
        dueAt: now,
      }),
    );
  }
  return rows;
}
