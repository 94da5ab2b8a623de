/** A wrong figure is worse than none: what looks like another question is read as itself, or asked back. */
import { describe, expect, test } from 'vitest';
import { toLeader } from './demo-place.ts';
import { ALIKE } from './questions-alike.ts';
import { readingLine } from './reading-line.ts';

describe.each(Object.entries(ALIKE))('%s', (_topic, rows) => {
  test.each(rows)('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });
});
