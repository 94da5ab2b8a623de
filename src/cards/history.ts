/** 历史 #12: every change, newest first; its story from the first on. */
import type { HistoryRow, Issue } from '../domain/issue.ts';
import { oneLine } from '../text/escape.ts';
import type { ViewContext } from '../text/view.ts';
import { SMALL_BUTTONS } from '../text/words.ts';
import { encodeAction } from './actions.ts';
import { fitCard } from './card-fit.ts';
import { button, type Card, card, footnote, smallButtons, textBlock } from './kit.ts';
import { historyText } from './words-history.ts';

const LINES = 80;

/** @param rows oldest first, as stored @param lead what was asked, told first */
export function historyCard(
  {
    issue,
    rows,
    lead,
    course = false,
  }: { issue: Issue; rows: HistoryRow[]; lead?: string | undefined; course?: boolean | undefined },
  ctx: ViewContext,
): Card {
  const newest = rows.slice(-LINES).toReversed();
  const lines = (course ? newest.toReversed() : newest).map((row) => historyText(row, ctx));
  const rest = rows.length - lines.length;
  const made = card({
    title: `历史 #${issue.id} ${oneLine(issue.title)}`,
    color: 'grey',
    summary: `#${issue.id} 的历史，共 ${rows.length} 条`,
    elements: [
      ...(lead === undefined ? [] : [textBlock(lead)]),
      footnote(`共 ${rows.length} 条，${course ? '按先后' : '新的在前'}`),
      textBlock(lines.length > 0 ? lines.join('\n') : '还没有记录。'),
      ...(rest > 0 ? [footnote(`更早的 ${rest} 条没有列出`)] : []),
      ...smallButtons([
        button(SMALL_BUTTONS.show, encodeAction({ do: 'answer', command: `查 #${issue.id}` })),
      ]),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, '…（更早的没有列出）');
}
