/** What a changed calendar did to deadlines: a report for the office, one list for each person responsible. */
import type { RecountCause } from '../domain/recount.ts';
import { type Day, formatDay } from '../domain/time.ts';
import { clip, escapeMarkdown, oneLine } from '../text/escape.ts';
import { yearOf } from '../text/moments.ts';
import { shortUnitName } from '../text/names.ts';
import type { ViewContext } from '../text/view.ts';
import { encodeAction } from './actions.ts';
import { fitCard } from './card-fit.ts';
import { button, type Card, card, footnote, markdown, smallButtons } from './kit.ts';

/** A deadline that moved; without a title for readers who may not see the problem. */
export interface MovedRow {
  issueId: number;
  title?: string;
  unitId?: number | null;
  from: Day;
  to: Day;
  counted: Day | null;
}

export interface MovedList {
  cause: RecountCause;
  /** The first of them. */
  rows: readonly MovedRow[];
  total: number;
}

const SHOWN = 20;
const TITLE = 28;

const CAUSES: Record<RecountCause, string> = {
  rows: '节假日设置有变',
  import: '放假安排已导入',
  removed: '导入的放假安排已删除',
  program: '程序自带的放假安排已更新',
  first: '按最新的放假安排核对',
};

/** 原 → 现, and why it is not the day the count gives. */
function moveText({ from, to, counted }: MovedRow, year: number): string {
  const style = { year };
  const held = counted ? `（应为${formatDay(counted, style)}，为免突然逾期顺到此日）` : '';
  return `${formatDay(from, style)} → ${formatDay(to, style)}${held}`;
}

function rowText(row: MovedRow, ctx: ViewContext): string {
  const moved = moveText(row, yearOf(ctx));
  if (row.title === undefined) return `**#${row.issueId}** ${moved}`;
  const unit = row.unitId === undefined ? '' : ` · ${escapeMarkdown(shortUnitName(ctx, row.unitId ?? null))}`;
  return `**#${row.issueId}** ${escapeMarkdown(clip(oneLine(row.title), TITLE))}${unit}<br>${moved}`;
}

function listCard(title: string, list: MovedList, ctx: ViewContext): Card {
  const shown = list.rows.slice(0, SHOWN);
  const left = list.total - shown.length;
  const [only] = shown;
  const made = card({
    title,
    color: list.total === 0 ? 'green' : 'blue',
    summary: title,
    elements: [
      markdown(`${CAUSES[list.cause]}，按工作日计的时限已重算。`),
      ...shown.map((row) => markdown(rowText(row, ctx))),
      ...(list.total === 0 ? [footnote('在办问题的时限都不变')] : []),
      ...(left > 0 ? [footnote(`另有 ${left} 件，见各自的历史`)] : []),
      ...(list.total > 0 ? [footnote('指定日期的时限不变；每件怎么算的，发“怎么算的 #编号”')] : []),
      ...(list.total === 1 && only
        ? smallButtons([
            button('怎么算的', encodeAction({ do: 'answer', command: `怎么算的 #${only.issueId}` })),
          ])
        : []),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, '…（其余见各自的历史）');
}

/** To the office and the administrators: all that moved. */
export function recountReportCard(list: MovedList, ctx: ViewContext): Card {
  const title = list.total === 0 ? '时限已核对' : `时限重算：${list.total} 件有变`;
  return listCard(title, list, ctx);
}

/** To the person responsible, once for all of theirs. */
export function ownRecountCard(list: MovedList, ctx: ViewContext): Card {
  return listCard(`您办理的 ${list.total} 件时限有变`, list, ctx);
}
