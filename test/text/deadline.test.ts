import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../src/domain/calendar.ts';
import { explainDeadline, readDeadline } from '../../src/domain/deadline.ts';
import { instantAt } from '../../src/domain/time.ts';
import { DEFAULT_HOURS } from '../../src/domain/worktime.ts';
import {
  deadlineExplanationText,
  deadlineProblemText,
  deadlineRemarksText,
  deadlineText,
} from '../../src/text/deadline.ts';

const timeZone = 'Asia/Shanghai';
const calendar = createCalendar();
const style = { year: 2026 };
const contextAt = (now: string) => ({
  now: instantAt(now.slice(0, 10), now.slice(11), timeZone),
  calendar,
  timeZone,
  hours: DEFAULT_HOURS,
});

function problemOf(text: string, now = '2026-11-22 10:00'): string {
  const reading = readDeadline(text, contextAt(now));
  if (reading.kind !== 'unclear') throw new Error(`${text} is ${reading.kind}`);
  return deadlineProblemText(reading, style);
}

function foundOf(text: string, now = '2026-11-22 10:00') {
  const reading = readDeadline(text, contextAt(now));
  if (reading.kind !== 'found') throw new Error(`${text} is ${reading.kind}`);
  return reading;
}

describe('asking back', () => {
  test.each([
    ['本周五', '“本周五”已经过了，是指11月27日（周五）吗？'],
    ['2月30日前', '没有“2月30日前”这个日期或时间，请重新写一个时限，如“3个工作日”“下周五前”“12月20日前”。'],
    ['31号前', '没有“31号前”这个日期或时间，是指11月30日（周一）还是12月31日（周四）吗？'],
    ['两三天内', '“两三天内”有几种理解：11月24日（周二）、11月25日（周三），请选定一个。'],
    ['周四7点前', '“周四7点前”有几种理解：11月26日（周四） 07:00、11月26日（周四） 19:00，请选定一个。'],
    ['几天内', '“几天内”不是具体时限，请重新写一个时限，如“3个工作日”“下周五前”“12月20日前”。'],
    ['1.5个工作日', '“1.5个工作日”请按整天写，如“3个工作日”“下周五前”“12月20日前”。'],
    ['12月20日（周三）前', '“12月20日（周三）前”的日期和星期对不上，是指12月20日（周日）吗？'],
    ['2062年1月1日', '“2062年1月1日”超出五年，请核对年份。'],
  ])('“%s” is asked back in one sentence', (text, expected) => {
    expect(problemOf(text)).toBe(expected);
  });
});

describe('remarks', () => {
  test('an unpublished year is announced in the agreed words', () => {
    expect(deadlineRemarksText(foundOf('2027年3月5日').remarks, style)).toBe(
      '2027年放假安排尚未公布，暂按周末和法定节日计',
    );
  });

  test.each([
    ['3个工作日', ''],
    ['12月20日', '12月20日（周日）是周末，不是工作日（前一工作日为12月18日（周五））'],
    ['周三', '本周的已过，按下周：11月25日（周三）'],
    ['10号', '本月的已过，按下月：12月10日（周四）'],
    ['明天5点前', '未说上午下午，按17:00'],
    ['下周内', '按该周最后一个工作日11月27日（周五）'],
    ['12月前', '“之前”按11月30日（周一）为止'],
    [
      '春节前',
      '春节假期2027年2月5日（周五）开始，按节前最后一个工作日2027年2月4日（周四）；2027年放假安排尚未公布，暂按周末和法定节日计',
    ],
  ])('“%s” carries “%s”', (text, expected) => {
    expect(deadlineRemarksText(foundOf(text).remarks, style)).toBe(expected);
  });

  test('a holiday is named as the reason a day is off', () => {
    expect(deadlineRemarksText(foundOf('10月3日', '2026-09-20 10:00').remarks, style)).toBe(
      '10月3日（周六）是国庆节，不是工作日（前一工作日为9月30日（周三））',
    );
  });
});

describe('怎么算的', () => {
  const explain = (text: string, now?: string) => {
    const ctx = contextAt(now ?? '2026-11-22 10:00');
    return deadlineExplanationText(explainDeadline(foundOf(text, now).rule, ctx), style);
  };

  test('a count across National Day shows start, days passed over, make-up day and result', () => {
    expect(explain('5个工作日', '2026-09-30 16:00')).toBe(
      [
        '9月30日（周三）提出，5个工作日，从10月8日（周四）起算',
        '不计：10月1日至10月7日（国庆节，7天）、10月11日（周末，1天）',
        '调休上班，计入：10月10日（周六）（国庆节调休）',
        '截止：10月13日（周二）下班前',
      ].join('\n'),
    );
  });

  test.each([
    ['3天内', '11月22日（周日）提出，3天，按自然日计\n其间3个工作日\n截止：11月25日（周三）下班前'],
    ['一个月内', '11月22日（周日）提出，1个月，按自然日计\n其间22个工作日\n截止：12月22日（周二）下班前'],
    ['24小时内', '11月22日（周日）提出，24小时，不分昼夜连续计\n其间1个工作日\n截止：11月23日（周一） 10:00'],
    ['90分钟内', '11月22日（周日）提出，90分钟，不分昼夜连续计\n截止：11月22日（周日） 11:30'],
    ['12月18日下午3点前', '11月22日（周日）提出，指定日期\n其间20个工作日\n截止：12月18日（周五） 15:00'],
    [
      '下周内',
      '11月22日（周日）提出，取11月23日（周一）至11月29日（周日）的最后一个工作日\n其间5个工作日\n截止：11月27日（周五）下班前',
    ],
    [
      '元旦前',
      '11月22日（周日）提出，元旦假期2027年1月1日（周五）开始，取节前最后一个工作日\n其间29个工作日\n2027年放假安排尚未公布，暂按周末和法定节日计\n截止：12月31日（周四）下班前',
    ],
  ])('“%s” is explained line by line', (text, expected) => {
    expect(explain(text)).toBe(expected);
  });
});

test('a deadline shows its hour only when one was given', () => {
  expect(deadlineText({ day: '2026-11-25' }, style)).toBe('11月25日（周三）');
  expect(deadlineText({ day: '2026-11-25', hour: '17:00' }, style)).toBe('11月25日（周三） 17:00');
});
