/** One live card: posted the first time, replaced in place afterwards, posted anew when too old and asked for. */
import type { Card } from '../cards/kit.ts';
import { type CardRow, giveUpCard, newAnchor, recordShown, retryCard } from '../db/card.ts';
import { loadChat, markChatUnreachable } from '../db/chat.ts';
import type { Tx } from '../db/open.ts';
import { findPeopleByOpenIds } from '../db/person.ts';
import type { Deps } from '../deps.ts';
import { DAY } from '../domain/time.ts';
import { classifyFailure, FeishuError } from '../feishu/errors.ts';
import { TOO_LATE } from '../feishu/http.ts';
import { drawIssueCard } from '../views/issue.ts';
import { admitCall } from './admit.ts';
import { wantOfCard } from './claim.ts';
import { describeFailure } from './failure.ts';
import { bodyIn, cardIn, type Names, noteRendition, type Rendition, readRendition } from './rendition.ts';
import { isTooLate, mayHaveArrived, namesNobody, planAfterFailure, sendDeadline } from './retry.ts';
import { markUnreachable, namesOf } from './unreachable.ts';

/** The platform lets nobody change a message after it (230031). */
const LAST_EDIT_MS = 14 * DAY;

export async function sendCard(deps: Deps, row: CardRow): Promise<void> {
  const now = deps.clock();
  const open = mayHaveArrived(row);
  if (!(await isReachable(deps, row))) {
    await deps.db.once((tx) => giveUpCard(tx, row.id, 'unreachable', open));
    return;
  }
  const drawn = await drawIssueCard(deps, row.issueId, row, now);
  if (drawn === undefined) {
    await deps.db.once((tx) => giveUpCard(tx, row.id, 'issue-gone', open));
    return;
  }
  if (row.messageId === null && isTooLate(row, now)) return postAnew(deps, row);
  if (row.postedAt !== null && now - row.postedAt > LAST_EDIT_MS)
    return deps.db.transaction((tx) => leaveOrPostAnew(deps, tx, row, drawn.over));
  const { lane, target } = wantOfCard(row);
  const admitted = await admitCall(deps, { lane, target });
  if (!admitted.ok) {
    deps.metrics.paced(lane);
    const at = admitted.at ?? row.dueAt ?? now;
    await deps.db.once((tx) => retryCard(tx, row, { at, counted: false, open }));
    return;
  }
  // Waiting for a slot takes its time as well.
  if (row.messageId === null && isTooLate(row, deps.clock())) return postAnew(deps, row);
  const rendition = readRendition(row);
  let messageId = row.messageId;
  try {
    const names = await namesOf(deps, rendition, drawn.card);
    const card = cardIn(rendition, drawn.card, names);
    if (messageId === null) messageId = await post(deps, row, drawn.card, rendition, names);
    else await deps.feishu.updateCard(messageId, card, sendDeadline(row));
  } catch (error) {
    // A fault of ours says nothing about the card; the lease brings it back.
    if (!(error instanceof FeishuError)) throw error;
    if (error.reason === TOO_LATE) {
      deps.log.warn('card.too-late', { id: row.id, issue: row.issueId });
      const untried = { at: row.dueAt ?? now, counted: false, open };
      return deps.db.once((tx) => retryCard(tx, row, untried));
    }
    return recover(deps, row, error, rendition, drawn);
  }
  const version = isCertain(row, rendition) && isStillOurs(deps, row) ? drawn.version : 0;
  const shown = { messageId, version, at: deps.clock() };
  await deps.db.once((tx) => recordShown(tx, row.id, shown));
  deps.metrics.sent('card', 'sent');
}

/**
 * Whether it stands there nobody can find out any more. A group without a card has nothing to press, so it is posted
 * under another uuid; one that stands there after all is no longer changed and answers with the present state.
 */
async function postAnew(deps: Deps, row: CardRow): Promise<void> {
  deps.log.warn('card.outcome-unknown', { id: row.id, issue: row.issueId });
  await deps.db.once((tx) => newAnchor(tx, row.id, deps.newId(), deps.clock()));
}

/**
 * Who changed the issue in person wants to see it in the group; time passing, and what is over or has moved, brings no
 * old card up again. Private ones lapse: the digest has the line, and whoever asks gets a new one.
 */
async function leaveOrPostAnew(deps: Deps, tx: Tx, row: CardRow, over: boolean): Promise<void> {
  const asked = (row.askedVersion ?? 0) > row.shownVersion;
  if (row.place === 'chat' && asked && !over) return newAnchor(tx, row.id, deps.newId(), deps.clock());
  return giveUpCard(tx, row.id, 'lapsed', false);
}

