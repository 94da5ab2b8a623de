/** Outbox rows that work instead of send: what the platform must be asked after a commit, what is too long for a click. */
import { ADOPT_JOB, type AdoptPayload, adoptPage } from '../commands/adopt-rules.ts';
import { receiveQuoted } from '../commands/quoted.ts';
import { rememberArrivals } from '../db/arrivals.ts';
import { loadBulletin } from '../db/bulletin.ts';
import { setCause } from '../db/cause.ts';
import { learnMembers, loadChat, upsertChat } from '../db/chat.ts';
import { enqueue, finishOutbox, type NewOutboxRow, type OutboxRow, retryOutbox } from '../db/outbox.ts';
import { upsertPerson } from '../db/person.ts';
import { homeTenant, saveLearnt } from '../db/setting.ts';
import type { Deps } from '../deps.ts';
import type { ChatMember } from '../feishu/chats.ts';
import { classifyFailure, type Failure, FeishuError } from '../feishu/errors.ts';
import { drawBulletin } from '../views/bulletin.ts';
import { CHECK_ROW, type OutsideCheck } from '../views/health.ts';
import { CATCH_UP, readMissed } from './catch-up.ts';
import { checkOutside, readKnown } from './check.ts';
import { describeFailure } from './failure.ts';
import { planAfterFailure } from './retry.ts';

type Job = (deps: Deps, payload: Record<string, unknown>, row: OutboxRow) => Promise<void>;

const JOBS: Record<string, Job> = {
  /** Name, outside members and people of a group the bot came into. */
  'learn-chat': async (deps, payload) => {
    const chatId = String(payload.chatId);
    const info = await deps.feishu.chatInfo(chatId);
    const members: ChatMember[] = [];
    for await (const member of deps.feishu.chatMembers(chatId)) members.push(member);
    const now = deps.clock();
    await deps.db.transaction(async (tx) => {
      const home = await homeTenant(tx);
      const known = await loadChat(tx, chatId);
      await upsertChat(
        tx,
        { id: chatId, name: info.name || (known?.name ?? ''), external: info.external },
        now,
      );
      await learnMembers(
        tx,
        chatId,
        members.map((m) => ({ ...m, home: home !== undefined && m.tenantKey === home })),
        now,
      );
    });
  },
  /** Names of people who spoke before anybody told us who they are. */
  'learn-name': async (deps, payload) => {
    const openId = String(payload.openId);
    const names = await deps.feishu.names([openId]);
    const name = names.get(openId);
    if (!name) return;
    await deps.db.transaction((tx) => upsertPerson(tx, { openId, name }, deps.clock()));
  },
  /** The platform and the machine, for 体检; `then` is the answer that waits for it. */
  'check-outside': async (deps, payload, row) => {
    const items = await checkOutside(deps, await readKnown(deps));
    const now = deps.clock();
    await deps.db.transaction(async (tx) => {
      if (row.requestId !== null) setCause(tx, row.requestId);
      await saveLearnt(tx, CHECK_ROW, { at: now, items } satisfies OutsideCheck);
      await rememberArrivals(tx);
      if (payload.then) await enqueue(tx, [{ ...(payload.then as NewOutboxRow), dueAt: now }], now);
    });
  },
  /** One page of what was said in a group while nobody listened. */
  [CATCH_UP]: readMissed,
  /** The message somebody replied to with 报. */
  'read-quoted': async (deps, payload, row) => {
    const quoted = await deps.feishu.readMessage(String(payload.messageId));
    await receiveQuoted(deps, payload, quoted, row.requestId);
  },
  /** New rules for running problems; asks the platform nothing, but takes longer than a click may. */
  [ADOPT_JOB]: (deps, payload, row) => adoptPage(deps, row.id, payload as unknown as AdoptPayload),
  /** A card of a 红黑榜 whose state has changed; one that is gone or too old stays as it is. */
  'redraw-bulletin': async (deps, payload) => {
    const card = await deps.db.read(async (tx) => {
      const bulletin = await loadBulletin(tx, Number(payload.bulletinId));
      const base = { now: deps.clock(), directory: await deps.directory.get(tx), demo: deps.demo };
      return bulletin && drawBulletin(tx, bulletin, base);
    });
    if (!card) return;
    try {
      await deps.feishu.updateCard(String(payload.messageId), card);
    } catch (error) {
      const gone = error instanceof FeishuError && /^(message-gone|card-too-old|chat-gone)$/.test(error.kind);
      if (!gone) throw error;
    }
  },
};

export function isJob(kind: string): boolean {
  return Object.hasOwn(JOBS, kind);
}

/** Runs one job and writes down how it ended; a failure is retried like a message. */
export async function runJob(deps: Deps, row: OutboxRow): Promise<void> {
  const now = deps.clock();
  const admitted = deps.pacer.admit('read', row.target, now);
  if (!admitted.ok) {
    deps.metrics.paced('read');
    const at = admitted.at ?? row.dueAt ?? now;
    await deps.db.transaction((tx) => retryOutbox(tx, row, { at, counted: false, open: false }));
    return;
  }
  try {
    await JOBS[row.kind]!(deps, row.payload, row);
    await deps.db.transaction((tx) => finishOutbox(tx, row.id, 'sent', { at: deps.clock() }));
  } catch (error) {
    // A fault of ours says nothing about the job; the lease brings it back.
    if (!(error instanceof FeishuError)) throw error;
    const failure = classifyFailure(error);
    // Reading twice does no harm, so an unknown outcome is simply tried again. Somebody who waits for an
    // answer is told of a missing scope at once, not in a day.
    const waits = row.kind === 'read-quoted';
    // Without the right to read, or out of the group, there is nothing to catch up; the platform still pushes again.
    const optional = row.kind === CATCH_UP;
    const again: Failure =
      failure.kind === 'uncertain'
        ? { kind: 'retry', reason: failure.reason }
        : failure.kind === 'configuration' && (waits || optional)
          ? { kind: 'give-up', reason: failure.reason }
          : failure;
    const step = planAfterFailure(again, {
      attempts: row.attempts,
      firstTriedAt: row.firstTriedAt ?? now,
      now,
      textTried: true,
    });
    deps.log.warn('job.failed', { id: row.id, kind: row.kind, next: step.kind, ...describeFailure(error) });
    await deps.db.transaction((tx) =>
      step.kind === 'retry'
        ? retryOutbox(tx, row, { at: step.at, counted: true, open: false, error: failure.reason })
        : finishOutbox(tx, row.id, waits || optional ? 'dropped' : 'dead', {
            at: now,
            error: failure.reason,
          }),
    );
    // Who waits is told, so it is no dead letter.
    if (step.kind !== 'retry' && waits) {
      const text = failure.kind === 'configuration' ? 'no-scope' : undefined;
      await receiveQuoted(deps, row.payload, text, row.requestId);
    }
  }
}
