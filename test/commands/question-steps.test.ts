/** Steps, lights that turn and what was never done, as leaders ask for them. */
import { describe, expect, test } from 'vitest';
import { toLeader } from './demo-place.ts';
import { NOT_STEPPED, STEPPED } from './questions-steps.ts';
import { readingLine } from './reading-line.ts';

describe('what happened on some days, and what did not, is read as it is said', () => {
  test('no sentence stands twice', () => {
    const all = [...STEPPED, ...NOT_STEPPED];
    expect(new Set(all.map(([said]) => said)).size).toBe(all.length);
  });

  test.each(STEPPED)('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });
});

test.each(NOT_STEPPED)('%s looks alike and is asked back', (said) => {
  expect(readingLine(said, toLeader)).toBe('back');
});
