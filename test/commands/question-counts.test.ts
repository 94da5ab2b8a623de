import { describe, expect, test } from 'vitest';
import { toLeader } from './demo-place.ts';
import { COUNTS } from './questions-counts.ts';
import { readingLine } from './reading-line.ts';

describe('counts, rates and times are read in other words, and several figures stand side by side', () => {
  test.each(COUNTS)('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });
});
