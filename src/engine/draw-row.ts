/** What a waiting message looks like at this moment, by its kind; or that its reason has vanished. */

import { QUEUE_NAMES } from '../cards/words-queue.ts';
import { helpSource } from '../commands/help-source.ts';
import { loadChat } from '../db/chat.ts';
import { loadIssue, loadIssues } from '../db/issue.ts';
import type { Tx } from '../db/open.ts';
import { findPeople, loadActor } from '../db/person.ts';
import type { Deps } from '../deps.ts';
import type { Actor } from '../domain/actor.ts';
import type { Answer } from '../domain/answer.ts';
import type { Directory } from '../domain/directory.ts';
import type { Issue } from '../domain/issue.ts';
import type { Person } from '../domain/model.ts';
import { digestComes } from '../domain/mute.ts';
import type { HeldNotice, NoticeFacts, ToldNotice } from '../domain/notice.ts';
import { noticeAt, sendableAt } from '../domain/sendable.ts';
import { type Day, dayOf, type Instant } from '../domain/time.ts';
import {
  ANSWER,
  type AnswerPayload,
  NOTICE,
  PERSON_DIGEST,
  RECOUNT_OWN,
  RECOUNT_REPORT,
  REMINDERS,
} from '../kinds/messages.ts';
import { codeOf } from '../log.ts';
import { isStillTrue, isUnwanted } from '../verbs/notices.ts';
import { drawAnswer } from '../views/answer.ts';
import { drawNoticeList, drawPersonDigest } from '../views/digest.ts';
import { issueCardFor } from '../views/issue.ts';
import { placeOf } from '../views/place.ts';
import { drawOwnRecount, drawRecountReport, type RunNamed } from '../views/recount.ts';
import { PERIODIC_MESSAGES } from './draw-periodic.ts';
import { defineMessage, type MessageKind, type RowOf } from './message.ts';
import type { LiveCard, Rendered } from './rendered.ts';
import { drop, message, textMessage } from './rendered.ts';
import { passOn } from './unreachable.ts';

export const MESSAGES: readonly MessageKind<unknown>[] = [
  defineMessage(ANSWER, {
    name: QUEUE_NAMES.answer,
    draw: drawAnswerRow,
    onSent: async ({ features }, tx, { payload: { answer } }, messageId) =>
      features.answers.get(answer.kind)?.onSent?.(tx, answer, messageId),
    // Who asked something that cannot be drawn is told so, with the code that finds the fault in the log.
    instead: ({ id, payload, requestId }, at) => {
      const asked = payload as Partial<AnswerPayload>;
      if (asked.personId === undefined || !asked.answer || asked.answer.kind === 'error') return undefined;
      const answer: Answer = { kind: 'error', code: codeOf(requestId ?? id), at };
      return { ...asked, personId: asked.personId, answer };
    },
  }),
  defineMessage(NOTICE, {
    name: QUEUE_NAMES.notice,
    keepsQuiet: true,
    draw: drawNotice,
    onUndeliverable: (deps, { target, issueId, payload }) =>
      issueId === null ? Promise.resolve() : passOn(deps, openIdOf(target), [{ ...payload, issueId }]),
  }),
  defineMessage(REMINDERS, {
    name: QUEUE_NAMES.reminders,
    keepsQuiet: true,
    draw: (deps, tx, row, now) => drawReminders(deps, tx, row.payload, now),
    onUndeliverable: (deps, { payload }) => passOn(deps, payload.openId, payload.notices),
  }),
  defineMessage(PERSON_DIGEST, {
    name: QUEUE_NAMES.personDigest,
    keepsQuiet: true,
    draw: (deps, tx, row, now) => drawDigest(deps, tx, row.payload, now),
    onUndeliverable: (deps, { payload }) => passOn(deps, payload.openId, payload.notices),
  }),
  defineMessage(RECOUNT_REPORT, {
    name: QUEUE_NAMES.recountReport,
    draw: (deps, tx, row, now) => drawRecount(deps, tx, row.payload, now, drawRecountReport),
  }),
  defineMessage(RECOUNT_OWN, {
    name: QUEUE_NAMES.recountOwn,
    keepsQuiet: true,
    draw: (deps, tx, row, now) => drawRecount(deps, tx, row.payload, now, drawOwnRecount),
  }),
  ...PERIODIC_MESSAGES,
];

