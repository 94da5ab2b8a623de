/** Reads a pasted notice of the State Council, or lines of days, strictly: whatever contradicts itself is asked back. */
import { foldText } from '../deadline/fold.ts';
import { type Day, weekdayOf } from '../time.ts';
import { type NoticeProblem, readSentence } from './holiday-notice-text.ts';
import { canonicalName, type HolidayRow } from './published.ts';
import { listSpan, readHolidayLine } from './span.ts';
import { type HolidayName, listStatutoryDays } from './statutory.ts';

export type { NoticeProblem } from './holiday-notice-text.ts';

/** One holiday of the text: 元旦, or 国庆节、中秋节 together. */
export interface NoticeGroup {
  name: string;
  off: Day[];
  work: Day[];
}

/** What a text says about one year. */
export interface HolidayNotice {
  year: number;
  groups: NoticeGroup[];
  rows: HolidayRow[];
  /** Holidays of the year that none of the days off covers; with any, the year is not complete. */
  missing: HolidayName[];
  /** Sentences that say nothing about days, for the reader to see what was left out. */
  ignored: string[];
}

export type NoticeReading = { ok: true; notice: HolidayNotice } | { ok: false; problems: NoticeProblem[] };

const NAMES: readonly HolidayName[] = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'];
const ANY = '元旦节?|春节|清明节?|(?:五一|“五一”|"五一")?(?:国际)?劳动节|端午节?|中秋节?|国庆节?';
const HEAD = new RegExp(
  `(?:[一二三四五六七八九十]{1,3}[、.]|\\d{1,2}[、.])?((?:${ANY})(?:[、和与](?:${ANY}))*)(?:假期|放假安排)?:`,
  'g',
);
const TITLE = /关于(\d{4})年[^\n]{0,30}(?:节假日|放假|假期|春节|元旦)[^\n]{0,20}安排/;
const SILENT =
  /安排(?:的)?通知|通知如下|^(?:国务院办公厅)?\d{4}年\d{1,2}月\d{1,2}日(?:电|印发|发布)?$|^国办发|^国务院办公厅$|^各省、|^经国务院批准/;
const ADVICE = /^(?:鼓励|建议|倡导|提倡|节假日期间)/;
const ABOUT_DAYS = /\d日|放假|上班|补休|调休|补班/;

/**
 * @param text the pasted text
 * @param said the year said beside it, when the text has no title
 */
export function readHolidayNotice(text: string, said?: number): NoticeReading {
  const folded = foldText(text)
    .replace(/[^\S\n]+/g, '')
    .replace(/[〔〕【】]/g, '');
  const lines = text.split('\n').filter((line) => /[\p{L}\p{N}]/u.test(line));
  const spans = lines.map((line) => readHolidayLine(line));
  if (lines.length > 0 && spans.every((span) => !('problem' in span) || span.problem !== 'date-needed'))
    return readLines(lines, said);
  const title = TITLE.exec(folded)?.[1];
  const year = title === undefined ? said : Number(title);
  if (year === undefined) return fail({ kind: 'no-year' });
  if (said !== undefined && said !== year) return fail({ kind: 'year-differs', said, title: year });
  return readItems(folded, year);
}

function fail(...problems: NoticeProblem[]): NoticeReading {
  return { ok: false, problems };
}

function readItems(folded: string, year: number): NoticeReading {
  const heads = [...folded.matchAll(HEAD)];
  const problems: NoticeProblem[] = [];
  const ignored: string[] = [];
  const groups: NoticeGroup[] = [];
  const skip = (text: string) => {
    for (const sentence of sentencesOf(text)) {
      if (SILENT.test(sentence)) continue;
      if (!ADVICE.test(sentence) && ABOUT_DAYS.test(sentence))
        problems.push({ kind: 'unknown', text: sentence });
      else ignored.push(sentence);
    }
  };
  skip(folded.slice(0, heads[0]?.index ?? folded.length));
  for (const [i, head] of heads.entries()) {
    const names = (head[1] ?? '').split(/[、和与]/).map(nameOf);
    const group: NoticeGroup = { name: names.join('、'), off: [], work: [] };
    const body = folded.slice(head.index + head[0].length, heads[i + 1]?.index ?? folded.length);
    for (const sentence of sentencesOf(body)) {
      if (SILENT.test(sentence)) continue;
      if (ADVICE.test(sentence) || !ABOUT_DAYS.test(sentence)) {
        ignored.push(sentence);
        continue;
      }
      const read = readSentence(sentence, { year, newYear: names.includes('元旦'), name: group.name });
      problems.push(...read.problems);
      group.off.push(...read.off);
      group.work.push(...read.work);
    }
    groups.push(group);
  }
  if (groups.length === 0) return problems.length > 0 ? { ok: false, problems } : fail({ kind: 'nothing' });
  const rows = groups.flatMap((group) => rowsOf(group, year));
  const missing = NAMES.filter((name) => !groups.some((group) => group.name.split('、').includes(name)));
  if (missing.length > 0) problems.push({ kind: 'missing', names: missing });
  // What was not understood would only be complained of twice.
  if (problems.length === 0) problems.push(...checkRows(rows), ...checkFestivals(groups, year));
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, notice: { year, groups, rows, missing: [], ignored } };
}

