/** From a verified push to its effect: claimed once, decided and written in one transaction. */
import { wakeCards } from '../db/card.ts';
import { setCause } from '../db/cause.ts';
import { claimEvent } from '../db/inbox.ts';
import type { Tx } from '../db/open.ts';
import { enqueue } from '../db/outbox.ts';
import { loadActor, updatePerson, upsertPerson } from '../db/person.ts';
import { grantRole } from '../db/role.ts';
import { homeTenant as readHomeTenant, rememberHomeTenant } from '../db/setting.ts';
import type { Deps } from '../deps.ts';
import type { Actor } from '../domain/actor.ts';
import type { Answer } from '../domain/answer.ts';
import type { Person } from '../domain/model.ts';
import type { Instant } from '../domain/time.ts';
import type { Incoming, IncomingMessage, Sender } from '../feishu/incoming.ts';
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
 * Takes one understood push. When the promise resolves everything it caused is durable; messages go out later.
 * Throws only when the machinery is broken (the platform will push again).
 * @param headerTenant the tenant the app is installed in (header.tenant_key), whoever the sender is
 * @param requestId of this push; written beside everything it causes to be sent
 */
export async function receive(
  deps: Deps,
  incoming: Incoming,
  headerTenant: string,
  requestId: string,
): Promise<Receipt> {
  const now = deps.clock();
  const bot = incoming.kind === 'message' ? await deps.bot() : undefined;
  return deps.db.transaction(async (tx) => {
    setCause(tx, requestId);
    const messageId = incoming.kind === 'message' ? incoming.messageId : undefined;
    const { eventId, kind } = incoming;
    if (!(await claimEvent(tx, { eventId, messageId, kind }, now))) return { fresh: false };
    const homeTenant = await knowHomeTenant(deps, tx, headerTenant, incoming);
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

/** Whether its writer waits for an answer. */
export function isAddressed(message: IncomingMessage): boolean {
  return message.chatType === 'p2p' || message.mentions.some((mention) => mention.isBot);
}

/**
 * Answers a message without doing what it says, and ends it: a fault of ours would fail again, a flood go on.
 * @param instead.dedupeKey at most one answer of this key
 */
export async function answerInstead(
  deps: Deps,
  message: IncomingMessage,
  headerTenant: string,
  instead: { requestId: string; answer: Answer; dedupeKey?: string },
): Promise<void> {
  const now = deps.clock();
  await deps.db.transaction(async (tx) => {
    setCause(tx, instead.requestId);
    const { eventId, messageId, chatId, chatType, sender } = message;
    if (!(await claimEvent(tx, { eventId, messageId }, now))) return;
    const homeTenant = await knowHomeTenant(deps, tx, headerTenant, message);
    const { person } = await meetActor(deps, tx, sender, homeTenant, now);
    await enqueue(
      tx,
      [
        {
          id: deps.newId(),
          kind: 'answer',
          target: chatType === 'p2p' ? `person:${person.openId}` : `chat:${chatId}`,
          payload: { answer: instead.answer, chatId, replyTo: messageId, personId: person.id },
          dedupeKey: instead.dedupeKey,
          dueAt: now,
        },
      ],
      now,
    );
  });
}

/**
 * One deployment serves one tenant: that of the people in ADMIN_OPEN_IDS. Until one of them has spoken it is the
 * tenant the first push was addressed to. Read once per process.
 */
async function knowHomeTenant(deps: Deps, tx: Tx, headerTenant: string, incoming: Incoming): Promise<string> {
  const told = tenantOfAdministrator(deps, incoming);
  const known = deps.learnt.homeTenant;
  if (known !== undefined && (told === undefined || told === known)) return known;
  const stored = await readHomeTenant(tx);
  const home = told ?? stored ?? headerTenant;
  if (home !== '' && home !== stored) {
    await rememberHomeTenant(tx, home);
    if (stored !== undefined) deps.log.warn('home-tenant.corrected', {});
  } else if (stored !== undefined) {
    // Only what is committed may be kept in memory; what was just learnt is read back by the next push.
    deps.learnt.homeTenant = stored;
  }
  return home;
}

function tenantOfAdministrator(deps: Deps, incoming: Incoming): string | undefined {
  const person =
    incoming.kind === 'message' ? incoming.sender : incoming.kind === 'click' ? incoming.operator : undefined;
  if (!person?.tenantKey || !deps.config.adminOpenIds.includes(person.openId)) return undefined;
  return person.tenantKey;
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
  if (known && !isNews(deps, known, sender, homeTenant)) return known;
  const home = sender.tenantKey !== '' && sender.tenantKey === homeTenant;
  const person = await upsertPerson(tx, { ...sender, home }, now);
  // Whoever speaks to the bot can be written to again.
  if (person.unreachableSince !== null) await hearAgain(tx, person, now);
  if (isListedAdministrator(deps, person)) await grantAdministrator(deps, tx, person);
  if (person.name === '' && person.home) await askForName(deps, tx, sender.openId, now);
  const actor = await loadActor(tx, { openId: sender.openId });
  if (!actor) throw new Error('person vanished while being written');
  return actor;
}

/** From now on this person is written to again; the own cards catch up with what they missed. */
async function hearAgain(tx: Tx, person: Person, now: Instant): Promise<void> {
  await updatePerson(tx, person.id, { unreachableSince: null });
  await wakeCards(tx, { place: 'person', target: person.openId }, now);
}

/** Whether meeting this person tells anything that is not written down yet; the hot path says no. */
function isNews(deps: Deps, known: Actor, sender: Sender, homeTenant: string): boolean {
  const { person, grants } = known;
  return (
    person.unreachableSince !== null ||
    (person.name === '' && person.home) ||
    (sender.tenantKey !== '' && sender.tenantKey !== person.tenantKey) ||
    (sender.tenantKey !== '' && person.home !== (sender.tenantKey === homeTenant)) ||
    (isListedAdministrator(deps, person) && !grants.some((grant) => grant.role === 'administrator'))
  );
}

function isListedAdministrator(deps: Deps, person: Person): boolean {
  return person.home && deps.config.adminOpenIds.includes(person.openId);
}

/** Being listed in ADMIN_OPEN_IDS makes an administrator; struck off the list, the role is taken away in chat. */
async function grantAdministrator(deps: Deps, tx: Tx, person: Person): Promise<void> {
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
