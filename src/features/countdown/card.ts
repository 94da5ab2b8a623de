/** The card of 倒计时: each project with its two nodes. */
import { fitCard } from '../../cards/card-fit.ts';
import { type Card, card, footnote, markdown } from '../../cards/kit.ts';
import { clip, escapeMarkdown, oneLine } from '../../text/escape.ts';
import { dayText } from '../../text/moments.ts';
import type { ViewContext } from '../../text/view.ts';
import type { NodeState } from './rules.ts';
import { COUNTDOWN, nodeName, stateText } from './words.ts';

export interface CountdownRow {
  name: string;
  nodes: readonly NodeState[];
}

const SHOWN = 20;

/** @param rows in the order to be shown; the first twenty are */
export function countdownCard(rows: readonly CountdownRow[], ctx: ViewContext): Card {
  const shown = rows.slice(0, SHOWN);
  const unset = shown.some(({ nodes }) => nodes.some((node) => node.state === 'unset'));
  const made = card({
    title: COUNTDOWN.title,
    color: 'default',
    summary: COUNTDOWN.title,
    elements: [
      ...shown.map((row) => markdown(rowText(row, ctx))),
      ...(rows.length > SHOWN ? [footnote(COUNTDOWN.left(rows.length - SHOWN))] : []),
      ...(unset ? [footnote(COUNTDOWN.howToSet)] : []),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, COUNTDOWN.cut);
}

function rowText({ name, nodes }: CountdownRow, ctx: ViewContext): string {
  const lines = nodes.map((node) => {
    const day = node.state === 'unset' ? '' : ` ${dayText(node.day, ctx)}`;
    return escapeMarkdown(`${nodeName(node)}${day}：${stateText(node)}`);
  });
  return [`**${escapeMarkdown(clip(oneLine(name), 40))}**`, ...lines].join('<br>');
}
