/** Changes a card that was sent as a message of its own. */
import type { Card } from '../cards/kit.ts';
import type { Deps } from '../deps.ts';
import { FeishuError } from '../feishu/errors.ts';

/** One that is gone or too old stays as it is; every other failure is thrown, for the job to be tried again. */
export async function updateSent(deps: Deps, messageId: string, card: Card): Promise<void> {
  await tryUpdateSent(deps, messageId, card);
}

/** The same. @returns false when it is gone or too old */
export async function tryUpdateSent(deps: Deps, messageId: string, card: Card): Promise<boolean> {
  try {
    await deps.feishu.updateCard(messageId, card);
    return true;
  } catch (error) {
    const gone = error instanceof FeishuError && /^(message-gone|card-too-old|chat-gone)$/.test(error.kind);
    if (!gone) throw error;
    return false;
  }
}
