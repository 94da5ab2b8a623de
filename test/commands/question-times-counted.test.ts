/** What is counted when: a day is no number, a series has its beginning, what came is what was logged. */
import { describe, expect, test } from 'vitest';
import { toLeader } from './demo-place.ts';
import { ANYBODY, BY_DAY, CAME, DAYS, NUMBERS, SINCE_BEGUN } from './questions-times-counted.ts';
import { readingLine } from './reading-line.ts';

describe('a day that is said as one', () => {
  test.each(DAYS)('%s → %s', (said, means) => expect(readingLine(said, toLeader)).toBe(means));

  test.each(NUMBERS)('%s is of a problem', (said) =>
    expect(readingLine(said, toLeader)).not.toContain('11月11日'),
  );
});

test.each(BY_DAY)('%s: day by day since then', (said) =>
  expect(readingLine(said, toLeader)).toContain(readingLine('从11月11日到现在每天登记几件', toLeader)),
);

test.each(SINCE_BEGUN)('%s → %s', (said, means) => expect(readingLine(said, toLeader)).toBe(means));

test.each(ANYBODY)('%s → %s', (said, means) => expect(readingLine(said, toLeader)).toContain(means));

test.each(CAME)('%s → %s', (said, means) => expect(readingLine(said, toLeader)).toBe(means));
