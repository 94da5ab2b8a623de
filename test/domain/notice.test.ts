import { describe, expect, test } from 'vitest';
import { type NoticeProblem, readHolidayNotice } from '../../src/domain/calendar/holiday-notice.ts';
import { PUBLISHED_ROWS } from '../../src/domain/calendar/published.ts';
import { readHolidayLine } from '../../src/domain/calendar/span.ts';

const wrap = (year: number, items: string) => `国务院办公厅关于${year}年部分节假日安排的通知
国办发明电〔${year - 1}〕7号

各省、自治区、直辖市人民政府:
经国务院批准,现将${year}年元旦、春节、国庆节等放假调休日期的具体安排通知如下。
${items}
节假日期间,各单位要妥善安排好值班和安全、保卫等工作。
国务院办公厅
${year - 1}年11月4日`;

/** The facts of the notices, in their wording. */
const NOTICES: Record<number, string> = {
  2026: `一、元旦:1月1日(周四)至3日(周六)放假调休,共3天。1月4日(周日)上班。
二、春节:2月15日(农历腊月二十八、周日)至23日(农历正月初七、周一)放假调休,共9天。2月14日(周六)、2月28日(周六)上班。
三、清明节:4月4日(周六)至6日(周一)放假,共3天。
四、劳动节:5月1日(周五)至5日(周二)放假调休,共5天。5月9日(周六)上班。
五、端午节:6月19日(周五)至21日(周日)放假,共3天。
六、中秋节:9月25日(周五)至27日(周日)放假,共3天。
七、国庆节:10月1日(周四)至7日(周三)放假调休,共7天。9月20日(周日)、10月10日(周六)上班。`,
  2025: `一、元旦:1月1日(周三)放假1天,不调休。
二、春节:1月28日(农历除夕、周二)至2月4日(农历正月初七、周二)放假调休,共8天。1月26日(周日)、2月8日(周六)上班。
三、清明节:4月4日(周五)至6日(周日)放假,共3天。
四、劳动节:5月1日(周四)至5日(周一)放假调休,共5天。4月27日(周日)上班。
五、端午节:5月31日(周六)至6月2日(周一)放假,共3天。
六、国庆节、中秋节:10月1日(周三)至8日(周三)放假调休,共8天。9月28日(周日)、10月11日(周六)上班。`,
  2024: `一、元旦:1月1日放假,与周末连休。
二、春节:2月10日至17日放假调休,共8天。2月4日(星期日)、2月18日(星期日)上班。鼓励各单位结合带薪年休假等制度落实,安排职工在除夕(2月9日)休息。
三、清明节:4月4日至6日放假调休,共3天。4月7日(星期日)上班。
四、劳动节:5月1日至5日放假调休,共5天。4月28日(星期日)、5月11日(星期六)上班。
五、端午节:6月10日放假,与周末连休。
六、中秋节:9月15日至17日放假调休,共3天。9月14日(星期六)上班。
七、国庆节:10月1日至7日放假调休,共7天。9月29日(星期日)、10月12日(星期六)上班。`,
  2023: `一、元旦:2022年12月31日至2023年1月2日放假调休,共3天。
二、春节:1月21日至27日放假调休,共7天。1月28日(星期六)、1月29日(星期日)上班。
三、清明节:4月5日放假,共1天。
四、劳动节:4月29日至5月3日放假调休,共5天。4月23日(星期日)、5月6日(星期六)上班。
五、端午节:6月22日至24日放假调休,共3天。6月25日(星期日)上班。
六、中秋节、国庆节:9月29日至10月6日放假调休,共8天。10月7日(星期六)、10月8日(星期日)上班。`,
};

const weekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

describe('notices of four years, as they are written', () => {
  test.each([2026, 2024, 2023])('%s gives the days the package has', (year) => {
    const read = readHolidayNotice(wrap(year, NOTICES[year]!));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const plain = (rows: readonly { day: string; kind: string }[]) =>
      rows
        .filter((row) => row.kind === 'work' || !weekend(row.day))
        .map((row) => `${row.day} ${row.kind}`)
        .sort();
    const inYear = PUBLISHED_ROWS.filter((row) => {
      const first = year === 2023 ? '2022-12-31' : `${year}-01-01`;
      return row.day >= first && row.day < `${year}-12-30`;
    });
    expect(plain(read.notice.rows)).toEqual(plain(inYear));
    expect(read.notice.year).toBe(year);
    expect(read.notice.missing).toEqual([]);
  });

  test('a remark that changes nothing is shown as left out, an unknown one is asked back', () => {
    const read = readHolidayNotice(wrap(2024, NOTICES[2024]!));
    expect(read.ok && read.notice.ignored.join()).toContain('鼓励各单位');
    const odd = NOTICES[2025]!.replace('不调休', '调休另行通知');
    expect(readHolidayNotice(wrap(2025, odd))).toEqual({
      ok: false,
      problems: [{ kind: 'unknown', text: '1月1日(周三)放假1天,调休另行通知' }],
    });
    const known = readHolidayNotice(wrap(2025, NOTICES[2025]!));
    expect(known.ok && known.notice.rows.find((row) => row.day === '2025-10-06')?.name).toBe('中秋节');
    expect(known.ok && known.notice.rows.find((row) => row.day === '2025-10-05')?.name).toBe('国庆节');
  });

  test('text without line breaks, full-width digits and half-width marks reads the same', () => {
    const flat = wrap(2026, NOTICES[2026]!).replaceAll('\n', '').replace('共9天', '共９天');
    const read = readHolidayNotice(flat.replace(/国务院办公厅2025年11月4日$/, ''));
    expect(read.ok && read.notice.rows.length).toBe(39);
  });

  test('days of 元旦 without a year lie in the December before', () => {
    const text = NOTICES[2023]!.replace('2022年12月31日至2023年1月2日', '12月31日至1月2日');
    const read = readHolidayNotice(wrap(2023, text));
    expect(read.ok && read.notice.rows[0]!.day).toBe('2022-12-31');
  });

  test('a substitute day off counts', () => {
    const text = NOTICES[2026]!.replace('4月4日(周六)至6日(周一)放假,共3天', '4月5日放假,4月6日(星期一)补休');
    const read = readHolidayNotice(wrap(2026, text));
    expect(read.ok && read.notice.groups[2]!.off).toEqual(['2026-04-05', '2026-04-06']);
  });
});

