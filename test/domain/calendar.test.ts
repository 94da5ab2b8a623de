import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PUBLISHED_ROWS } from '../../src/domain/calendar/published.ts';
import { findLunarDay, listStatutoryDays } from '../../src/domain/calendar/statutory.ts';
import { createCalendar, type HolidayName } from '../../src/domain/calendar.ts';
import { addDays, weekdayOf } from '../../src/domain/time.ts';

const calendar = createCalendar();
const anyDay = fc.integer({ min: 0, max: 9000 }).map((n) => addDays('2015-01-01', n));

describe('published years', () => {
  test('a make-up Saturday or Sunday counts as a working day', () => {
    expect(weekdayOf('2026-10-10')).toBe(6);
    expect(calendar.dayInfo('2026-10-10')).toEqual({
      working: true,
      reason: 'make-up',
      name: '国庆节',
      provisional: false,
    });
    expect(calendar.isWorkingDay('2026-09-20')).toBe(true);
    expect(calendar.isWorkingDay('2025-01-26')).toBe(true);
  });

  test('every day of the 2026 National Day holiday is off and named', () => {
    for (const day of ['01', '02', '03', '04', '05', '06', '07']) {
      expect(calendar.dayInfo(`2026-10-${day}`)).toMatchObject({
        working: false,
        reason: 'holiday',
        name: '国庆节',
      });
    }
    expect(calendar.isWorkingDay('2026-10-08')).toBe(true);
    expect(calendar.dayInfo('2025-10-06').name).toBe('中秋节');
  });

  test('ordinary days are weekdays or weekends without a name', () => {
    expect(calendar.dayInfo('2026-11-22')).toEqual({ working: false, reason: 'weekend', provisional: false });
    expect(calendar.dayInfo('2026-11-23')).toEqual({ working: true, reason: 'workday', provisional: false });
  });

  test('the horizon is the last year of the data', () => {
    expect(calendar.publishedThrough).toBe(2026);
    expect(calendar.isProvisional(2026)).toBe(false);
    expect(calendar.isProvisional(2027)).toBe(true);
  });

  test('a holiday reaching into the next year does not publish that year', () => {
    const rows = [...PUBLISHED_ROWS, { day: '2027-01-02', kind: 'off', name: '元旦' } as const];
    const early = createCalendar([], { builtIn: rows });
    expect(early.publishedThrough).toBe(2026);
    expect(early.isWorkingDay('2027-02-08')).toBe(false);
    expect(early.dayInfo('2027-01-02')).toMatchObject({
      working: false,
      reason: 'holiday',
      provisional: true,
    });
  });

  test('every working weekend and every weekday off agrees with the notice', () => {
    for (const row of PUBLISHED_ROWS) expect(calendar.isWorkingDay(row.day)).toBe(row.kind === 'work');
  });
});

