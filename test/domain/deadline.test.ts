import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../src/domain/calendar.ts';
import {
  type DeadlineContext,
  type DeadlineReading,
  deadlineAfterWorkingDays,
  explainDeadline,
  readDeadline,
  recomputeDeadline,
} from '../../src/domain/deadline.ts';
import { clockOf, dayOf, instantAt } from '../../src/domain/time.ts';
import { DEFAULT_HOURS } from '../../src/domain/worktime.ts';
import { NOT_DEADLINES, PHRASES } from './deadline-phrases.ts';

const calendar = createCalendar();
const timeZone = 'Asia/Shanghai';
const contextAt = (now: string): DeadlineContext => ({
  now: instantAt(now.slice(0, 10), now.slice(11), timeZone),
  calendar,
  timeZone,
  hours: DEFAULT_HOURS,
});
const SUNDAY = contextAt('2026-11-22 10:00');

function shorten(reading: DeadlineReading): string {
  if (reading.kind === 'none') return '-';
  if (reading.kind === 'unclear') return `?${reading.problem}`;
  return reading.hour ? `${reading.day} ${reading.hour}` : reading.day;
}

function read(text: string, ctx = SUNDAY) {
  const reading = readDeadline(text, ctx);
  if (reading.kind !== 'found') throw new Error(`not found: ${text} → ${shorten(reading)}`);
  return reading;
}

describe('the words of product.md §4', () => {
  test.each(PHRASES)('said at $now, “$text” means $expected', ({ now, text, expected, cut }) => {
    const reading = readDeadline(text, contextAt(now));
    expect(shorten(reading)).toBe(expected);
    if (reading.kind !== 'none') expect(text.slice(...reading.span)).toBe(cut);
  });

  test.each(NOT_DEADLINES)('“$text” sets no deadline', ({ now, text }) => {
    expect(readDeadline(text, contextAt(now)).kind).toBe('none');
  });

  test('without an hour a deadline ends with working time, with one at that hour', () => {
    expect(read('12月18日').at).toBe(instantAt('2026-12-18', '17:30', timeZone));
    expect(read('12月18日').hour).toBeUndefined();
    expect(read('12月18日上午10点').at).toBe(instantAt('2026-12-18', '10:00', timeZone));
    const early = { ...SUNDAY, hours: { start: '08:30', end: '17:00' } };
    expect(read('12月18日', early).at).toBe(instantAt('2026-12-18', '17:00', timeZone));
    expect(read('12月18日一早', early).hour).toBe('08:30');
  });

  test('the day is read in the deployment’s time zone', () => {
    const late = { ...SUNDAY, now: Date.UTC(2026, 10, 22, 16, 30) };
    expect(read('明天', late).day).toBe('2026-11-24');
    expect(read('明天', { ...late, timeZone: 'UTC' }).day).toBe('2026-11-23');
  });
});

describe('several phrases', () => {
  test('different deadlines in one text are asked back with both days', () => {
    const reading = readDeadline('3个工作日 12月20日前', SUNDAY);
    expect(reading).toMatchObject({ kind: 'unclear', problem: 'ambiguous' });
    expect(reading.kind === 'unclear' && reading.candidates.map((one) => one.day)).toEqual([
      '2026-11-25',
      '2026-12-20',
    ]);
  });

  test('the same deadline said twice is one deadline', () => {
    expect(read('下周三前，即11月25日前').day).toBe('2026-11-25');
  });
});

