/** Messages found in a group's history after an outage: recent ones are run, older ones wait for 确认. */

import { toast } from '../cards/toast.ts';
import { MISSED } from '../cards/words-missed.ts';
import { loadChat } from '../db/chat.ts';
import { type Draft, readDraft, readDrafts, saveDraft, takeDraft, updateDraft } from '../db/draft.ts';
import { claimEvent } from '../db/inbox.ts';
import type { Tx } from '../db/open.ts';
import { homeTenant } from '../db/setting.ts';
import type { Deps } from '../deps.ts';
import { reachesArea } from '../domain/access.ts';
import type { Answer } from '../domain/answer.ts';
import type { Instant } from '../domain/time.ts';
import type { IncomingMessage } from '../feishu/incoming.ts';
import { MISSED_DRAFT, type MissedPayload } from '../kinds/drafts.ts';
import { mustRead } from '../kinds/kind.ts';
import { drawMissed } from '../views/missed.ts';
import type { Call } from './call.ts';
import type { CommandContext } from './context.ts';
import { receiveMessage, understand } from './message.ts';
import type { ClickReply } from './reply.ts';

/** Calls that only show something: hours later nobody waits for them any more. */
const SHOWS: ReadonlySet<Call['name']> = new Set<Call['name']>([
  'show',
  'list',
  'mine',
  'search',
  'ask',
  'help',
  'projects',
  'project',
  'history',
  'explain',
  'similar',
  'this-group',
  'units',
  'categories',
  'people',
  'roles',
  'settings',
  'holidays',
  'areas',
  'health',
  'log-form',
]);

function shows({ features }: Deps, name: Call['name']): boolean {
  return SHOWS.has(name) || features.commands.get(name)?.shows === true;
}

/** The id under which a missed message waits; one message has one. */
export const missedId = (messageId: string): string => `m-${messageId}`.slice(0, 64);

/**
 * Keeps an old message for 确认 when it would change something.
 * @returns its draft's id; 'other' for what was said to the bot and changes nothing; undefined for talk among people
 */
export async function keepMissed(
  deps: Deps,
  tx: Tx,
  message: IncomingMessage,
  batch: string,
  now: Instant,
): Promise<string | 'other' | undefined> {
  const id = missedId(message.messageId);
  const known = await readDraft(tx, id);
  if (known) return mustRead(MISSED_DRAFT, known.payload).batch === batch ? id : undefined;
  const home = (await homeTenant(tx)) ?? '';
  const understood = await understand(deps, tx, message, home, now, message.createdAt);
  if (!understood) return undefined;
  const { match, addressed, withFiles, context } = understood;
  const changes = withFiles || (match.kind === 'call' && !shows(deps, match.call.name));
  if (!changes) return addressed ? 'other' : undefined;
  const payload: MissedPayload = { message, batch };
  await saveDraft(tx, { id, personId: context.actor.person.id, kind: MISSED_DRAFT, payload }, now);
  return id;
}

/** 确认 or 取消 on one line: by its author or the office, once, however often it is pressed. */
export async function answerMissed(
  context: CommandContext,
  draft: Draft,
  { message }: MissedPayload,
  confirmed: boolean,
): Promise<ClickReply> {
  const { tx, deps, now, directory } = context;
  if (!(await mayAnswer(context, draft, message.chatId))) {
    return { toast: toast('warning', MISSED.notYours) };
  }
  // The message itself is claimed, too: the platform may still push it.
  const fresh =
    (await takeDraft(tx, draft.id, now)) &&
    (await claimEvent(tx, { eventId: draft.id, messageId: message.messageId }, now));
  if (fresh && confirmed) {
    const home = (await homeTenant(tx)) ?? '';
    await receiveMessage(deps, tx, message, home, now, message.createdAt);
  }
  const word = !fresh ? MISSED.handled : confirmed ? MISSED.taken : MISSED.left;
  const card = await cardOf(tx, draft);
  const data = await drawMissed(tx, { kind: 'missed', ...card }, { now, directory, demo: deps.demo });
  return { toast: toast(fresh ? 'success' : 'warning', word), card: { type: 'raw', data } };
}

async function mayAnswer(context: CommandContext, draft: Draft, chatId: string): Promise<boolean> {
  const { tx, actor, directory } = context;
  if (actor.person.id === draft.personId) return true;
  const chat = await loadChat(tx, chatId);
  const project = directory.project(chat?.defaultProjectId ?? -1);
  const areaId = project?.areaId ?? chat?.areaId ?? directory.topAreaId;
  return reachesArea(actor, ['office'], areaId, directory);
}

/** The card the line stands on, as it was made up. */
async function cardOf(tx: Tx, draft: Draft): Promise<{ draftIds: string[]; others: number }> {
  const now = await readDraft(tx, draft.id);
  return mustRead(MISSED_DRAFT, (now ?? draft).payload).card ?? { draftIds: [draft.id], others: 0 };
}

/** Makes up one card of these lines; each of them can draw it anew. */
export async function makeMissedCard(
  tx: Tx,
  card: { draftIds: string[]; others: number },
): Promise<Answer & { kind: 'missed' }> {
  for (const draft of await readDrafts(tx, card.draftIds)) {
    await updateDraft(tx, MISSED_DRAFT, draft.id, { ...mustRead(MISSED_DRAFT, draft.payload), card });
  }
  return { kind: 'missed', ...card };
}
