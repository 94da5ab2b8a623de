/** When messages that come by themselves leave in the morning: at once nobody's, spread by the recipient. */
import { expect, test } from 'vitest';
import { digestAt } from '../../src/domain/digest.ts';
import { noticeAt, spreadOf } from '../../src/domain/sendable.ts';
import { at, town } from '../support/town.ts';

const MANY = Array.from({ length: 2000 }, (_, n) => `ou_${n}`);
const between = (instants: number[]) => [Math.min(...instants), Math.max(...instants)];

test('many recipients take every number below the bound, and each always the same', () => {
  const taken = MANY.map((recipient) => spreadOf(recipient, 59));
  expect([...new Set(taken)].sort((a, b) => a - b)).toEqual(Array.from({ length: 59 }, (_, n) => n));
  expect(MANY.map((recipient) => spreadOf(recipient, 59))).toEqual(taken);
});

test('cards that waited for the morning leave within the minute after 08:41, digests within nine minutes after 08:31', () => {
  const night = at('2026-11-23 22:00');
  const cards = MANY.map((recipient) =>
    noticeAt(night, { auto: false, mutedUntil: null, recipient }, town.clock),
  );
  expect(between(cards)).toEqual([at('2026-11-24 08:41'), at('2026-11-24 08:41') + 58_000]);
  const digests = MANY.map((recipient) => digestAt('2026-11-24', recipient, town));
  const [first, last] = between(digests);
  expect([first! - at('2026-11-24 08:31'), last! - at('2026-11-24 08:39')]).toEqual([0, 59_000]);
});
