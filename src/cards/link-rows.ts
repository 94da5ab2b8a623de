/** Links as rows: 哪些环节晚了, 住建局的环节哪些没办完; or counted by unit, project, link or stage. */
import type { Reading } from '../domain/reading.ts';
import { clip, escapeMarkdown, oneLine } from '../text/escape.ts';
import type { ViewContext } from '../text/view.ts';
import { SMALL_BUTTONS } from '../text/words.ts';
import { encodeAction, encodeAsk } from './actions.ts';
import { fitCard } from './card-fit.ts';
import type { CardElement } from './element.ts';
import {
  button,
  type Card,
  card,
  footnote,
  markdown,
  rowWithButton,
  smallButtons,
  textBlock,
} from './kit.ts';
import { CUT, NONE, pageText, titleText } from './words-link-rows.ts';

/** Ready to be shown; `command` opens it. */
export interface LinkLine {
  name: string;
  text: string;
  command?: string;
}

export interface LinkRowsView {
  reading: Reading;
  title: string;
  total: number;
  /** Of this page. */
  lines: readonly LinkLine[];
  page: number;
  pages: number;
  lead?: string;
  figures: string;
  note: string;
  /** Asked beside it. */
  offer?: { said: string; reading: Reading };
}

const safe = (text: string, length: number) => escapeMarkdown(clip(oneLine(text), length));

function row({ name, text, command }: LinkLine): CardElement {
  const said = markdown(`**${safe(name, 60)}**<br>${safe(text, 160)}`);
  if (command === undefined) return said;
  return rowWithButton([said], button(SMALL_BUTTONS.show, encodeAction({ do: 'answer', command })));
}

export function linkRowsCard(view: LinkRowsView, ctx: ViewContext): Card {
  const { reading, total, lines, page, pages, lead, figures, note, offer } = view;
  const title = titleText(clip(oneLine(view.title), 80), total);
  const to = (label: string, wanted: Reading, n = 1) => {
    const value = encodeAsk(wanted, n);
    return value ? [button(label, value)] : [];
  };
  const made = card({
    title,
    color: 'default',
    summary: title,
    elements: [
      ...(lead ? [textBlock(lead, 'heading')] : []),
      ...(figures === '' ? [] : [textBlock(figures, 'heading')]),
      ...(lines.length > 0 ? lines.map(row) : figures === '' ? [footnote(NONE)] : []),
      ...(pages > 1 ? [footnote(pageText(page, pages))] : []),
      footnote(note),
      ...smallButtons([
        ...(offer ? to(offer.said, offer.reading) : []),
        ...(page > 1 ? to(SMALL_BUTTONS.previous, reading, page - 1) : []),
        ...(page < pages ? to(SMALL_BUTTONS.next, reading, page + 1) : []),
      ]),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, CUT);
}
