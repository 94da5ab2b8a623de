/** Messages given up, numbered as 重发 2 means them; and the question before one that may have arrived is sent again. */

import { encodeAction } from '../../cards/actions.ts';
import { fitCard } from '../../cards/card-fit.ts';
import type { CardElement } from '../../cards/element.ts';
import { button, buttonRows, type Card, card, colored, footnote, hr, markdown } from '../../cards/kit.ts';
import type { Instant } from '../../domain/time.ts';
import { clip, escapeMarkdown, oneLine } from '../../text/escape.ts';
import { shortInstant } from '../../text/moments.ts';
import type { ViewContext } from '../../text/view.ts';
import { BUTTONS } from '../../text/words.ts';
import { deadReasonText, isUncertain } from './words.ts';

export interface DeadLetterLine {
  /** As it was numbered when the list was made. */
  nth: number;
  /** What it was, in words. */
  name: string;
  issueId: number | null;
  /** Name of the person or group. */
  to: string;
  at: Instant | null;
  lastError: string | null;
}

function lineText(line: DeadLetterLine, ctx: ViewContext): string {
  const about = line.issueId === null ? '' : ` #${line.issueId}`;
  const when = line.at === null ? '' : ` · ${shortInstant(line.at, ctx)}`;
  const doubt = isUncertain(line.lastError) ? ` ${colored('orange', '可能已送到')}` : '';
  const to = escapeMarkdown(clip(oneLine(line.to), 40));
  return `**${line.nth}** ${line.name}${about} → ${to}<br>${escapeMarkdown(deadReasonText(line.lastError))}${doubt}${when}`;
}

function ask(draftId: string): CardElement[] {
  return buttonRows([
    button(BUTTONS.confirm, encodeAction({ do: 'confirm-draft', draftId }), { type: 'primary_filled' }),
    button(BUTTONS.cancel, encodeAction({ do: 'cancel-draft', draftId })),
  ]);
}

/** @param view.total all there are, of which the lines are the latest */
export function deadLettersCard(
  view: { draftId: string; lines: readonly DeadLetterLine[]; total: number },
  ctx: ViewContext,
): Card {
  const { lines, total, draftId } = view;
  const doubtful = lines.filter((line) => isUncertain(line.lastError));
  const [firstDoubtful] = doubtful;
  const certain = lines.length - doubtful.length;
  const made = card({
    title: lines.length === 0 ? '没有失败消息' : `失败消息 ${total} 条`,
    color: lines.length === 0 ? 'green' : 'orange',
    summary: lines.length === 0 ? '没有失败消息' : `失败消息 ${total} 条`,
    elements: [
      ...(certain > 0
        ? [
            footnote(
              `原因排除以后，点“确认”再发${doubtful.length > 0 ? `其中确定没送到的 ${certain} 条` : ''}。已经不成立的不会发出`,
            ),
            ...ask(draftId),
            hr,
          ]
        : []),
      ...lines.map((line) => markdown(lineText(line, ctx))),
      ...(total > lines.length ? [footnote(`另有 ${total - lines.length} 条更早的没有列出`)] : []),
      ...(firstDoubtful
        ? [
            footnote(
              `标“可能已送到”的当时没有结果，再发可能重复，要一条一条发：失败消息 重发 ${firstDoubtful.nth}`,
            ),
          ]
        : []),
      footnote(
        lines.length === 0
          ? '发不出去的消息会留在这里'
          : lines.length === 1
            ? '不再发：失败消息 忽略'
            : '只发一条：失败消息 重发 2。不再发：失败消息 忽略，或 失败消息 忽略 2',
      ),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, '…（其余没有列出）');
}

/** Says what may happen before it is done. */
export function resendDoubtCard(
  view: { draftId: string; lines: readonly DeadLetterLine[] },
  ctx: ViewContext,
): Card {
  const made = card({
    title: `这 ${view.lines.length} 条可能已经送到`,
    color: 'orange',
    summary: '再发可能重复，请确认',
    elements: [
      markdown(
        '当时没有收到飞书的答复，不知道送到没有。飞书只在一小时内认得出重复，现在再发，对方可能收到两次。',
      ),
      ...view.lines.map((line) => markdown(lineText(line, ctx))),
      hr,
      ...ask(view.draftId),
      footnote('最好先问一声对方收到没有'),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, '…（其余没有列出）');
}
