/** Changes a card that was sent as a message of its own. */
import type { Card } from '../cards/kit.ts';
import type { Deps } from '../deps.ts';
import { FeishuError } from '../feishu/errors.ts';

/** One that is gone or too old stays as it is; every other failure is thrown, for the job to be tried again. */
export async function updateSent(deps: Deps, messageId: string, card: Card): Promise<void> {
  try {
    await deps.feishu.updateCard(messageId, card);
  } catch (error) {
    const gone = error instanceof FeishuError && /^(message-gone|card-too-old|chat-gone)$/.test(error.kind);
    if (!gone) throw error;
  }
}
