/** Puts together again what the platform has split over several frames (headers `sum` and `seq`). */
import { type Frame, headerOf } from './frame.ts';

/** The platform's own limit for the parts of one message. */
const KEEP_MS = 10_000;
const MAX_PARTS = 1_000;
/** All unfinished messages together; beyond it the oldest is forgotten, and pushed again. */
const MAX_WAITING_BYTES = 16 * 1024 * 1024;

interface Waiting {
  parts: (Uint8Array | undefined)[];
  bytes: number;
  since: number;
}

export type Gathered = { kind: 'whole'; payload: Uint8Array } | { kind: 'part' } | { kind: 'bad' };

/** Of one connection. `maxBytes` is the largest message that is taken. */
export function createFragments(clock: () => number, maxBytes: number): (frame: Frame) => Gathered {
  const waiting = new Map<string, Waiting>();

  const forget = (now: number) => {
    let bytes = 0;
    for (const one of waiting.values()) bytes += one.bytes;
    for (const [id, one] of waiting) {
      if (now - one.since <= KEEP_MS && bytes <= MAX_WAITING_BYTES) break;
      waiting.delete(id);
      bytes -= one.bytes;
    }
  };

  return (frame) => {
    const payload = frame.payload ?? new Uint8Array();
    const sum = Number(headerOf(frame, 'sum') ?? 1);
    if (payload.length > maxBytes) return { kind: 'bad' };
    if (sum === 0 || sum === 1) return { kind: 'whole', payload };
    const seq = Number(headerOf(frame, 'seq') ?? Number.NaN);
    const id = headerOf(frame, 'message_id') ?? '';
    const valid = Number.isInteger(sum) && sum > 0 && sum <= MAX_PARTS && Number.isInteger(seq);
    if (!valid || seq < 0 || seq >= sum || id === '') return { kind: 'bad' };
    const now = clock();
    forget(now);
    const one = waiting.get(id) ?? { parts: new Array(sum).fill(undefined), bytes: 0, since: now };
    if (one.parts.length !== sum) return { kind: 'bad' };
    one.bytes += payload.length - (one.parts[seq]?.length ?? 0);
    one.parts[seq] = payload;
    if (one.bytes > maxBytes) {
      waiting.delete(id);
      return { kind: 'bad' };
    }
    if (one.parts.includes(undefined)) {
      waiting.set(id, one);
      return { kind: 'part' };
    }
    waiting.delete(id);
    return { kind: 'whole', payload: Buffer.concat(one.parts as Uint8Array[]) };
  };
}
