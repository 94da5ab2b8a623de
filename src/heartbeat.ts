/** Tells a watchman outside that all is well; when it falls silent, he raises the alarm. */
import type { Log } from './log.ts';

const TIMEOUT_MS = 5000;

/** @param url HEARTBEAT_URL; it may hold a secret and never reaches the log */
export function createHeartbeat(url: string | undefined, log: Log): () => Promise<void> {
  return async () => {
    if (url === undefined) return;
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
      await answer.body?.cancel();
      if (!answer.ok) log.warn('heartbeat.refused', { status: answer.status });
    } catch (error) {
      log.warn('heartbeat.failed', { error: error instanceof Error ? error.name : typeof error });
    }
  };
}
