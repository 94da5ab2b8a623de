import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isReviewDue, isReviewTold } from '../../../src/domain/plan/review.ts';
import { addDays } from '../../../src/domain/time.ts';
import { town } from '../../support/town.ts';

const { calendar } = town;

describe('the review of a template', () => {
  it.each([
    ['2026-11-28', '2027-02-27', false],
    ['2026-11-28', '2027-02-28', true],
    ['2026-11-30', '2027-02-28', false],
    ['2026-11-30', '2027-03-01', true],
    ['2026-11-30', '2027-03-30', true],
    ['2026-11-28', '2026-11-01', false],
    ['2026-11-28', '2028-01-01', true],
  ])('of %s is due on %s: %s', (reviewedOn, today, due) => {
    expect(isReviewDue(reviewedOn, today)).toBe(due);
  });

  it('is told on one working day of a quarter, and never before it is due', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), (offset) => {
        const reviewedOn = addDays('2026-01-01', offset);
        const days = Array.from({ length: 400 }, (_, n) => addDays(reviewedOn, n));
        const told = days.filter((day) => isReviewTold(reviewedOn, day, calendar));
        expect(told).toHaveLength(4);
        for (const day of told) {
          expect(isReviewDue(reviewedOn, day)).toBe(true);
          expect(calendar.isWorkingDay(day)).toBe(true);
        }
      }),
    );
  });
});