describe('what contradicts itself is asked back', () => {
  const problems = (text: string, said?: number): NoticeProblem[] => {
    const read = readHolidayNotice(text, said);
    return read.ok ? [] : read.problems;
  };
  const broken = (from: string, to: string) => problems(wrap(2026, NOTICES[2026]!.replace(from, to)));

  test.each<[string, string, NoticeProblem]>([
    ['1月4日(周日)', '1月4日(周一)', { kind: 'weekday', day: '2026-01-04', said: 1 }],
    ['共9天', '共8天', { kind: 'count', name: '春节', said: 8, counted: 9 }],
    ['正月初七', '正月初八', { kind: 'lunar', day: '2026-02-23', said: '正月初八' }],
    ['2月28日(周六)', '2月30日', { kind: 'impossible', text: '2月30日' }],
    ['5月9日(周六)', '5月8日(周五)', { kind: 'work-on-weekday', day: '2026-05-08' }],
    ['10月10日(周六)上班', '10月3日(周六)上班', { kind: 'both', day: '2026-10-03' }],
    [
      '6月19日(周五)至21日(周日)放假,共3天',
      '6月20日至21日放假,共2天',
      { kind: 'festival', name: '端午节', day: '2026-06-19' },
    ],
    ['9月25日(周五)至27日(周日)放假', '中秋不放假', { kind: 'unknown', text: '中秋不放假,共3天' }],
    ['三、清明节:4月4日(周六)至6日(周一)放假,共3天。', '', { kind: 'missing', names: ['清明节'] }],
  ])('%s → %s', (from, to, problem) => {
    expect(broken(from, to)).toContainEqual(problem);
  });

  test('a notice of another year does not pass: weekdays and festivals differ', () => {
    const kinds = problems(wrap(2027, NOTICES[2026]!)).map((one) => one.kind);
    expect(kinds).toContain('weekday');
  });

  test('the year comes from the title or is asked for', () => {
    expect(problems(NOTICES[2026]!)).toEqual([{ kind: 'no-year' }]);
    expect(readHolidayNotice(NOTICES[2026]!, 2026).ok).toBe(true);
    expect(problems(wrap(2026, NOTICES[2026]!), 2027)).toEqual([
      { kind: 'year-differs', said: 2027, title: 2026 },
    ]);
    expect(problems('今天天气不错', 2027)).toEqual([{ kind: 'nothing' }]);
  });
});

describe('lines of days', () => {
  test('a year is complete when every festival is a day off', () => {
    const lines = `2026-12-31至2027-01-02 休 元旦
2027-02-05至2027-02-11 休 春节
2027-02-14 班
2027年4月5日 休 清明
2027-05-01至05-05 休 五一
2027-06-09 休 端午节
2027-09-15 休 中秋
2027-10-01至7日 休 国庆节`;
    const read = readHolidayNotice(lines);
    expect(read.ok && read.notice).toMatchObject({ year: 2027, missing: [] });
    expect(read.ok && read.notice.rows.length).toBe(3 + 7 + 1 + 1 + 5 + 1 + 1 + 7);
    const part = readHolidayNotice('2027-02-05至2027-02-11 休 春节\n2027-02-14 班');
    expect(part.ok && part.notice.missing).toEqual([
      '元旦',
      '清明节',
      '劳动节',
      '端午节',
      '中秋节',
      '国庆节',
    ]);
  });

  test('lines that are wrong are named, and so are several years', () => {
    expect(readHolidayNotice('2027-02-30 休')).toMatchObject({ ok: false, problems: [{ kind: 'unknown' }] });
    expect(readHolidayNotice('2027-02-05 休\n2029-02-05 休')).toMatchObject({ ok: false });
    expect(readHolidayNotice('2027-02-14 休\n2027-02-14 班')).toEqual({
      ok: false,
      problems: [{ kind: 'both', day: '2027-02-14' }],
    });
  });

  test.each([
    [
      '2027-02-06至2027-02-13 休 春节',
      { from: '2027-02-06', until: '2027-02-13', kind: 'off', name: '春节' },
    ],
    [
      '2027年2月6日(周六)至13日 放假 除夕',
      { from: '2027-02-06', until: '2027-02-13', kind: 'off', name: '春节' },
    ],
    ['2027-02-14(周日) 班', { from: '2027-02-14', until: '2027-02-14', kind: 'work', name: '' }],
    ['2027/2/8 删除', { from: '2027-02-08', until: '2027-02-08', kind: 'none', name: '' }],
    ['2月8日 休', { problem: 'date-needed' }],
    ['2027-02-30 休', { problem: 'impossible', said: '2027-02-30' }],
    ['2027-02-13至2027-02-06 休', { problem: 'range', said: '2027-02-13至2027-02-06' }],
    ['2027-02-13 春节', { problem: 'kind-needed' }],
  ])('%s', (line, read) => {
    expect(readHolidayLine(line)).toEqual(read);
  });
});