describe('years without a notice', () => {
  // Spring Festival, Qingming, Dragon Boat, Mid-Autumn as printed in almanacs
  test.each([
    [2025, '2025-01-29', '2025-04-04', '2025-05-31', '2025-10-06'],
    [2026, '2026-02-17', '2026-04-05', '2026-06-19', '2026-09-25'],
    [2027, '2027-02-06', '2027-04-05', '2027-06-09', '2027-09-15'],
    [2028, '2028-01-26', '2028-04-04', '2028-05-28', '2028-10-03'],
    [2029, '2029-02-13', '2029-04-04', '2029-06-16', '2029-09-22'],
    [2030, '2030-02-03', '2030-04-05', '2030-06-05', '2030-09-12'],
    [2031, '2031-01-23', '2031-04-05', '2031-06-24', '2031-10-01'],
    [2032, '2032-02-11', '2032-04-04', '2032-06-12', '2032-09-19'],
    [2033, '2033-01-31', '2033-04-04', '2033-06-01', '2033-09-08'],
    [2034, '2034-02-19', '2034-04-05', '2034-06-20', '2034-09-27'],
    [2035, '2035-02-08', '2035-04-05', '2035-06-10', '2035-09-16'],
  ])('the festivals of %i fall on their known dates', (year, spring, qingming, dragonBoat, midAutumn) => {
    expect(findLunarDay(year, 1, 1)).toBe(spring);
    expect(findLunarDay(year, 5, 5)).toBe(dragonBoat);
    expect(findLunarDay(year, 8, 15)).toBe(midAutumn);
    const days = listStatutoryDays(year);
    expect(days.get(qingming)).toBe('清明节');
    expect([-1, 0, 1, 2].map((n) => days.get(addDays(spring, n)))).toEqual(['春节', '春节', '春节', '春节']);
    expect(days.get(addDays(spring, 3))).toBeUndefined();
    expect(days.get(`${year}-05-02`)).toBe('劳动节');
    expect(days.get(`${year}-10-03`)).toBe(midAutumn === `${year}-10-03` ? '中秋节' : '国庆节');
  });

  test('published notices always contain the statutory days this computes', () => {
    for (let year = 2008; year <= 2026; year++) {
      for (const [day, name] of listStatutoryDays(year)) {
        // the eve and 2 May became statutory in 2025; the eve was also off in most years before
        const sinceNotice = year >= 2025 || (name !== '劳动节' && name !== '春节') || day.endsWith('05-01');
        if (sinceNotice) expect([day, calendar.isWorkingDay(day)]).toEqual([day, false]);
      }
    }
  });

  test('only weekends and the statutory days are off, and every day says it is provisional', () => {
    expect(calendar.dayInfo('2027-02-08')).toEqual({
      working: false,
      reason: 'holiday',
      name: '春节',
      provisional: true,
    });
    expect(calendar.dayInfo('2027-02-09')).toEqual({ working: true, reason: 'workday', provisional: true });
    expect(calendar.dayInfo('2027-10-04')).toMatchObject({ working: true, provisional: true });
    expect(calendar.dayInfo('2027-10-09')).toMatchObject({
      working: false,
      reason: 'weekend',
      provisional: true,
    });
  });

  test('far outside the lunar table fixed holidays still count', () => {
    expect(calendar.isWorkingDay('2150-10-01')).toBe(false);
    expect(calendar.holidayStart('春节', 2150)).toBeUndefined();
    expect(calendar.holidayStart('国庆节', 2150)).toBe('2150-10-01');
  });
});

describe('administrator’s rows', () => {
  const own = createCalendar(
    [
      { day: '2026-11-23', kind: 'off', name: '区庆' },
      { day: '2026-11-28', kind: 'work' },
      { day: '2026-10-08', kind: 'off' },
      { day: '2027-02-07', kind: 'work' },
      { day: '2027-02-09', kind: 'off' },
    ],
    { publishedYears: [2027] },
  );

  test('they override weekends, notices and statutory days', () => {
    expect(own.dayInfo('2026-11-23')).toEqual({
      working: false,
      reason: 'administrator',
      name: '区庆',
      provisional: false,
    });
    expect(own.dayInfo('2026-11-28')).toMatchObject({ working: true, reason: 'administrator' });
    expect(own.isWorkingDay('2026-10-08')).toBe(false);
    expect(own.dayInfo('2027-02-07')).toMatchObject({ working: true, reason: 'administrator', name: '春节' });
    expect(own.isWorkingDay('2027-02-06')).toBe(false);
  });

  test('a year declared complete is no longer provisional', () => {
    expect(own.publishedThrough).toBe(2027);
    expect(own.dayInfo('2027-03-01').provisional).toBe(false);
  });

  test('the last row of a day wins', () => {
    const twice = createCalendar([
      { day: '2026-11-23', kind: 'off' },
      { day: '2026-11-23', kind: 'work' },
    ]);
    expect(twice.isWorkingDay('2026-11-23')).toBe(true);
  });

  test('a single row settles its own day in an unpublished year, and no other', () => {
    const one = createCalendar([{ day: '2027-02-09', kind: 'off' }]);
    expect(one.dayInfo('2027-02-09').provisional).toBe(false);
    expect(one.dayInfo('2027-02-10').provisional).toBe(true);
  });

  test('a gap in the published years ends the horizon', () => {
    expect(createCalendar([], { publishedYears: [2028] }).publishedThrough).toBe(2026);
    expect(createCalendar([], { builtIn: [] }).publishedThrough).toBe(0);
  });
});

