/** 前三的项目: of what so many are told. */
import { describe, expect, test } from 'vitest';
import { toLeader } from './demo-place.ts';
import { TOPS } from './questions-tops.ts';
import { readingLine } from './reading-line.ts';

describe('so many from the front', () => {
  test.each(TOPS)('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });
});
