/** A question answered by a sentence with a figure that is no number of a list; one button shows what is behind it. */
import type { Offered } from '../domain/answer.ts';
import type { GroupBy, GroupKey, IssueFilter } from '../domain/issue-filter.ts';
import type { Reading } from '../domain/reading.ts';
import { clip, escapeMarkdown, oneLine } from '../text/escape.ts';
import type { ViewContext } from '../text/view.ts';
import { encodeAction, encodeAsk } from './actions.ts';
import { fitCard } from './card-fit.ts';
import { chipsOf } from './chips.ts';
import { filterTitle, type TitlePlace } from './filter-title.ts';
import { groupName } from './issue-groups.ts';
import { button, type Card, card, footnote, hr, markdown, smallButtons, textBlock } from './kit.ts';
import { TITLE_WORDS } from './words.ts';
import { listOfText, SHOW_LIST } from './words-figures.ts';

export interface FiguresView {
  filter: IssueFilter;
  place: TitlePlace;
  /** Last part of the title: what is measured. */
  measured: string;
  /** Sentences, the figure first. */
  lines: readonly string[];
  /** Each unit's or project's, in their order. */
  groups?: { by: GroupBy; rows: readonly { id: GroupKey | null; text: string; value?: number | null }[] };
  /** How it is counted. */
  note?: string;
  /** Whether a list stands behind it. */
  listed: boolean;
  /** Which of them are counted apart, and what they are called. */
  part?: { name: string; filter: IssueFilter };
  /** A command that shows more: its words. */
  command?: string;
  lead?: string | undefined;
  /** What was asked, and what else may have been meant, as words: for the chips. */
  reading?: Reading;
  others?: readonly Offered[] | undefined;
  /** Below everything: the asker may see more in private. */
  more?: string | undefined;
  /** Instead of the filter's title. */
  title?: string;
}

/** What a measure comes to, without what the place adds. */
export type DrawnFigure = Omit<FiguresView, 'filter' | 'place' | 'lead' | 'more' | 'reading'> & {
  filter?: IssueFilter;
  /** The one figure there is, of a rate or of days; null: of nothing. */
  value?: number | null;
};

const MOST_GROUPS = 20;

/** 住建局 · 本月办结 · 按时率, plain text. */
export function figuresTitle(
  view: Pick<FiguresView, 'filter' | 'place' | 'measured' | 'title'>,
  ctx: ViewContext,
) {
  const title = view.title ?? filterTitle(view.filter, view.place, ctx);
  return clip(oneLine([title, view.measured].filter((part) => part !== '').join(' · ')), 100);
}

export function figuresCard(view: FiguresView, ctx: ViewContext): Card {
  const title = figuresTitle(view, ctx);
  const list = view.listed ? encodeAsk({ measure: 'list', filter: view.filter }) : undefined;
  const apart = view.part && encodeAsk({ measure: 'list', filter: view.part.filter });
  const rows = view.groups?.rows ?? [];
  const { reading, place, others } = view;
  const chips = reading ? chipsOf({ ...reading, filter: view.filter }, place, ctx, others) : [];
  const buttons = [
    ...(list === undefined ? [] : [button(SHOW_LIST, list)]),
    ...(view.part === undefined || apart === undefined
      ? []
      : [button(clip(listOfText(view.part.name), 20), apart)]),
    ...(view.command === undefined
      ? []
      : [button(view.command, encodeAction({ do: 'answer', command: view.command }))]),
  ];
  const made = card({
    title,
    color: 'default',
    summary: clip(oneLine(`${title}：${view.lines[0] ?? ''}`), 100),
    elements: [
      ...(view.lead ? [textBlock(view.lead, 'heading')] : []),
      ...view.lines.map((line, i) => textBlock(line, i === 0 ? 'heading' : undefined)),
      ...(rows.length > 0 ? [hr] : []),
      ...rows.slice(0, MOST_GROUPS).map(({ id, text }) => {
        const name = view.groups ? groupName(view.groups.by, id, ctx) : '';
        return markdown(`**${escapeMarkdown(clip(oneLine(name), 36))}**<br>${escapeMarkdown(text)}`);
      }),
      ...(rows.length > MOST_GROUPS ? [footnote(TITLE_WORDS.andMore(rows.length))] : []),
      ...(view.note ? [footnote(view.note)] : []),
      ...smallButtons([...buttons, ...chips]),
      ...(view.more ? [footnote(view.more)] : []),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, '…');
}
