import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  clockOf,
  dayOf,
  daysBetween,
  daysInMonth,
  formatDay,
  formatInstant,
  instantAt,
  parseDay,
  weekdayOf,
} from '../../src/domain/time.ts';

const SHANGHAI = 'Asia/Shanghai';
const anyDay = fc
  .integer({ min: Date.UTC(1990, 0, 1) / 864e5, max: Date.UTC(2099, 11, 31) / 864e5 })
  .map((n) => new Date(n * 864e5).toISOString().slice(0, 10));
const anyClock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);

describe('days and instants', () => {
  test('a day begins at midnight of its own zone', () => {
    expect(dayOf(Date.UTC(2026, 10, 22, 15, 59), SHANGHAI)).toBe('2026-11-22');
    expect(dayOf(Date.UTC(2026, 10, 22, 16, 0), SHANGHAI)).toBe('2026-11-23');
    expect(dayOf(Date.UTC(2026, 10, 22, 16, 0), 'UTC')).toBe('2026-11-22');
    expect(clockOf(Date.UTC(2026, 10, 22, 16, 5, 59), SHANGHAI)).toBe('00:05');
  });

  test('instants before 1970 keep their day and clock', () => {
    expect(dayOf(Date.UTC(1969, 11, 31, 20), 'UTC')).toBe('1969-12-31');
    expect(clockOf(Date.UTC(1969, 11, 31, 20, 7), 'UTC')).toBe('20:07');
  });

  test('a clock that never happens in spring is moved past the gap', () => {
    const at = instantAt('2026-03-08', '02:30', 'America/New_York');
    expect(at).toBe(Date.UTC(2026, 2, 8, 7, 30));
    expect(clockOf(at, 'America/New_York')).toBe('03:30');
  });

  test('a clock that happens twice in autumn means the first', () => {
    expect(instantAt('2026-11-01', '01:30', 'America/New_York')).toBe(Date.UTC(2026, 10, 1, 5, 30));
    expect(instantAt('2026-10-25', '02:30', 'Europe/Berlin')).toBe(Date.UTC(2026, 9, 25, 0, 30));
  });

  test.each(['Asia/Shanghai', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC'])(
    'in %s every day and clock comes back from its instant',
    (zone) => {
      fc.assert(
        fc.property(anyDay, anyClock, (day, clock) => {
          const at = instantAt(day, clock, zone);
          // Apia skipped 2011-12-30; Shanghai and Apia had summer time: the gap is the only exception
          if (dayOf(at, zone) === day && clockOf(at, zone) === clock) return;
          expect(clockOf(at - 1, zone) < clockOf(at, zone) || dayOf(at, zone) > day).toBe(true);
          expect(['Pacific/Apia', 'Asia/Shanghai']).toContain(zone);
        }),
        { numRuns: 150 },
      );
    },
  );

  test('days agree with the platform in a zone with summer time', () => {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'America/New_York',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2050, 0, 1) }), (at) => {
        expect(`${dayOf(at, 'America/New_York')} ${clockOf(at, 'America/New_York')}`).toBe(format.format(at));
      }),
      { numRuns: 300 },
    );
  });

  test('an unknown zone and malformed days or clocks are refused', () => {
    expect(() => dayOf(0, 'Asia/Nowhere')).toThrow(RangeError);
    expect(() => weekdayOf('2026-02-30')).toThrow(RangeError);
    expect(() => addDays('26-2-3', 1)).toThrow(RangeError);
    expect(() => instantAt('2026-02-03', '24:00', 'UTC')).toThrow(RangeError);
  });
});

describe('calendar arithmetic', () => {
  test('dates that do not exist are no days', () => {
    expect(parseDay(2026, 2, 30)).toBeUndefined();
    expect(parseDay(2026, 2, 29)).toBeUndefined();
    expect(parseDay(2028, 2, 29)).toBe('2028-02-29');
    expect(parseDay(2026, 13, 1)).toBeUndefined();
    expect(parseDay(2026, 0, 1)).toBeUndefined();
    expect(parseDay(2026, 4, 31)).toBeUndefined();
    expect(parseDay(2026, 4, 1.5)).toBeUndefined();
    expect([daysInMonth(1900, 2), daysInMonth(2000, 2), daysInMonth(2026, 13)]).toEqual([28, 29, 0]);
  });

  test('weeks start on Monday', () => {
    expect(weekdayOf('2026-11-22')).toBe(7);
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(weekdayOf('1969-12-31')).toBe(3);
  });

  test('a month later keeps the day, or takes the last day the month has', () => {
    expect(addMonths('2026-11-22', 1)).toBe('2026-12-22');
    expect(addMonths('2027-01-31', 1)).toBe('2027-02-28');
    expect(addMonths('2026-12-31', 14)).toBe('2028-02-29');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  });

  test('adding days and counting them agree with each other and with UTC', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, n) => {
        const there = addDays(day, n);
        expect(daysBetween(day, there)).toBe(n);
        expect(there).toBe(new Date(Date.parse(day) + n * 864e5).toISOString().slice(0, 10));
        expect(weekdayOf(day) % 7).toBe(new Date(day).getUTCDay());
      }),
    );
  });
});

describe('days in Chinese', () => {
  test('the year is written only when it is not the reader’s', () => {
    expect(formatDay('2026-11-25', { year: 2026 })).toBe('11月25日（周三）');
    expect(formatDay('2027-02-08', { year: 2026 })).toBe('2027年2月8日（周一）');
    expect(formatDay('2026-11-22')).toBe('2026年11月22日（周日）');
    expect(formatDay('2026-11-25', { year: 2026, weekday: false })).toBe('11月25日');
    expect(formatInstant(Date.UTC(2026, 10, 25, 9, 30), SHANGHAI, { year: 2026 })).toBe(
      '11月25日（周三） 17:30',
    );
  });
});
