/** The long connection's frame (protobuf pbbp2.Frame, reference §2): bytes in, bytes out, nothing else. */

export interface Frame {
  seqId: bigint;
  logId: bigint;
  service: number;
  /** 0 control, 1 data. */
  method: number;
  /** In order; keys may repeat. */
  headers: [key: string, value: string][];
  payloadEncoding?: string;
  payloadType?: string;
  payload?: Uint8Array;
  logIdNew?: string;
}

/** Bytes that are no frame. */
export class FrameError extends Error {
  override readonly name = 'FrameError';
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const MAX_UINT64 = 2n ** 64n - 1n;

class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get done(): boolean {
    return this.#at >= this.#bytes.length;
  }

  varint(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new FrameError('cut off in a number');
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value & MAX_UINT64;
    }
    throw new FrameError('a number without end');
  }

  /** Protobuf writes negative int32 values as 64 bits. */
  int32(): number {
    return Number(BigInt.asIntN(32, this.varint()));
  }

  bytes(): Uint8Array {
    return this.#take(Number(this.varint()));
  }

  text(): string {
    try {
      return utf8.decode(this.bytes());
    } catch (error) {
      throw error instanceof FrameError ? error : new FrameError('a text that is not UTF-8');
    }
  }

  /** Passes over a field of a later version. */
  skip(wireType: number): void {
    if (wireType === 0) this.varint();
    else if (wireType === 1) this.#take(8);
    else if (wireType === 2) this.bytes();
    else if (wireType === 5) this.#take(4);
    else throw new FrameError(`wire type ${wireType}`);
  }

  #take(length: number): Uint8Array {
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new FrameError('cut off');
    const part = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return part;
  }
}

/** Walks over the fields; `read` answers false for one it does not know. */
function eachField(reader: Reader, read: (field: number, wireType: number) => boolean): void {
  while (!reader.done) {
    const tag = Number(reader.varint());
    const wireType = tag & 7;
    if (!read(tag >>> 3, wireType)) reader.skip(wireType);
  }
}

function decodeHeader(bytes: Uint8Array): [string, string] {
  const header: [string, string] = ['', ''];
  const reader = new Reader(bytes);
  eachField(reader, (field, wireType) => {
    if (wireType !== 2 || (field !== 1 && field !== 2)) return false;
    header[field - 1] = reader.text();
    return true;
  });
  return header;
}

/** @throws FrameError when the bytes are no frame */
export function decodeFrame(bytes: Uint8Array): Frame {
  const frame: Frame = { seqId: 0n, logId: 0n, service: 0, method: -1, headers: [] };
  const reader = new Reader(bytes);
  eachField(reader, (field, wireType) => {
    switch (field * 8 + wireType) {
      case 8:
        frame.seqId = reader.varint();
        return true;
      case 16:
        frame.logId = reader.varint();
        return true;
      case 24:
        frame.service = reader.int32();
        return true;
      case 32:
        frame.method = reader.int32();
        return true;
      case 42:
        frame.headers.push(decodeHeader(reader.bytes()));
        return true;
      case 50:
        frame.payloadEncoding = reader.text();
        return true;
      case 58:
        frame.payloadType = reader.text();
        return true;
      case 66:
        frame.payload = reader.bytes();
        return true;
      case 74:
        frame.logIdNew = reader.text();
        return true;
      default:
        return false;
    }
  });
  if (frame.method < 0) throw new FrameError('no method');
  return frame;
}

const encoder = new TextEncoder();

class Writer {
  readonly #bytes: number[] = [];

  number(field: number, value: bigint): this {
    this.#varint(BigInt(field * 8));
    this.#varint(BigInt.asUintN(64, value));
    return this;
  }

  bytes(field: number, value: Uint8Array): this {
    this.#varint(BigInt(field * 8 + 2));
    this.#varint(BigInt(value.length));
    for (const byte of value) this.#bytes.push(byte);
    return this;
  }

  text(field: number, value: string | undefined): this {
    return value === undefined ? this : this.bytes(field, encoder.encode(value));
  }

  finish(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }

  #varint(value: bigint): void {
    let rest = value;
    for (; rest > 0x7fn; rest >>= 7n) this.#bytes.push(Number(rest & 0x7fn) | 0x80);
    this.#bytes.push(Number(rest));
  }
}

/** The four numbers are required fields and always written. */
export function encodeFrame(frame: Frame): Uint8Array {
  const writer = new Writer()
    .number(1, frame.seqId)
    .number(2, frame.logId)
    .number(3, BigInt(frame.service))
    .number(4, BigInt(frame.method));
  for (const [key, value] of frame.headers)
    writer.bytes(5, new Writer().text(1, key).text(2, value).finish());
  writer.text(6, frame.payloadEncoding).text(7, frame.payloadType);
  if (frame.payload) writer.bytes(8, frame.payload);
  return writer.text(9, frame.logIdNew).finish();
}

/** The value of the first header of that name. */
export function headerOf(frame: Frame, name: string): string | undefined {
  return frame.headers.find(([key]) => key === name)?.[1];
}
