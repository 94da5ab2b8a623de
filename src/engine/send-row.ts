/** One outbox row: draw it from the present state, send it, record what came of it. */
import { placeCard, setCard } from '../db/card.ts';
import { markChatUnreachable } from '../db/chat.ts';
import type { Tx } from '../db/open.ts';
import { finishOutbox, type OutboxRow, replacePayload, restTarget, retryOutbox } from '../db/outbox.ts';
import { noteReached } from '../db/person.ts';
import type { Deps } from '../deps.ts';
import type { Instant } from '../domain/time.ts';
import { classifyFailure, type Failure, FeishuError } from '../feishu/errors.ts';
import { TOO_LATE } from '../feishu/http.ts';
import { readPayload } from '../kinds/kind.ts';
import type { OfficePayload } from '../kinds/messages.ts';
import { admitCall } from './admit.ts';
import { renderMessage } from './draw-row.ts';
import { describeFailure } from './failure.ts';
import { runJob } from './jobs.ts';
import type { MessageKind, RowOf } from './message.ts';
import { postPrivately } from './office-post.ts';
import type { LiveCard, Rendered } from './rendered.ts';
import { bodyIn, noteRendition, type Rendition, readRendition } from './rendition.ts';
import { isTooLate, mayHaveArrived, namesNobody, planAfterFailure, sendDeadline } from './retry.ts';
import { markUnreachable, namesOf } from './unreachable.ts';

/**
 * @param behind what is to leave to the same target after it
 * @returns false when there is no room: it was put back, and `behind` with it, so that nothing overtakes it
 */
export async function sendRow(deps: Deps, row: OutboxRow, behind: OutboxRow[]): Promise<boolean> {
  const job = deps.features.jobs.get(row.kind);
  const kind = job ?? deps.features.messages.get(row.kind);
  if (kind === undefined) {
    await finish(deps, row, 'dropped', { error: `unknown-kind-${row.kind}` });
    return true;
  }
  const read = readPayload(kind, row.payload);
  if (!read.ok) {
    await giveUpUnreadable(deps, row, read.reason);
    return true;
  }
  const typed = { ...row, payload: read.payload };
  if (job !== undefined) {
    await runJob(deps, job, typed);
    return true;
  }
  return sendMessage(deps, kind as MessageKind<unknown>, typed, row, behind);
}

/** A row that says what this program does not understand is no use to try again; what is wrong is kept by field. */
async function giveUpUnreadable(deps: Deps, row: OutboxRow, reason: string): Promise<void> {
  deps.log.error('send.unreadable', { id: row.id, kind: row.kind, reason });
  const now = deps.clock();
  const told = deps.features.messages.get(row.kind)?.instead?.(row, now);
  if (told === undefined) return finish(deps, row, 'dead', { error: reason });
  await deps.db.once((tx) => replacePayload(tx, row.id, told as Record<string, unknown>, now));
}

