/** Frames of the long connection, checked against the simulator's own reading of the protocol. */
import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFragments } from '../../src/feishu/longconn/fragments.ts';
import { decodeFrame, encodeFrame, type Frame, FrameError } from '../../src/feishu/longconn/frame.ts';
import { readFrame, type SimFrame, writeFrame } from '../../src/sim/longconn/frame.ts';

const uint64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const text = fc.string({ unit: 'grapheme' });
const simFrame: fc.Arbitrary<SimFrame> = fc.record(
  {
    SeqID: uint64,
    LogID: uint64,
    service: int32,
    method: fc.constantFrom(0, 1),
    headers: fc.array(fc.record({ key: text, value: text }), { maxLength: 6 }),
    payloadEncoding: text,
    payloadType: text,
    payload: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
    LogIDNew: text,
  },
  { requiredKeys: ['SeqID', 'LogID', 'service', 'method', 'headers'] },
);

describe('a frame', () => {
  test('written by the platform is read, and sent back unchanged, whatever it holds', () => {
    fc.assert(
      fc.property(simFrame, (sent) => {
        expect(readFrame(Buffer.from(encodeFrame(decodeFrame(writeFrame(sent)))))).toEqual(sent);
      }),
    );
  });

  test('in the bytes of the official encoder is read: a ping', () => {
    // SeqID 0, LogID 0, service 5, method 0, header type=ping.
    const ping = Buffer.from('08001000180520002a0c0a0474797065120470696e67', 'hex');
    expect(decodeFrame(ping)).toEqual({
      seqId: 0n,
      logId: 0n,
      service: 5,
      method: 0,
      headers: [['type', 'ping']],
    });
    expect(Buffer.from(encodeFrame(decodeFrame(ping))).toString('hex')).toBe(ping.toString('hex'));
  });

  test('with fields of a later version is read without them', () => {
    const known = writeFrame({ SeqID: 1n, LogID: 2n, service: 3, method: 1, headers: [] });
    const later = Buffer.from([0x50, 0x05, 0x59, 1, 2, 3, 4, 5, 6, 7, 8, 0x62, 1, 9, 0x6d, 1, 2, 3, 4]);
    expect(decodeFrame(Buffer.concat([known, later]))).toEqual({
      seqId: 1n,
      logId: 2n,
      service: 3,
      method: 1,
      headers: [],
    });
  });

  test('that is none is refused, never half read', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        try {
          decodeFrame(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(FrameError);
        }
      }),
    );
    expect(() => decodeFrame(new Uint8Array())).toThrow(FrameError);
  });
});

describe('a message in several frames', () => {
  const part = (seq: number, payload: string, more: Partial<Record<string, string>> = {}): Frame => ({
    seqId: 1n,
    logId: 1n,
    service: 1,
    method: 1,
    headers: Object.entries({ message_id: 'm1', sum: '3', seq: String(seq), ...more }).map(([key, value]) => [
      key,
      value ?? '',
    ]),
    payload: Buffer.from(payload),
  });
  const time = { now: 0 };
  const fresh = (maxBytes = 100) => createFragments(() => time.now, maxBytes);
  const shown = (gathered: ReturnType<ReturnType<typeof fresh>>) =>
    gathered.kind === 'whole' ? Buffer.from(gathered.payload).toString() : gathered.kind;

  test('is put together in whatever order its parts come, beside others', () => {
    const add = fresh();
    expect(shown(add(part(2, 'c')))).toBe('part');
    expect(shown(add(part(0, 'x', { message_id: 'm2', sum: '2' })))).toBe('part');
    expect(shown(add(part(0, 'a')))).toBe('part');
    expect(shown(add(part(0, 'a')))).toBe('part');
    expect(shown(add(part(1, 'b')))).toBe('abc');
    expect(shown(add(part(1, 'y', { message_id: 'm2', sum: '2' })))).toBe('xy');
  });

  test('is forgotten when its rest does not come within ten seconds', () => {
    const add = fresh();
    add(part(0, 'a'));
    add(part(1, 'b'));
    time.now += 10_001;
    expect(shown(add(part(2, 'c')))).toBe('part');
  });

  test('in one frame needs no counting', () => {
    expect(shown(fresh()({ ...part(0, 'all'), headers: [] }))).toBe('all');
    expect(shown(fresh()(part(0, 'all', { sum: '1' })))).toBe('all');
  });

  test.each([
    ['a part beyond the count', part(3, 'x')],
    ['a negative part', part(-1, 'x')],
    ['no number', part(0, 'x', { seq: 'one' })],
    ['a count without end', part(0, 'x', { sum: '4294967296' })],
    ['no message_id', part(0, 'x', { message_id: '' })],
    ['more than is taken', part(0, 'x'.repeat(101))],
  ])('with %s is refused', (_, frame) => {
    expect(fresh()(frame).kind).toBe('bad');
  });

  test('whose parts disagree on their count, or together are too large, is refused', () => {
    const add = fresh(4);
    add(part(0, 'a'));
    expect(add(part(1, 'b', { sum: '4' })).kind).toBe('bad');
    expect(add(part(1, 'bcde')).kind).toBe('bad');
  });
});
