/** What an administrator is told about days off: what was set, what of it was not understood, what moved. */

import { type HolidaySpan, type LineProblem, listSpan } from '../domain/calendar/span.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { MovedDeadline } from '../domain/recount.ts';
import { type Day, type DayStyle, formatDay } from '../domain/time.ts';

/** What counting again came to, as the commands report it. */
export type RecountOutcome = { kind: 'none' } | { kind: 'done'; moved: MovedDeadline[] } | { kind: 'later' };

const MOVED_SHOWN = 20;

/** 2月6日(周六)至2月13日(周六), a single day alone. */
export function spanText({ from, until }: { from: Day; until: Day }, style: DayStyle): string {
  return from === until ? formatDay(from, style) : `${formatDay(from, style)}至${formatDay(until, style)}`;
}

/** The deadlines that moved, the first of them by name; or that the clock counts them. */
export function outcomeText(recounted: RecountOutcome, style: DayStyle): string {
  if (recounted.kind === 'later') return '正在重算全部时限，完成后另发清单。';
  const moved = recounted.kind === 'done' ? recounted.moved : [];
  if (moved.length === 0) return '在办问题的时限都不变。';
  const lines = moved.slice(0, MOVED_SHOWN).map(({ issueId, from, to, counted }) => {
    const held = counted === undefined ? '' : `（应为${formatDay(counted, style)}，为免突然逾期顺到此日）`;
    return `#${issueId} ${formatDay(from, style)} → ${formatDay(to, style)}${held}`;
  });
  const more = moved.length > MOVED_SHOWN ? [`另有 ${moved.length - MOVED_SHOWN} 件，见各自的历史。`] : [];
  return [`有 ${moved.length} 件问题的时限随之重算，已记入历史：`, ...lines, ...more].join('\n');
}

/** After 节假日 2027-02-08 休: what each day counts as now. */
export function spansText(
  spans: readonly HolidaySpan[],
  calendar: Calendar,
  style: DayStyle,
  recounted: RecountOutcome,
): string {
  const lines = spans.map((span) => {
    const days = listSpan(span);
    const working = days.filter((day) => calendar.isWorkingDay(day)).length;
    const where = spanText(span, style);
    if (working > 0 && working < days.length) return `${where}已恢复：工作日 ${working} 天。`;
    return `${where}按${working > 0 ? '工作日' : '非工作日'}计。`;
  });
  const outcome = outcomeText(recounted, style);
  return lines.length === 1 ? `${lines[0]}${outcome}` : [...lines, outcome].join('\n');
}

const EXAMPLE = '例如：节假日 2027-02-08 休 春节，或 节假日 2027-02-06至2027-02-13 休';

const LINE_PROBLEMS: Record<LineProblem, string> = {
  'date-needed': `请写完整日期（带年份），${EXAMPLE}`,
  'kind-needed': `请在日期后写“休”“班”或“删除”，${EXAMPLE}`,
  impossible: '没有这个日期',
  range: '起止日期不对（最长 31 天）',
  several: '一行写一天或一段，多天请分行',
};

/** Why a line of days was not understood. @param line its number, when there are several */
export function lineProblemText(
  { problem, said }: { problem: LineProblem; said?: string | undefined },
  line: number | undefined,
): string {
  const where = line === undefined ? '' : `第 ${line} 行：`;
  return `${where}${LINE_PROBLEMS[problem]}${said === undefined ? '' : `（${said}）`}`;
}

export function tooManyLinesText(most: number): string {
  return `一次最多 ${most} 行，请分几次发。`;
}
