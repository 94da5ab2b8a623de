/** Writes a decision: state, history, live cards and messages, all in the caller's transaction. */
import { markCardsStale, placeCard } from '../db/card.ts';
import { appendHistory } from '../db/history.ts';
import { type Derived, insertIssue, saveIssue } from '../db/issue.ts';
import type { Tx } from '../db/open.ts';
import { enqueue } from '../db/outbox.ts';
import { findPeople } from '../db/person.ts';
import type { IssueEffect } from '../domain/decision.ts';
import type { Directory } from '../domain/directory.ts';
import type { HistoryEvent, Issue } from '../domain/issue.ts';
import { planIssue } from '../domain/ladder.ts';
import { lightThresholds } from '../domain/lights.ts';
import type { NoticeFacts } from '../domain/notice.ts';
import { searchTokens } from '../domain/search.ts';
import { noticeAt } from '../domain/sendable.ts';
import type { Instant } from '../domain/time.ts';
import { NOTICE } from '../kinds/messages.ts';
import { issueGroups } from './issue-groups.ts';
import { refreshTop } from './top-card.ts';
import { callInGroups } from './turn-call.ts';

export interface ChangeSource {
  tx: Tx;
  now: Instant;
  directory: Directory;
  newId: () => string;
  /** null: the clock. */
  actorId: number | null;
  messageId: string | null;
  /** The person changed what many issues follow, not this one. */
  inBulk?: boolean;
}

export interface Change {
  events: HistoryEvent[];
  effects: IssueEffect[];
}

/** The columns that follow from an issue: light thresholds, next look of the clock, words to find it by. */
export function derive(issue: Omit<Issue, 'id'>, directory: Directory): Derived {
  const whole = { id: 0, ...issue };
  const { blueAt, yellowAt, redAt } = lightThresholds(whole, directory);
  return {
    blueAt,
    yellowAt,
    redAt,
    nextAt: planIssue(whole, directory).nextAt,
    searchTokens: searchTokens(`${issue.text} ${issue.result ?? ''}`),
  };
}

/** Saves the next state of an existing issue with everything that goes with it. */
export async function applyChange(
  source: ChangeSource,
  before: Issue,
  change: Change & { issue: Issue },
): Promise<Issue> {
  const { tx, now } = source;
  await saveIssue(tx, change.issue, derive(change.issue, source.directory));
  await appendHistory(tx, change.issue.id, change.events, {
    at: now,
    actorId: source.actorId,
    messageId: source.messageId,
    before,
  });
  const asked = source.actorId !== null && source.inBulk !== true;
  await markCardsStale(tx, change.issue.id, change.issue.version, { now, asked });
  if (change.issue.projectId !== before.projectId) {
    await placeInGroups(source, change.issue, undefined);
    await refreshTop(source, before.projectId);
  }
  await refreshTop(source, change.issue.projectId);
  await sendEffects(source, change.issue, change.effects);
  return change.issue;
}

/**
 * Stores a new issue, with its card in the groups of its project (the origin's card answers the message).
 * @param origin null: one of many; no group gets a card before somebody asks, and whoever stores them refreshes the top
 */
export async function applyNew(
  source: ChangeSource,
  change: Change & { issue: Omit<Issue, 'id'> },
  origin: { chatId: string; isGroup: boolean; replyTo?: string | undefined } | null,
): Promise<Issue> {
  const { tx, now } = source;
  const issue = await insertIssue(tx, change.issue, derive(change.issue, source.directory));
  await appendHistory(tx, issue.id, change.events, {
    at: now,
    actorId: source.actorId,
    messageId: source.messageId,
    before: 'none',
  });
  if (origin) {
    await placeInGroups(source, issue, origin);
    await refreshTop(source, issue.projectId);
  }
  await sendEffects(source, issue, change.effects);
  return issue;
}

/**
 * Stores an imported item: found by lists and digests, but no card of its own is posted, for a file of 300 rows would
 * flood its groups; asking for it (#12) or a step shows one. The caller refreshes the top cards once (`refreshTop`).
 */
export async function applyImported(
  source: ChangeSource,
  change: Change & { issue: Omit<Issue, 'id'> },
): Promise<Issue> {
  const { tx, now, actorId, messageId } = source;
  const issue = await insertIssue(tx, change.issue, derive(change.issue, source.directory));
  await appendHistory(tx, issue.id, change.events, { at: now, actorId, messageId, before: 'none' });
  return issue;
}

/** A live card in every group of its project; where it was said, as the answer to the message. */
async function placeInGroups(
  source: ChangeSource,
  issue: Issue,
  origin: { chatId: string; isGroup: boolean; replyTo?: string | undefined } | undefined,
): Promise<void> {
  const { tx, now } = source;
  for (const chatId of await issueGroups(tx, issue, origin?.isGroup ? origin.chatId : undefined)) {
    await placeCard(tx, {
      issueId: issue.id,
      place: 'chat',
      target: chatId,
      version: issue.version,
      replyTo: chatId === origin?.chatId ? origin.replyTo : undefined,
      nonce: source.newId(),
      dueAt: now,
    });
  }
}

/** Private cards keep quiet hours, days off and 静默; what has become untrue meanwhile is not sent. */
export async function sendEffects(source: ChangeSource, issue: Issue, effects: IssueEffect[]): Promise<void> {
  const { tx, now } = source;
  const notices = effects.filter((effect) => effect.kind === 'notify');
  const people = new Map(
    notices.length > 0
      ? (
          await findPeople(
            tx,
            notices.map((n) => n.personId),
          )
        ).map((p) => [p.id, p])
      : [],
  );
  await enqueue(
    tx,
    notices.flatMap((notice) => {
      const person = people.get(notice.personId);
      // Another tenant's people cannot be written to privately (230038); their group card tells them.
      if (!person?.home || person.unreachableSince !== null) return [];
      const facts: NoticeFacts = {
        personId: person.id,
        reason: notice.reason,
        note: notice.note ?? null,
        urgent: notice.urgent ?? false,
        late: notice.late ?? false,
        version: issue.version,
        generation: issue.ladder.generation,
        auto: source.actorId === null,
        forId: notice.forId ?? null,
      };
      const { mutedUntil, openId } = person;
      const cause = { auto: facts.auto, mutedUntil, recipient: openId };
      return [
        NOTICE.row({
          id: source.newId(),
          target: `person:${openId}`,
          issueId: issue.id,
          payload: { ...facts },
          dedupeKey: `notice:${issue.id}:${issue.version}:${notice.reason}:${person.id}`,
          dueAt: noticeAt(now, cause, source.directory.clock),
        }),
      ];
    }),
    now,
  );
  const outside = notices.filter((notice) => people.get(notice.personId)?.home === false);
  await callInGroups(
    source,
    issue,
    outside.map((notice) => notice.reason),
  );
  for (const effect of effects) {
    if (effect.kind !== 'show-in') continue;
    await placeCard(tx, {
      issueId: issue.id,
      place: 'chat',
      target: effect.chatId,
      version: issue.version,
      nonce: source.newId(),
      dueAt: now,
    });
  }
}