async function sendMessage(
  deps: Deps,
  kind: MessageKind<unknown>,
  typed: RowOf<unknown>,
  row: OutboxRow,
  behind: OutboxRow[],
): Promise<boolean> {
  const now = deps.clock();
  const handleUndeliverable = async () => {
    await kind.onUndeliverable?.(deps, typed);
    if (kind.office)
      await postPrivately(deps, kind as MessageKind<OfficePayload>, typed as RowOf<OfficePayload>);
  };
  const drawn = await renderMessage(deps, kind, typed, now);
  if (drawn.kind === 'drop') {
    // First, for a row that is finished is never tried again; done twice it changes nothing.
    await handleUndeliverable();
    await finish(deps, row, 'dropped', { error: drawn.reason });
    return true;
  }
  const open = mayHaveArrived(row);
  if (drawn.kind === 'later') {
    await deps.db.once((tx) => retryOutbox(tx, row, { at: drawn.at, counted: false, open }));
    return true;
  }

  if (isTooLate(row, now)) return giveUpLost(deps, row);
  const admitted = await admitCall(deps, { lane: 'send', target: row.target });
  if (!admitted.ok) {
    deps.metrics.paced('send');
    const { at } = admitted;
    await deps.db.transaction(async (tx) => {
      for (const one of [row, ...behind]) {
        const back = { at: at ?? one.dueAt ?? now, counted: false, open: mayHaveArrived(one) };
        await retryOutbox(tx, one, back);
      }
      if (at !== undefined) await restTarget(tx, row.target, at);
    });
    return false;
  }
  // Waiting for a slot takes its time as well.
  if (isTooLate(row, deps.clock())) return giveUpLost(deps, row);
  const rendition = readRendition(row);
  let messageId: string;
  try {
    messageId = (await post(deps, drawn, rendition, row)).messageId;
  } catch (error) {
    // A fault of ours says nothing about the message; the lease brings it back.
    if (!(error instanceof FeishuError)) throw error;
    if (error.reason === TOO_LATE) {
      deps.log.warn('send.too-late', { id: row.id, kind: row.kind });
      const untried = { at: row.dueAt ?? now, counted: false, open };
      await deps.db.once((tx) => retryOutbox(tx, row, untried));
      return true;
    }
    await recover(deps, row, drawn, error, { rendition, handleUndeliverable });
    return true;
  }
  await deps.db.transaction(async (tx) => {
    await finishOutbox(tx, row.id, 'sent', { at: deps.clock(), messageId });
    if ('openId' in drawn.to) await noteReached(tx, drawn.to.openId);
    await kind.onSent?.(deps, tx, typed, messageId);
    if (drawn.live && !rendition.asText) await becomeCard(tx, row, drawn.live, messageId, now);
  });
  const delay = (deps.clock() - (row.wantedAt ?? row.createdAt)) / 1000;
  deps.metrics.sent(row.kind, 'sent', delay);
  if (drawn.urgent && drawn.urgent.length > 0) await sendUrgent(deps, messageId, drawn.urgent);
  return true;
}

/** Makes a message the live card of its issue there. */
async function becomeCard(
  tx: Tx,
  row: OutboxRow,
  live: LiveCard,
  messageId: string,
  now: Instant,
): Promise<void> {
  const { issueId, version } = live;
  // Tried before, it may have come through then: the uuid brings back that message, which shows an older state.
  const certain = row.attempts <= 1;
  await setCard(tx, issueId, live, messageId, certain ? version : 0, now);
  if (!certain) {
    await placeCard(tx, { ...live, nonce: '', dueAt: now });
  }
}

async function post(deps: Deps, drawn: Rendered & { kind: 'message' }, rendition: Rendition, row: OutboxRow) {
  const uuid = row.id;
  const names = await namesOf(deps, rendition, drawn.card);
  const content =
    drawn.file && !rendition.asText
      ? await fileBody(deps, drawn.file, uuid)
      : bodyIn(
          rendition,
          drawn.card ? { card: drawn.card } : { text: drawn.text ?? '', at: drawn.at },
          uuid,
          names,
        );
  const body = { ...content, ...sendDeadline(row) };
  if (drawn.replyTo === undefined) return deps.feishu.sendMessage({ ...body, to: drawn.to });
  try {
    return await deps.feishu.replyMessage({ ...body, messageId: drawn.replyTo });
  } catch (error) {
    // The question was recalled meanwhile; its answer still goes to the chat.
    if (!(error instanceof FeishuError) || error.kind !== 'message-gone') throw error;
    return deps.feishu.sendMessage({ ...body, to: drawn.to });
  }
}

/** Uploads have limits of their own, as wide as those of sending. A second upload after a crash leaves nothing to be seen: the uuid brings back the message that went out. */
async function fileBody(
  deps: Deps,
  file: NonNullable<(Rendered & { kind: 'message' })['file']>,
  uuid: string,
) {
  if (file.kind === 'image') {
    const image = { image_key: await deps.feishu.uploadImage(await file.write(), file.name) };
    return { type: 'image', content: image, uuid } as const;
  }
  const fileKey = await deps.feishu.uploadFile(file.name, typeOfFile(file.name), await file.write());
  return { type: 'file', content: { file_key: fileKey }, uuid } as const;
}

/** What the platform's preview takes it for. */
function typeOfFile(name: string): 'doc' | 'xls' {
  return name.endsWith('.xlsx') ? 'xls' : 'doc';
}

/** Without the right to upload (im:resource), or with a file it does not want, words go in its place. */
function refusesFile(error: FeishuError, failure: Failure): boolean {
  const refused = failure.kind === 'configuration' || failure.kind === 'give-up';
  return failure.kind === 'card-refused' || (refused && /\/(files|images)$/.test(error.path));
}