describe('what is said about an understood deadline', () => {
  const remarksOf = (text: string, ctx = SUNDAY) => read(text, ctx).remarks;

  test('a working day in a published year needs no words', () => {
    expect(remarksOf('3个工作日')).toEqual([]);
    expect(remarksOf('12月18日')).toEqual([]);
    expect(remarksOf('今天', contextAt('2026-10-10 10:00'))).toEqual([]);
  });

  test('a day off is accepted, named, with the working days beside it', () => {
    expect(remarksOf('12月20日')).toEqual([
      {
        kind: 'non-working-day',
        day: '2026-12-20',
        reason: 'weekend',
        previous: '2026-12-18',
        next: '2026-12-21',
      },
    ]);
    expect(remarksOf('10月3日', contextAt('2026-09-20 10:00'))).toEqual([
      {
        kind: 'non-working-day',
        day: '2026-10-03',
        reason: 'holiday',
        name: '国庆节',
        previous: '2026-09-30',
        next: '2026-10-08',
      },
    ]);
  });

  test('a day or a count that reaches an unpublished year says so', () => {
    expect(remarksOf('2027年3月5日')).toEqual([{ kind: 'provisional-year', year: 2027 }]);
    expect(remarksOf('30个工作日')).toEqual([{ kind: 'provisional-year', year: 2027 }]);
    expect(remarksOf('28个工作日')).toEqual([]);
  });

  test('元旦前 depends on the notice of the year that begins', () => {
    expect(remarksOf('元旦前').map((remark) => remark.kind)).toEqual(['before-holiday', 'provisional-year']);
  });

  test('rolling on to the next week, month or year is said', () => {
    expect(remarksOf('周三')).toEqual([{ kind: 'rolled', to: 'next-week', day: '2026-11-25' }]);
    expect(remarksOf('10号')).toEqual([{ kind: 'rolled', to: 'next-month', day: '2026-12-10' }]);
    expect(remarksOf('10月8日')[0]).toEqual({ kind: 'rolled', to: 'next-year', day: '2027-10-08' });
    expect(remarksOf('周五', contextAt('2026-11-24 10:00'))).toEqual([]);
  });

  test('before a holiday means the last working day before it begins', () => {
    expect(remarksOf('国庆前', contextAt('2026-09-20 10:00'))).toEqual([
      { kind: 'before-holiday', holiday: '国庆节', begins: '2026-10-01', day: '2026-09-30' },
    ]);
    expect(read('国庆前', contextAt('2018-09-20 10:00')).day).toBe('2018-09-30');
  });

  test('an hour without morning or afternoon is taken as the afternoon and said so', () => {
    expect(remarksOf('明天5点前')).toEqual([{ kind: 'hour-assumed', hour: '17:00' }]);
    expect(remarksOf('明天下午5点前')).toEqual([]);
  });

  test('a week means its last working day, a make-up Saturday included', () => {
    expect(remarksOf('下周内')).toEqual([{ kind: 'last-working-day', day: '2026-11-27' }]);
    expect(read('本周内', contextAt('2026-10-08 10:00')).day).toBe('2026-10-10');
    expect(remarksOf('12月前')).toEqual([{ kind: 'before-period', day: '2026-11-30' }]);
  });
});

describe('asking back', () => {
  const candidatesOf = (text: string, ctx = SUNDAY) => {
    const reading = readDeadline(text, ctx);
    return reading.kind === 'unclear'
      ? reading.candidates.map((one) => `${one.day} ${one.hour ?? ''}`.trim())
      : [];
  };

  test('what is offered instead lies ahead', () => {
    expect(candidatesOf('本周三', contextAt('2026-11-26 10:00'))).toEqual(['2026-12-02']);
    expect(candidatesOf('31号前')).toEqual(['2026-11-30', '2026-12-31']);
    expect(candidatesOf('两三天内')).toEqual(['2026-11-24', '2026-11-25']);
    expect(candidatesOf('周四7点前')).toEqual(['2026-11-26 07:00', '2026-11-26 19:00']);
    expect(candidatesOf('年前')).toEqual(['2026-12-31', '2027-02-04']);
    expect(candidatesOf('国庆前', contextAt('2026-10-03 10:00'))).toEqual(['2027-09-30']);
    expect(candidatesOf('昨天')).toEqual(['2026-11-22']);
  });
});

