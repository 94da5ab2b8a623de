/** Outbox rows that work instead of send: what the platform must be asked after a commit, what is too long for a click. */

import { QUEUE_NAMES } from '../cards/words-queue.ts';
import { adoptPage } from '../commands/adopt-rules.ts';
import { receiveQuoted } from '../commands/quoted.ts';
import { rememberArrivals } from '../db/arrivals.ts';
import { learnMembers, loadChat, upsertChat } from '../db/chat.ts';
import { enqueue, finishOutbox, retryOutbox } from '../db/outbox.ts';
import { upsertPerson } from '../db/person.ts';
import { setRequestId } from '../db/request-id.ts';
import { homeTenant, saveState } from '../db/setting.ts';
import type { Deps } from '../deps.ts';
import type { ChatMember } from '../feishu/chats.ts';
import { classifyFailure, type Failure, FeishuError } from '../feishu/errors.ts';
import { ADOPT_RULES, CATCH_UP, CHECK_OUTSIDE, LEARN_CHAT, LEARN_NAME, READ_QUOTED } from '../kinds/jobs.ts';
import { ANSWER } from '../kinds/messages.ts';
import { CHECK_ROW, type OutsideCheck } from '../views/health.ts';
import { admitCall } from './admit.ts';
import { readMissed } from './catch-up.ts';
import { checkOutside, readKnown } from './check.ts';
import { describeFailure } from './failure.ts';
import { defineJob, type JobKind } from './job.ts';
import type { RowOf } from './message.ts';
import { planAfterFailure } from './retry.ts';

export const JOBS: readonly JobKind<unknown>[] = [
  /** Name, outside members and people of a group the bot came into. */
  defineJob(LEARN_CHAT, {
    name: QUEUE_NAMES.learnChat,
    run: async (deps, { payload: { chatId } }) => {
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
  }),
  /** Names of people who spoke before anybody told us who they are. */
  defineJob(LEARN_NAME, {
    name: QUEUE_NAMES.learnName,
    run: async (deps, { payload: { openId } }) => {
      const names = await deps.feishu.names([openId]);
      const name = names.get(openId);
      if (!name) return;
      await deps.db.transaction((tx) => upsertPerson(tx, { openId, name }, deps.clock()));
    },
  }),
  /** The platform and the machine, for 体检. */
  defineJob(CHECK_OUTSIDE, {
    name: QUEUE_NAMES.checkOutside,
    run: async (deps, row) => {
      const items = await checkOutside(deps, await readKnown(deps));
      const now = deps.clock();
      const waiting = row.payload.then;
      await deps.db.transaction(async (tx) => {
        if (row.requestId !== null) setRequestId(tx, row.requestId);
        await saveState(tx, CHECK_ROW, { at: now, items } satisfies OutsideCheck);
        await rememberArrivals(tx);
        if (waiting) await enqueue(tx, [ANSWER.row({ ...waiting, dueAt: now })], now);
      });
    },
  }),
  /** One page of what was said in a group while nobody listened. */
  defineJob(CATCH_UP, {
    name: QUEUE_NAMES.catchUp,
    run: (deps, row) => readMissed(deps, row.payload),
    // Without the right to read, or out of the group, there is nothing to catch up; the platform still pushes again.
    optional: true,
  }),
  /** The message somebody replied to with 报. */
  defineJob(READ_QUOTED, {
    name: QUEUE_NAMES.readQuoted,
    run: async (deps, { payload, requestId }) =>
      receiveQuoted(deps, payload, await deps.feishu.readMessage(payload.messageId), requestId),
    // Somebody who waits for an answer is told of a missing scope at once, not in a day.
    onFailure: (deps, { payload, requestId }, missingRight) =>
      receiveQuoted(deps, payload, missingRight ? 'no-scope' : undefined, requestId),
  }),
  /** New rules for running problems; asks the platform nothing, but takes longer than a click may. */
  defineJob(ADOPT_RULES, {
    name: QUEUE_NAMES.adoptRules,
    run: (deps, row) => adoptPage(deps, row.id, row.payload),
  }),
];

/** Runs one job and writes down how it ended; a failure is retried like a message. */
export async function runJob<P>(deps: Deps, job: JobKind<P>, row: RowOf<P>): Promise<void> {
  const now = deps.clock();
  const admitted = await admitCall(deps, { lane: 'read', target: row.target });
  if (!admitted.ok) {
    deps.metrics.paced('read');
    const at = admitted.at ?? row.dueAt ?? now;
    await deps.db.once((tx) => retryOutbox(tx, row, { at, counted: false, open: false }));
    return;
  }
  try {
    await job.run(deps, row);
    await deps.db.once((tx) => finishOutbox(tx, row.id, 'sent', { at: deps.clock() }));
  } catch (error) {
    // A fault of ours says nothing about the job; the lease brings it back.
    if (!(error instanceof FeishuError)) throw error;
    const failure = classifyFailure(error);
    // Reading twice does no harm, so an unknown outcome is simply tried again.
    const lenient = job.optional === true || job.onFailure !== undefined;
    const again: Failure =
      failure.kind === 'uncertain'
        ? { kind: 'retry', reason: failure.reason }
        : failure.kind === 'configuration' && lenient
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
        : finishOutbox(tx, row.id, lenient ? 'dropped' : 'dead', {
            at: now,
            error: failure.reason,
          }),
    );
    if (step.kind !== 'retry') await job.onFailure?.(deps, row, failure.kind === 'configuration');
  }
}
