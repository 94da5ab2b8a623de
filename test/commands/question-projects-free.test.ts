import { describe, expect, test } from 'vitest';
import { toLeader } from './demo-place.ts';
import { LINKS_FREE, STATES_FREE } from './questions-projects-free.ts';
import { readingLine } from './reading-line.ts';

describe('links of projects in any words', () => {
  test.each(LINKS_FREE)('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });
});

describe('nodes, weather and people of projects in any words', () => {
  test.each(STATES_FREE)('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });
});
