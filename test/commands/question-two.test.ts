import { describe, expect, test } from 'vitest';
import { toLeader } from './demo-place.ts';
import { TWO } from './questions-two.ts';
import { readingLine } from './reading-line.ts';

describe('what is asked of two is told of each, and what nothing can be both is asked back', () => {
  test.each(TWO)('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });
});
