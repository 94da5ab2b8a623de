import { describe, expect, test } from 'vitest';
import { toLeader } from './demo-place.ts';
import { FIGURES } from './questions-figures.ts';
import { readingLine } from './reading-line.ts';

describe('figures are read as people ask for them, by the clock of what they are of', () => {
  test.each(FIGURES)('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });
});
