/** Satisfaction (满意度): one tap for the enterprise after strike-off. */
import type { Issue } from '../domain/issue.ts';
import { oneLine } from '../text/escape.ts';
import type { ViewContext } from '../text/view.ts';
import { BUTTONS, SATISFACTION_NAMES } from '../text/words.ts';
import { encodeAction } from './actions.ts';
import { fitCard } from './card-fit.ts';
import { button, buttonRows, type Card, card, headerTag, hr, markdown, textBlock } from './kit.ts';
import { fullTextAt, statusName } from './words.ts';

/** Asks once; after an answer the same card shows it. */
export function rateCard(issue: Issue, ctx: ViewContext): Card {
  const at = { issueId: issue.id, seen: issue.version };
  const rated = issue.satisfaction;
  const tap = (label: string, score: 'satisfied' | 'fairly') =>
    button(label, encodeAction({ do: 'verb', verb: 'rate', ...at, args: { score } }), {
      type: score === 'satisfied' ? 'primary_filled' : 'default',
    });
  const ask = button(BUTTONS.unsatisfied, encodeAction({ do: 'open-form', form: 'unsatisfied', ...at }), {
    type: 'danger',
  });
  const made = card({
    title: `#${issue.id} ${oneLine(issue.title)}`,
    color: 'green',
    tags: [headerTag(statusName(issue), 'green')],
    summary: `#${issue.id} 已解决，请您评价`,
    elements: [
      markdown(
        rated ? `**您的评价：${SATISFACTION_NAMES[rated.score]}**` : '**问题已解决，请您评价**',
        'heading',
      ),
      ...(issue.result ? [textBlock(`办理结果：${issue.result}`)] : []),
      ...(rated?.reason ? [textBlock(`原因：${rated.reason}`)] : []),
      ...(rated
        ? []
        : [hr, ...buttonRows([tap(BUTTONS.satisfied, 'satisfied'), tap(BUTTONS.fairly, 'fairly'), ask])]),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, fullTextAt(issue.id));
}
