/** A part of a time is never taken for the whole: phrases of known meaning, qualified at random. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../src/domain/calendar.ts';
import { type DeadlineContext, readDeadline } from '../../src/domain/deadline.ts';
import { instantAt } from '../../src/domain/time.ts';
import { DEFAULT_HOURS } from '../../src/domain/worktime.ts';

const timeZone = 'Asia/Shanghai';
/** A Wednesday. */
const CTX: DeadlineContext = {
  now: instantAt('2026-11-18', '10:00', timeZone),
  calendar: createCalendar(),
  timeZone,
  hours: DEFAULT_HOURS,
};

/** What officials write, and the day each means, counted by hand. */
const KNOWN: readonly [phrase: string, day: string][] = [
  ['明天', '2026-11-19'],
  ['大后天', '2026-11-21'],
  ['次日', '2026-11-19'],
  ['3天', '2026-11-21'],
  ['三天内', '2026-11-21'],
  ['10日内', '2026-11-28'],
  ['一周', '2026-11-25'],
  ['两周内', '2026-12-02'],
  ['半个月', '2026-12-03'],
  ['一个半月', '2027-01-02'],
  ['两个月内', '2027-01-18'],
  ['半年内', '2027-05-18'],
  ['5个自然日', '2026-11-23'],
  ['15个日历天', '2026-12-03'],
  ['3个工作日', '2026-11-23'],
  ['三（3）个工作日内', '2026-11-23'],
  ['5個工作日內', '2026-11-25'],
  ['3-5个工作日', '2026-11-25'],
  ['下一个工作日', '2026-11-19'],
  ['48小时', '2026-11-20'],
  ['24小时内', '2026-11-19'],
  ['72h', '2026-11-21'],
  ['周五', '2026-11-20'],
  ['下周三', '2026-11-25'],
  ['下周二15:00', '2026-11-24'],
  ['下周一上午下班前', '2026-11-23'],
  ['本周内', '2026-11-20'],
  ['20号', '2026-11-20'],
  ['廿五日前', '2026-11-25'],
  ['12月20日', '2026-12-20'],
  ['12月20日前', '2026-12-20'],
  ['十二月二十号', '2026-12-20'],
  ['12.20', '2026-12-20'],
  ['2026-12-20', '2026-12-20'],
  ['月底', '2026-11-30'],
  ['12月月底', '2026-12-31'],
  ['下月中旬', '2026-12-20'],
  ['12月中旬前', '2026-12-10'],
  ['12月前', '2026-11-30'],
  ['季度末', '2026-12-31'],
  ['年底前', '2026-12-31'],
  ['国庆前', '2027-09-30'],
  ['春节后第一个工作日', '2027-02-09'],
  ['本月最后一个工作日', '2026-11-30'],
  ['12月第一个工作日', '2026-12-01'],
  ['正月十五', '2027-02-20'],
];

/** Words that belong to the time behind them and mostly change it. */
const FRONTS = [
  '最迟',
  '约',
  '最后',
  '下',
  '上',
  '第',
  '每',
  '近',
  '前',
  '再过',
  '不早于',
  '至少',
  '原则上',
  '明天或',
  '周三、',
  '12月',
  '2027年',
  '节后',
  '国庆',
  '材料齐全后',
  '自收到之日起',
  '验收合格后',
  '12月20日以后',
  '两周或',
  '3天至',
];
/** The same for the time before them. */
const BEHINDS = [
  '左右',
  '前后',
  '之后',
  '以后',
  '起',
  '以来',
  '期间',
  '以上',
  '（遇节假日顺延）',
  '（不含节假日）',
  '(含当天)',
  '或周五',
  '~25日',
  '到下周',
  '、下周一',
  '后第一个工作日',
  '的最后一天',
  '月底',
  '下旬',
  '半',
  '后3天内',
  '开会前',
  '上午',
  '止',
  '多',
  '又2小时',
  '那天',
];
/** Ordinary words, nothing of time in them. */
const TITLES = ['路灯不亮', '排水不畅', '材料移交', '联系不上施工单位', '厂区道路破损'];
/** A name, masked as the reader of 报 masks it. */
const UNIT = '\uE000\uE000\uE000';

function place(time: string, title: string): { text: string; from: number; until: number } {
  const before = `${title} ${UNIT} `;
  return { text: `${before}${time}`, from: before.length, until: before.length + time.length };
}

describe('the whole of a time', () => {
  test.each(KNOWN)('“%s” as the last word is read whole', (phrase, day) => {
    const { text, from, until } = place(phrase, '路灯不亮');
    expect(readDeadline(text, CTX)).toMatchObject({ kind: 'found', day, span: [from, until] });
  });

  /** Wholly read, wholly asked back, or said not to be understood. */
  function expectWhole(time: string, title: string): void {
    const { text, from, until } = place(time, title);
    const reading = readDeadline(text, CTX);
    if (reading.kind === 'none') expect(reading.heard, text).toMatchObject({ means: 'not-understood' });
    else expect(text.slice(...reading.span), text).toBe(text.slice(from, until));
  }

  test.each(FRONTS)('“%s” in front belongs to it', (front) => {
    for (const gap of ['', ' '])
      for (const [phrase] of KNOWN) expectWhole(`${front}${gap}${phrase}`, '路灯不亮');
  });

  test.each(BEHINDS)('“%s” behind belongs to it', (behind) => {
    for (const gap of ['', ' '])
      for (const [phrase] of KNOWN) expectWhole(`${phrase}${gap}${behind}`, '路灯不亮');
  });

  test('whatever the problem is', () => {
    const qualified = fc.tuple(
      fc.constantFrom(...KNOWN.map(([phrase]) => phrase)),
      fc.oneof(
        fc.constantFrom(...FRONTS).map((front) => [front, '']),
        fc.constantFrom(...BEHINDS).map((behind) => ['', behind]),
      ),
      fc.constantFrom(...TITLES),
    );
    fc.assert(
      fc.property(qualified, ([phrase, [front, behind], title]) =>
        expectWhole(`${front}${phrase}${behind}`, title),
      ),
    );
  });
});

describe('words of time that set no day', () => {
  const heardIn = (time: string) => {
    const reading = readDeadline(place(time, '路灯不亮').text, CTX);
    return reading.kind === 'none' ? reading.heard : reading.kind;
  };

  test.each(['尽快', '近期', '马上', '请尽快处理', '儘快', '限期'])('%s means the default limit', (words) => {
    expect(heardIn(words)).toMatchObject({ means: 'default-limit', phrase: words, apart: true });
  });

  test.each([
    '48小时左右',
    '两会前',
    '验收后',
    '每周五',
    '12月20日起',
    '最早周五',
    '周五吧',
    '1个月零5天',
    '12月20日开会前',
  ])('%s is said not to be understood', (words) => {
    expect(heardIn(words)).toMatchObject({ means: 'not-understood', phrase: words });
  });

  test.each(['大门前', '抢修', '3号楼', '12.5米'])('%s says no time', (words) => {
    expect(heardIn(words)).toBeUndefined();
  });

  test('inside the sentence 尽快 is heard, and what only happened is not', () => {
    const heard = (text: string) => {
      const reading = readDeadline(text, CTX);
      return reading.kind === 'none' ? reading.heard : reading.kind;
    };
    expect(heard('请住建局尽快修复路灯')).toMatchObject({ means: 'default-limit', apart: false });
    expect(heard('近期多次停电')).toBeUndefined();
    expect(heard('马上要下雨了,屋顶漏水')).toBeUndefined();
    expect(heard('周三 停水了')).toBeUndefined();
  });
});
