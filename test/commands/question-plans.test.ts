/** Questions about plans, weather and files, each with what it is read as. */
import { describe, expect, test } from 'vitest';
import { toLeader } from './demo-place.ts';
import { PLAN_QUESTIONS, UNLIKE_PLANS } from './questions-plans.ts';
import { readingLine } from './reading-line.ts';

describe('plans, nodes, weather and files', () => {
  test('no question stands in the table twice', () => {
    const said = [...PLAN_QUESTIONS, ...UNLIKE_PLANS].map(([one]) => one);
    expect(new Set(said).size).toBe(said.length);
    expect(PLAN_QUESTIONS.length).toBeGreaterThan(40);
  });

  test.each(PLAN_QUESTIONS)('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });

  test('since 开工 counts from the day that is recorded', () => {
    const since = { ...toLeader, startedOn: new Map([[11, '2026-09-21' as const]]) };
    expect(readingLine('兴发开工以来提了几个问题', since)).toBe('count | 兴发 · 9月21日至11月18日登记');
    expect(readingLine('楚能开工以来提了几个问题', since)).toBe('back');
  });
});

describe('what sounds alike and asks for something else is read as that, or asked back', () => {
  test.each(UNLIKE_PLANS)('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });
});
