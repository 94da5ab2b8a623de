/** Puts the card on top and keeps it true: changed in place, posted anew only when too old and somebody changed something. */
import { enqueue } from '../../db/outbox.ts';
import { readTopCard, saveTopCard } from '../../db/top-card.ts';
import type { Deps } from '../../deps.ts';
import { defineJob } from '../../engine/job.ts';
import { tryUpdateSent } from '../../engine/update-sent.ts';
import { FeishuError } from '../../feishu/errors.ts';
import { REFRESH_TOP } from '../../kinds/jobs.ts';
import { ANSWER } from '../../kinds/messages.ts';
import { drawTopCard } from './draw.ts';
import { PUT_TOP, TOP_CARD } from './kinds.ts';
import { TOP } from './words.ts';

interface Asker {
  chatId: string;
  personId: number;
  replyTo?: string | undefined;
}

/** Nobody in person asked when `personId` is 0. */
async function say(deps: Deps, { chatId, personId, replyTo }: Asker, text: string): Promise<void> {
  if (personId === 0) return;
  const now = deps.clock();
  const row = ANSWER.row({
    id: deps.newId(),
    target: `chat:${chatId}`,
    payload: { answer: { kind: 'text', text }, chatId, personId, ...(replyTo && { replyTo }) },
    dueAt: now,
  });
  await deps.db.transaction((tx) => enqueue(tx, [row], now));
}

async function takeDown(deps: Deps, chatId: string): Promise<void> {
  try {
    await deps.feishu.removeTopNotice(chatId);
  } catch (error) {
    // Where the bot has left there is nothing to take down.
    if (!(error instanceof FeishuError) || error.kind !== 'chat-gone') throw error;
  }
  await deps.db.transaction((tx) => saveTopCard(tx, chatId, { messageId: null, projectId: null }));
}

/** Changes the card that stands there. @returns false when it cannot be changed any more */
async function redraw(deps: Deps, chatId: string, projectId: number, messageId: string): Promise<boolean> {
  const card = await deps.db.read((tx) => drawTopCard(deps, tx, chatId, projectId));
  return card === undefined || tryUpdateSent(deps, messageId, card);
}

async function postAnew(deps: Deps, projectId: number, asker: Asker): Promise<void> {
  const { chatId, personId, replyTo } = asker;
  const now = deps.clock();
  const row = TOP_CARD.row({
    id: deps.newId(),
    target: `chat:${chatId}`,
    payload: { chatId, projectId, personId, ...(replyTo && { replyTo }) },
    dueAt: now,
  });
  await deps.db.transaction((tx) => enqueue(tx, [row], now));
}

export const PUT_TOP_JOB = defineJob(PUT_TOP, {
  name: TOP.put,
  run: async (deps, { payload }) => {
    const { chatId, projectId, again } = payload;
    if (projectId === null) {
      await takeDown(deps, chatId);
      return say(deps, payload, TOP.removed);
    }
    const { messageId } = await deps.db.read((tx) => readTopCard(tx, chatId));
    if (messageId === null) return;
    if (again && !(await redraw(deps, chatId, projectId, messageId)))
      return postAnew(deps, projectId, payload);
    await deps.feishu.putTopNotice(chatId, messageId);
    await deps.db.transaction((tx) => saveTopCard(tx, chatId, { projectId }));
    if (again) await say(deps, payload, TOP.refreshed);
  },
  onFailure: (deps, { payload }, missingRight) => say(deps, payload, missingRight ? TOP.noRight : TOP.failed),
});

export const REFRESH_TOP_JOB = defineJob(REFRESH_TOP, {
  name: TOP.refresh,
  optional: true,
  run: async (deps, { payload: { chatId, asked } }) => {
    const { messageId, projectId } = await deps.db.read((tx) => readTopCard(tx, chatId));
    if (messageId === null || projectId === null) return;
    const card = await deps.db.read((tx) => drawTopCard(deps, tx, chatId, projectId));
    if (!card) return takeDown(deps, chatId);
    if ((await tryUpdateSent(deps, messageId, card)) || !asked) return;
    // Nobody asked for it in words: whoever leads the group sees it once, in the place of the old one.
    await postAnew(deps, projectId, { chatId, personId: 0 });
  },
});
