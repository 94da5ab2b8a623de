/** How far projects and their links are. */
import { describe, expect, test } from 'vitest';
import { toLeader } from './demo-place.ts';
import { PROGRESS } from './questions-progress.ts';
import { readingLine } from './reading-line.ts';

describe('how far projects are', () => {
  test('each stands once', () => expect(new Set(PROGRESS.map(([said]) => said)).size).toBe(PROGRESS.length));

  test.each(PROGRESS)('%s → %s', (said, means) => expect(readingLine(said, toLeader)).toBe(means));
});
