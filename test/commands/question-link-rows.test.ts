import { describe, expect, test } from 'vitest';
import { toLeader } from './demo-place.ts';
import { LINK_ROWS, PROJECT_FACTS } from './questions-link-rows.ts';
import { readingLine } from './reading-line.ts';

describe('links are rows of a question, by state, stage, unit, days and order', () => {
  test.each(LINK_ROWS)('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });
});

describe('what is recorded of several projects is told of each', () => {
  test.each(PROJECT_FACTS)('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });
});
