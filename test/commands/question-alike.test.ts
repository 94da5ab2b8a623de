/** A wrong figure is worse than none: what looks like another question is read as itself, or asked back. */
import { describe, expect, test } from 'vitest';
import { instantAt } from '../../src/domain/time.ts';
import { toLeader } from './demo-place.ts';
import { ALIKE } from './questions-alike.ts';
import { readingLine } from './reading-line.ts';

describe.each(Object.entries(ALIKE))('%s', (_topic, rows) => {
  test.each(rows)('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });
});

test('a week and a month have begun on their first day', () => {
  const on = (day: string) => ({ ...toLeader, now: instantAt(day, '10:00', 'Asia/Shanghai') });
  expect(readingLine('本周办结几个', on('2026-11-16'))).toBe('count | 本周办结');
  expect(readingLine('本月新增几个', on('2026-11-01'))).toBe('count | 本月登记');
});
