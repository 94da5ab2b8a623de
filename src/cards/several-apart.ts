/** A line for each unit, project or kind with all figures that were asked for. */
import type { GroupBy, IssueFilter } from '../domain/issue-filter.ts';
import type { Reading } from '../domain/reading.ts';
import { clip, escapeMarkdown, oneLine } from '../text/escape.ts';
import type { ViewContext } from '../text/view.ts';
import { encodeAsk } from './actions.ts';
import { fitCard } from './card-fit.ts';
import { BETWEEN, filterWords, type TitlePlace, titleParts } from './filter-title.ts';
import { button, type Card, card, footnote, hr, markdown, smallButtons, textBlock } from './kit.ts';
import { moreGroupsText, TITLE_WORDS } from './words.ts';
import { allTogetherText, cellText, listOfText, NO_FIGURE, nowText, severalText } from './words-figures.ts';
import { levelText, rankedText } from './words-ranks.ts';

export interface ApartRow {
  name: string;
  /** Each figure of it; undefined: it has none. */
  cells: readonly (string | undefined)[];
  /** By how much the first differs from the second. */
  change?: string;
}

export interface SeveralApartView {
  by: GroupBy;
  figures: readonly {
    filter: IssueFilter;
    place: TitlePlace;
    /** Of anything but a number of problems: what is measured. */
    measured?: string;
    /** What all come to. */
    total: string;
    /** What its button shows. */
    list: Reading;
  }[];
  rows: readonly ApartRow[];
  /** Only so many are told, from that end of the first figure. */
  most?: Reading['most'];
  top?: number;
  lead?: string | undefined;
  /** Which of them changed most. */
  changed?: string | undefined;
  more?: string | undefined;
}

const MOST_ROWS = 20;
const ENDS = { high: 'count', low: 'least' } as const;
const LONGEST_OWN = 24;

export function severalApartCard(view: SeveralApartView, ctx: ViewContext): Card {
  const { by, figures, rows, most, top, lead, changed, more } = view;
  const told = figures.map(({ filter, place, measured }) => [
    ...titleParts(filter, place, ctx),
    ...(measured ? [measured] : []),
  ]);
  const common = (told[0] ?? []).filter((part) => told.every((parts) => parts.includes(part)));
  const shared = told.some((parts) => parts.length === common.length) ? [] : common;
  const now = figures.map(({ filter, place }) => filterWords(filter, place, ctx).now);
  const mixed = now.includes(true) && now.includes(false);
  const names = told.map((parts, i) => {
    const name = parts.filter((part) => !shared.includes(part)).join(BETWEEN);
    return mixed && now[i] ? nowText(name) : name;
  });
  const own = names.join('；');
  const what = own.length > LONGEST_OWN ? severalText(figures.length) : own;
  const groups = TITLE_WORDS.groups[by](rows.length);
  const ranked =
    top === undefined || !most
      ? groups
      : rankedText(most === 'high' || most === 'low' ? ENDS[most] : most, top, groups);
  const title = clip(oneLine([...shared, what, ranked].join(BETWEEN)), 100);
  const line = ({ name, cells, change }: ApartRow) => {
    const told = cells.map((cell, i) => cellText(names[i] ?? '', cell ?? NO_FIGURE));
    const all = change === undefined ? told : [...told, change];
    return markdown(`**${escapeMarkdown(clip(oneLine(name), 36))}**<br>${escapeMarkdown(all.join('；'))}`);
  };
  const shown = rows.slice(0, MOST_ROWS);
  const totals = figures.map(({ total }) => total);
  const buttons = figures.flatMap(({ list }, i) => {
    const value = encodeAsk(list);
    return value === undefined ? [] : [button(clip(listOfText(names[i] ?? ''), 20), value)];
  });
  const made = card({
    title,
    color: 'default',
    summary: title,
    elements: [
      ...(lead ? [textBlock(lead)] : []),
      ...(changed ? [textBlock(changed, 'heading')] : []),
      textBlock(allTogetherText(totals.map((total, i) => cellText(names[i] ?? '', total))), 'heading'),
      hr,
      ...shown.map(line),
      ...(rows.length > shown.length ? [footnote(moreGroupsText(rows.length - shown.length))] : []),
      ...(top !== undefined && rows.length > top ? [footnote(levelText(top, rows.length))] : []),
      ...smallButtons(buttons),
      ...(more ? [footnote(more)] : []),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, '…');
}