describe('rules', () => {
  test('a rule survives storage and gives the same instant', () => {
    for (const { now, text } of PHRASES) {
      const ctx = contextAt(now);
      const reading = readDeadline(text, ctx);
      if (reading.kind !== 'found') continue;
      expect(recomputeDeadline(JSON.parse(JSON.stringify(reading.rule)), ctx)).toBe(reading.at);
      expect(dayOf(reading.at, timeZone)).toBe(reading.day);
      expect(clockOf(reading.at, timeZone)).toBe(reading.hour ?? '17:30');
    }
  });

  test('when the notice arrives, counts move and named days stay', () => {
    const published = createCalendar(
      [
        { day: '2027-01-04', kind: 'off', name: '元旦' },
        { day: '2027-02-04', kind: 'off', name: '春节' },
      ],
      { publishedYears: [2027] },
    );
    const later = { ...SUNDAY, calendar: published };
    const dayAfter = (text: string) => dayOf(recomputeDeadline(read(text).rule, later), timeZone);
    expect([read('30个工作日').day, dayAfter('30个工作日')]).toEqual(['2027-01-04', '2027-01-05']);
    expect([read('春节前').day, dayAfter('春节前')]).toEqual(['2027-02-04', '2027-02-03']);
    expect(dayAfter('2027年1月4日')).toBe('2027-01-04');
    expect(dayAfter('3个工作日')).toBe('2026-11-25');
  });

  test('the default limit is a count of working days', () => {
    const { day, rule, remarks } = deadlineAfterWorkingDays(5, contextAt('2026-09-30 16:00'));
    expect(day).toBe('2026-10-13');
    expect(rule).toEqual({ kind: 'working-days', start: '2026-09-30', count: 5 });
    expect(remarks).toEqual([]);
  });
});

