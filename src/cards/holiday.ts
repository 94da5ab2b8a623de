/** 节假日: what the calendar knows and lacks. */
import type { HolidayRow } from '../domain/calendar.ts';
import { addDays, type Day } from '../domain/time.ts';
import { clip, escapeMarkdown, oneLine } from '../text/escape.ts';
import { yearOf } from '../text/moments.ts';
import type { ViewContext } from '../text/view.ts';
import { fitCard } from './card-fit.ts';
import { type Card, card, colored, footnote, markdown } from './kit.ts';
import { spanText } from './words-holiday.ts';

const ROWS_SHOWN = 60;

/** Own rows that stand together: same kind, same name, day after day. */
function groupRows(rows: readonly HolidayRow[]): (HolidayRow & { until: Day })[] {
  const groups: (HolidayRow & { until: Day })[] = [];
  for (const row of rows.toSorted((a, b) => a.day.localeCompare(b.day))) {
    const last = groups.at(-1);
    const goesOn = last && last.kind === row.kind && last.name === row.name;
    if (goesOn && addDays(last.until, 1) === row.day) last.until = row.day;
    else groups.push({ ...row, until: row.day });
  }
  return groups;
}

/** How far the calendar reaches, what was added here, what is missing. */
export function holidaysCard(view: { dueByYear: ReadonlyMap<number, number> }, ctx: ViewContext): Card {
  const { data, calendar } = ctx.directory;
  const style = { year: yearOf(ctx) };
  const imported = [...new Set(data.notices.map((row) => row.year))];
  const own = groupRows(data.holidays);
  const lines = own.slice(0, ROWS_SHOWN).map((row) => {
    const name = row.name ? ` ${escapeMarkdown(clip(oneLine(row.name), 20))}` : '';
    return `**${spanText({ from: row.day, until: row.until }, style)}** ${row.kind === 'off' ? '休' : '班'}${name}`;
  });
  const left = own.length - lines.length;
  const next = calendar.publishedThrough + 1;
  const due = [...view.dueByYear].filter(([year]) => calendar.isProvisional(year));
  const missing = [
    `${next}年放假安排尚未录入`,
    ...due.map(([year, count]) => `${count} 件时限落在 ${year} 年，暂按周末和法定节日计`),
  ];
  const made = card({
    title: `节假日：已有 ${calendar.publishedThrough} 年及以前`,
    color: due.length > 0 ? 'orange' : 'blue',
    summary: `节假日：已有 ${calendar.publishedThrough} 年及以前`,
    elements: [
      ...(imported.length > 0
        ? [markdown(`自行导入的年份：${imported.join('、')}（收回：节假日 删除 ${imported.at(-1)}年）`)]
        : []),
      ...(lines.length > 0
        ? [markdown(`自行设置的日子：<br>${lines.join('<br>')}`)]
        : [footnote('没有自行设置的日子')]),
      ...(left > 0 ? [footnote(`另有 ${left} 段没有列出`)] : []),
      markdown(due.length > 0 ? colored('orange', missing.join('；')) : missing.join('；')),
      footnote('通知公布后：发“节假日 导入”并粘贴全文。单独改：节假日 2027-02-06至2027-02-13 休 春节'),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, '…（其余没有列出）');
}
