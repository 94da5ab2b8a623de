import { describe, expect, it, test } from 'vitest';
import { type DayContext, readLedgerDay } from '../../../src/domain/ledger/date.ts';
import { weekdayOf } from '../../../src/domain/time.ts';

/** Saturday. */
const TODAY = '2026-11-28';
const bare: DayContext = { today: TODAY, isWorkingDay: (day) => weekdayOf(day) < 6 };
const titled: DayContext = { ...bare, year: 2022 };
const met: DayContext = { ...bare, year: 2026, meetingOn: '2026-11-26' };

const read = (text: string, ctx = bare, value: unknown = text) => readLedgerDay(text, value, ctx).day;
const short = (text: string, ctx = bare, value: unknown = text) => {
  const day = read(text, ctx, value);
  return day.kind === 'day' || day.kind === 'month' ? `${day.kind} ${day.day}` : day.kind;
};

describe('a day in a ledger', () => {
  it.each([
    ['11月20日前', 'day 2026-11-20'],
    ['10月底前', 'day 2026-10-31'],
    ['12月5日', 'day 2026-12-05'],
    ['1月15日前', 'day 2027-01-15'],
    ['6月底前', 'day 2027-06-30'],
  ])(
    'of a meeting on 26 November, %s is %s: what was handed on again was due a few weeks before',
    (text, day) => {
      expect(short(text, met)).toBe(day);
    },
  );

  it.each([
    ['2025-06-30', 'day 2025-06-30'],
    ['2025/6/30', 'day 2025-06-30'],
    ['元月15日', 'day 2027-01-15'],
    ['2027年元月底', 'day 2027-01-31'],
    ['2025.6.30', 'day 2025-06-30'],
    ['2025年6月30日', 'day 2025-06-30'],
    ['2025 年 6 月 30 日前', 'day 2025-06-30'],
    ['２０２５年６月３０日', 'day 2025-06-30'],
    ['二〇二五年六月三十日', 'day 2025-06-30'],
    ['25年6月30日', 'day 2025-06-30'],
    ['20250630', 'day 2025-06-30'],
    ['2026-12-03 15:30', 'day 2026-12-03'],
    ['于2025年6月30日前完成整改', 'day 2025-06-30'],
    ['力争2025年6月底前完成', 'day 2025-06-30'],
    ['2025年6月底前', 'day 2025-06-30'],
    ['2025年底前', 'day 2025-12-31'],
    ['2025年12月底', 'day 2025-12-31'],
    ['2025年内', 'day 2025-12-31'],
    ['2025年3月1日—2025年6月30日', 'day 2025-06-30'],
    ['2025年3月至6月', 'month 2025-06-30'],
    ['2025.3.10—6.30', 'day 2025-06-30'],
    ['原定2025年3月底，延至2025年6月30日', 'day 2025-06-30'],
    ['即日起至2025年6月30日', 'day 2025-06-30'],
    ['2025年6月30日下班前', 'day 2025-06-30'],
    ['2025年三季度', 'day 2025-09-30'],
    ['2025年第一季度末', 'day 2025-03-31'],
    ['2025年上半年', 'day 2025-06-30'],
    ['2025年6月中旬', 'day 2025-06-20'],
    ['2025年6月下旬前', 'day 2025-06-20'],
    ['2025年2月下旬', 'day 2025-02-28'],
    ['2025年12月前', 'day 2025-11-30'],
    ['2025-03', 'month 2025-03-31'],
    ['2025年3月', 'month 2025-03-31'],
    ['2025.3', 'month 2025-03-31'],
    ['2025', 'month 2025-12-31'],
    ['2025年', 'month 2025-12-31'],
  ])('written whole, %s is %s', (text, expected) => {
    expect(short(text)).toBe(expected);
  });

  it.each([
    ['9月底前', 'day 2022-09-30'],
    ['7月5日前', 'day 2022-07-05'],
    ['6.30', 'day 2022-06-30'],
    ['年底前', 'day 2022-12-31'],
    ['三季度', 'day 2022-09-30'],
    ['3月', 'month 2022-03-31'],
    ['今年年底', 'day 2022-12-31'],
    ['明年3月底前', 'day 2023-03-31'],
  ])('takes the year of the title: %s of 2022 is %s', (text, expected) => {
    expect(short(text, titled)).toBe(expected);
  });

  it.each([
    ['7月5日前', 'day 2027-07-05', 'next'],
    ['12月15日前', 'day 2026-12-15', 'next'],
    ['11月28日', 'day 2026-11-28', 'next'],
    ['11月底前', 'day 2026-11-30', 'next'],
    ['9月底前', 'day 2027-09-30', 'next'],
  ])('without a year in cell and title, %s is the next: %s', (text, expected, year) => {
    expect(short(text)).toBe(expected);
    expect(read(text)).toMatchObject({ year });
  });

  it.each([
    ['下周三', 'day 2026-12-02'],
    ['本周五', 'day 2026-11-27'],
    ['周五前', 'day 2026-11-27'],
    ['20日前', 'day 2026-12-20'],
    ['月底前', 'day 2026-11-30'],
    ['下月底', 'day 2026-12-31'],
    ['会后5个工作日内', 'day 2026-12-03'],
    ['一个月内', 'day 2026-12-26'],
    ['1月15日前', 'day 2027-01-15'],
  ])('counts from the meeting, a Thursday: %s is %s', (text, expected) => {
    expect(short(text, met)).toBe(expected);
  });

  it.each([
    ['立行立改', 'on-the-spot'],
    ['即知即改', 'on-the-spot'],
    ['即时', 'on-the-spot'],
    ['立即整改', 'on-the-spot'],
    ['直接销号（立行立改）', 'on-the-spot'],
    ['长期坚持', 'long-term'],
    ['持续推进', 'long-term'],
    ['立行立改，长期坚持', 'long-term'],
    ['常态化', 'long-term'],
    ['每周三', 'long-term'],
    ['每月10日前', 'long-term'],
    ['已完成', 'none'],
    ['/', 'none'],
    ['—', 'none'],
    ['', 'none'],
    ['剩余10天', 'none'],
    ['已超过整改时限', 'none'],
  ])('%s sets no day: %s', (text, expected) => {
    expect(short(text)).toBe(expected);
  });

  it.each([
    '尽快',
    '待定',
    '2025年6月31日',
    '2025年13月',
    '15个工作日内',
    '1.9月底前 2.10月底前',
    '张三',
    '45',
    '6',
    '春节前',
  ])('%s is asked about, never guessed', (text) => {
    expect(short(text)).toBe('unread');
  });

  it('keeps the day as it is when nobody works on it, and says so', () => {
    expect(read('2025年8月底前')).toMatchObject({ day: '2025-08-31', nonWorking: true });
    expect(read('2025年6月底前')).not.toHaveProperty('nonWorking');
  });

  it('takes a day beside 立行立改 or 长期坚持 and asks somebody to look', () => {
    for (const text of ['立行立改，2025年6月底前', '2025年6月底前完成，并长期坚持'])
      expect(readLedgerDay(text, text, bare)).toMatchObject({ several: true, day: { day: '2025-06-30' } });
  });

  test('numbers are serials of 1900 or 1904, digits of a day, or asked about', () => {
    expect(short('46203', bare, 46_203)).toBe('day 2026-06-30');
    expect(short('46203.75', bare, 46_203.75)).toBe('day 2026-06-30');
    expect(short('44741', { ...bare, date1904: true }, 44_741)).toBe('day 2026-06-30');
    expect(short('20250630', bare, 20_250_630)).toBe('day 2025-06-30');
    expect(short('202506', bare, 202_506)).toBe('month 2025-06-30');
    expect(short('2025.6', bare, 2025.6)).toBe('month 2025-06-30');
    // January, or October without its nought.
    expect(short('2025.1', bare, 2025.1)).toBe('unread');
    expect(short('6.3', bare, 6.3)).toBe('unread');
    expect(short('30', bare, 30)).toBe('unread');
  });

  it('lets somebody choose what a month means', () => {
    const of = (monthOnly: DayContext['monthOnly']) => short('2025-08', { ...bare, monthOnly });
    expect([of('last-day'), of('first-day'), of('last-working-day')]).toEqual([
      'month 2025-08-31',
      'month 2025-08-01',
      'month 2025-08-29',
    ]);
  });

  test('every day of four years comes back from every way to write it', () => {
    const written = [
      (y: number, m: number, d: number) => `${y}年${m}月${d}日前`,
      (y: number, m: number, d: number) => `${y}/${m}/${d}`,
      (y: number, m: number, d: number) => `${y}.${m}.${d}`,
      (y: number, m: number, d: number) => `${y}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}`,
    ];
    for (let at = Date.UTC(2024, 0, 1); at < Date.UTC(2028, 0, 1); at += 86_400_000) {
      const date = new Date(at);
      const iso = date.toISOString().slice(0, 10);
      const parts = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()] as const;
      for (const write of written) expect(short(write(...parts))).toBe(`day ${iso}`);
      expect(short('', bare, at / 86_400_000 + 25_569)).toBe(`day ${iso}`);
    }
  });
});

describe('a day of what has happened', () => {
  const past: DayContext = { ...bare, past: true };

  it.each<[string, DayContext, string]>([
    ['11月9日', past, 'day 2026-11-09'],
    ['12月9日', past, 'day 2025-12-09'],
    ['12月9日', { ...past, year: 2022 }, 'day 2022-12-09'],
    ['9月5日', { ...past, asOf: '2026-01-31' }, 'day 2025-09-05'],
    ['2月5日', { ...past, asOf: '2026-01-31' }, 'day 2026-02-05'],
  ])('without a year, %s is the last such day', (text, ctx, expected) => {
    expect(short(text, ctx)).toBe(expected);
  });
});

it.each(['交办后3个工作日内', '受理之日起3个工作日', '3个工作日'])(
  '%s counts from the day it was raised',
  (text) => {
    expect(short(text, { ...bare, raisedOn: '2026-11-26' })).toBe('day 2026-12-01');
  },
);

it('a count from what has not happened is not understood', () => {
  expect(short('待土地摘牌后30日内', { ...bare, raisedOn: '2026-11-26' })).toBe('unread');
});
