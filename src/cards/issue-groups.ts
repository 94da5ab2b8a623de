/** Figures of each unit or project apart: 哪个单位最慢, 各单位的情况, 哪些项目有红灯. */
import type { GroupBy, IssueFilter, Offered } from '../domain/answer.ts';
import type { Status } from '../domain/issue.ts';
import { type GroupKey, OF_PEOPLE } from '../domain/issue-filter.ts';
import type { LightColor } from '../domain/lights.ts';
import { cutTo, standingOf } from '../domain/ranking.ts';
import type { Having, Reading } from '../domain/reading.ts';
import { percent } from '../domain/stats.ts';
import { clip, escapeMarkdown, oneLine } from '../text/escape.ts';
import { personName, shortProjectName, shortUnitName } from '../text/names.ts';
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
  COLOR_NAMES,
  countApartText,
  GROUP_UNKNOWN,
  HEADER_COLORS,
  LIGHT_DOTS,
  moreGroupsText,
  nothingFoundText,
  overdueSumText,
  STATUS_NAMES,
  TITLE_WORDS,
} from './words.ts';
import {
  apartOfTwoText,
  averageOfGroupsText,
  boundText,
  mostText,
  NONE_EVER,
  NONE_WITHOUT,
  noneText,
  shareText,
} from './words-figures.ts';
import {
  latestText,
  leastText,
  levelText,
  longestText,
  noStandingText,
  PEOPLE_UNRANKED,
  ROWS_OVERLAP,
  rankedText,
  standingText,
  UNRANKED,
  unseenText,
} from './words-ranks.ts';

export interface IssueGroup {
  /** null: without a unit or project. */
  id: GroupKey | null;
  counts: Counts;
  overdue: number;
  /** Sum of their working days overdue. */
  overdueDays: number;
  /** Those of the one that is overdue longest. */
  longestDays: number;
}

export interface IssueGroupsView {
  by: GroupBy;
  filter: IssueFilter;
  place: TitlePlace;
  most?: 'longest' | 'overdue' | 'count' | 'least' | undefined;
  /** Only so many from the front, and whose place among them is told. */
  top?: number | undefined;
  standing?: number | undefined;
  groups: IssueGroup[];
  /** Of all, each counted once; and of void ones, else those of the rows. */
  total: number;
  voided?: number;
  /** One may stand in two rows. */
  overlap?: boolean;
  /** Only those with so many are told; `none`: those of `without`. */
  having?: Having;
  without?: readonly { id: GroupKey | null; open: number }[];
  /** Of all that ever had one. */
  ever?: boolean;
  /** What is told beside their figures. */
  told?: 'share' | 'average';
  lead?: string | undefined;
  /** Below the figures that stand first. */
  aside?: string | undefined;
  /** What else may have been meant, as words. */
  others?: readonly Offered[] | undefined;
  /** 'longest': the numbers of those that are overdue so long. */
  worst?: readonly number[];
  /** Below everything: the asker may see more in private. */
  more?: string | undefined;
}

const MOST_GROUPS = 20;

type Sum = (group: IssueGroup) => number[];

const ORDERS: Record<'longest' | 'overdue' | 'count' | 'least' | 'worst', Sum> = {
  longest: ({ longestDays, overdue }) => [longestDays, overdue],
  overdue: ({ overdue, overdueDays, counts }) => [overdue, overdueDays, counts.total],
  count: ({ counts, overdueDays }) => [counts.total, overdueDays],
  least: ({ counts }) => [-counts.total],
  worst: ({ counts }) => [counts.red ?? 0, counts.yellow ?? 0, counts.blue ?? 0, counts.total],
};

/** How many of the numbers of its order two must share to be level. */
const LEVEL = { longest: 1, overdue: 2, count: 1, least: 1, worst: 4 } as const;

/** Of groups that have an order of their own. */
const OWN_ORDER: Partial<Record<GroupBy, readonly string[]>> = {
  status: ['unrouted', 'unsigned', 'working', 'paused', 'verifying', 'closed', 'void'] satisfies Status[],
  color: ['red', 'yellow', 'blue', 'green', 'none', 'paused', 'done'] satisfies LightColor[],
  source: ['enterprise', 'staff'],
};

function rankOf(id: GroupKey | null, by: GroupBy): number {
  return OWN_ORDER[by]?.indexOf(String(id)) ?? 0;
}