async function recover(
  deps: Deps,
  row: OutboxRow,
  drawn: Rendered,
  error: FeishuError,
  { rendition, handleUndeliverable }: { rendition: Rendition; handleUndeliverable: () => Promise<void> },
): Promise<void> {
  const now = deps.clock();
  const said = classifyFailure(error);
  const file = drawn.kind === 'message' && drawn.file !== undefined && !rendition.asText;
  const failure: Failure =
    file && refusesFile(error, said) ? { kind: 'card-refused', reason: said.reason } : said;
  const step = planAfterFailure(failure, {
    attempts: row.attempts,
    firstTriedAt: row.firstTriedAt ?? now,
    now,
    textTried: rendition.asText || (drawn.kind === 'message' && drawn.card === undefined && !file),
    maskTried: rendition.masked,
    namesTried: rendition.unmentioned || !namesNobody(error),
  });
  const facts = { id: row.id, kind: row.kind, ...describeFailure(error) };
  switch (step.kind) {
    case 'retry':
      if (failure.kind === 'retry' && failure.afterMs !== undefined) deps.pacer.block(row.target, step.at);
      deps.metrics.sent(row.kind, 'retry');
      deps.log.warn('send.retry', { ...facts, attempts: row.attempts });
      await deps.db.once((tx) =>
        retryOutbox(tx, row, {
          at: step.at,
          counted: true,
          open: failure.kind === 'uncertain' || mayHaveArrived(row),
          error: failure.reason,
          rendition: noteRendition(rendition),
        }),
      );
      return;
    case 'text-fallback':
    case 'unmention':
    case 'mask': {
      deps.log.warn('send.card-refused', facts);
      const mark = { mask: 'masked', unmention: 'unmentioned', 'text-fallback': 'asText' } as const;
      const other = { ...rendition, [mark[step.kind]]: true };
      const again = { error: failure.reason, rendition: noteRendition(other) };
      await deps.db.once((tx) => retryOutbox(tx, row, { at: now, counted: true, open: false, ...again }));
      return;
    }
    case 'drop':
      deps.log.warn('send.unreachable', facts);
      // What it told is passed on first: a crash between would lose it, and passed on twice it is told once.
      await markOutOfReach(deps, step, drawn, now);
      await handleUndeliverable();
      await finish(deps, row, 'dropped', { error: step.reason });
      return;
    case 'taken':
      deps.log.warn('send.taken', facts);
      await finish(deps, row, 'sent', { error: failure.reason });
      return;
    case 'new-anchor':
    case 'dead':
      deps.log.error('send.dead', facts);
      await finish(deps, row, 'dead', { error: step.kind === 'dead' ? step.reason : failure.reason });
  }
}

async function markOutOfReach(
  deps: Deps,
  { mark }: { mark?: 'chat' | 'person' },
  drawn: Rendered,
  now: Instant,
) {
  if (mark === undefined || drawn.kind !== 'message') return;
  const { to } = drawn;
  await deps.db.transaction(async (tx) => {
    if ('chatId' in to) await markChatUnreachable(tx, to.chatId, mark);
    else await markUnreachable(deps, tx, to.openId, now);
  });
}

/** An hour and more after a try that may have come through: to send it now may be to send it twice. */
async function giveUpLost(deps: Deps, row: OutboxRow): Promise<true> {
  deps.log.error('send.dead', { id: row.id, kind: row.kind, reason: 'lost-unknown-outcome' });
  await finish(deps, row, 'dead', { error: 'lost-unknown-outcome' });
  return true;
}

async function finish(
  deps: Deps,
  row: OutboxRow,
  state: 'sent' | 'dropped' | 'dead',
  facts: { error: string },
): Promise<void> {
  deps.metrics.sent(row.kind, state);
  await deps.db.once((tx) => finishOutbox(tx, row.id, state, { at: deps.clock(), ...facts }));
}

/** An urgent that fails must not make the message go out twice; it is only logged. */
async function sendUrgent(deps: Deps, messageId: string, openIds: string[]): Promise<void> {
  try {
    await deps.feishu.urgentApp(messageId, openIds);
  } catch (error) {
    deps.log.warn('send.urgent-failed', describeFailure(error));
  }
}
