/** From a verified push to its effect: claimed once, decided and written in one transaction. */
import { claimEvent } from '../db/inbox.ts';
import type { Tx } from '../db/open.ts';
import { enqueue } from '../db/outbox.ts';
import { loadActor, upsertPerson } from '../db/person.ts';
import { grantRole } from '../db/role.ts';
import type { Deps } from '../deps.ts';
import type { Actor } from '../domain/actor.ts';
import type { Person } from '../domain/model.ts';
import type { Instant } from '../domain/time.ts';
import type { Incoming, Sender } from '../feishu/incoming.ts';
import { receiveChatEvent } from './chat-events.ts';
import { type ClickReply, receiveClick } from './click.ts';
import { receiveMessage } from './message.ts';

/** Longest a re-push can come after the first, with a wide margin (reference §1.7: 7 h 05 m). */
export const REMEMBER_EVENTS_MS = 3 * 24 * 3_600_000;

export interface Receipt {
  /** false: seen before, nothing was done. */
  fresh: boolean;
  /** Answer to the HTTP request of a click. */
  reply?: ClickReply;
}

/**
 * Takes one understood push. `homeTenant` is the tenant the app is installed in (header.tenant_key). When the promise resolves everything it caused is durable; messages go out later.
 * Throws only when the machinery is broken (the platform will push again).
 */
export async function receive(deps: Deps, incoming: Incoming, homeTenant: string): Promise<Receipt> {
  const now = deps.clock();
  const bot = incoming.kind === 'message' ? await deps.bot() : undefined;
  return deps.db.transaction(async (tx) => {
    const messageId = incoming.kind === 'message' ? incoming.messageId : undefined;
    if (!(await claimEvent(tx, { eventId: incoming.eventId, messageId }, now))) return { fresh: false };
    switch (incoming.kind) {
      case 'message':
        if (incoming.senderType === 'user' && incoming.sender.openId !== bot?.openId) {
          await receiveMessage(deps, tx, incoming, homeTenant, now);
        }
        return { fresh: true };
      case 'click':
        return { fresh: true, reply: await receiveClick(deps, tx, incoming, homeTenant, now) };
      default:
        await receiveChatEvent(deps, tx, incoming, homeTenant, now);
        return { fresh: true };
    }
  });
}

/** The person behind an open_id with all rights; a newcomer is written down. */
export async function meetActor(
  deps: Deps,
  tx: Tx,
  sender: Sender,
  homeTenant: string,
  now: Instant,
): Promise<Actor> {
  const known = await loadActor(tx, { openId: sender.openId });
  if (known && (known.person.name !== '' || !known.person.home)) return known;
  if (!known) {
    const home = sender.tenantKey !== '' && sender.tenantKey === homeTenant;
    const person = await upsertPerson(tx, { ...sender, home }, now);
    await makeFirstAdministrator(deps, tx, person);
  }
  await askForName(deps, tx, sender.openId, now);
  const actor = await loadActor(tx, { openId: sender.openId });
  if (!actor) throw new Error('person vanished while being written');
  return actor;
}

/** ADMIN_OPEN_IDS makes the first administrators; from then on roles are given in chat. */
async function makeFirstAdministrator(deps: Deps, tx: Tx, person: Person): Promise<void> {
  if (!person.home || !deps.config.adminOpenIds.includes(person.openId)) return;
  const directory = await deps.directory.get(tx);
  await grantRole(tx, { personId: person.id, role: 'administrator', areaId: directory.topAreaId });
  deps.log.info('administrator.granted', { person: person.id });
}

/** Events carry no names of senders; they are asked for once, after the transaction. */
async function askForName(deps: Deps, tx: Tx, openId: string, now: Instant): Promise<void> {
  await enqueue(
    tx,
    [
      {
        id: deps.newId(),
        kind: 'learn-name',
        target: `person:${openId}`,
        payload: { openId },
        dedupeKey: `name:${openId}`,
        dueAt: now,
      },
    ],
    now,
  );
}
