/** One WebSocket to the platform: opened within a time limit, frames in and out, closed for one reason. */
import type { IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
import { decodeFrame, encodeFrame, type Frame } from './frame.ts';
import { ConnectRefusal, refusalOf } from './refusal.ts';

/** Calls `go` after `ms`; the answer cancels it, and may be called again and late. */
export type SetTimer = (go: () => void, ms: number) => () => void;

export const realTimer: SetTimer = (go, ms) => {
  const timer = setTimeout(go, ms);
  return () => clearTimeout(timer);
};

/** Why an open connection ended. */
export type Loss = 'closed-by-platform' | 'silent' | 'broken' | 'stopped';

export interface FrameSocket {
  /** Frames are handed to the listener from the first one on. */
  send(frame: Frame): void;
  /** Ends it; `polite` waits a moment for the other side to agree. */
  close(loss: Loss, polite: boolean): void;
  readonly ended: Promise<Loss>;
}

export interface SocketOptions {
  url: string;
  handshakeMs: number;
  maxBytes: number;
  setTimer: SetTimer;
  onFrame(frame: Frame): void;
  /** A message that is no frame. */
  onGarbage(): void;
  /** Told at once; calling it gives up while the handshake is under way. */
  onAbort(abort: () => void): void;
}

/** Probes of the system find a dead line sooner than the pings, where nothing between keeps it alive. */
const KEEP_ALIVE_MS = 30_000;
const CLOSE_WITHIN_MS = 1_000;

/** @throws ConnectRefusal */
export function openSocket(options: SocketOptions): Promise<FrameSocket> {
  const { setTimer } = options;
  const ws = new WebSocket(options.url, {
    maxPayload: options.maxBytes,
    // Not offered: a small compressed message may not blow up in memory.
    perMessageDeflate: false,
  });
  // One stays for good: an error nobody listens to would end the process.
  ws.on('error', () => {});
  const opened = Promise.withResolvers<FrameSocket>();
  const ended = Promise.withResolvers<Loss>();
  let loss: Loss | undefined;

  const refuse = (refusal: ConnectRefusal) => {
    opened.reject(refusal);
    ws.terminate();
  };
  const stopWaiting = setTimer(() => refuse(new ConnectRefusal('handshake-timeout')), options.handshakeMs);
  options.onAbort(() => refuse(new ConnectRefusal('unreachable', 0, 'STOPPED')));

  ws.on('upgrade', (response: IncomingMessage) => response.socket.setKeepAlive(true, KEEP_ALIVE_MS));
  ws.on('unexpected-response', (request, response: IncomingMessage) => {
    opened.reject(handshakeRefusal(response));
    request.destroy();
  });
  ws.on('error', (error: NodeJS.ErrnoException) => {
    loss ??= 'broken';
    opened.reject(new ConnectRefusal('handshake-failed', 0, /^[A-Z0-9_]+$/.exec(error.code ?? '')?.[0]));
  });
  ws.on('message', (data: Buffer, isBinary) => {
    let frame: Frame;
    try {
      if (!isBinary) throw new Error('text');
      frame = decodeFrame(data);
    } catch {
      options.onGarbage();
      return;
    }
    options.onFrame(frame);
  });
  ws.on('open', () => {
    opened.resolve({
      send: (frame) => {
        if (ws.readyState === WebSocket.OPEN) ws.send(encodeFrame(frame), () => {});
      },
      close: (why, polite) => {
        loss ??= why;
        if (!polite) return ws.terminate();
        ws.close(1000);
        const cancel = setTimer(() => ws.terminate(), CLOSE_WITHIN_MS);
        void ended.promise.then(cancel);
      },
      ended: ended.promise,
    });
  });
  ws.on('close', () => {
    opened.reject(new ConnectRefusal('handshake-failed'));
    ended.resolve(loss ?? 'closed-by-platform');
  });
  return opened.promise.finally(stopWaiting);
}

/** The platform says in headers of its own why it does not upgrade. */
function handshakeRefusal({ headers, statusCode = 0 }: IncomingMessage): ConnectRefusal {
  const number = (name: string) => Number(headers[name] ?? 0) || 0;
  const known = [number('handshake-autherrcode'), number('handshake-status')].find((code) => code !== 0);
  return known === undefined ? new ConnectRefusal('handshake-failed', statusCode) : refusalOf(known);
}
