/** A list of problems (清单): figures first, then short rows a thumb can open. */
import type { IssueFilter, Offered } from '../domain/answer.ts';
import type { HistoryRow, Issue } from '../domain/issue.ts';
import type { Fact, Reading } from '../domain/reading.ts';
import { clip, oneLine } from '../text/escape.ts';
import { shortUnitName } from '../text/names.ts';
import type { ViewContext } from '../text/view.ts';
import { SMALL_BUTTONS } from '../text/words.ts';
import { encodeAsk, encodePage } from './actions.ts';
import { fitCard } from './card-fit.ts';
import { chipsOf } from './chips.ts';
import type { Button, CardElement } from './element.ts';
import { factText, standingText } from './fact.ts';
import { closing } from './fact-days.ts';
import { type Counts, partsLine, worstLight } from './figures.ts';
import { filterTitle, filterWords, type TitlePlace } from './filter-title.ts';
import { issueRow } from './issue-row.ts';
import { button, type Card, card, footnote, hr, markdown, smallButtons, textBlock } from './kit.ts';
import { viewLight } from './light.ts';
import {
  countApartText,
  GROUP_UNKNOWN,
  HEADER_COLORS,
  longestOverdueText,
  moreHelpingText,
  noFurtherPageText,
  nothingFoundText,
  ROLE_HEADS,
} from './words.ts';
import {
  closedInsteadText,
  eachText,
  FACT_TITLES,
  latestClosedText,
  longestText,
  oneText,
  SHOW_CLOSED,
} from './words-facts.ts';
import { figureText, listOfText } from './words-figures.ts';
import { PAST_NOTE, sinceThenText, unknownText } from './words-over-time.ts';
import { LEVEL_LIST, LINKS_BY_DEADLINE, topListText } from './words-ranks.ts';

/** Rows of one page; more would not fit the element limit with a margin. */
export const PAGE_SIZE = 10;
/** Of an answer: the figure comes first, the list behind it is short. */
export const ASKED_ROWS = 5;
const MOST_ROWS = 25;
/** Rows of problems that are another unit's. */
export const HELPING_ROWS = 5;
const LONGEST_TITLE = 100;

export interface IssueListView {
  /** The rows of this page. */
  issues: Issue[];
  /** Of the whole list, not of the page. */
  counts: Counts;
  /** From 1. */
  page: number;
  pageSize: number;
  /** Only so many from the front are told; `level`: what comes next is due on the same day as the last. */
  top?: number;
  level?: boolean;
  total: number;
  /** What was run: the list is called by it, and the pager buttons repeat it. */
  filter: IssueFilter;
  place: TitlePlace;
  /** What the units of the filter only help with, not counted above; `issues` are its first. */
  helping?: { issues: Issue[]; total: number };
  /** The answer in words, before the figures. */
  lead?: string;
  /** Below the figure. */
  aside?: string;
  /** Of a plain question: the figure is said in words. `very`: overdue by more than so many working days. */
  asked?: { very: { count: number; days: number }; more: string | undefined };
  /** Of a past day: what was brought in later without its days, so that nobody knows of it. */
  unknown?: number;
  /** Of a plain question: what else may have been meant, as words. Chips correct the rest. */
  others?: readonly Offered[];
  /** What is asked of each, and its steps; `closed`: nothing open fits, but so many of what is struck off. */
  fact?: {
    of: Fact;
    steps: readonly HistoryRow[];
    closed?: { filter: IssueFilter; count: number };
  };
  /** Of a list that has one row: the steps that tell where it stands. */
  standing?: readonly HistoryRow[];
}

/** All of a list that is cut. */
function allOfIt({ filter, total, issues, level }: IssueListView): CardElement[] {
  const all = total > issues.length ? encodeAsk({ measure: 'list', filter }) : undefined;
  return [
    ...(level ? [footnote(LEVEL_LIST)] : []),
    ...(all === undefined ? [] : smallButtons([button(listOfText(`全部 ${total} 件`), all)])),
  ];
}

