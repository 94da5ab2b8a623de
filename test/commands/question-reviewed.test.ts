import { describe, expect, test } from 'vitest';
import { toLeader } from './demo-place.ts';
import { REVIEWED } from './questions-reviewed.ts';
import { readingLine } from './reading-line.ts';

describe('what no figure can keep to is asked back, and what is said alike with a day is read', () => {
  test.each(REVIEWED)('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });
});
