/** The platform's end of all long connections of the app (feishu.md §2). */
import { asString, isRecord, parseJson } from '../content/json.ts';
import type { IdState } from '../ids.ts';
import { newNonce, newUuid } from '../ids.ts';
import type { PushAnswer, SimLongconn } from '../types.ts';
import type { SimFrame } from './frame.ts';
import { readFrame, writeFrame } from './frame.ts';

/** The most connections of one app. */
export const MAX_CONNECTIONS = 50;

/** A connection as the hub sees it; the socket is somebody else's. */
export interface Line {
  readonly deviceId: string;
  readonly serviceId: number;
  readonly openedAt: number;
  /** Neither hears nor speaks any more, though it is open: a half-open line. */
  silent: boolean;
  send(bytes: Buffer): void;
  close(code: number): void;
}

interface Waiting {
  line: Line;
  sent: SimFrame;
  resolve(answer: PushAnswer): void;
  reject(error: Error): void;
}

export interface Hub extends Omit<SimLongconn, 'attach'> {
  readonly lines: Set<Line>;
  /** Tickets handed out by the endpoint and not used yet. */
  readonly tickets: Map<string, { deviceId: string; serviceId: number; expiresAt: number }>;
  refusal: { code: number; msg: string } | undefined;
  hear(line: Line, bytes: Buffer): void;
  gone(line: Line): void;
  /** Sends one message to one connection at random; rejects when there is none, or it closes before the answer. */
  push(ids: IdState, body: string): Promise<PushAnswer>;
}

const HEADERS = { type: 'type', messageId: 'message_id', sum: 'sum', seq: 'seq', trace: 'trace_id' } as const;

export function createHub(): Hub {
  const waiting = new Map<string, Waiting>();
  const violations: string[] = [];
  let seq = 0n;

  const hub: Hub = {
    lines: new Set(),
    tickets: new Map(),
    refusal: undefined,
    clientConfig: { PingInterval: 120, ReconnectCount: -1, ReconnectInterval: 120, ReconnectNonce: 30 },
    splitBytes: 64 * 1024,
    connections: () => [...hub.lines].map(({ deviceId, openedAt }) => ({ deviceId, openedAt })),
    violations: () => [...violations],
    silence() {
      for (const line of hub.lines) line.silent = true;
    },
    closeAll() {
      for (const line of hub.lines) line.close(1001);
    },
    refuse(code, msg = 'refused') {
      hub.refusal = { code, msg };
      return () => {
        hub.refusal = undefined;
      };
    },
    hear(line, bytes) {
      if (line.silent) return;
      try {
        const frame = readFrame(bytes);
        if (frame.method === 0) answerPing(line, frame);
        else takeAck(line, frame);
      } catch (error) {
        violations.push(error instanceof Error ? error.message : String(error));
        line.close(1002);
      }
    },
    gone(line) {
      hub.lines.delete(line);
      for (const [id, one] of waiting) {
        if (one.line !== line) continue;
        waiting.delete(id);
        one.reject(new Error('connection closed'));
      }
    },
    push(ids, body) {
      const lines = [...hub.lines];
      const line = lines[Number(newNonce(ids)) % lines.length];
      if (!line) return Promise.reject(new Error('nobody is connected'));
      const messageId = newUuid(ids);
      const frames = framesOf(ids, line, messageId, body);
      return new Promise((resolve, reject) => {
        waiting.set(messageId, { line, sent: frames.at(-1) as SimFrame, resolve, reject });
        if (!line.silent) for (const frame of frames) line.send(writeFrame(frame));
      });
    },
  };

  function answerPing(line: Line, frame: SimFrame): void {
    if (headerOf(frame, HEADERS.type) !== 'ping') throw new Error('a control frame that is no ping');
    if (frame.service !== line.serviceId) throw new Error('a ping for another service');
    line.send(
      writeFrame({
        ...frame,
        headers: [{ key: HEADERS.type, value: 'pong' }],
        payload: Buffer.from(JSON.stringify(hub.clientConfig)),
      }),
    );
  }

  /** Large messages travel in several frames with the same message_id. */
  function framesOf(ids: IdState, line: Line, messageId: string, body: string): SimFrame[] {
    const bytes = Buffer.from(body);
    const sum = Math.max(1, Math.ceil(bytes.length / hub.splitBytes));
    const trace = newUuid(ids).replaceAll('-', '');
    return Array.from({ length: sum }, (_, n) => {
      seq += 1n;
      return {
        SeqID: seq,
        // Beyond what a double can hold, as real log ids are.
        LogID: 2n ** 63n + seq,
        service: line.serviceId,
        method: 1,
        headers: Object.entries({
          [HEADERS.type]: 'event',
          [HEADERS.messageId]: messageId,
          [HEADERS.sum]: String(sum),
          [HEADERS.seq]: String(n),
          [HEADERS.trace]: trace,
        }).map(([key, value]) => ({ key, value })),
        payload: bytes.subarray(n * hub.splitBytes, (n + 1) * hub.splitBytes),
      };
    });
  }

  /** The same frame again with `biz_rt`, and the outcome as payload. */
  function takeAck(line: Line, frame: SimFrame): void {
    const one = waiting.get(headerOf(frame, HEADERS.messageId));
    if (!one) throw new Error('an answer to nothing');
    if (one.line !== line) throw new Error('an answer on another connection');
    const { sent } = one;
    // The official client reads the 64-bit ids as doubles and sends them back rounded.
    for (const name of ['SeqID', 'LogID', 'service', 'method'] as const)
      if (Number(frame[name]) !== Number(sent[name])) throw new Error(`an answer with another ${name}`);
    const kept = sent.headers.every(({ key, value }) => headerOf(frame, key) === value);
    if (!kept) throw new Error('an answer that lost headers');
    // The official client counts backwards here, so a sign is let pass.
    if (!/^-?\d+$/.test(headerOf(frame, 'biz_rt'))) throw new Error('an answer without biz_rt');
    const answer = readAnswer(frame.payload);
    waiting.delete(headerOf(frame, HEADERS.messageId));
    one.resolve(answer);
  }
  return hub;
}

function readAnswer(payload: Buffer | undefined): PushAnswer {
  const answer = parseJson((payload ?? Buffer.alloc(0)).toString());
  if (!isRecord(answer) || typeof answer.code !== 'number') throw new Error('an answer without code');
  const unknown = Object.keys(answer).filter((key) => !['code', 'headers', 'data'].includes(key));
  if (unknown.length > 0) throw new Error(`an answer with ${unknown.join()}`);
  if (answer.data === undefined || answer.data === null) return { status: answer.code, body: '{}' };
  const data = asString(answer.data);
  const body = Buffer.from(data, 'base64');
  if (data === '' || body.toString('base64') !== data) throw new Error('data that is not base64');
  return { status: answer.code, body: body.toString() };
}

function headerOf(frame: SimFrame, key: string): string {
  return frame.headers.find((header) => header.key === key)?.value ?? '';
}
