import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../src/domain/calendar.ts';
import { instantAt } from '../../src/domain/time.ts';
import {
  DEFAULT_HOURS,
  DEFAULT_QUIET,
  dueAt,
  isQuiet,
  nextSendable,
  overdueWorkingDays,
  shiftByPause,
  workingDaysElapsed,
  workingDaysLeft,
  workingDaysPaused,
} from '../../src/domain/worktime.ts';

const clock = {
  calendar: createCalendar(),
  timeZone: 'Asia/Shanghai',
  hours: DEFAULT_HOURS,
  quiet: DEFAULT_QUIET,
};
const at = (text: string) => instantAt(text.slice(0, 10), text.slice(11), clock.timeZone);

describe('quiet hours', () => {
  test.each([
    ['2026-11-23 08:00', false],
    ['2026-11-23 07:59', true],
    ['2026-11-23 19:59', false],
    ['2026-11-23 20:00', true],
    ['2026-11-22 10:00', true],
    ['2026-10-10 10:00', false],
    ['2026-10-03 10:00', true],
  ])('at %s quiet is %s', (now, quiet) => {
    expect(isQuiet(at(now), clock)).toBe(quiet);
  });

  test.each([
    ['2026-11-23 10:00', '2026-11-23 10:00'],
    ['2026-11-23 03:00', '2026-11-23 08:00'],
    ['2026-11-23 21:00', '2026-11-24 08:00'],
    ['2026-11-20 21:00', '2026-11-23 08:00'],
    ['2026-09-30 20:00', '2026-10-08 08:00'],
    ['2026-10-09 22:00', '2026-10-10 08:00'],
  ])('what is due at %s goes out at %s', (now, sent) => {
    expect(nextSendable(at(now), clock)).toBe(at(sent));
  });

  test('quiet hours within the day, and none at all, are respected', () => {
    const siesta = { ...clock, quiet: { from: '12:00', until: '14:00' } };
    expect(nextSendable(at('2026-11-23 12:30'), siesta)).toBe(at('2026-11-23 14:00'));
    expect(nextSendable(at('2026-11-21 12:30'), siesta)).toBe(at('2026-11-23 00:00'));
    const never = { ...clock, quiet: { from: '08:00', until: '08:00' } };
    expect(nextSendable(at('2026-11-23 02:00'), never)).toBe(at('2026-11-23 02:00'));
    expect(nextSendable(at('2026-11-22 02:00'), never)).toBe(at('2026-11-23 00:00'));
  });

  test('the next sendable instant is never quiet and never earlier', () => {
    fc.assert(
      fc.property(fc.integer({ min: at('2025-01-01 00:00'), max: at('2027-12-31 00:00') }), (now) => {
        const next = nextSendable(now, clock);
        expect(next).toBeGreaterThanOrEqual(now);
        expect(isQuiet(next, clock)).toBe(false);
      }),
    );
  });
});

