import { describe, expect, test } from 'vitest';
import { figuresOf } from '../../src/features/batch/rules.ts';

const quantity = {
  id: 1,
  projectId: 1,
  name: '填方',
  measure: '立方米',
  planned: 1000,
  dueOn: '2026-12-03',
  beganOn: '2026-11-24',
  endedOn: null,
};
const on = (days: Record<string, number>, today: string, more: object = {}) =>
  figuresOf({ ...quantity, ...more }, new Map(Object.entries(days)), today);

describe('daily quantities', () => {
  test('the rate needed counts today as long as nothing was reported for it', () => {
    expect(on({}, '2026-11-24')).toMatchObject({ daysLeft: 10, needed: 100, endsOn: null, expected: 100 });
    expect(on({ '2026-11-24': 100 }, '2026-11-24')).toMatchObject({ daysLeft: 9, needed: 100, left: 900 });
  });

  test('at the pace of the plan it ends on the day of the plan', () => {
    expect(on({ '2026-11-24': 100 }, '2026-11-24').endsOn).toBe('2026-12-03');
    expect(on({ '2026-11-24': 100 }, '2026-11-25')).toMatchObject({ pace: 100, endsOn: '2026-12-03' });
    expect(on({ '2026-11-24': 50, '2026-11-25': 50 }, '2026-11-25').endsOn).toBe('2026-12-13');
  });

  test('when all is done nothing is needed and nothing forecast; more than planned is all', () => {
    expect(on({ '2026-11-24': 1200 }, '2026-11-24')).toMatchObject({
      left: 0,
      percent: 100,
      needed: null,
      endsOn: null,
    });
    expect(on({ '2026-11-24': 999.5 }, '2026-11-24').percent).toBe(99);
  });

  test('after its day no rate helps; without a day only the forecast is told', () => {
    expect(on({ '2026-11-24': 10 }, '2026-12-10')).toMatchObject({
      daysLeft: null,
      needed: null,
      expected: 1000,
    });
    expect(on({ '2026-11-24': 100 }, '2026-11-24', { dueOn: null })).toMatchObject({
      expected: null,
      needed: null,
      endsOn: '2026-12-03',
    });
  });
});
