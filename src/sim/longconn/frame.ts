/**
 * The platform's side of pbbp2.Frame (feishu.md §2.3), proto2: every field at most once but headers, the first four
 * and both of a header are required, nothing unknown. Throws on anything else; the official servers are as strict.
 */

export interface SimFrame {
  SeqID: bigint;
  LogID: bigint;
  service: number;
  method: number;
  headers: { key: string; value: string }[];
  payloadEncoding?: string;
  payloadType?: string;
  payload?: Buffer;
  LogIDNew?: string;
}

type Kind = 'uint64' | 'int32' | 'string' | 'bytes' | 'header';
interface Field {
  name: keyof SimFrame;
  kind: Kind;
  required?: boolean;
}

const FRAME: Record<number, Field> = {
  1: { name: 'SeqID', kind: 'uint64', required: true },
  2: { name: 'LogID', kind: 'uint64', required: true },
  3: { name: 'service', kind: 'int32', required: true },
  4: { name: 'method', kind: 'int32', required: true },
  5: { name: 'headers', kind: 'header' },
  6: { name: 'payloadEncoding', kind: 'string' },
  7: { name: 'payloadType', kind: 'string' },
  8: { name: 'payload', kind: 'bytes' },
  9: { name: 'LogIDNew', kind: 'string' },
};

function takeVarint(bytes: Buffer, from: number): { value: bigint; next: number } {
  let value = 0n;
  for (let i = 0; i < 10; i += 1) {
    const byte = bytes.at(from + i);
    if (byte === undefined || from + i >= bytes.length) throw new Error('truncated varint');
    value += BigInt(byte % 128) << BigInt(7 * i);
    if (byte < 128) return { value: BigInt.asUintN(64, value), next: from + i + 1 };
  }
  throw new Error('varint too long');
}

interface Part {
  field: number;
  number?: bigint;
  bytes?: Buffer;
}

/** The fields as they stand, one after the other; only the two wire types this message knows. */
function split(bytes: Buffer): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < bytes.length; ) {
    const tag = takeVarint(bytes, at);
    const field = Number(tag.value >> 3n);
    const inner = takeVarint(bytes, tag.next);
    if ((tag.value & 7n) === 0n) {
      parts.push({ field, number: inner.value });
      at = inner.next;
    } else if ((tag.value & 7n) === 2n) {
      at = inner.next + Number(inner.value);
      if (at > bytes.length) throw new Error('truncated field');
      parts.push({ field, bytes: bytes.subarray(inner.next, at) });
    } else {
      throw new Error(`wire type ${tag.value & 7n}`);
    }
  }
  return parts;
}

const asText = (bytes: Buffer): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

function readHeader(bytes: Buffer): { key: string; value: string } {
  const [first, second, ...more] = split(bytes).sort((a, b) => a.field - b.field);
  if (first?.field !== 1 || second?.field !== 2 || more.length > 0) throw new Error('bad header');
  if (!first.bytes || !second.bytes) throw new Error('bad header');
  return { key: asText(first.bytes), value: asText(second.bytes) };
}

function readValue(kind: Kind, part: Part): unknown {
  if (kind === 'uint64' || kind === 'int32') {
    if (part.number === undefined) throw new Error(`field ${part.field} is no number`);
    return kind === 'uint64' ? part.number : Number(BigInt.asIntN(32, part.number));
  }
  if (!part.bytes) throw new Error(`field ${part.field} is a number`);
  if (kind === 'header') return readHeader(part.bytes);
  return kind === 'string' ? asText(part.bytes) : Buffer.from(part.bytes);
}

/** @throws when the bytes are not exactly one frame */
export function readFrame(bytes: Buffer): SimFrame {
  const frame: Record<string, unknown> = {};
  const headers: unknown[] = [];
  for (const part of split(bytes)) {
    const known = FRAME[part.field];
    if (!known) throw new Error(`unknown field ${part.field}`);
    const value = readValue(known.kind, part);
    if (known.kind === 'header') headers.push(value);
    else if (known.name in frame) throw new Error(`field ${part.field} twice`);
    else frame[known.name] = value;
  }
  for (const { name, required } of Object.values(FRAME)) {
    if (required && !(name in frame)) throw new Error(`${name} is missing`);
  }
  return { ...frame, headers } as unknown as SimFrame;
}

function varint(value: bigint): Buffer {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  do {
    bytes.push(Number(rest % 128n) + (rest >= 128n ? 128 : 0));
    rest /= 128n;
  } while (rest > 0n);
  return Buffer.from(bytes);
}

function block(field: number, bytes: Buffer): Buffer {
  return Buffer.concat([varint(BigInt(field * 8 + 2)), varint(BigInt(bytes.length)), bytes]);
}

/** The bytes of a frame, fields in ascending order. */
export function writeFrame(frame: SimFrame): Buffer {
  const parts: Buffer[] = [];
  for (const [number, { name, kind }] of Object.entries(FRAME)) {
    const field = Number(number);
    const value = frame[name];
    if (value === undefined) continue;
    if (kind === 'header') {
      for (const { key, value: text } of frame.headers)
        parts.push(block(field, Buffer.concat([block(1, Buffer.from(key)), block(2, Buffer.from(text))])));
    } else if (typeof value === 'bigint' || typeof value === 'number') {
      parts.push(varint(BigInt(field * 8)), varint(BigInt(value)));
    } else {
      parts.push(block(field, Buffer.from(value as string | Buffer)));
    }
  }
  return Buffer.concat(parts);
}