/** Where a call can only be refused none is made; the card is woken when the place can be reached again. */
function isReachable(deps: Deps, row: CardRow): Promise<boolean> {
  return deps.db.read(async (tx) => {
    if (row.place === 'chat') return (await loadChat(tx, row.target))?.unreachable !== true;
    const [person] = await findPeopleByOpenIds(tx, [row.target]);
    return person?.unreachableSince == null;
  });
}

/**
 * Whether the message now shows what was just drawn. A first posting that was tried before may have come through
 * then: the uuid brings back that older message, which must be drawn once more.
 */
function isCertain(row: CardRow, rendition: Rendition): boolean {
  return row.messageId !== null || row.attempts <= 1 || rendition.asText || rendition.masked;
}

/** Whoever was suspended in the middle of a call may have put an old state over what another sender has drawn since. */
function isStillOurs({ holding }: Deps, { leaseHolder }: CardRow): boolean {
  return leaseHolder === null || holding.mayLeave(leaseHolder);
}

async function post(
  deps: Deps,
  row: CardRow,
  card: Card,
  rendition: Rendition,
  names: Names,
): Promise<string> {
  const body = { ...bodyIn(rendition, { card }, row.nonce, names), ...sendDeadline(row) };
  if (row.replyTo !== null) {
    try {
      return (await deps.feishu.replyMessage({ ...body, messageId: row.replyTo })).messageId;
    } catch (error) {
      if (!(error instanceof FeishuError) || error.kind !== 'message-gone') throw error;
    }
  }
  const to = row.place === 'chat' ? { chatId: row.target } : { openId: row.target };
  return (await deps.feishu.sendMessage({ ...body, to })).messageId;
}

async function recover(
  deps: Deps,
  row: CardRow,
  error: FeishuError,
  rendition: Rendition,
  { version, over }: { version: number; over: boolean },
): Promise<void> {
  const now = deps.clock();
  const failure = classifyFailure(error);
  const open = failure.kind === 'uncertain' || mayHaveArrived(row);
  const step = planAfterFailure(failure, {
    attempts: row.attempts,
    firstTriedAt: row.firstTriedAt ?? now,
    now,
    textTried: rendition.asText,
    maskTried: rendition.masked,
    namesTried: rendition.unmentioned || !namesNobody(error),
  });
  deps.log.warn('card.failed', {
    id: row.id,
    issue: row.issueId,
    next: step.kind,
    ...describeFailure(error),
  });
  deps.metrics.sent('card', step.kind === 'retry' ? 'retry' : step.kind === 'drop' ? 'dropped' : 'dead');
  await deps.db.transaction(async (tx) => {
    const again = (other: Rendition) =>
      retryCard(tx, row, {
        at: now,
        counted: true,
        open: false,
        error: failure.reason,
        rendition: noteRendition(other),
      });
    switch (step.kind) {
      case 'retry':
        if (failure.kind === 'retry' && failure.afterMs !== undefined) {
          deps.pacer.block(wantOfCard(row).target, step.at);
        }
        return retryCard(tx, row, {
          at: step.at,
          counted: true,
          open,
          error: failure.reason,
          rendition: noteRendition(rendition),
        });
      case 'text-fallback':
        // An existing card that refuses its new face stays as it was; a text tells instead of a first card.
        if (row.messageId !== null)
          return recordShown(tx, row.id, { messageId: row.messageId, version, at: now });
        return again({ ...rendition, asText: true });
      case 'mask':
        return again({ ...rendition, masked: true });
      case 'unmention':
        return again({ ...rendition, unmentioned: true });
      case 'new-anchor':
        return leaveOrPostAnew(deps, tx, row, over);
      case 'taken':
        // It stands there under an id we do not know; the next change is posted anew.
        await newAnchor(tx, row.id, deps.newId(), now);
        return giveUpCard(tx, row.id, failure.reason);
      case 'drop':
        if (row.place === 'chat') await markChatUnreachable(tx, row.target, failure.reason);
        else await markUnreachable(deps, tx, row.target, now);
        return giveUpCard(tx, row.id, step.reason, open);
      case 'dead':
        // What stands there is the text of a refused card, which cannot be changed (230001).
        if (row.messageId !== null && failure.reason === 'invalid-parameter')
          return newAnchor(tx, row.id, deps.newId(), now);
        return giveUpCard(tx, row.id, step.reason, open);
    }
  });
}
