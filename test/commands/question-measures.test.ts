import { describe, expect, test } from 'vitest';
import { toLeader } from './demo-place.ts';
import { MEASURES_TOLD } from './questions-measures.ts';
import { readingLine } from './reading-line.ts';

describe('counts, rates, days and their combinations are read as they are told in speech', () => {
  test.each(MEASURES_TOLD)('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });
});