function sentencesOf(text: string): string[] {
  return text
    .split(/[。;!\n]/)
    .map((one) => one.replace(/^[,、:.]+|[,、:.]+$/g, ''))
    .filter((one) => /[\p{L}\p{N}]/u.test(one));
}

function nameOf(said: string): HolidayName {
  const bare = said.replace(/["“”]|五一|国际/g, '');
  return canonicalName(bare === '元旦节' ? '元旦' : bare) as HolidayName;
}

/** A day off is called after the last of the item's festivals that has begun: 9月29日 中秋节, 10月1日 国庆节. */
function rowsOf(group: NoticeGroup, year: number): HolidayRow[] {
  const names = group.name.split('、');
  const [first = group.name] = names;
  const begins = [...listStatutoryDays(year)].filter(([, name]) => names.includes(name));
  const nameAt = (day: Day) => begins.filter(([begin]) => begin <= day).at(-1)?.[1] ?? first;
  return [
    ...group.off.map((day) => ({ day, kind: 'off' as const, name: nameAt(day) })),
    ...group.work.map((day) => ({ day, kind: 'work' as const, name: first })),
  ];
}

function checkRows(rows: readonly HolidayRow[]): NoticeProblem[] {
  const off = new Set(rows.filter((row) => row.kind === 'off').map((row) => row.day));
  return rows.flatMap((row): NoticeProblem[] => {
    if (row.kind === 'off') return [];
    if (off.has(row.day)) return [{ kind: 'both', day: row.day }];
    return weekdayOf(row.day) <= 5 ? [{ kind: 'work-on-weekday', day: row.day }] : [];
  });
}

/** The day the holiday is named for; 除夕 and 5月2日 became statutory only in 2025. */
function festivalOf(name: HolidayName, year: number): Day | undefined {
  const days = [...listStatutoryDays(year)].filter((entry) => entry[1] === name).map((entry) => entry[0]);
  return name === '春节' ? days[1] : days[0];
}

function checkFestivals(groups: readonly NoticeGroup[], year: number): NoticeProblem[] {
  const off = new Set(groups.flatMap((group) => group.off));
  return NAMES.flatMap((name): NoticeProblem[] => {
    const day = festivalOf(name, year);
    const named = groups.some((group) => group.name.split('、').includes(name));
    return day && named && !off.has(day) ? [{ kind: 'festival', name, day }] : [];
  });
}

/** 2027-02-08 休, a line each. They make a year complete when every festival of it is a day off. */
function readLines(lines: readonly string[], said: number | undefined): NoticeReading {
  const problems: NoticeProblem[] = [];
  const groups: NoticeGroup[] = [];
  const rows: HolidayRow[] = [];
  for (const line of lines) {
    const span = readHolidayLine(line);
    if ('problem' in span || span.kind === 'none') {
      problems.push({ kind: 'unknown', text: line.trim() });
      continue;
    }
    const days = listSpan(span);
    for (const day of days)
      rows.push({ day, kind: span.kind, ...(span.name === '' ? {} : { name: span.name }) });
    let group = groups.find((one) => one.name === span.name);
    if (!group) {
      group = { name: span.name, off: [], work: [] };
      groups.push(group);
    }
    group[span.kind].push(...days);
  }
  // 元旦 may begin in the December before.
  const years = [...new Set(rows.map((row) => Number(row.day.slice(0, 4))))].sort();
  const year = said ?? years.at(-1) ?? 0;
  const strange = rows.some((row) => {
    const own = Number(row.day.slice(0, 4));
    return own !== year && !(own === year - 1 && row.day >= `${own}-12-01`);
  });
  if (strange) problems.push({ kind: 'several-years', years });
  problems.push(...checkRows(rows));
  const twice = rows.find((row, i) => rows.findIndex((one) => one.day === row.day) !== i);
  if (twice && problems.length === 0) problems.push({ kind: 'both', day: twice.day });
  if (problems.length > 0) return { ok: false, problems };
  const off = new Set(rows.filter((row) => row.kind === 'off').map((row) => row.day));
  const missing = NAMES.filter((name) => {
    const day = festivalOf(name, year);
    return day !== undefined && !off.has(day);
  });
  return { ok: true, notice: { year, groups, rows, missing, ignored: [] } };
}
