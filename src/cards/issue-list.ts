/** A list of problems (清单): figures first, then short rows a thumb can open. */
import type { IssueFilter } from '../domain/answer.ts';
import type { Issue } from '../domain/issue.ts';
import { clip, oneLine } from '../text/escape.ts';
import type { ViewContext } from '../text/view.ts';
import { SMALL_BUTTONS } from '../text/words.ts';
import { encodePage } from './actions.ts';
import { fitCard } from './card-fit.ts';
import type { CardElement } from './element.ts';
import { type Counts, figuresLine, worstLight } from './figures.ts';
import { issueRow } from './issue-row.ts';
import { button, type Card, card, footnote, hr, markdown, smallButtons, textBlock } from './kit.ts';
import { HEADER_COLORS, noFurtherPageText, nothingFoundText } from './words.ts';

/** Rows of one page; more would not fit the element limit with a margin. */
export const PAGE_SIZE = 10;
const MOST_ROWS = 25;

export interface IssueListView {
  title: string;
  /** The rows of this page. */
  issues: Issue[];
  /** Of the whole list, not of the page. */
  counts: Counts;
  /** From 1. */
  page: number;
  pageSize: number;
  total: number;
  /** Repeated by the pager buttons. */
  filter: IssueFilter;
  /** The answer in words, before the figures. */
  lead?: string;
}

function pager(view: IssueListView): CardElement[] {
  const pages = Math.max(1, Math.ceil(view.total / view.pageSize));
  if (pages === 1) return [];
  const title = clip(oneLine(view.title), 60);
  const turn = (label: string, page: number) => {
    const value = encodePage(title, view.filter, page);
    return value === undefined ? [] : [button(label, value)];
  };
  const next = view.page < pages ? turn(SMALL_BUTTONS.next, view.page + 1) : [];
  const buttons = [...(view.page > 1 ? turn(SMALL_BUTTONS.previous, view.page - 1) : []), ...next];
  const cutOff = view.page < pages && next.length === 0;
  return [
    footnote(`第 ${view.page}/${pages} 页`),
    ...(cutOff ? [textBlock(noFurtherPageText(view.total - view.page * view.pageSize))] : []),
    ...smallButtons(buttons),
  ];
}

/** Draws one page; empty lists say so. Within the platform's limits for up to 25 rows a page; more are cut. */
export function issueListCard(view: IssueListView, ctx: ViewContext): Card {
  const title = clip(oneLine(view.title), 60);
  const several = new Set(view.issues.map((issue) => issue.projectId)).size > 1;
  const style = { withProject: several, withAge: view.filter.sort === 'longest' };
  const rows = view.issues.slice(0, MOST_ROWS).map((issue) => issueRow(issue, ctx, style));
  const body: CardElement[] =
    view.issues.length === 0 ? [textBlock(nothingFoundText(title))] : [hr, ...rows, ...pager(view)];
  const made = card({
    title: view.total > 0 ? `${title} ${view.total} 件` : title,
    color: view.total === 0 ? 'grey' : HEADER_COLORS[worstLight(view.counts)],
    summary: `${title} 共 ${view.total} 件`,
    elements: [
      ...(view.lead ? [textBlock(view.lead, 'heading')] : []),
      ...(view.total > 0 ? [markdown(figuresLine(view.counts), 'heading')] : []),
      ...body,
    ],
    demo: ctx.demo,
  });
  return fitCard(made, '…（其余请翻页或缩小范围查看）');
}