function pager(view: IssueListView): CardElement[] {
  if (view.top !== undefined) return allOfIt(view);
  const pages = Math.max(1, Math.ceil(view.total / view.pageSize));
  if (pages === 1) return [];
  const turn = (label: string, page: number) => {
    const { filter } = view;
    const value = view.asked ? encodeAsk(readingOf(view), page) : encodePage(filter, page);
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

/** Who is furthest behind, or what was struck off last, in words: the list is in that order. */
function longestLine({ filter, page, issues }: IssueListView, ctx: ViewContext): CardElement[] {
  const [first] = issues;
  if (page !== 1 || !first) return [];
  // 最近一次销号是哪天
  if (filter.sort === 'closed' && first.closedAt !== null)
    return [textBlock(latestClosedText(first.id, closing(first, ctx)), 'heading')];
  if (filter.sort !== 'overdue') return [];
  const unit = first.unitId === null ? GROUP_UNKNOWN.unit : shortUnitName(ctx, first.unitId);
  return [textBlock(longestOverdueText(unit, first.id, viewLight(first, ctx).why), 'heading')];
}

/** What the units only help with: another unit's, so it stands apart from theirs, with their own tick. */
function helpingRows({ helping, filter }: IssueListView, ctx: ViewContext): CardElement[] {
  if (!helping || helping.total === 0) return [];
  const left = helping.total - helping.issues.length;
  const style = { withProject: true, helping: filter.unitIds ?? [] };
  return [
    hr,
    markdown(`**${ROLE_HEADS.helping} ${helping.total} 件**`, 'heading'),
    ...helping.issues.map((issue) => issueRow(issue, ctx, style)),
    ...(left > 0 ? [footnote(moreHelpingText(left))] : []),
  ];
}

/** The figures below the title, as far as it does not say them. */
function figureLines(view: IssueListView): CardElement[] {
  const { filter, counts, helping } = view;
  const named = filter.colors?.length === 1 || filter.statuses?.length === 1;
  const now = view.total > 0 ? partsLine(counts, named && filter.asOf === undefined) : '';
  const parts = now !== '' && filter.asOf !== undefined ? sinceThenText(now) : now;
  const roles =
    helping && helping.total > 0
      ? `${ROLE_HEADS.lead} **${view.total}** · ${ROLE_HEADS.helping} **${helping.total}**`
      : '';
  return [roles, parts].filter((line) => line !== '').map((line) => markdown(line, 'heading'));
}

function readingOf({ filter, fact }: IssueListView): Reading {
  return { measure: 'list', filter, ...(fact && { fact: fact.of }) };
}

/** Of each row what was asked. */
function factsOf({ fact, issues, standing }: IssueListView, ctx: ViewContext): ReadonlyMap<number, string> {
  if (!fact)
    return new Map(standing ? issues.map((issue) => [issue.id, standingText(issue, standing, ctx)]) : []);
  const own = Map.groupBy(fact.steps, ({ issueId }) => issueId);
  return new Map(issues.map((issue) => [issue.id, factText(fact.of, issue, own.get(issue.id) ?? [], ctx)]));
}

function closedButton({ fact }: IssueListView): Button[] {
  if (!fact?.closed) return [];
  const value = encodeAsk({ measure: 'list', filter: fact.closed.filter, fact: fact.of });
  return value === undefined ? [] : [button(SHOW_CLOSED, value)];
}

/** 为什么 of what was counted: the figure is said as well. */
function ofAll({ fact, filter }: IssueListView): boolean {
  return fact?.of === 'why' && filter.ids === undefined;
}

/** What is asked of the one there is, in words; of several, where it stands. */
function factLines(view: IssueListView, facts: ReadonlyMap<number, string>): CardElement[] {
  const { fact, total, page } = view;
  const [only] = view.issues;
  if (!fact || page !== 1) return [];
  if (fact.closed) return [textBlock(closedInsteadText(fact.closed.count), 'heading')];
  if (!only || (ofAll(view) && total > 1)) return [];
  const said =
    total === 1
      ? oneText(only.id, facts.get(only.id) ?? '')
      : view.filter.sort === 'waits'
        ? longestText(only.id, facts.get(only.id) ?? '')
        : eachText(total, FACT_TITLES[fact.of]);
  return [textBlock(said, 'heading')];
}

/** 住建局现在红色 2 件, read off the filter like the title. */
function askedText(view: IssueListView, ctx: ViewContext): string {
  const { filter, place, total, asked } = view;
  const { who, what, now } = filterWords(filter, place, ctx);
  return figureText(who, what, total - voidedOf(view), asked?.very ?? { count: 0, days: 0 }, now);
}

/** Void ones that nobody asked for. */
function voidedOf({ filter, counts }: IssueListView): number {
  return filter.statuses === undefined && filter.asOf === undefined ? (counts.void ?? 0) : 0;
}

/** Draws one page; empty lists say so. Within the platform's limits for up to 25 rows a page; more are cut. */
export function issueListCard(view: IssueListView, ctx: ViewContext): Card {
  const { filter, total } = view;
  const title = clip(
    oneLine(
      [filterTitle(filter, view.place, ctx), ...(view.fact ? [FACT_TITLES[view.fact.of]] : [])].join(' · '),
    ),
    LONGEST_TITLE,
  );
  const facts = factsOf(view, ctx);
  // Of one that is asked about the sentence says it already.
  const inRows = total > 1 || view.page > 1 || !view.fact ? { facts } : {};
  const several = new Set(view.issues.map((issue) => issue.projectId)).size > 1;
  const helping = filter.unitRole === 'helping' ? { helping: filter.unitIds ?? [] } : {};
  const style = {
    withProject: several || (total === 1 && !view.place.here && filter.projectIds?.length !== 1),
    withAge: filter.sort === 'longest' && !view.fact,
    ...helping,
    ...inRows,
  };
  const rows = view.issues.slice(0, MOST_ROWS).map((issue) => issueRow(issue, ctx, style));
  const cut = view.top !== undefined && total > 0 ? `· ${topListText(view.top)} ` : '';
  const told = `${cut}${countApartText(total, voidedOf(view))}`;
  const aside = view.aside ? [textBlock(view.aside)] : [];
  const above = [
    ...(view.lead ? [textBlock(view.lead, 'heading')] : []),
    ...longestLine(view, ctx),
    ...factLines(view, facts),
    ...(view.asked && (!view.fact || ofAll(view)) && view.page === 1 && total > 0
      ? [textBlock(askedText(view, ctx), 'heading')]
      : []),
    ...figureLines(view),
    ...(view.issues.length > 0 ? aside : []),
  ];
  const body: CardElement[] =
    view.issues.length === 0
      ? [textBlock(nothingFoundText(title, filter.sort === 'overdue', view.asked && filter.search)), ...aside]
      : [...(above.length > 0 ? [hr] : []), ...rows, ...pager(view)];
  const made = card({
    // #3 · 催办: a number behind it would be read as how often.
    title: total > 0 && !(view.fact && filter.ids?.length === 1) ? `${title} ${told}` : title,
    color:
      total === 0 ? 'grey' : filter.asOf === undefined ? HEADER_COLORS[worstLight(view.counts)] : 'default',
    summary: `${title} 共 ${told}`,
    elements: [
      ...above,
      ...body,
      ...helpingRows(view, ctx),
      ...(view.asked && view.page === 1
        ? smallButtons([...closedButton(view), ...chipsOf(readingOf(view), view.place, ctx, view.others)])
        : []),
      ...(filter.kinds?.includes('link') && filter.overdue ? [footnote(LINKS_BY_DEADLINE)] : []),
      ...(filter.asOf === undefined ? [] : [footnote(PAST_NOTE + unknownText(view.unknown ?? 0))]),
      ...(view.asked?.more ? [footnote(view.asked.more)] : []),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, '…（其余请翻页或缩小范围查看）');
}
