/** Figures of each unit or project apart: 哪个单位最慢, 各单位的情况, 哪些项目有红灯. */
import type { GroupBy, IssueFilter } from '../domain/answer.ts';
import { clip, escapeMarkdown, oneLine } from '../text/escape.ts';
import { shortProjectName, shortUnitName } from '../text/names.ts';
import type { ViewContext } from '../text/view.ts';
import { SMALL_BUTTONS } from '../text/words.ts';
import { encodePage } from './actions.ts';
import { fitCard } from './card-fit.ts';
import { chipsOf } from './chips.ts';
import { type Counts, figuresLine, worstLight } from './figures.ts';
import { filterTitle, type TitlePlace } from './filter-title.ts';
import {
  button,
  type Card,
  card,
  colored,
  footnote,
  hr,
  markdown,
  rowWithButton,
  smallButtons,
  textBlock,
} from './kit.ts';
import {
  GROUP_UNKNOWN,
  HEADER_COLORS,
  LIGHT_DOTS,
  moreGroupsText,
  nothingFoundText,
  overdueSumText,
  TITLE_WORDS,
} from './words.ts';
import { mostText } from './words-figures.ts';

export interface IssueGroup {
  /** null: without a unit or project. */
  id: number | null;
  counts: Counts;
  overdue: number;
  /** Sum of their working days overdue. */
  overdueDays: number;
}

export interface IssueGroupsView {
  by: GroupBy;
  filter: IssueFilter;
  place: TitlePlace;
  most?: 'overdue' | 'count' | undefined;
  groups: IssueGroup[];
  lead?: string | undefined;
  /** What else may have been meant, as words. */
  others?: readonly string[] | undefined;
  /** Below everything: the asker may see more in private. */
  more?: string | undefined;
}

const MOST_GROUPS = 20;

type Sum = (group: IssueGroup) => number[];

const ORDERS: Record<'overdue' | 'count' | 'worst', Sum> = {
  overdue: ({ overdue, overdueDays, counts }) => [overdue, overdueDays, counts.total],
  count: ({ counts, overdueDays }) => [counts.total, overdueDays],
  worst: ({ counts }) => [counts.red ?? 0, counts.yellow ?? 0, counts.blue ?? 0, counts.total],
};

/** Largest first by what was asked; what has neither unit nor project at the end. */
function inOrder(groups: readonly IssueGroup[], sum: Sum): IssueGroup[] {
  return groups.toSorted((a, b) => {
    if ((a.id === null) !== (b.id === null)) return a.id === null ? 1 : -1;
    const [left, right] = [sum(a), sum(b)];
    const at = left.findIndex((value, i) => value !== right[i]);
    return at < 0 ? (a.id ?? 0) - (b.id ?? 0) : (right[at] ?? 0) - (left[at] ?? 0);
  });
}

/** What the group is called. */
export function groupName(by: GroupBy, id: number | null, ctx: ViewContext): string {
  if (id === null) return GROUP_UNKNOWN[by];
  if (by === 'area') return ctx.directory.area(id)?.name ?? '';
  if (by === 'category') return TITLE_WORDS.category(ctx.directory.category(id)?.name ?? '');
  return by === 'unit' ? shortUnitName(ctx, id) : shortProjectName(ctx, id);
}

/** The same question about one of them. */
function oneOf(by: GroupBy, filter: IssueFilter, id: number): IssueFilter {
  if (by === 'area') return { ...filter, areaIds: [id] };
  if (by === 'category') return { ...filter, categoryIds: [id] };
  return by === 'unit' ? { ...filter, unitIds: [id] } : { ...filter, projectIds: [id] };
}

export function issueGroupsCard(view: IssueGroupsView, ctx: ViewContext): Card {
  const { by, filter, most = 'worst' } = view;
  const groups = inOrder(view.groups, ORDERS[most]);
  const named = groups.filter((group) => group.id !== null);
  const total = groups.reduce((sum, group) => sum + group.counts.total, 0);
  const title = clip(oneLine(filterTitle(filter, view.place, ctx)), 100);
  const head = `${title} · ${TITLE_WORDS.groups[by](named.length)} ${total} 件`;
  const [first] = named;
  const leads = most === 'overdue' && first !== undefined && first.overdue > 0;
  const rows = groups.slice(0, MOST_GROUPS).map((group) => row(view, group, ctx));
  const left = groups.length - rows.length;
  const worst = groups.map(({ counts }) => worstLight(counts));
  const light = (['red', 'yellow', 'blue'] as const).find((color) => worst.includes(color)) ?? 'green';
  const made = card({
    title: total > 0 ? head : title,
    color: total === 0 ? 'grey' : HEADER_COLORS[light],
    summary: head,
    elements: [
      ...(view.lead ? [textBlock(view.lead, 'heading')] : []),
      ...(leads
        ? [
            textBlock(
              overdueSumText(groupName(by, first.id, ctx), first.overdue, first.overdueDays),
              'heading',
            ),
          ]
        : []),
      ...(most === 'count' && first !== undefined && named.length > 1
        ? [textBlock(mostText(leaders(named, view, ctx), first.counts.total), 'heading')]
        : []),
      ...(total === 0 ? [textBlock(nothingFoundText(title, most === 'overdue'))] : [hr, ...rows]),
      ...(left > 0 ? [footnote(moreGroupsText(left))] : []),
      ...smallButtons(chipsOf({ measure: 'count', by, filter }, view.place, ctx, view.others)),
      ...(view.more ? [footnote(view.more)] : []),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, '…');
}

/** All that have as many as the first, by name. */
function leaders(groups: readonly IssueGroup[], { by }: IssueGroupsView, ctx: ViewContext): string[] {
  const most = groups[0]?.counts.total;
  return groups.filter(({ counts }) => counts.total === most).map(({ id }) => groupName(by, id, ctx));
}

function row({ by, filter }: IssueGroupsView, group: IssueGroup, ctx: ViewContext) {
  const light = worstLight(group.counts);
  const name = groupName(by, group.id, ctx);
  const dot = colored(HEADER_COLORS[light], LIGHT_DOTS[light]);
  const late =
    group.overdue > 0 ? [escapeMarkdown(overdueSumText('', group.overdue, group.overdueDays).trim())] : [];
  const text = [
    `${dot} **${escapeMarkdown(clip(oneLine(name), 36))}**`,
    figuresLine(group.counts),
    ...late,
  ].join('<br>');
  const value = group.id === null ? undefined : encodePage(oneOf(by, filter, group.id), 1);
  return value === undefined
    ? markdown(text)
    : rowWithButton([markdown(text)], button(SMALL_BUTTONS.show, value));
}
