/** One short reply under the live card: @华明 请核验 #47：已经打通. */
import { turnCallText } from '../cards/words.ts';
import { QUEUE_NAMES } from '../cards/words-queue.ts';
import { cardsOfIssue, EDITABLE_MS } from '../db/card.ts';
import { loadChat } from '../db/chat.ts';
import { listCallable } from '../db/chat-member.ts';
import { loadIssue } from '../db/issue.ts';
import type { Tx } from '../db/open.ts';
import { wasSentSince } from '../db/turn-call.ts';
import type { Deps } from '../deps.ts';
import { mustActNow } from '../domain/issue-people.ts';
import { dayOf, type Instant, MINUTE } from '../domain/time.ts';
import { TURN_CALL } from '../kinds/messages.ts';
import { defineMessage, type RowOf } from './message.ts';
import { groupDigestKey } from './periodic/morning.ts';
import { drop, type Rendered, textMessage } from './rendered.ts';

/** A card that is being posted is waited for, but not longer. */
const WAIT_MS = 5 * MINUTE;
const AGAIN_MS = 2000;

export const TURN_CALL_MESSAGE = defineMessage(TURN_CALL, {
  name: QUEUE_NAMES.turnCall,
  keepsQuiet: true,
  draw: drawTurnCall,
});

type Call = RowOf<{ chatId: string; what: 'verify' | 'rate'; version: number }>;

async function drawTurnCall(deps: Deps, tx: Tx, row: Call, now: Instant): Promise<Rendered> {
  const { chatId, what } = row.payload;
  const issue = row.issueId === null ? undefined : await loadIssue(tx, row.issueId);
  const chat = await loadChat(tx, chatId);
  if (!issue || !chat || chat.unreachable || chat.kind !== 'project') return drop('group-gone');
  if (issue.projectId === null || !chat.projectIds.includes(issue.projectId)) return drop('group-gone');
  const directory = await deps.directory.get(tx);
  const turn = mustActNow(issue, directory);
  if (turn.what !== what) return drop('no-longer-true');
  const people = await listCallable(tx, chatId, turn.personIds);
  if (people.length === 0) return drop('nobody-there');
  const digest = groupDigestKey(chatId, dayOf(now, directory.settings.timeZone));
  if (await wasSentSince(tx, digest, row.createdAt)) return drop('told-by-digest');
  const card = (await cardsOfIssue(tx, issue.id)).find(
    (one) => one.place === 'chat' && one.target === chatId,
  );
  const old = card?.postedAt != null && now - card.postedAt > EDITABLE_MS;
  const posting = card !== undefined && card.dueAt !== null && (card.messageId === null || old);
  if (posting && now - row.createdAt < WAIT_MS) return { kind: 'later', at: now + AGAIN_MS };
  const replyTo = old ? undefined : card?.messageId;
  return { ...textMessage(turnCallText(what, issue), { chatId }, replyTo ?? undefined), at: people };
}
