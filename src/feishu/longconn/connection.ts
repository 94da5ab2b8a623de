/** The long connection (reference §2): connects, stays connected, hands over what comes, stops in good order. */
import { askEndpoint } from './endpoint.ts';
import { DEFAULT_PACE, type Pace, readPace, STABLE_MS, waitBefore } from './pace.ts';
import { ConnectRefusal } from './refusal.ts';
import { openSession, type Reply, type Session } from './session.ts';
import { type Loss, realTimer, type SetTimer } from './socket.ts';

type Ended = { kind: 'lost'; loss: Loss } | { kind: 'refused'; refusal: ConnectRefusal };

export type LongconnNews =
  | { kind: 'connected' }
  | (Ended & { againInMs: number })
  | { kind: 'bad-frame'; why: string };

export interface LongconnOptions {
  domain: string;
  appId: string;
  appSecret: string;
  /** Takes one message; resolves when its effect is durable. Never rejects. */
  take(payload: unknown): Promise<Reply>;
  tell(news: LongconnNews): void;
  clock: () => number;
  /** Largest message that is taken. */
  maxBytes: number;
  fetch?: typeof fetch;
  setTimer?: SetTimer;
  random?: () => number;
}

export interface Longconn {
  /** How long there has been no connection; 0 while there is one. */
  downForMs(): number;
  /** Finishes what is being worked on, answers it, and closes. */
  stop(): Promise<void>;
}

const ENDPOINT_MS = 15_000;
const HANDSHAKE_MS = 15_000;
/** A busy connection may never be idle; after this long what is left is pushed again to somebody else. */
const DRAIN_MS = 5_000;

/** Starts at once and goes on until stopped; failures are told and tried again. */
export function openLongconn(options: LongconnOptions): Longconn {
  const { clock, tell } = options;
  const setTimer = options.setTimer ?? realTimer;
  const random = options.random ?? Math.random;
  let pace: Pace | undefined;
  let session: Session | undefined;
  let downSince: number | undefined = clock();
  let stopped = false;
  /** Ends whatever is being waited for. */
  let interrupt = () => {};

  const wait = (ms: number) =>
    new Promise<void>((resolve) => {
      const cancel = setTimer(resolve, ms);
      interrupt = () => {
        cancel();
        resolve();
      };
    });

  const connect = async (): Promise<Session> => {
    const endpoint = await askEndpoint({
      domain: options.domain,
      appId: options.appId,
      appSecret: options.appSecret,
      fetch: options.fetch ?? fetch,
      timeoutMs: ENDPOINT_MS,
    });
    if (stopped) throw new ConnectRefusal('unreachable', 0, 'STOPPED');
    pace = readPace(endpoint.config, pace ?? DEFAULT_PACE);
    return openSession({
      url: endpoint.url,
      serviceId: endpoint.serviceId,
      handshakeMs: HANDSHAKE_MS,
      maxBytes: options.maxBytes,
      clock,
      setTimer,
      pace: () => pace ?? DEFAULT_PACE,
      onConfig: (config) => {
        pace = readPace(config, pace ?? DEFAULT_PACE);
      },
      take: options.take,
      onBadFrame: (why) => tell({ kind: 'bad-frame', why }),
      onAbort: (abort) => {
        interrupt = abort;
      },
    });
  };

  /** One connection from its first call to its end, or the try that failed. */
  const once = async (): Promise<{ heldMs: number; news: Ended }> => {
    try {
      session = await connect();
      interrupt = () => {};
      const since = clock();
      downSince = undefined;
      tell({ kind: 'connected' });
      const loss = await session.ended;
      downSince = clock();
      return { heldMs: downSince - since, news: { kind: 'lost', loss } };
    } catch (error) {
      const refusal = error instanceof ConnectRefusal ? error : new ConnectRefusal('unreachable');
      return { heldMs: 0, news: { kind: 'refused', refusal } };
    } finally {
      session = undefined;
    }
  };

  const run = async () => {
    for (let tries = 0; !stopped; ) {
      const { heldMs, news } = await once();
      if (stopped) return;
      tries = heldMs >= STABLE_MS ? 1 : tries + 1;
      const againInMs = waitBefore(tries, pace, random);
      tell({ ...news, againInMs });
      await wait(againInMs);
    }
  };
  const running = run();

  return {
    downForMs: () => (downSince === undefined ? 0 : clock() - downSince),
    async stop() {
      stopped = true;
      interrupt();
      const open = session;
      if (!open) return;
      let cancel = () => {};
      const limit = new Promise<void>((resolve) => {
        cancel = setTimer(resolve, DRAIN_MS);
      });
      await Promise.race([open.idle(), open.ended, limit]);
      cancel();
      open.close('stopped', true);
      await running;
      // What could not be answered any more is still written before the database is closed.
      await open.idle();
    },
  };
}
