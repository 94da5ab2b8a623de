import type { ServerType } from '@hono/node-server';

const LOOK_MS = 100;

/**
 * Takes no new connections and lets requests under way finish. A proxy that keeps its connections would go on asking
 * through them for ever: they are closed after the next answer, or when idle.
 */
export function closeServer(server: ServerType): Promise<void> {
  server.prependListener('request', (_request, response) => response.setHeader('connection', 'close'));
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if ('closeIdleConnections' in server) server.closeIdleConnections();
    }, LOOK_MS);
    server.close(() => {
      clearInterval(timer);
      resolve();
    });
  });
}

/** Runs `stop` once on SIGINT or SIGTERM, then leaves; a second signal leaves at once. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}
