/** A report in sections, once in words: the card and the Word file (files/report-docx.ts) are both drawn from it. */
import type { LightColor } from '../domain/lights.ts';
import { clip, escapeMarkdown, oneLine } from '../text/escape.ts';
import { SMALL_BUTTONS } from '../text/words.ts';
import { encodeAction } from './actions.ts';
import { fitCard } from './card-fit.ts';
import type { CardElement, HeaderColor } from './element.ts';
import { button, type Card, card, colored, footnote, hr, markdown, rowWithButton, textBlock } from './kit.ts';
import { HEADER_COLORS, LIGHT_DOTS } from './words.ts';

/** One thing in a section. All texts are plain: escaped where they are drawn. */
export interface ReportLine {
  text: string;
  /** What is said about it, in a second row. */
  detail?: string;
  color?: LightColor;
  /** Opens its card from the report's. */
  issueId?: number;
}

export interface ReportSection {
  title: string;
  lines: ReportLine[];
  /** Of all there are; more than `lines` when very many. */
  total: number;
  /** 件, 个 … ; without one the total is not said. */
  counted?: string;
  /** Said in the Word file when there is nothing; cards leave empty sections out. */
  empty: string;
}

export interface Report {
  title: string;
  /** Area and day. */
  subtitle: string;
  /** Figures and the like, before the sections. */
  lead: string[];
  sections: ReportSection[];
  /** How its figures are counted; last in card and file. */
  note?: string;
  /** The Word file's name, without an ending. */
  fileName: string;
  color: HeaderColor;
}

const ROWS_WITH_BUTTON = 6;
const PLAIN_LINES = 12;
const TEXT = 40;

function dot(line: ReportLine): string {
  return line.color ? `${colored(HEADER_COLORS[line.color], LIGHT_DOTS[line.color])} ` : '';
}

function wordsOf(line: ReportLine): string {
  const text = escapeMarkdown(clip(oneLine(line.text), TEXT));
  const detail = line.detail ? escapeMarkdown(clip(oneLine(line.detail), 160)) : '';
  const head = `${dot(line)}${detail ? `**${text}**` : text}`;
  return detail ? `${head}<br>${colored('grey', detail)}` : head;
}

function sectionElements(section: ReportSection): CardElement[] {
  if (section.lines.length === 0) return [];
  const tappable = section.lines.some((line) => line.issueId !== undefined && line.detail !== undefined);
  const shown = section.lines.slice(0, tappable ? ROWS_WITH_BUTTON : PLAIN_LINES);
  const left = section.total - shown.length;
  const total = section.counted ? ` ${section.total} ${section.counted}` : '';
  const body: CardElement[] = tappable
    ? shown.map((line) =>
        line.issueId === undefined
          ? markdown(wordsOf(line))
          : rowWithButton(
              [markdown(wordsOf(line))],
              button(SMALL_BUTTONS.show, encodeAction({ do: 'answer', command: `查 #${line.issueId}` })),
            ),
      )
    : [markdown(shown.map(wordsOf).join('<br>'))];
  return [
    markdown(`**${section.title}${total}**`, 'heading'),
    ...body,
    ...(left > 0 ? [footnote(`另有 ${left} ${section.counted ?? '项'}`)] : []),
  ];
}

/** @param end elements under everything, buttons for instance */
export function reportCard(
  report: Report,
  look: { demo: boolean; late?: string; note?: string; end?: CardElement[] },
): Card {
  const title = `${look.late ? `【${look.late}】` : ''}${report.title}`;
  const body = report.sections.flatMap(sectionElements);
  const made = card({
    title,
    subtitle: report.subtitle,
    color: report.color,
    summary: `${title}：${oneLine(report.lead[0] ?? '')}`,
    elements: [
      ...report.lead.map((line, i) => textBlock(line, i === 0 ? 'heading' : 'normal')),
      ...(look.end ?? []),
      ...(body.length > 0 ? [hr, ...body] : []),
      ...(report.note ? [footnote(report.note)] : []),
      ...(look.note ? [footnote(look.note)] : []),
    ],
    demo: look.demo,
  });
  return fitCard(made, '…（其余见 Word 版，或发“清单”查看）');
}
