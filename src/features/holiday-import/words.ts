/** What is said of an import of days off: what a pasted notice gets wrong, what was saved or taken back. */

import type { RecountOutcome } from '../../cards/words-holiday.ts';
import { outcomeText, spanText } from '../../cards/words-holiday.ts';
import type { HolidayNotice, NoticeProblem } from '../../domain/calendar/holiday-notice.ts';
import type { Day, DayStyle } from '../../domain/time.ts';
import { addDays, daysBetween, formatDay } from '../../domain/time.ts';
import { clip } from '../../text/escape.ts';

const PROBLEMS_SHOWN = 12;

export const NEEDS_TEXT =
  '请把国务院办公厅的放假通知全文粘贴在“导入”后面，或每行一天：2027-02-08 休 春节。通知里没有年份时写：节假日 导入 2027年 …';

/** Days in a row as spans. */
function spansOf(days: readonly Day[]): { from: Day; until: Day }[] {
  const spans: { from: Day; until: Day }[] = [];
  for (const day of [...days].sort()) {
    const last = spans.at(-1);
    if (last && addDays(last.until, 1) === day) last.until = day;
    else if (last?.until !== day) spans.push({ from: day, until: day });
  }
  return spans;
}

/** 2月6日(周六)至2月13日(周六)(8天)、2月28日(周日) */
export function daysText(days: readonly Day[], style: DayStyle): string {
  return spansOf(days)
    .map((span) => {
      const count = daysBetween(span.from, span.until) + 1;
      return `${spanText(span, style)}${count > 1 ? `（${count}天）` : ''}`;
    })
    .join('、');
}

function problemText(problem: NoticeProblem): string {
  switch (problem.kind) {
    case 'no-year':
      return '没有读到年份。请连标题一起粘贴，或写：节假日 导入 2027年 …';
    case 'year-differs':
      return `您写的是${problem.said}年，通知标题是${problem.title}年。`;
    case 'several-years':
      return `日期分属几个年份：${problem.years.join('、')}，请一次导入一年。`;
    case 'nothing':
      return '没有读到任何节日或日期。';
    case 'unknown':
      return `没有看懂：“${clip(problem.text, 60)}”`;
    case 'impossible':
      return `没有${problem.text}这个日期。`;
    case 'weekday':
      return `${formatDay(problem.day)}：通知写的是周${'一二三四五六日'[problem.said - 1]}。`;
    case 'lunar':
      return `${formatDay(problem.day)}不是农历${problem.said}。`;
    case 'count':
      return `${problem.name}：通知写共${problem.said}天，按日期数是${problem.counted}天。`;
    case 'range':
      return `起止日期不对：“${clip(problem.text, 60)}”`;
    case 'festival':
      return `${problem.name}当天（${formatDay(problem.day)}）不在放假日期里。`;
    case 'work-on-weekday':
      return `${formatDay(problem.day)}本来就是工作日，通知却写上班。`;
    case 'both':
      return `${formatDay(problem.day)}既写放假又写上班，或写了两遍。`;
    case 'missing':
      return `没有读到：${problem.names.join('、')}。请把通知全文再发一次。`;
  }
}

/** Why a pasted notice was not taken; nothing is saved. */
export function noticeProblemsText(problems: readonly NoticeProblem[]): string {
  const shown = problems.slice(0, PROBLEMS_SHOWN).map((problem) => `· ${problemText(problem)}`);
  const more = problems.length > PROBLEMS_SHOWN ? [`· 另有 ${problems.length - PROBLEMS_SHOWN} 处`] : [];
  return ['这份放假安排有对不上的地方，没有保存，请核对后再发：', ...shown, ...more].join('\n');
}

export function nothingNewText(year: number): string {
  return `${year}年放假安排已有，与这份通知一致，不用导入。`;
}

/** What of the year is still unknown after an import of single days. */
export function missingText({ year, missing }: Pick<HolidayNotice, 'year' | 'missing'>): string {
  return `还缺${missing.join('、')}，${year}年仍按尚未公布计。`;
}

export function noticeSavedText(notice: HolidayNotice, style: DayStyle, recounted: RecountOutcome): string {
  const complete = notice.missing.length === 0 ? '' : `${missingText(notice)}\n`;
  return `${notice.year}年放假安排已保存。${complete}${outcomeText(recounted, style)}\n要收回请发：节假日 删除 ${notice.year}年`;
}

export function droppedText(year: number, gone: number, style: DayStyle, recounted: RecountOutcome): string {
  if (gone === 0)
    return `${year}年没有导入过放假安排；程序自带的不能删除，可以用“节假日 日期 休|班”改单独的日子。`;
  return `已删除导入的${year}年放假安排。${outcomeText(recounted, style)}`;
}