describe('counting working days', () => {
  test.each([
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-10-10', 1, '2026-10-12'],
    ['2026-10-03', 1, '2026-10-08'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-14', 1, '2026-02-24'],
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-22', 5, '2026-11-27'],
    ['2026-12-31', 1, '2027-01-04'],
    ['2027-01-04', -1, '2026-12-31'],
    ['2026-10-08', -1, '2026-09-30'],
    ['2026-10-11', -1, '2026-10-10'],
    ['2026-10-11', 0, '2026-10-11'],
  ])('from %s, %i working days lead to %s', (day, n, expected) => {
    expect(calendar.addWorkingDays(day, n)).toBe(expected);
  });

  test('Friday to Monday is one working day, Friday to Sunday none, and back is negative', () => {
    expect(calendar.workingDaysBetween('2026-11-20', '2026-11-23')).toBe(1);
    expect(calendar.workingDaysBetween('2026-11-20', '2026-11-22')).toBe(0);
    expect(calendar.workingDaysBetween('2026-11-23', '2026-11-20')).toBe(-1);
    expect(calendar.workingDaysBetween('2025-12-31', '2027-01-04')).toBe(249);
  });

  test('adding working days and counting them are inverse, and the result is a working day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 600 }), (day, n) => {
        const later = calendar.addWorkingDays(day, n);
        expect(calendar.isWorkingDay(later)).toBe(true);
        expect(calendar.workingDaysBetween(day, later)).toBe(n);
        const earlier = calendar.addWorkingDays(day, -n);
        expect(calendar.isWorkingDay(earlier)).toBe(true);
        if (calendar.isWorkingDay(day)) expect(calendar.workingDaysBetween(day, earlier)).toBe(-n);
      }),
    );
  });

  test('the count agrees with looking at every single day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 500 }), (day, n) => {
        let counted = 0;
        for (let i = 1; i <= n; i++) if (calendar.isWorkingDay(addDays(day, i))) counted++;
        expect(calendar.workingDaysBetween(day, addDays(day, n))).toBe(counted);
      }),
      { numRuns: 60 },
    );
  });

  test('a fraction of a working day is refused', () => {
    expect(() => calendar.addWorkingDays('2026-11-22', 1.5)).toThrow(RangeError);
  });
});

describe('where a holiday begins', () => {
  test.each<[HolidayName, number, string]>([
    ['国庆节', 2026, '2026-10-01'],
    ['春节', 2026, '2026-02-15'],
    ['春节', 2027, '2027-02-05'],
    ['元旦', 2023, '2022-12-31'],
    ['元旦', 2027, '2027-01-01'],
    ['清明节', 2026, '2026-04-04'],
    ['劳动节', 2026, '2026-05-01'],
    ['端午节', 2026, '2026-06-19'],
    ['中秋节', 2020, '2020-10-01'],
    ['中秋节', 2026, '2026-09-25'],
    ['国庆节', 2008, '2008-09-29'],
  ])('%s %i begins on %s', (name, year, begins) => {
    expect(calendar.holidayStart(name, year)).toBe(begins);
  });

  test('administrator’s rows with the name of the holiday move its beginning', () => {
    const own = createCalendar([{ day: '2027-02-03', kind: 'off', name: '除夕' }]);
    expect(own.holidayStart('春节', 2027)).toBe('2027-02-03');
    const worked = createCalendar([{ day: '2027-05-01', kind: 'work' }]);
    expect(worked.holidayStart('劳动节', 2027)).toBe('2027-05-02');
  });
});
