/** The preview of a pasted notice, and what became of it. */

import { encodeAction } from '../../cards/actions.ts';
import { fitCard } from '../../cards/card-fit.ts';
import type { Card } from '../../cards/kit.ts';
import { button, buttonRows, card, colored, footnote, hr, markdown } from '../../cards/kit.ts';
import { spanText } from '../../cards/words-holiday.ts';
import type { HolidayNotice } from '../../domain/calendar/holiday-notice.ts';
import type { HolidayRow } from '../../domain/calendar.ts';
import type { Day } from '../../domain/time.ts';
import { clip, escapeMarkdown, oneLine } from '../../text/escape.ts';
import type { ViewContext } from '../../text/view.ts';
import { BUTTONS } from '../../text/words.ts';
import { daysText, missingText } from './words.ts';

const IGNORED_SHOWN = 3;

const DAYS_SHOWN = 30;

/** What an import would do. */
interface NoticePreview {
  draftId: string;
  notice: HolidayNotice;
  /** The year has a notice already; then only the differences are listed. */
  known: boolean;
  /** Days that are working now and would not be, and the other way round. */
  turnsOff: Day[];
  turnsWork: Day[];
  /** The administrator's own rows that say otherwise; they go first. */
  overruled: HolidayRow[];
  /** Open issues whose deadline would move; `more`: at least so many. */
  moves: { count: number; more: boolean };
}

/** Waits for 确认; nothing is saved before. */
export function noticePreviewCard(view: NoticePreview, ctx: ViewContext): Card {
  const { notice, draftId } = view;
  // The title names the year; on every day it would make two lines of one.
  const style = { year: notice.year };
  const groups = notice.groups.map((group) => {
    const off = group.off.length > 0 ? `休 ${daysText(group.off, style)}` : '';
    const work = group.work.length > 0 ? `班 ${daysText(group.work, style)}` : '';
    const name = `**${escapeMarkdown(clip(oneLine(group.name || '未写节日'), 20))}**`;
    return `${name} ${[off, work].filter((part) => part !== '').join('<br>　　')}`;
  });
  const changes = [
    ...(view.turnsOff.length > 0 ? [`改为休：${daysText(view.turnsOff.slice(0, DAYS_SHOWN), style)}`] : []),
    ...(view.turnsWork.length > 0 ? [`改为班：${daysText(view.turnsWork.slice(0, DAYS_SHOWN), style)}`] : []),
  ];
  const compared = view.known
    ? changes.length > 0
      ? `与已有的${notice.year}年安排不同：<br>${changes.join('<br>')}`
      : `与已有的${notice.year}年安排相同。`
    : `${notice.year}年现在按周末和法定节日计。${changes.length > 0 ? `导入后：<br>${changes.join('<br>')}` : ''}`;
  const overruled = view.overruled.map(
    (row) =>
      `您单独设置的${spanText({ from: row.day, until: row.day }, style)} ${row.kind === 'off' ? '休' : '班'} 优先于通知`,
  );
  const { count, more } = view.moves;
  const moves =
    count === 0 ? '在办问题的时限都不变。' : `${more ? '至少 ' : ''}${count} 件在办问题的时限会变。`;
  const made = card({
    title: `请确认：${notice.year}年放假安排`,
    color: 'default',
    summary: `请确认 ${notice.year} 年放假安排`,
    elements: [
      markdown(groups.join('<br>')),
      hr,
      markdown(compared),
      ...overruled.slice(0, 10).map((line) => markdown(colored('orange', escapeMarkdown(line)))),
      ...(notice.missing.length > 0 ? [markdown(colored('orange', missingText(notice)))] : []),
      markdown(`**${moves}**`),
      ...(notice.ignored.length > 0
        ? [
            footnote(
              `没有采用的句子：${notice.ignored
                .slice(0, IGNORED_SHOWN)
                .map((text) => clip(text, 30))
                .join('；')}`,
            ),
          ]
        : []),
      ...buttonRows([
        button(BUTTONS.confirm, encodeAction({ do: 'confirm-draft', draftId }), { type: 'primary_filled' }),
        button(BUTTONS.cancel, encodeAction({ do: 'cancel-draft', draftId })),
      ]),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, '…');
}

/** In place of the preview once it was answered; without a year nothing was saved. */
export function noticeDoneCard(year: number | undefined, text: string, demo: boolean): Card {
  const title = year === undefined ? '放假安排没有保存' : `${year}年放假安排已保存`;
  const made = card({
    title,
    color: year === undefined ? 'grey' : 'green',
    summary: title,
    elements: [markdown(text.split('\n').map(escapeMarkdown).join('<br>'))],
    demo,
  });
  return fitCard(made, '…（其余见各自的历史）');
}