describe('the stopwatch', () => {
  const due = dueAt('2026-11-20', undefined, clock);

  test('a day-deadline falls due at the end of working time', () => {
    expect(due).toBe(at('2026-11-20 17:30'));
    expect(dueAt('2026-11-20', '12:00', clock)).toBe(at('2026-11-20 12:00'));
  });

  test.each([
    ['2026-11-20 17:30', undefined],
    ['2026-11-20 18:00', 0],
    ['2026-11-22 12:00', 0],
    ['2026-11-23 09:00', 1],
    ['2026-11-25 09:00', 3],
  ])('due Friday 17:30, at %s overdue by %s working days', (now, days) => {
    expect(overdueWorkingDays(due, at(now), [], clock)).toBe(days);
  });

  test('days off do not make an item more overdue', () => {
    const before = dueAt('2026-09-30', undefined, clock);
    expect(overdueWorkingDays(before, at('2026-10-07 10:00'), [], clock)).toBe(0);
    expect(overdueWorkingDays(before, at('2026-10-10 10:00'), [], clock)).toBe(3);
  });

  test('days spent paused do not count, whenever the pause began', () => {
    const late = { from: at('2026-11-23 10:00'), until: at('2026-11-25 10:00') };
    expect(overdueWorkingDays(due, at('2026-11-26 10:00'), [], clock)).toBe(4);
    expect(overdueWorkingDays(due, at('2026-11-26 10:00'), [late], clock)).toBe(2);
    const early = { from: at('2026-11-18 10:00'), until: at('2026-11-20 10:00') };
    expect(overdueWorkingDays(due, at('2026-11-24 10:00'), [early], clock)).toBeUndefined();
    expect(overdueWorkingDays(due, at('2026-11-25 10:00'), [early], clock)).toBe(1);
  });

  test('an item paused in time is not overdue while it is paused', () => {
    const open = { from: at('2026-11-20 10:00'), until: null };
    expect(overdueWorkingDays(due, at('2026-11-20 18:00'), [open], clock)).toBeUndefined();
    expect(overdueWorkingDays(due, at('2026-12-20 18:00'), [open], clock)).toBeUndefined();
  });

  test('an item paused when already overdue keeps its count', () => {
    const open = { from: at('2026-11-24 10:00') };
    expect(overdueWorkingDays(due, at('2026-11-24 11:00'), [open], clock)).toBe(2);
    expect(overdueWorkingDays(due, at('2026-12-04 11:00'), [open], clock)).toBe(2);
  });

  test('overlapping pauses count once, days off and future parts not at all', () => {
    const now = at('2026-11-27 10:00');
    const monToWed = { from: at('2026-11-23 10:00'), until: at('2026-11-25 10:00') };
    const tueToThu = { from: at('2026-11-24 10:00'), until: at('2026-11-26 10:00') };
    expect(workingDaysPaused([tueToThu, monToWed], now, clock)).toBe(3);
    const weekend = { from: at('2026-11-20 19:00'), until: at('2026-11-22 10:00') };
    expect(workingDaysPaused([weekend], now, clock)).toBe(0);
    expect(
      workingDaysPaused([{ from: at('2026-11-26 10:00'), until: at('2026-12-30 10:00') }], now, clock),
    ).toBe(1);
    expect(workingDaysPaused([{ from: at('2026-12-01 10:00') }], now, clock)).toBe(0);
  });

  test('a pause moves the deadline by the working days it took, at the same hour', () => {
    const from = at('2026-11-16 10:00');
    expect(shiftByPause(due, from, at('2026-11-18 10:00'), clock)).toBe(at('2026-11-24 17:30'));
    expect(shiftByPause(at('2026-09-29 12:00'), at('2026-09-28 10:00'), at('2026-09-30 10:00'), clock)).toBe(
      at('2026-10-08 12:00'),
    );
    expect(shiftByPause(due, at('2026-11-20 18:00'), at('2026-11-22 10:00'), clock)).toBe(due);
  });

  test('shifting by an ended pause and passing it as a pause give the same overdue days', () => {
    const instant = fc.integer({ min: at('2026-09-01 00:00'), max: at('2026-12-31 00:00') });
    fc.assert(
      fc.property(instant, instant, instant, (a, b, now) => {
        const [from, until] = a < b ? [a, b] : [b, a];
        fc.pre(until <= now);
        const shifted = shiftByPause(due, from, until, clock);
        expect(overdueWorkingDays(due, now, [{ from, until }], clock)).toBe(
          overdueWorkingDays(shifted, now, [], clock),
        );
      }),
    );
  });

  test('elapsed days leave out pauses, also the part before the start', () => {
    const logged = at('2026-11-20 10:00');
    expect(workingDaysElapsed(logged, at('2026-11-23 09:00'), [], clock)).toBe(1);
    expect(workingDaysElapsed(logged, at('2026-11-20 23:00'), [], clock)).toBe(0);
    const pause = { from: at('2026-11-18 09:00'), until: at('2026-11-24 09:00') };
    expect(workingDaysElapsed(logged, at('2026-11-25 09:00'), [pause], clock)).toBe(1);
  });

  test('days left count down to zero on the day itself and go negative after it', () => {
    const left = (now: string) => workingDaysLeft(dueAt('2026-11-25', undefined, clock), at(now), clock);
    expect([left('2026-11-23 09:00'), left('2026-11-25 09:00'), left('2026-11-26 09:00')]).toEqual([
      2, 0, -1,
    ]);
  });
});
