/** One problem as a row of a list: two short lines and one button. */
import type { Issue } from '../domain/issue.ts';
import { encodeAction } from './actions.ts';
import { clip, escapeMarkdown, oneLine } from './escape.ts';
import { type Button, button, type ColumnSet, colored, markdown, rowWithButton } from './kit.ts';
import { type LightView, viewLight } from './light.ts';
import { dayText } from './moments.ts';
import { projectName, unitName } from './names.ts';
import type { ViewContext } from './view.ts';
import { BUTTONS, LIGHT_DOTS, SMALL_BUTTONS, STATUS_NAMES } from './words.ts';

const TITLE = 36;

/** What the button of the row does: opens the card, or the one step that list is about. */
export type RowStep = 'show' | 'sign' | 'route';

export interface RowStyle {
  step?: RowStep;
  /** Named when the list spans projects. */
  withProject?: boolean;
}

function stepButton(issue: Issue, step: RowStep): Button {
  const at = { issueId: issue.id, seen: issue.version };
  switch (step) {
    case 'show':
      return button(SMALL_BUTTONS.show, encodeAction({ do: 'answer', command: `查 #${issue.id}` }));
    case 'sign':
      return button(BUTTONS.sign, encodeAction({ do: 'verb', verb: 'sign', ...at }), { type: 'primary' });
    case 'route':
      return button(BUTTONS.route, encodeAction({ do: 'open-form', form: 'route', ...at }), {
        type: 'primary',
      });
  }
}

function paint(light: LightView, text: string): string {
  if (light.color === 'red') return colored('red', text);
  return light.color === 'yellow' ? colored('orange', text) : text;
}

/** 🔴 #12 磷石膏仓库堆放不下 / 住建局 · 逾期 2 个工作日 · 待签收 */
export function issueRow(issue: Issue, ctx: ViewContext, style: RowStyle = {}): ColumnSet {
  const light = viewLight(issue, ctx);
  const title = escapeMarkdown(clip(oneLine(issue.title), TITLE));
  const due = light.why || (issue.closedAt === null ? '' : dayText(issue.deadline.day, ctx));
  const facts = [
    escapeMarkdown(unitName(ctx, issue.unitId)),
    paint(light, escapeMarkdown(due)),
    issue.status === 'verifying' ? '' : STATUS_NAMES[issue.status],
    style.withProject ? escapeMarkdown(clip(projectName(ctx, issue.projectId), 16)) : '',
  ].filter((fact) => fact !== '');
  const text = `${LIGHT_DOTS[light.color]} **#${issue.id}** ${title}<br>${facts.join(' · ')}`;
  return rowWithButton([markdown(text)], stepButton(issue, style.step ?? 'show'));
}