function openIdOf(target: string): string {
  return target.slice('person:'.length);
}

/** Draws a row with one consistent set of reads. */
export function renderMessage<P>(
  deps: Deps,
  kind: MessageKind<P>,
  row: RowOf<P>,
  now: Instant,
): Promise<Rendered> {
  return deps.db.read(async (tx) => {
    const quiet = kind.keepsQuiet ? await quietNow(deps, tx, row.target, now) : undefined;
    return quiet ?? kind.draw(deps, tx, row, now);
  });
}

async function quietNow(deps: Deps, tx: Tx, recipient: string, now: Instant): Promise<Rendered | undefined> {
  const { clock } = await deps.directory.get(tx);
  const open = sendableAt(now, clock);
  if (open === now) return undefined;
  // Into the digest of the next morning, which takes what waits until it is out.
  return {
    kind: 'later',
    at: noticeAt(open, { auto: true, mutedUntil: null, recipient }, clock),
  };
}

async function drawAnswerRow(
  deps: Deps,
  tx: Tx,
  { payload }: RowOf<AnswerPayload>,
  now: Instant,
): Promise<Rendered> {
  const [person] = await findPeople(tx, [payload.personId]);
  const actor = person && (await loadActor(tx, { openId: person.openId }));
  if (!actor) return drop('person-gone');
  const chat = payload.chatId ? await loadChat(tx, payload.chatId) : undefined;
  if (chat?.unreachable) return drop('group-gone');
  const viewer = {
    now,
    directory: await deps.directory.get(tx),
    actor,
    chat,
    demo: deps.demo,
    features: deps.features,
  };
  const drawn = await drawAnswer(tx, payload.answer, viewer, helpSource(deps.features));
  const to = payload.chatId ? { chatId: payload.chatId } : { openId: payload.openId ?? actor.person.openId };
  if (drawn.kind === 'text') return textMessage(drawn.text, to, payload.replyTo);
  // In an unbound group what is drawn is the way to bind it, and no card of the issue.
  const live = await liveOf(tx, placeOf(payload.answer, viewer), chat?.id, actor.person.openId);
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

/** What a changed calendar did, to one of those who should know. */
async function drawRecount(
  deps: Deps,
  tx: Tx,
  payload: RunNamed & { personId: number; asked: boolean },
  now: Instant,
  draw: typeof drawRecountReport,
): Promise<Rendered> {
  const [person] = await findPeople(tx, [payload.personId]);
  const actor = person && (await loadActor(tx, { openId: person.openId }));
  if (!actor || actor.person.unreachableSince !== null) return drop('person-gone');
  const base = { now, directory: await deps.directory.get(tx), demo: deps.demo };
  const card = await draw(tx, actor, payload, base);
  return card ? message(card, { openId: actor.person.openId }) : drop('nothing-to-say');
}

/** One's 晨报. After a day of silence only what was held back is told, the next day has a digest of its own. */
async function drawDigest(
  deps: Deps,
  tx: Tx,
  { openId, day, late, notices }: { openId: string; day: Day; late: boolean; notices: HeldNotice[] },
  now: Instant,
): Promise<Rendered> {
  const directory = await deps.directory.get(tx);
  if (dayOf(now, directory.settings.timeZone) !== day) {
    return drawReminders(deps, tx, { openId, notices }, now);
  }
  const actor = await loadActor(tx, { openId });
  if (!actor) return drop('person-gone');
  const quiet = silence(actor.person, now, directory);
  if (quiet) return quiet;
  // A silence that lasted beyond working hours has left the digest out; tomorrow's says it again.
  if (!digestComes(actor.person.mutedUntil, day, directory.clock))
    return drawReminders(deps, tx, { openId, notices }, now);
  const base = { now, directory, demo: deps.demo };
  const told = await stillTrue(tx, notices, { now, directory });
  const card = await drawPersonDigest(tx, actor, { late, notices: told }, base);
  return card
    ? { ...message(card, { openId }), urgent: buzzed(told, openId, directory) }
    : drop('nothing-to-say');
}

/** Several private cards in one; a single one that is left looks as if it had come alone. */
async function drawReminders(
  deps: Deps,
  tx: Tx,
  { openId, notices }: { openId: string; notices: HeldNotice[] },
  now: Instant,
): Promise<Rendered> {
  const reader = await loadActor(tx, { openId });
  if (!reader) return drop('subject-gone');
  if (reader.person.unreachableSince !== null) return drop('person-unreachable');
  const directory = await deps.directory.get(tx);
  const quiet = silence(reader.person, now, directory);
  if (quiet) return quiet;
  const told = await stillTrue(tx, notices, { now, directory });
  const [only] = told;
  if (!only) return drop('no-longer-true');
  if (told.length === 1) return noticeMessage(deps, tx, only.issue, reader, only.notice, now);
  const card = await drawNoticeList(tx, told, { now, directory, demo: deps.demo });
  return { ...message(card, { openId }), urgent: buzzed(told, openId, directory) };
}

/** With their issues as they are now; what has become untrue is left out, and of two about one issue the later stays. */
async function stillTrue(
  tx: Tx,
  notices: HeldNotice[],
  at: { now: Instant; directory: Directory },
): Promise<ToldNotice[]> {
  const issues = new Map(
    (await loadIssues(tx, [...new Set(notices.map((notice) => notice.issueId))])).map((one) => [one.id, one]),
  );
  const told = new Map<string, ToldNotice>();
  for (const notice of notices) {
    const issue = issues.get(notice.issueId);
    const when = { ...at, generation: notice.generation };
    if (issue && isStillTrue(notice.reason, issue, when) && !isUnwanted(notice, issue))
      told.set(`${issue.id}:${notice.reason}`, { issue, notice });
  }
  return [...told.values()];
}

async function drawNotice(deps: Deps, tx: Tx, row: RowOf<NoticeFacts>, now: Instant): Promise<Rendered> {
  const facts = row.payload;
  const issue = row.issueId === null ? undefined : await loadIssue(tx, row.issueId);
  const reader = await loadActor(tx, { id: facts.personId });
  if (!issue || !reader) return drop('subject-gone');
  if (reader.person.unreachableSince !== null) return drop('person-unreachable');
  const directory = await deps.directory.get(tx);
  const { reason, generation } = facts;
  if (!isStillTrue(reason, issue, { generation, now, directory })) return drop('no-longer-true');
  if (isUnwanted(facts, issue)) return drop('muted');
  return noticeMessage(deps, tx, issue, reader, facts, now);
}

/** The issue's card with what is asked at its top; from now on it is the live one of this person. */
async function noticeMessage(
  deps: Deps,
  tx: Tx,
  issue: Issue,
  reader: Actor,
  { reason, note, urgent, late }: NoticeFacts,
  now: Instant,
): Promise<Rendered> {
  const directory = await deps.directory.get(tx);
  const card = await issueCardFor(tx, issue, {
    directory,
    now,
    demo: deps.demo,
    reader,
    notice: { reason, ...(note && { note }), ...(late && { late }) },
  });
  const { openId } = reader.person;
  return {
    ...message(card, { openId }),
    live: { issueId: issue.id, place: 'person', target: openId, version: issue.version },
    urgent: urgent && directory.settings.urgentApp ? [openId] : [],
  };
}

function buzzed(told: readonly ToldNotice[], openId: string, directory: Directory): string[] {
  return directory.settings.urgentApp && told.some(({ notice }) => notice.urgent) ? [openId] : [];
}

/** Who asked for silence hears it afterwards (静默). */
function silence({ mutedUntil }: Person, now: Instant, directory: Directory): Rendered | undefined {
  if (mutedUntil === null || now >= mutedUntil) return undefined;
  return { kind: 'later', at: sendableAt(mutedUntil, directory.clock) };
}
