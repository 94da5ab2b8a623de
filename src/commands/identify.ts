/** Who speaks or clicks, where, and of which tenant. */
import { wakeCards } from '../db/card.ts';
import { loadChat, upsertChat } from '../db/chat.ts';
import type { Tx } from '../db/open.ts';
import { enqueue } from '../db/outbox.ts';
import { loadActor, updatePerson, upsertPerson } from '../db/person.ts';
import { grantRole } from '../db/role.ts';
import { homeTenant as readHomeTenant, rememberHomeTenant } from '../db/setting.ts';
import type { Deps } from '../deps.ts';
import type { Actor } from '../domain/actor.ts';
import type { Chat, Person } from '../domain/model.ts';
import type { Instant } from '../domain/time.ts';
import type { Incoming, IncomingMessage, Sender } from '../feishu/incoming.ts';
import { LEARN_CHAT, LEARN_NAME } from '../kinds/jobs.ts';
import type { CommandContext } from './context.ts';

/**
 * One deployment serves one tenant: that of the people in ADMIN_OPEN_IDS. Until one of them has spoken it is the
 * tenant the first push was addressed to. Read once per process.
 */
export async function resolveHomeTenant(
  deps: Deps,
  tx: Tx,
  headerTenant: string,
  incoming: Incoming,
): Promise<string> {
  const told = tenantOfAdministrator(deps, incoming);
  const known = deps.cache.homeTenant;
  if (known !== undefined && (told === undefined || told === known)) return known;
  const stored = await readHomeTenant(tx);
  const home = told ?? stored ?? headerTenant;
  if (home !== '' && home !== stored) {
    await rememberHomeTenant(tx, home);
    if (stored !== undefined) deps.log.warn('home-tenant.corrected', {});
  } else if (stored !== undefined) {
    // Only what is committed may be kept in memory; what was just learnt is read back by the next push.
    deps.cache.homeTenant = stored;
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
export async function resolveActor(
  deps: Deps,
  tx: Tx,
  sender: Sender,
  homeTenant: string,
  now: Instant,
): Promise<Actor> {
  const known = await loadActor(tx, { openId: sender.openId });
  if (known && !needsUpdate(deps, known, sender, homeTenant)) return known;
  const home = sender.tenantKey !== '' && sender.tenantKey === homeTenant;
  const person = await upsertPerson(tx, { ...sender, home }, now);
  // Whoever speaks to the bot can be written to again.
  if (person.unreachableSince !== null) await markReachable(tx, person, now);
  if (isListedAdministrator(deps, person)) await grantAdministrator(deps, tx, person);
  if (person.name === '' && person.home) await askForName(deps, tx, sender.openId, now);
  const actor = await loadActor(tx, { openId: sender.openId });
  if (!actor) throw new Error('person vanished while being written');
  return actor;
}

/** From now on this person is written to again; the own cards catch up with what they missed. */
async function markReachable(tx: Tx, person: Person, now: Instant): Promise<void> {
  await updatePerson(tx, person.id, { unreachableSince: null });
  await wakeCards(tx, { place: 'person', target: person.openId }, now);
}

/** Whether meeting this person tells anything that is not written down yet; the hot path says no. */
function needsUpdate(deps: Deps, known: Actor, sender: Sender, homeTenant: string): boolean {
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
      LEARN_NAME.row({
        id: deps.newId(),
        target: `person:${openId}`,
        payload: { openId },
        dedupeKey: `name:${openId}`,
        dueAt: now,
      }),
    ],
    now,
  );
}

/** Whoever speaks or clicks in a group is in it, whether or not the platform has told us so yet. */
export function presentIn(chat: Chat | undefined, actor: Actor): Actor {
  const unknown = (chat?.projectIds ?? []).filter((id) => !actor.groupProjectIds.includes(id));
  return unknown.length === 0 ? actor : { ...actor, groupProjectIds: [...actor.groupProjectIds, ...unknown] };
}

/** The record of a group; one the bot was put into while we were not listening is written down now. */
export async function ensureChat(deps: Deps, tx: Tx, chatId: string, now: Instant): Promise<Chat> {
  const known = await loadChat(tx, chatId);
  if (known && !known.unreachable) return known;
  const chat = await upsertChat(
    tx,
    // Until the platform tells, people of other tenants may be in it.
    { id: chatId, name: known?.name ?? '', external: known?.external ?? true },
    now,
  );
  await enqueue(
    tx,
    [LEARN_CHAT.row({ id: deps.newId(), target: `chat:${chatId}`, payload: { chatId }, dueAt: now })],
    now,
  );
  return chat;
}

/** Who says it, where, and with which rights. */
export async function openContext(
  deps: Deps,
  tx: Tx,
  message: IncomingMessage,
  homeTenant: string,
  now: Instant,
  cardIssueId: number | undefined,
): Promise<CommandContext> {
  const actor = await resolveActor(deps, tx, message.sender, homeTenant, now);
  const chat = message.chatType === 'group' ? await ensureChat(deps, tx, message.chatId, now) : undefined;
  return {
    deps,
    tx,
    now,
    directory: await deps.directory.get(tx),
    actor: presentIn(chat, actor),
    chatId: message.chatId,
    chatType: message.chatType,
    chat,
    messageId: message.messageId,
    mentions: message.mentions,
    attachments: message.attachments,
    parentId: message.parentId,
    cardIssueId,
    via: 'message',
  };
}