/** Order of groups that are level. */
export const beforeKey = (a: GroupKey | null, b: GroupKey | null): number =>
  typeof a === 'string' && typeof b === 'string' ? a.localeCompare(b, 'zh') : Number(a ?? 0) - Number(b ?? 0);

/** Largest first by what was asked; what has neither unit nor project at the end. */
function inOrder(groups: readonly IssueGroup[], sum: Sum): IssueGroup[] {
  return groups.toSorted((a, b) => {
    if ((a.id === null) !== (b.id === null)) return a.id === null ? 1 : -1;
    const [left, right] = [sum(a), sum(b)];
    const at = left.findIndex((value, i) => value !== right[i]);
    return at < 0 ? beforeKey(a.id, b.id) : (right[at] ?? 0) - (left[at] ?? 0);
  });
}

/** In the order of the card. */
export function rankedGroups(
  groups: readonly IssueGroup[],
  most: 'longest' | 'overdue' | 'count' | 'least' = 'count',
): IssueGroup[] {
  return inOrder(groups, ORDERS[most]);
}

/** What the group is called. */
export function groupName(by: GroupBy, id: GroupKey | null, ctx: ViewContext): string {
  if (id === null) return GROUP_UNKNOWN[by];
  if (typeof id === 'string') {
    if (by === 'status') return STATUS_NAMES[id as Status];
    if (by === 'color') return COLOR_NAMES[id as LightColor];
    return by === 'source' ? TITLE_WORDS.sources[id as 'enterprise' | 'staff'] : id;
  }
  if (by === 'area') return ctx.directory.area(id)?.name ?? '';
  if (by === 'category') return TITLE_WORDS.category(ctx.directory.category(id)?.name ?? '');
  if (OF_PEOPLE.includes(by)) return personName(ctx, id);
  return by === 'unit' ? shortUnitName(ctx, id) : shortProjectName(ctx, id);
}

/** The same question about one of them. */
export function oneOf(by: GroupBy, filter: IssueFilter, id: GroupKey): IssueFilter {
  if (typeof id === 'string') {
    if (by === 'status') return { ...filter, statuses: [id as Status] };
    if (by === 'color') return { ...filter, colors: [id as LightColor] };
    return by === 'source' ? { ...filter, source: id as 'enterprise' | 'staff' } : { ...filter, [by]: id };
  }
  if (by === 'area') return { ...filter, areaIds: [id] };
  if (by === 'category') return { ...filter, categoryIds: [id] };
  if (by === 'secretary') return { ...filter, secretaryId: id };
  if (by === 'leader') return { ...filter, leaderId: id };
  if (by === 'reporter') return { ...filter, reporterId: id };
  if (by === 'assignee') return { ...filter, personId: id };
  return by === 'unit' ? { ...filter, unitIds: [id] } : { ...filter, projectIds: [id] };
}

/** Which groups the bounds leave: 超过3件的. */
function bounded(groups: readonly IssueGroup[], having: Having | undefined): IssueGroup[] {
  const { least = 1, most = Number.POSITIVE_INFINITY } = having ?? {};
  if (having?.least === undefined && having?.most === undefined) return [...groups];
  return groups.filter(({ id, counts }) => id !== null && counts.total >= least && counts.total <= most);
}

/** By what was asked; of people, and of what has an order of its own, in that where none is asked for. */
function orderedGroups(
  groups: readonly IssueGroup[],
  most: keyof typeof ORDERS | 'none',
  by: GroupBy,
): IssueGroup[] {
  if (most === 'none') return inOrder(groups, () => []);
  return inOrder(groups, most === 'worst' && OWN_ORDER[by] ? ({ id }) => [-rankOf(id, by)] : ORDERS[most]);
}

/** 住建局排第 2. */
function placeText(
  id: number,
  named: readonly IssueGroup[],
  level: (a: IssueGroup, b: IssueGroup) => boolean,
  { by, most = 'count', top }: IssueGroupsView,
  ctx: ViewContext,
): string {
  const name = groupName(by, id, ctx);
  const place = standingOf(named, (group) => group.id === id, level);
  return place ? standingText(name, most, place, top, false) : noStandingText(name);
}

