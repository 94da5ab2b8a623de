/** What a waiting message looks like at this moment, by its kind; or that its reason has vanished. */
import { helpSource } from '../commands/help-source.ts';
import { loadChat } from '../db/chat.ts';
import { loadIssue } from '../db/issue.ts';
import type { Tx } from '../db/open.ts';
import type { OutboxRow } from '../db/outbox.ts';
import { findPeople, loadActor } from '../db/person.ts';
import type { Deps } from '../deps.ts';
import type { Answer } from '../domain/answer.ts';
import type { NoticeReason } from '../domain/decision.ts';
import { isStillTrue } from '../domain/notice.ts';
import { dayOf, type Instant } from '../domain/time.ts';
import { drawAnswer } from '../views/answer.ts';
import { drawGroupDigest, drawPersonDigest } from '../views/digest.ts';
import { issueCardFor } from '../views/issue.ts';
import type { Drawn, LiveCard } from './send-row.ts';

type Draw = (deps: Deps, tx: Tx, row: OutboxRow, now: Instant) => Promise<Drawn>;

const DRAW: Record<string, Draw> = {
  answer: drawAnswerRow,
  notice: drawNotice,
  'person-digest': async (deps, tx, row, now) => {
    const { openId, day, late } = row.payload as { openId: string; day: string; late: boolean };
    const actor = await loadActor(tx, { openId });
    const directory = await deps.directory.get(tx);
    if (dayOf(now, directory.settings.timeZone) !== day) return drop('day-over');
    if (!actor || isMuted(actor.person.mutedUntil, now)) return drop('muted');
    const base = { now, directory, demo: deps.demo };
    const card = await drawPersonDigest(tx, actor, { late }, base);
    return card ? message(card, { openId }) : drop('nothing-to-say');
  },
  'group-digest': async (deps, tx, row, now) => {
    const { chatId, day, late } = row.payload as { chatId: string; day: string; late: boolean };
    const chat = await loadChat(tx, chatId);
    const directory = await deps.directory.get(tx);
    if (dayOf(now, directory.settings.timeZone) !== day) return drop('day-over');
    if (!chat || chat.unreachable || chat.kind !== 'project') return drop('group-gone');
    const base = { now, directory, demo: deps.demo };
    const card = await drawGroupDigest(tx, chat, { late }, base);
    return card ? message(card, { chatId }) : drop('nothing-to-say');
  },
};

/** Draws a row with one consistent set of reads. */
export function drawRow(deps: Deps, row: OutboxRow, now: Instant): Promise<Drawn> {
  const draw = DRAW[row.kind];
  if (!draw) return Promise.resolve(drop(`unknown-kind-${row.kind}`));
  return deps.db.read((tx) => draw(deps, tx, row, now));
}

async function drawAnswerRow(deps: Deps, tx: Tx, row: OutboxRow, now: Instant): Promise<Drawn> {
  const payload = row.payload as {
    answer: Answer;
    chatId?: string;
    openId?: string;
    replyTo?: string;
    personId: number;
  };
  const [person] = await findPeople(tx, [payload.personId]);
  const actor = person && (await loadActor(tx, { openId: person.openId }));
  if (!actor) return drop('person-gone');
  const chat = payload.chatId ? await loadChat(tx, payload.chatId) : undefined;
  if (chat?.unreachable) return drop('group-gone');
  const viewer = { now, directory: await deps.directory.get(tx), actor, chat, demo: deps.demo };
  const drawn = await drawAnswer(tx, payload.answer, viewer, helpSource());
  const to = payload.chatId ? { chatId: payload.chatId } : { openId: payload.openId ?? actor.person.openId };
  if (drawn.kind === 'text') return words(drawn.text, to, payload.replyTo);
  const live = await liveOf(tx, payload.answer, chat?.id, actor.person.openId);
  return { ...message(drawn.card, to, payload.replyTo), ...(live && { live }) };
}

/** 查 #12 brings the live card itself: from now on it changes where it was asked for last. */
async function liveOf(
  tx: Tx,
  answer: Answer,
  chatId: string | undefined,
  openId: string,
): Promise<LiveCard | undefined> {
  if (answer.kind !== 'issue') return undefined;
  const issue = await loadIssue(tx, answer.issueId);
  if (!issue) return undefined;
  const at = chatId ? { place: 'chat', target: chatId } : { place: 'person', target: openId };
  return { issueId: issue.id, version: issue.version, ...at } as LiveCard;
}

async function drawNotice(deps: Deps, tx: Tx, row: OutboxRow, now: Instant): Promise<Drawn> {
  const { personId, reason, note, urgent, late } = row.payload as {
    personId: number;
    reason: NoticeReason;
    note: string | null;
    urgent: boolean;
    late?: boolean;
  };
  const issue = row.issueId === null ? undefined : await loadIssue(tx, row.issueId);
  const [person] = await findPeople(tx, [personId]);
  const reader = person && (await loadActor(tx, { openId: person.openId }));
  if (!issue || !reader) return drop('subject-gone');
  if (reader.person.unreachableSince !== null) return drop('person-unreachable');
  if (!isStillTrue(reason, issue)) return drop('no-longer-true');
  const directory = await deps.directory.get(tx);
  const card = await issueCardFor(tx, issue, {
    directory,
    now,
    demo: deps.demo,
    reader,
    notice: { reason, ...(note && { note }), ...(late && { late }) },
  });
  const { openId } = reader.person;
  const buzz = urgent && directory.settings.urgentApp ? [openId] : [];
  return {
    ...message(card, { openId }),
    live: { issueId: issue.id, place: 'person', target: openId, version: issue.version },
    urgent: buzz,
  };
}

function message(
  card: (Drawn & { kind: 'message' })['card'],
  to: { chatId: string } | { openId: string },
  replyTo?: string,
) {
  return { kind: 'message' as const, card, text: undefined, to, replyTo };
}

function words(text: string, to: { chatId: string } | { openId: string }, replyTo?: string): Drawn {
  return { kind: 'message', card: undefined, text, to, replyTo };
}

function drop(reason: string): Drawn {
  return { kind: 'drop', reason };
}

function isMuted(until: Instant | null, now: Instant): boolean {
  return until !== null && now < until;
}
