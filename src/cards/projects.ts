/** 项目: all of them, or those that words narrow it to; the most pressing first, a page at a time. */
import type { Project } from '../domain/model.ts';
import type { ProjectGroup } from '../domain/projects-asked.ts';
import type { Reading } from '../domain/reading.ts';
import { clip, escapeMarkdown, oneLine } from '../text/escape.ts';
import type { ViewContext } from '../text/view.ts';
import { SMALL_BUTTONS } from '../text/words.ts';
import { encodeAction, encodeAsk } from './actions.ts';
import { fitCard } from './card-fit.ts';
import type { Button, CardElement } from './element.ts';
import { type Counts, figuresLine, worstLight } from './figures.ts';
import {
  button,
  type Card,
  card,
  colored,
  footnote,
  markdown,
  rowWithButton,
  smallButtons,
  textBlock,
} from './kit.ts';
import { HEADER_COLORS, LIGHT_DOTS, moreGroupsText } from './words.ts';
import { PROJECTS_CARD as WORDS } from './words-project.ts';
import { GROUP_TITLES, groupRowText, INDUSTRIES_TWICE, mostGroupsText } from './words-projects-asked.ts';
import { weatherText } from './words-weather.ts';

export interface ProjectRow {
  project: Project;
  /** Of its open problems. */
  counts: Counts;
  /** What was asked about: 投产：计划 12月20日. */
  lines?: readonly string[];
}

/** Projects of one park, one secretary …, with the open problems of all of them. */
export interface ProjectGroupRow {
  name: string;
  /** false: those that have none. */
  known: boolean;
  /** Of its projects. */
  names: readonly string[];
  counts: Counts;
}

/** 20 rows of six elements, names of 60 characters twice in each: below 30 KB. */
export const PROJECTS_PER_PAGE = 20;

export interface ProjectsView {
  /** Of this page. */
  rows: readonly ProjectRow[];
  total: number;
  /** From 1. */
  page: number;
  /** What narrowed it, as it was said; '' when nothing did. */
  words: string;
  /** Words that say nothing about a project. */
  unread: readonly string[];
  /** By a plain question: pages ask it again; `figures`: what is told of all of them. */
  asked?: {
    reading: Reading;
    lead?: string;
    figures?: string;
    note?: string;
    /** What is told of in the note, as a list of its own. */
    apart?: { said: string; reading: Reading };
  };
}

function projectRow({ project, counts, lines = [] }: ProjectRow): CardElement {
  const light = counts.total === 0 ? 'green' : worstLight(counts);
  const dot = colored(HEADER_COLORS[light], LIGHT_DOTS[light]);
  const weather = project.weather ? ` ${weatherText(project.weather)}` : '';
  const second = counts.total === 0 ? WORDS.nothing : figuresLine(counts);
  const text = `${dot} **${escapeMarkdown(clip(oneLine(project.name), 60))}**${weather}${lines.map((line) => `<br>${escapeMarkdown(line)}`).join('')}<br>${second}`;
  const command = `项目 ${clip(oneLine(project.name), 100)}`;
  return rowWithButton([markdown(text)], button(SMALL_BUTTONS.show, encodeAction({ do: 'answer', command })));
}

function pageButtons({ total, page, words, asked }: ProjectsView): Button[] {
  const to = (label: string, n: number) =>
    button(
      label,
      (asked && encodeAsk(asked.reading, n)) ??
        encodeAction({ do: 'answer', command: ['项目', words, `第${n}页`].filter(Boolean).join(' ') }),
    );
  const last = Math.ceil(total / PROJECTS_PER_PAGE);
  const apart = asked?.apart && encodeAsk(asked.apart.reading);
  return [
    ...(apart && asked?.apart ? [button(asked.apart.said, apart)] : []),
    ...(page > 1 ? [to(SMALL_BUTTONS.previous, page - 1)] : []),
    ...(page < last ? [to(SMALL_BUTTONS.next, page + 1)] : []),
  ];
}

export function projectsCard(view: ProjectsView, ctx: ViewContext): Card {
  const { rows, total, page, words, unread, asked } = view;
  const title =
    words === '' ? WORDS.title(total) : WORDS.narrowed(clip(oneLine(words), asked ? 80 : 30), total);
  const last = Math.ceil(total / PROJECTS_PER_PAGE);
  const made = card({
    title,
    color: 'default',
    summary: title,
    elements: [
      ...(asked?.lead ? [textBlock(asked.lead, 'heading')] : []),
      ...(asked?.figures && total > 0 ? [textBlock(asked.figures, 'heading')] : []),
      ...(unread.length > 0 ? [footnote(WORDS.unread(unread))] : []),
      ...(rows.length > 0 ? rows.map(projectRow) : [footnote(words === '' ? WORDS.none : WORDS.noneSuch)]),
      ...(last > 1 ? [footnote(WORDS.page(page, last))] : []),
      ...(asked?.note ? [footnote(asked.note)] : []),
      ...smallButtons(pageButtons(view)),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, WORDS.cut);
}

export interface ProjectGroupsView {
  /** What narrowed it; '' when nothing did. */
  title: string;
  /** Absent: the title says it. */
  by?: ProjectGroup;
  rows: readonly ProjectGroupRow[];
  /** Projects in all. */
  total: number;
  lead?: string;
}

/** Rows and names of one: below 30 KB. */
const MOST_GROUPS = 30;
const MOST_NAMES = 8;

/** 每个秘书手上几个项目, 都在哪个园区: each group with its projects, the largest first. */
export function projectGroupsCard(view: ProjectGroupsView, ctx: ViewContext): Card {
  const { rows, total, by, lead } = view;
  const said = [view.title, by ? GROUP_TITLES[by] : ''].filter((part) => part !== '').join(' · ');
  const title = WORDS.narrowed(clip(oneLine(said), 80), total);
  const known = rows.filter((row) => row.known);
  const most = Math.max(0, ...known.map(({ names }) => names.length));
  const first = known.filter(({ names }) => names.length === most).map(({ name }) => name);
  const row = ({ name, names, counts }: ProjectGroupRow) => {
    const light = counts.total === 0 ? 'green' : worstLight(counts);
    const dot = colored(HEADER_COLORS[light], LIGHT_DOTS[light]);
    const shown = names.slice(0, MOST_NAMES).map((one) => clip(oneLine(one), 20));
    const list = groupRowText(names.length, shown, names.length - shown.length);
    const open = counts.total === 0 ? WORDS.nothing : figuresLine(counts);
    return markdown(
      `${dot} **${escapeMarkdown(clip(oneLine(name), 40))}** ${escapeMarkdown(list)}<br>${open}`,
    );
  };
  const made = card({
    title,
    color: 'default',
    summary: title,
    elements: [
      ...(lead ? [textBlock(lead, 'heading')] : []),
      ...(most > 0 && known.length > 1 ? [textBlock(mostGroupsText(first, most), 'heading')] : []),
      ...(rows.length > 0 ? rows.slice(0, MOST_GROUPS).map(row) : [footnote(WORDS.noneSuch)]),
      ...(rows.length > MOST_GROUPS ? [footnote(moreGroupsText(rows.length - MOST_GROUPS))] : []),
      ...(by === 'industry' ? [footnote(INDUSTRIES_TWICE)] : []),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, WORDS.cut);
}
