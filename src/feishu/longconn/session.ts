/** What is said over one open connection: pings, and messages that are answered when their work is done. */
import { Buffer } from 'node:buffer';
import { createFragments } from './fragments.ts';
import { type Frame, headerOf } from './frame.ts';
import { type Pace, pongWithin } from './pace.ts';
import { type FrameSocket, openSocket, type SetTimer, type SocketOptions } from './socket.ts';

/** 200 when everything is durable; otherwise the platform pushes again. `body` is what a click is answered with. */
export interface Reply {
  status: number;
  body: object;
}

export interface SessionOptions {
  url: string;
  serviceId: number;
  handshakeMs: number;
  maxBytes: number;
  clock: () => number;
  setTimer: SetTimer;
  pace: () => Pace;
  /** The platform sends a new ClientConfig with a pong. */
  onConfig(config: unknown): void;
  take(payload: unknown): Promise<Reply>;
  /** Something that came cannot be understood. */
  onBadFrame(why: string): void;
  onAbort: SocketOptions['onAbort'];
}

export type Session = Pick<FrameSocket, 'close' | 'ended'> & {
  /** Resolves when everything that has come in is answered. */
  idle(): Promise<void>;
};

const CONTROL = 0;
const DATA = 1;

/** @throws ConnectRefusal */
export async function openSession(options: SessionOptions): Promise<Session> {
  const { setTimer, clock } = options;
  const gather = createFragments(clock, options.maxBytes);
  const underWay = new Set<Promise<void>>();
  let cancelPing = () => {};
  let cancelWatch = () => {};

  const ping = () => {
    cancelWatch();
    socket.send({
      seqId: 0n,
      logId: 0n,
      service: options.serviceId,
      method: CONTROL,
      headers: [['type', 'ping']],
    });
    cancelWatch = setTimer(() => socket.close('silent', false), pongWithin(options.pace()));
    // Before the next ping the watch has either been called off or has ended the connection.
    cancelPing = setTimer(ping, options.pace().pingMs + 1);
  };

  const answer = async (frame: Frame, payload: Uint8Array) => {
    const startedAt = clock();
    const message = parse(payload);
    if (message === undefined) options.onBadFrame('no-json');
    const reply = message === undefined ? { status: 500, body: {} } : await options.take(message);
    const code = reply.status === 200 ? 200 : 500;
    const empty = code !== 200 || Object.keys(reply.body).length === 0;
    const data = empty ? {} : { data: Buffer.from(JSON.stringify(reply.body)).toString('base64') };
    // A message may come with the very bytes that open the line.
    (await opening).send({
      ...frame,
      headers: [...frame.headers, ['biz_rt', String(Math.max(0, clock() - startedAt))]],
      payload: Buffer.from(JSON.stringify({ code, ...data })),
    });
  };

  const onData = (frame: Frame) => {
    const type = headerOf(frame, 'type');
    if (type !== 'event' && type !== 'card') return options.onBadFrame('unknown-type');
    const gathered = gather(frame);
    if (gathered.kind === 'bad') options.onBadFrame('bad-fragment');
    if (gathered.kind !== 'whole') return;
    const work = answer(frame, gathered.payload)
      .catch(() => options.onBadFrame('failed'))
      .finally(() => underWay.delete(work));
    underWay.add(work);
  };

  const opening = openSocket({
    url: options.url,
    handshakeMs: options.handshakeMs,
    maxBytes: options.maxBytes * 2,
    setTimer,
    onAbort: options.onAbort,
    onGarbage: () => options.onBadFrame('garbage'),
    onFrame: (frame) => {
      // Whatever comes shows that the line is alive.
      cancelWatch();
      if (frame.method === DATA) onData(frame);
      else if (headerOf(frame, 'type') === 'pong' && frame.payload?.length) {
        options.onConfig(parse(frame.payload));
      }
    },
  });
  const socket = await opening;
  void socket.ended.then(() => {
    cancelPing();
    cancelWatch();
  });
  ping();
  return {
    close: socket.close,
    ended: socket.ended,
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