/** Those that have something open, and nothing of what the title says. */
function withoutCard(view: IssueGroupsView, ctx: ViewContext): Card {
  const { by, filter, without = [] } = view;
  const title = clip(oneLine(filterTitle(filter, view.place, ctx)), 90);
  const head = `${title} · ${noneText(TITLE_WORDS.groups[by](without.length))}`;
  const sorted = without.toSorted((a, b) => b.open - a.open || beforeKey(a.id, b.id));
  const rows = sorted.slice(0, MOST_GROUPS).map(({ id, open }) => {
    const name = escapeMarkdown(clip(oneLine(groupName(by, id, ctx)), 36));
    return markdown(`**${name}**<br>${TITLE_WORDS.open} ${open}`);
  });
  const left = without.length - rows.length;
  const made = card({
    title: head,
    color: 'default',
    summary: head,
    elements: [
      ...(view.lead ? [textBlock(view.lead, 'heading')] : []),
      ...rows,
      ...(left > 0 ? [footnote(moreGroupsText(left))] : []),
      footnote(view.ever ? NONE_EVER : NONE_WITHOUT),
      ...smallButtons(chipsOf({ measure: 'count', by, filter }, view.place, ctx, view.others)),
      ...(view.more ? [footnote(view.more)] : []),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, '…');
}

export function issueGroupsCard(view: IssueGroupsView, ctx: ViewContext): Card {
  if (view.having?.none) return withoutCard(view, ctx);
  const { by, filter, having, told, top } = view;
  const people = OF_PEOPLE.includes(by);
  const { most = 'worst' } = people ? {} : view;
  const all = orderedGroups(bounded(view.groups, having), people ? 'none' : most, by);
  const named = all.filter((group) => group.id !== null);
  const level = (a: IssueGroup, b: IssueGroup) =>
    ORDERS[most](a).slice(0, LEVEL[most]).join() === ORDERS[most](b).slice(0, LEVEL[most]).join();
  const cut = most === 'worst' ? undefined : top;
  const groups = cut === undefined ? all : cutTo(named, cut, level);
  const bound = having?.least !== undefined || having?.most !== undefined;
  const title = clip(oneLine(filterTitle(filter, view.place, ctx)), 100);
  const which = TITLE_WORDS.groups[by](named.length);
  const ranked = most === 'worst' ? which : rankedText(most, cut, which);
  const inRows = all.reduce((sum, { counts }) => sum + (counts.void ?? 0), 0);
  const beside = filter.statuses ? 0 : ((bound ? undefined : view.voided) ?? inRows);
  const total = bound ? all.reduce((sum, group) => sum + group.counts.total, beside) : view.total;
  const counted = countApartText(total, beside);
  const head = `${title} · ${boundText(having, ranked)} ${counted}`;
  const standing = most === 'worst' ? undefined : view.standing;
  const [first] = named;
  const leads = most === 'overdue' && first !== undefined && first.overdue > 0;
  const whole = told === 'share' ? total - beside : undefined;
  const rows = groups.slice(0, MOST_GROUPS).map((group) => row(view, group, ctx, whole));
  const left = groups.length - rows.length;
  const worst = groups.map(({ counts }) => worstLight(counts));
  const light = (['red', 'yellow', 'blue'] as const).find((color) => worst.includes(color)) ?? 'green';
  // 供电公司和水利局谁的多, 多几件
  const pair = by === 'unit' ? filter.unitIds : by === 'project' ? filter.projectIds : undefined;
  const two = most !== 'worst' && standing === undefined && pair?.length === 2 && named.length === 2;
  const ahead = two ? Math.abs((named[0]?.counts.total ?? 0) - (named[1]?.counts.total ?? 0)) : 0;
  const made = card({
    title: total > 0 || having ? head : title,
    color: total === 0 ? 'grey' : HEADER_COLORS[light],
    summary: head,
    elements: [
      ...(view.lead ? [textBlock(view.lead, 'heading')] : []),
      ...(standing === undefined || most === 'worst'
        ? []
        : [textBlock(placeText(standing, named, level, view, ctx), 'heading')]),
      ...(leads && standing === undefined
        ? [
            textBlock(
              latestText(
                leaders(named, 1, view, ctx),
                first.overdue,
                leaders(named, 2, view, ctx),
                first.overdueDays,
              ),
              'heading',
            ),
          ]
        : []),
      ...(most === 'longest' && standing === undefined && first !== undefined && first.longestDays > 0
        ? [
            textBlock(
              longestText(leaders(named, 1, view, ctx), view.worst ?? [], first.longestDays),
              'heading',
            ),
          ]
        : []),
      ...(most === 'count' && standing === undefined && first !== undefined
        ? [textBlock(mostText(leaders(named, 1, view, ctx), first.counts.total, all.length === 1), 'heading')]
        : []),
      ...(most === 'least' && standing === undefined && first !== undefined
        ? [textBlock(leastText(leaders(named, 1, view, ctx), first.counts.total), 'heading')]
        : []),
      ...(ahead > 0 ? [textBlock(apartOfTwoText(ahead), 'heading')] : []),
      ...(told === 'average' && named.length > 0
        ? [textBlock(averageOfGroupsText(averaged(named), which), 'heading')]
        : []),
      ...(total === 0 ? [textBlock(nothingFoundText(title, most === 'overdue' || most === 'longest'))] : []),
      ...(view.aside ? [textBlock(view.aside)] : []),
      ...(total === 0 ? [] : [hr, ...rows]),
      ...(left > 0 ? [footnote(moreGroupsText(left))] : []),
      ...notesOf(view, groups.length, cut),
      ...smallButtons(chipsOf(readingOf(view), view.place, ctx, view.others)),
      ...(view.more ? [footnote(view.more)] : []),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, '…');
}

/** How the rows were chosen and counted. */
function notesOf(view: IssueGroupsView, told: number, cut: number | undefined) {
  const { by, most, ever, overlap } = view;
  return [
    ...(cut !== undefined && told > cut ? [levelText(cut, told)] : []),
    ...(most === 'least' ? [ever ? NONE_EVER : NONE_WITHOUT] : []),
    ...(overlap ? [ROWS_OVERLAP] : []),
    ...(by === 'unit' && mayHide(view, 'unitIds') ? [unseenText('单位')] : []),
    ...(by === 'project' && mayHide(view, 'projectIds') ? [unseenText('项目')] : []),
    ...(OF_PEOPLE.includes(by) ? [UNRANKED[by] ?? PEOPLE_UNRANKED] : []),
  ].map((text) => footnote(text));
}

/** Of those that were named the reader may not see all. */
function mayHide({ place, filter }: IssueGroupsView, key: 'unitIds' | 'projectIds'): boolean {
  return !place.whole && (filter[key]?.length ?? 0) > 1;
}

/** What the chips ask again with one condition changed. */
function readingOf({ by, filter, most, top, having, told }: IssueGroupsView): Reading {
  return {
    measure: 'count',
    by,
    filter,
    ...(most && { most }),
    ...(top !== undefined && { top }),
    ...(having && { having }),
    ...(told && { told }),
  };
}

/** What has no unit or project counts for none. */
function averaged(named: readonly IssueGroup[]): { total: number; average: number } {
  const total = named.reduce((sum, { counts }) => sum + counts.total, 0);
  return { total, average: Math.round((total / named.length) * 10) / 10 };
}

/** All that are level with the first by so many numbers of their order, by name. */
function leaders(
  [first, ...others]: readonly IssueGroup[],
  numbers: number,
  { by, most = 'count' }: IssueGroupsView,
  ctx: ViewContext,
): string[] {
  const told = (group: IssueGroup) => ORDERS[most](group).slice(0, numbers).join();
  const level = first ? [first, ...others.filter((one) => told(one) === told(first))] : [];
  return level.map(({ id }) => groupName(by, id, ctx));
}

/** @param whole told as a share of so many */
function row(
  { by, filter }: IssueGroupsView,
  group: IssueGroup,
  ctx: ViewContext,
  whole: number | undefined,
) {
  const light = worstLight(group.counts);
  const name = groupName(by, group.id, ctx);
  const dot = colored(HEADER_COLORS[light], LIGHT_DOTS[light]);
  const late = group.overdue > 0 ? [overdueSumText(group.overdue, group.overdueDays)] : [];
  const text = [
    `${dot} **${escapeMarkdown(clip(oneLine(name), 36))}**`,
    figuresLine(group.counts),
    ...(whole === undefined ? [] : [shareText(group.counts.total, percent(group.counts.total, whole))]),
    ...late,
  ].join('<br>');
  const value = group.id === null ? undefined : encodePage(oneOf(by, filter, group.id), 1);
  return value === undefined
    ? markdown(text)
    : rowWithButton([markdown(text)], button(SMALL_BUTTONS.show, value));
}
