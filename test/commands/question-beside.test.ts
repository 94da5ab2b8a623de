import { describe, expect, test } from 'vitest';
import { toLeader } from './demo-place.ts';
import { BESIDE } from './questions-beside.ts';
import { readingLine } from './reading-line.ts';

describe('what is said by the way narrows nothing, and what it stands beside is read', () => {
  test.each(BESIDE)('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });
});
