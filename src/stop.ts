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

/** What is done before the process leaves. */
export interface Stopping {
  /** Begins nothing more, and resolves when what is under way has ended. */
  end: () => Promise<void>;
  /** How long `end` is waited for. */
  withinMs: number;
  /** Told when `end` took longer: what is under way is left as it is. */
  gaveUp: () => void;
  /** The last step, done in any case. */
  close: () => Promise<void>;
}

export interface Leaving {
  /** From now on this is done first; without it a signal ends the process at once. */
  by(stopping: Stopping): void;
  /** A signal has come: nothing more is to be begun. */
  readonly asked: boolean;
}

/** After this long a database that does not close is left open, as by a crash. */
const CLOSE_MS = 5_000;

/**
 * Leaves with 0 on SIGINT or SIGTERM; a second signal leaves at once. To be called first of all: a process that is
 * number 1 of its container gets no signal it has not asked for.
 */
export function leaveOnSignal(): Leaving {
  let stopping: Stopping | undefined;
  let asked = false;
  const leave = async () => {
    if (!stopping) return;
    const { end, withinMs, gaveUp, close } = stopping;
    if (!(await endsWithin(end(), withinMs))) gaveUp();
    await endsWithin(close(), CLOSE_MS);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (asked) process.exit(1);
      asked = true;
      leave().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
  return {
    by(one) {
      stopping = one;
    },
    get asked() {
      return asked;
    },
  };
}

async function endsWithin(work: Promise<void>, ms: number): Promise<boolean> {
  const late = Promise.withResolvers<false>();
  const timer = setTimeout(() => late.resolve(false), ms);
  try {
    return await Promise.race([work.then(() => true), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
