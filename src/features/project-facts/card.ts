/** The card of a project's history: who changed what, when, from what to what, and why. */
import { encodeAction } from '../../cards/actions.ts';
import { fitCard } from '../../cards/card-fit.ts';
import { button, type Card, card, footnote, markdown, smallButtons } from '../../cards/kit.ts';
import type { Project } from '../../domain/model.ts';
import type { Instant } from '../../domain/time.ts';
import { clip, escapeMarkdown, oneLine } from '../../text/escape.ts';
import { shortInstant } from '../../text/moments.ts';
import { personName } from '../../text/names.ts';
import type { ViewContext } from '../../text/view.ts';
import { SMALL_BUTTONS } from '../../text/words.ts';
import { HISTORY } from './words.ts';

export const ROWS_PER_PAGE = 20;

interface Row {
  at: Instant;
  actorId: number | null;
  what: string;
  from: string | null;
  to: string | null;
  reason?: string | undefined;
}

function rowText({ at, actorId, what, from, to, reason }: Row, ctx: ViewContext): string {
  const who = actorId === null ? HISTORY.clock : personName(ctx, actorId);
  const value = (of: string | null) => clip(oneLine(of ?? HISTORY.nothing), 60);
  const why = reason ? `（${clip(oneLine(reason), 80)}）` : '';
  return escapeMarkdown(`${shortInstant(at, ctx)} ${who} ${what}：${value(from)} → ${value(to)}${why}`);
}

export function historyCard(
  view: { project: Project; rows: readonly Row[]; total: number; page: number },
  ctx: ViewContext,
): Card {
  const { rows, total, page } = view;
  const name = oneLine(view.project.name);
  const last = Math.max(1, Math.ceil(total / ROWS_PER_PAGE));
  const to = (label: string, n: number) =>
    button(label, encodeAction({ do: 'answer', command: `项目 ${clip(name, 100)} 历史 第${n}页` }));
  const made = card({
    title: HISTORY.title(clip(name, 60)),
    color: 'default',
    summary: HISTORY.title(clip(name, 60)),
    elements: [
      ...(rows.length > 0 ? rows.map((row) => markdown(rowText(row, ctx))) : [footnote(HISTORY.none)]),
      ...(last > 1 ? [footnote(HISTORY.page(page, last))] : []),
      ...smallButtons([
        ...(page > 1 ? [to(SMALL_BUTTONS.previous, page - 1)] : []),
        ...(page < last ? [to(SMALL_BUTTONS.next, page + 1)] : []),
      ]),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, '…');
}
