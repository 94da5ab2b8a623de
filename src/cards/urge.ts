/** Several problems to be urged: each named, one 确认 for all of them, and what became of it. */
import type { Issue } from '../domain/issue.ts';
import { clip, escapeMarkdown, oneLine } from '../text/escape.ts';
import type { ViewContext } from '../text/view.ts';
import { BUTTONS } from '../text/words.ts';
import { encodeAction } from './actions.ts';
import { fitCard } from './card-fit.ts';
import { issueRow } from './issue-row.ts';
import { button, buttonRows, type Card, card, footnote, hr, markdown, textBlock } from './kit.ts';
import { urgeAllText, urgeAllTitle, urgedText } from './words-orders.ts';

/** Problems one 确认 urges: all of them are named on the card. */
export const MOST_URGED = 10;

export interface UrgeView {
  draftId: string;
  /** What they are called: 供电公司 · 逾期. */
  heading: string;
  /** Of the whole filter; more than are named here. */
  total: number;
  issues: readonly Issue[];
  /** Those that 确认 leaves out, each with the reason. */
  held: readonly { id: number; why: string }[];
}

/** Waits for 确认; nobody is reminded before. The button of a row urges that one alone. */
export function urgeCard(view: UrgeView, ctx: ViewContext): Card {
  const { draftId, issues, held } = view;
  const title = urgeAllTitle(issues.length);
  const made = card({
    title,
    color: 'orange',
    summary: title,
    elements: [
      textBlock(urgeAllText(view)),
      ...issues.map((issue) => issueRow(issue, ctx, { step: 'urge', withProject: true })),
      ...held.map(({ id, why }) => footnote(`#${id} 不催：${why}`)),
      hr,
      ...buttonRows([
        button(BUTTONS.confirm, encodeAction({ do: 'confirm-draft', draftId }), { type: 'primary_filled' }),
        button(BUTTONS.cancel, encodeAction({ do: 'cancel-draft', draftId })),
      ]),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, '…');
}

export interface Urged {
  done: readonly { id: number; title: string }[];
  failed: readonly { id: number; why: string }[];
}

/** In place of the preview: whom it reminded of what, and of which it did not. */
export function urgedCard(urged: Urged, demo: boolean): Card {
  const { done, failed } = urged;
  const title = urgedText(done.length, failed.length);
  const made = card({
    title,
    color: done.length === 0 ? 'grey' : failed.length > 0 ? 'orange' : 'green',
    summary: title,
    elements: [
      ...done.map((one) => markdown(`**#${one.id}** ${escapeMarkdown(clip(oneLine(one.title), 60))}`)),
      ...failed.map(({ id, why }) => markdown(`**#${id}** 没有催：${escapeMarkdown(why)}`)),
    ],
    demo,
  });
  return fitCard(made, '…');
}
