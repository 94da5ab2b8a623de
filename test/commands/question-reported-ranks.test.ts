/** Which comes first, in which order, at which place, and what is set beside what: as it is worded in reports. */
import { describe, expect, test } from 'vitest';
import { toLeader } from './demo-place.ts';
import { REPORTED_RANKS } from './questions-reported-ranks.ts';
import { readingLine } from './reading-line.ts';

describe('orders and comparisons in reports', () => {
  test.each(REPORTED_RANKS)('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });
});
