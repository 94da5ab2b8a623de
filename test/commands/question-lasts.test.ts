/** Which of them was last, or has most of something, and who has none. */
import { describe, expect, test } from 'vitest';
import { toLeader } from './demo-place.ts';
import { LASTS } from './questions-lasts.ts';
import { readingLine } from './reading-line.ts';

describe('the last, the most and none', () => {
  test('each stands once', () => expect(new Set(LASTS.map(([said]) => said)).size).toBe(LASTS.length));

  test.each(LASTS)('%s → %s', (said, means) => expect(readingLine(said, toLeader)).toBe(means));
});
