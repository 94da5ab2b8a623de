/** The bot comes into a group or leaves it, people come and go, somebody opens the private chat. */

import { wakeCards } from '../db/card.ts';
import {
  addMembers,
  loadChat,
  markChatUnreachable,
  removeMembers,
  renameChat,
  upsertChat,
} from '../db/chat.ts';
import { idsOfMessage, loadIssueForUpdate } from '../db/issue.ts';
import type { Tx } from '../db/open.ts';
import { enqueue } from '../db/outbox.ts';
import { markGreeted, upsertPerson } from '../db/person.ts';
import type { Deps } from '../deps.ts';
import type { Answer } from '../domain/answer.ts';
import { withSourceRecalled } from '../domain/source-recalled.ts';
import type { Instant } from '../domain/time.ts';
import type { Incoming } from '../feishu/incoming.ts';
import { LEARN_CHAT } from '../kinds/jobs.ts';
import { ANSWER } from '../kinds/messages.ts';
import { applyChange } from './apply.ts';
import { resolveActor } from './identify.ts';

type ChatEvent = Exclude<Incoming, { kind: 'message' | 'click' }>;

export async function receiveChatEvent(
  deps: Deps,
  tx: Tx,
  event: ChatEvent,
  homeTenant: string,
  now: Instant,
): Promise<void> {
  switch (event.kind) {
    case 'botAdded': {
      const actor = await resolveActor(deps, tx, event.operator, homeTenant, now);
      const chat = await upsertChat(
        tx,
        { id: event.chatId, name: event.chatName, external: event.external },
        now,
      );
      await wakeCards(tx, { place: 'chat', target: chat.id }, now);
      await enqueue(
        tx,
        [
          LEARN_CHAT.row({
            id: deps.newId(),
            target: `chat:${chat.id}`,
            payload: { chatId: chat.id },
            dueAt: now,
          }),
        ],
        now,
      );
      const answer: Answer =
        chat.kind === 'unbound' ? { kind: 'bind', lead: 'welcome' } : { kind: 'welcome-back' };
      await say(
        deps,
        tx,
        { ...groupOf(event.chatId), personId: actor.person.id, answer, eventId: event.eventId },
        now,
      );
      return;
    }
    case 'botRemoved':
      return markChatUnreachable(tx, event.chatId, 'bot-removed');
    case 'chatDisbanded':
      return markChatUnreachable(tx, event.chatId, 'disbanded');
    case 'chatUpdated':
      if (event.name !== undefined) await renameChat(tx, event.chatId, event.name);
      return;
    case 'messageRecalled':
      return hideRecalled({ deps, tx, now }, event);
    case 'membersAdded': {
      if (!(await loadChat(tx, event.chatId))) return;
      const ids: number[] = [];
      for (const { openId, name, tenantKey } of event.users) {
        const home = tenantKey !== '' && tenantKey === homeTenant;
        ids.push((await upsertPerson(tx, { openId, name, tenantKey, home }, now)).id);
      }
      return addMembers(tx, event.chatId, ids);
    }
    case 'membersRemoved':
      return removeMembers(
        tx,
        event.chatId,
        event.users.map((user) => user.openId),
      );
    case 'privateChatEntered': {
      const actor = await resolveActor(deps, tx, event.operator, homeTenant, now);
      const key = `greet:${actor.person.openId}`;
      if (!(await markGreeted(tx, actor.person.id, now))) return;
      const answer: Answer = { kind: 'greeting' };
      const here = { chatId: event.chatId, target: `person:${actor.person.openId}` };
      await say(deps, tx, { ...here, personId: actor.person.id, answer, eventId: key }, now);
      return;
    }
    case 'menu': {
      const actor = await resolveActor(deps, tx, event.operator, homeTenant, now);
      const answer = (Object.hasOwn(MENU, event.eventKey) && MENU[event.eventKey]) || {
        kind: 'help' as const,
      };
      await enqueue(
        tx,
        [
          ANSWER.row({
            id: deps.newId(),
            target: `person:${actor.person.openId}`,
            payload: { answer, openId: actor.person.openId, personId: actor.person.id },
            dedupeKey: `answer:${event.eventId}`,
            dueAt: now,
          }),
        ],
        now,
      );
      return;
    }
  }
}

/** Event keys an administrator gives to the bot's menu (机器人菜单) in the console. */
const MENU: Record<string, Answer> = {
  mine: { kind: 'mine' },
  log: { kind: 'form', form: 'log' },
  help: { kind: 'help' },
  projects: { kind: 'projects' },
};

const groupOf = (chatId: string) => ({ chatId, target: `chat:${chatId}` });

async function say(
  deps: Deps,
  tx: Tx,
  what: { chatId: string; target: string; personId: number; answer: Answer; eventId: string },
  now: Instant,
): Promise<void> {
  await enqueue(
    tx,
    [
      ANSWER.row({
        id: deps.newId(),
        target: what.target,
        payload: { answer: what.answer, chatId: what.chatId, personId: what.personId },
        dedupeKey: `answer:${what.eventId}`,
        dueAt: now,
      }),
    ],
    now,
  );
}

/** What was logged from it keeps its number and title; the words taken back are on no card any more. */
async function hideRecalled(
  { deps, tx, now }: { deps: Deps; tx: Tx; now: Instant },
  event: Extract<ChatEvent, { kind: 'messageRecalled' }>,
): Promise<void> {
  const directory = await deps.directory.get(tx);
  const source = { tx, now, directory, newId: deps.newId, actorId: null, messageId: event.messageId };
  for (const id of await idsOfMessage(tx, event.messageId)) {
    const before = await loadIssueForUpdate(tx, id);
    const change = before && withSourceRecalled(before, now);
    if (change) await applyChange(source, before, { ...change, effects: [] });
  }
}
