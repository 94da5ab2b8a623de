import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../src/domain/calendar.ts';
import { findMeetingDay, lastWorkingDayOf, meetingDayOf } from '../../src/domain/meeting-day.ts';
import { DEFAULT_BULLETIN } from '../../src/domain/model.ts';
import {
  averageDays,
  averageOfEdges,
  proposalOf,
  type ResultFigures,
  resultOf,
} from '../../src/domain/stats.ts';
import { packPeriod } from '../../src/features/meeting-pack/rules.ts';
import { at, town } from '../support/town.ts';

const calendar = createCalendar();

describe('the day of the pack', () => {
  test.each([
    ['a plain week: Friday', '2026-11-25', '2026-11-27'],
    ['国庆 begins on Thursday: Wednesday', '2026-10-02', '2026-09-30'],
    [
      'the week after 国庆 works from Thursday, and on Saturday: Friday all the same',
      '2026-10-06',
      '2026-10-09',
    ],
  ])('%s', (_name, day, expected) => {
    expect(meetingDayOf(day, calendar)).toBe(expected);
  });

  test('a week without a working day has none, and is passed over', () => {
    const off = Array.from({ length: 7 }, (_, i) => ({ day: `2026-11-${23 + i}`, kind: 'off' as const }));
    const closed = createCalendar(off);
    expect(meetingDayOf('2026-11-25', closed)).toBeUndefined();
    expect(findMeetingDay('2026-11-25', 1, closed)).toBe('2026-12-04');
    expect(findMeetingDay('2026-11-25', -1, closed)).toBe('2026-11-20');
  });

  test('where only a make-up Sunday is worked, it is that Sunday', () => {
    const off = Array.from({ length: 6 }, (_, i) => ({ day: `2026-11-${23 + i}`, kind: 'off' as const }));
    const odd = createCalendar([...off, { day: '2026-11-29', kind: 'work' }]);
    expect(meetingDayOf('2026-11-25', odd)).toBe('2026-11-29');
  });

  test.each([
    ['2026-10-05', '2026-10-30'],
    ['2026-11-30', '2026-11-30'],
    ['2026-12-01', '2026-12-31'],
    ['2026-01-31', '2026-01-30'],
  ])('the month of %s ends for the office on %s', (day, expected) => {
    expect(lastWorkingDayOf(day, calendar)).toBe(expected);
  });
});

describe('what a pack speaks of', () => {
  test('on Friday: since last Friday 15:00, due through the Sunday of next week', () => {
    expect(packPeriod(town, at('2026-11-27 15:00'))).toMatchObject({
      day: '2026-11-27',
      since: at('2026-11-20 15:00'),
      weekFrom: at('2026-11-23 00:00'),
      dueFrom: '2026-11-28',
      dueTo: '2026-12-06',
    });
  });

  test('before 国庆: nothing that falls due until the next pack is left out', () => {
    expect(packPeriod(town, at('2026-09-30 15:00'))).toMatchObject({
      dueFrom: '2026-10-01',
      dueTo: '2026-10-11',
    });
    expect(packPeriod(town, at('2026-10-09 15:00'))).toMatchObject({ since: at('2026-09-30 15:00') });
  });

  test('asked for in the middle of the week, it is the coming one', () => {
    expect(packPeriod(town, at('2026-11-24 10:00'))).toMatchObject({
      day: '2026-11-27',
      since: at('2026-11-20 15:00'),
    });
  });
});

describe('proposals', () => {
  const result = (facts: Partial<ResultFigures>) =>
    resultOf({ id: 1, closed: 0, rated: 0, onTime: 0, missed: [], overdueOpen: 0, ...facts });
  test.each<[string, Partial<ResultFigures>, 'red' | 'black' | null]>([
    ['all five in time', { closed: 5, rated: 5, onTime: 5 }, 'red'],
    ['19 of 20', { closed: 20, rated: 20, onTime: 19, missed: [1] }, 'red'],
    ['four are too few', { closed: 4, rated: 4, onTime: 4 }, null],
    [
      'an overdue open one spoils a clean record',
      { closed: 5, rated: 5, onTime: 5, overdueOpen: 1, missed: [1] },
      null,
    ],
    ['three missed of four', { closed: 4, rated: 4, onTime: 1, missed: [1, 2, 3] }, 'black'],
    ['two missed of two are too few', { closed: 2, rated: 2, onTime: 0, missed: [1, 2] }, null],
    ['60 % is not below 60 %', { closed: 10, rated: 10, onTime: 6, missed: [1, 2, 3, 4] }, null],
    ['nothing that counts', { closed: 9 }, null],
  ])('%s', (_name, facts, expected) => {
    expect(proposalOf(result(facts), DEFAULT_BULLETIN)).toBe(expected);
  });

  test('averages are in working days: over a weekend nothing is added', () => {
    const spans = [
      { from: '2026-11-20', to: '2026-11-23', count: 3 },
      { from: '2026-11-20', to: '2026-11-25', count: 1 },
    ];
    expect(averageDays(spans, calendar)).toBe(1.5);
    expect(averageDays([], calendar)).toBeNull();
    const edges = spans.flatMap(({ from, to, count }) => [
      { day: from, ends: false, count },
      { day: to, ends: true, count },
    ]);
    expect(averageOfEdges(edges, calendar)).toBe(1.5);
    expect(averageOfEdges([], calendar)).toBeNull();
  });
});