describe('explaining a deadline （怎么算的）', () => {
  test('a count across National Day names the days passed over and the make-up day', () => {
    const ctx = contextAt('2026-09-30 16:00');
    expect(explainDeadline(read('5个工作日', ctx).rule, ctx)).toMatchObject({
      start: '2026-09-30',
      firstCounted: '2026-10-08',
      skipped: [
        { from: '2026-10-01', until: '2026-10-07', days: 7, reason: 'holiday', name: '国庆节' },
        { from: '2026-10-11', until: '2026-10-11', days: 1, reason: 'weekend' },
      ],
      makeUps: [{ day: '2026-10-10', name: '国庆节' }],
      result: '2026-10-13',
      workingDays: 5,
      calendarDays: 13,
      provisionalYears: [],
    });
  });

  test('a count across the Spring Festival counts the make-up Saturdays on both sides', () => {
    const ctx = contextAt('2026-02-12 10:00');
    const { makeUps, skipped, result } = explainDeadline(read('7个工作日', ctx).rule, ctx);
    expect(makeUps.map((one) => one.day)).toEqual(['2026-02-14', '2026-02-28']);
    expect(skipped).toEqual([
      { from: '2026-02-15', until: '2026-02-23', days: 9, reason: 'holiday', name: '春节' },
    ]);
    expect(result).toBe('2026-02-28');
  });

  test('before a holiday: where it begins and the days off in between', () => {
    const ctx = contextAt('2026-03-30 10:00');
    expect(explainDeadline(read('清明前', ctx).rule, ctx)).toMatchObject({
      holiday: { name: '清明节', begins: '2026-04-04' },
      result: '2026-04-03',
      skipped: [],
    });
    const may = explainDeadline(
      { kind: 'before-holiday', start: '2027-04-01', holiday: '劳动节', year: 2028 },
      SUNDAY,
    );
    expect(may).toMatchObject({
      result: '2028-04-28',
      skipped: [{ from: '2028-04-29', until: '2028-04-30', days: 2 }],
    });
  });

  test('the skipped and counted days add up to the calendar days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 1, max: 120 }), (offset, count) => {
        const ctx = { ...SUNDAY, now: SUNDAY.now - offset * 864e5 };
        const why = explainDeadline(deadlineAfterWorkingDays(count, ctx).rule, ctx);
        const skipped = why.skipped.reduce((sum, run) => sum + run.days, 0);
        expect(skipped + count).toBe(why.calendarDays);
        expect(why.workingDays).toBe(count);
      }),
    );
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...'今明后天日周月年号个工作内前底末半两三十一廿下本上午晚点时分钟第到至于在请限截止完成，。 　12.-/:（）号線楼元'.split(
      '',
    ),
    '工作日',
    '12月20日',
    '周三',
    '下周',
    '３',
    '１２',
    '国庆',
    '春节',
    '2026年',
    '小时内',
    '左右',
    '截止',
    '999999',
    '\n',
    '𠮷',
  );
  const anyText = fc.oneof(
    fc.array(pieces, { maxLength: 24 }).map((all) => all.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );
  const anyNow = fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2028, 0, 1) });

  test('never throws, cuts exactly the phrase, and what is found lies ahead', () => {
    fc.assert(
      fc.property(anyText, anyNow, (text, now) => {
        const reading = readDeadline(text, { ...SUNDAY, now });
        if (reading.kind === 'none') return;
        const [from, until] = reading.span;
        expect(from).toBeGreaterThanOrEqual(0);
        expect(until).toBeGreaterThan(from);
        expect(until).toBeLessThanOrEqual(text.length);
        if (reading.kind === 'unclear') {
          expect(reading.candidates.every((candidate) => candidate.at >= now)).toBe(true);
          return;
        }
        expect(text.slice(from, until)).toBe(reading.phrase);
        expect(reading.at).toBeGreaterThanOrEqual(now);
      }),
      { numRuns: 3000 },
    );
  });

  test('full-width and half-width text read alike', () => {
    const widen = (text: string) =>
      text
        .replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
        .replaceAll(' ', '　');
    const cases = fc.oneof(anyText, fc.constantFrom(...PHRASES.map(({ text }) => text)));
    fc.assert(
      fc.property(cases, (text) => {
        const without = (reading: DeadlineReading) => ({
          ...reading,
          phrase: '',
          ...(reading.kind === 'none' && reading.heard && { heard: { ...reading.heard, phrase: '' } }),
        });
        expect(without(readDeadline(widen(text), SUNDAY))).toEqual(without(readDeadline(text, SUNDAY)));
      }),
      { numRuns: 1500 },
    );
  });

  test('a count of working days always ends on a working day, so many days on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 250 }), anyNow, (count, now) => {
        const ctx = { ...SUNDAY, now };
        const { day } = read(`${count}个工作日`, ctx);
        expect(calendar.isWorkingDay(day)).toBe(true);
        expect(calendar.workingDaysBetween(dayOf(now, timeZone), day)).toBe(count);
      }),
    );
  });

  test('Chinese numerals mean the same as Arabic ones', () => {
    const digits = '零一二三四五六七八九';
    const chinese = (n: number): string => {
      const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10];
      const tail = ones > 0 ? digits[ones] : '';
      if (hundreds > 0) {
        const middle = tens > 0 ? `${digits[tens]}十` : ones > 0 ? '零' : '';
        return `${digits[hundreds]}百${middle}${tail}`;
      }
      return tens > 0 ? `${tens > 1 ? digits[tens] : ''}十${tail}` : `${digits[ones]}`;
    };
    for (let n = 1; n <= 250; n++) {
      expect(read(`${chinese(n)}个工作日内`).day).toBe(read(`${n}个工作日内`).day);
    }
  });

  test('surrounding words do not move the deadline', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('3个工作日', '12月20日前', '下周三前', '3天内', '月底前', '国庆前'),
        (phrase) => {
          const alone = read(phrase);
          const inside = read(`磷石膏仓库堆放不下 生态环境局 ${phrase} @张三`);
          expect([inside.at, inside.rule, inside.remarks]).toEqual([alone.at, alone.rule, alone.remarks]);
        },
      ),
    );
  });
});
