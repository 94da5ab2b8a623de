/** Several figures that were asked for in one sentence: what they share is the title, each has a line and its list. */
import type { IssueFilter } from '../domain/issue-filter.ts';
import type { Reading } from '../domain/reading.ts';
import { clip, oneLine } from '../text/escape.ts';
import type { ViewContext } from '../text/view.ts';
import { encodeAsk } from './actions.ts';
import { fitCard } from './card-fit.ts';
import { BETWEEN, filterWords, type TitlePlace, titleParts } from './filter-title.ts';
import { button, type Card, card, footnote, smallButtons, textBlock } from './kit.ts';
import { TITLE_WORDS } from './words.ts';
import { comparedText, countedText, listOfText, nowText, severalText } from './words-figures.ts';
import { ALL_SIDE, AS_SEEN, comparedValuesText, WITHOUT_VOID } from './words-versus.ts';

export interface FigureLine {
  filter: IssueFilter;
  place: TitlePlace;
  /** Of a number of problems. */
  count?: number;
  /** Of those the void ones, where it is not said that they are meant. */
  voided?: number;
  /** Of anything else: what is measured, and the sentence. */
  measured?: string;
  text?: string;
  /** A rate in percent, or days; null: of nothing. */
  value?: number | null;
  days?: boolean;
  /** What its button lists; the problems of the filter when absent. */
  list?: Reading;
}

export interface SeveralView {
  lines: readonly FigureLine[];
  /** Which of them is the most was asked. */
  compare: boolean;
  /** Not all of each may be seen. */
  uneven?: boolean;
  /** What they are together, or why that is not told. */
  added?: string | undefined;
  lead?: string | undefined;
  /** The asker may see more in private. */
  more?: string | undefined;
}

/** Longer ones are told by the lines alone. */
const LONGEST_OWN = 20;

export function severalCard(
  { lines, compare, uneven, added, lead, more }: SeveralView,
  ctx: ViewContext,
): Card {
  // 按时率 100% of each would leave nothing in common.
  const told = lines.map(({ filter, place, measured, value }) => [
    ...titleParts(filter, place, ctx),
    ...(measured ? [compare && value !== undefined ? measured.replace(/ [\d.]+%$/, '') : measured] : []),
  ]);
  const common = (told[0] ?? []).filter((part) => told.every((parts) => parts.includes(part)));
  // A line that would have nothing left keeps all lines whole.
  const shared = !compare && told.some((parts) => parts.length === common.length) ? [] : common;
  const now = lines.map(({ filter, place }) => filterWords(filter, place, ctx).now);
  const mixed = now.includes(true) && now.includes(false);
  const names = told.map((parts, i) => {
    const name = parts.filter((part) => !shared.includes(part)).join(BETWEEN) || ALL_SIDE;
    // 逾期 beside 本月登记 would be read as that month's.
    return mixed && now[i] ? nowText(name) : name;
  });
  const own = names.join('；');
  const what = own.length > LONGEST_OWN ? severalText(lines.length) : own;
  const title = clip(oneLine([...shared, what].join(BETWEEN)), 100);
  const rows = lines.map(({ count, voided = 0, text }, i) =>
    count === undefined ? `${names[i] ?? ''}：${text ?? ''}` : countedText(names[i] ?? '', count, voided),
  );
  const counts = lines.map(({ count = 0, voided = 0 }, i) => ({
    name: names[i] ?? '',
    count: count - voided,
  }));
  const values = lines.map(({ value = null }, i) => ({
    name:
      (told[i] ?? []).filter((part) => !common.includes(part) && part !== TITLE_WORDS.seen).join(BETWEEN) ||
      ALL_SIDE,
    value,
  }));
  const shown = lines.every(({ count }) => count !== undefined)
    ? comparedText(counts) + (lines.some(({ voided = 0 }) => voided > 0) ? WITHOUT_VOID : '')
    : lines.every(({ value }) => value !== undefined)
      ? (uneven ? AS_SEEN : '') + comparedValuesText(values, lines[0]?.days === true)
      : '';
  const buttons = lines.flatMap(({ filter, count, list: own }, i) => {
    const list = count === 0 ? undefined : encodeAsk(own ?? { measure: 'list', filter });
    return list === undefined ? [] : [button(clip(listOfText(names[i] ?? ''), 20), list)];
  });
  const made = card({
    title,
    color: 'default',
    summary: clip(oneLine(rows.join('')), 100),
    elements: [
      ...(lead ? [textBlock(lead)] : []),
      ...rows.map((row) => textBlock(row, 'heading')),
      ...(added ? [textBlock(added, 'heading')] : []),
      ...(compare && shown !== '' ? [textBlock(shown)] : []),
      ...smallButtons(buttons),
      ...(more ? [footnote(more)] : []),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, '…');
}
