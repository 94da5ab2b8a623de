/** Names as people call them. */
import { describe, expect, test } from 'vitest';
import { toLeader } from './demo-place.ts';
import { NAMES_SAID } from './questions-names.ts';
import { readingLine } from './reading-line.ts';

describe('names as people call them', () => {
  test('each stands once', () =>
    expect(new Set(NAMES_SAID.map(([said]) => said)).size).toBe(NAMES_SAID.length));

  test.each(NAMES_SAID)('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });
});
