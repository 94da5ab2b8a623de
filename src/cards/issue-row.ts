/** One problem as a row of a list: two short lines and one button. */
import type { Issue } from '../domain/issue.ts';
import { dayOf } from '../domain/time.ts';
import { workingDaysElapsed } from '../domain/worktime.ts';
import { clip, escapeMarkdown, oneLine } from '../text/escape.ts';
import { dayText } from '../text/moments.ts';
import { shortProjectName, shortUnitName } from '../text/names.ts';
import type { ViewContext } from '../text/view.ts';
import { BUTTONS, SMALL_BUTTONS } from '../text/words.ts';
import { encodeAction } from './actions.ts';
import type { Button, ColumnSet } from './element.ts';
import { button, colored, markdown, rowWithButton } from './kit.ts';
import { type LightView, viewLight } from './light.ts';
import {
  HEADER_COLORS,
  HELPING_MARKS,
  ITEM_KIND_NAMES,
  LIGHT_DOTS,
  MUTED_MARK,
  OWN_STEPS,
  statusName,
} from './words.ts';

const TITLE = 36;

/** What the button of the row does: opens the card, or the one step of this reader that list is about. */
export type RowStep = 'show' | 'sign' | 'route' | 'done' | 'urge' | 'reopen';

export interface RowStyle {
  step?: RowStep;
  /** Named when the list spans projects. */
  withProject?: boolean;
  /** Of these units the row says how far they are as co-units. */
  helping?: readonly number[];
  /** How long ago it was logged, for lists in that order. */
  withAge?: boolean;
  /** What is new about an issue this morning, by its number. */
  tags?: ReadonlyMap<number, string>;
  /** What was asked of each, by its number: a line of its own. */
  facts?: ReadonlyMap<number, string>;
  /** Whoever reads: what they want no reminder of is marked. */
  readerId?: number | undefined;
}

function stepButton(issue: Issue, step: RowStep): Button {
  const at = { issueId: issue.id, seen: issue.version };
  const own = OWN_STEPS[issue.kind];
  switch (step) {
    case 'show':
      return button(SMALL_BUTTONS.show, encodeAction({ do: 'answer', command: `查 #${issue.id}` }));
    case 'sign':
      return button(own?.sign ?? BUTTONS.sign, encodeAction({ do: 'verb', verb: 'sign', ...at }), {
        type: 'primary',
      });
    case 'done':
      return button(
        own?.['report-done'] ?? BUTTONS.done,
        encodeAction({ do: 'open-form', form: 'report-done', ...at }),
      );
    case 'reopen':
      return button(BUTTONS.reopen, encodeAction({ do: 'open-form', form: 'reopen', ...at }));
    case 'urge':
      return button(BUTTONS.urge, encodeAction({ do: 'verb', verb: 'urge', ...at }));
    case 'route':
      return button(BUTTONS.route, encodeAction({ do: 'open-form', form: 'route', ...at }), {
        type: 'primary',
      });
  }
}

function paint(light: LightView, text: string): string {
  return light.color === 'red' || light.color === 'yellow' ? colored(HEADER_COLORS[light.color], text) : text;
}

/** 办理中 is what one expects, 等待核验 stands in the light already, and a list of 待签收 says so in its head. */
function saysItself(issue: Issue, style: RowStyle): boolean {
  return (
    style.step === 'sign' ||
    style.step === 'route' ||
    issue.status === 'working' ||
    issue.status === 'verifying'
  );
}

/** Only work can be reported done; what waits for others is looked at. */
function stepOf(issue: Issue, { step = 'show' }: RowStyle): RowStep {
  return step === 'done' && issue.status !== 'working' && issue.status !== 'unsigned' ? 'show' : step;
}

export function ageText(issue: Issue, { directory, now }: Pick<ViewContext, 'directory' | 'now'>): string {
  const days = workingDaysElapsed(issue.loggedAt, issue.closedAt ?? now, [], directory.clock);
  return `登记至今 ${days} 个工作日`;
}

/** Whether the units have done their part in what another unit is responsible for. */
function helpingText({ coUnits }: Issue, { helping = [] }: RowStyle): string {
  const own = coUnits.filter((co) => helping.includes(co.unitId));
  if (own.length === 0) return '';
  return own.every((co) => co.doneAt !== null) ? HELPING_MARKS.done : HELPING_MARKS.open;
}

/** ● #12 磷石膏仓库堆放不下 / 住建局 · 逾期 2 个工作日 · 待签收 */
export function issueRow(issue: Issue, ctx: ViewContext, style: RowStyle = {}): ColumnSet {
  const light = viewLight(issue, ctx);
  const title = escapeMarkdown(clip(oneLine(issue.title), TITLE));
  const { closedAt } = issue;
  const due =
    light.why || (closedAt === null ? '' : dayText(dayOf(closedAt, ctx.directory.settings.timeZone), ctx));
  const tag = style.tags?.get(issue.id);
  const asked = style.facts?.get(issue.id);
  const facts = [
    issue.kind === 'problem' ? '' : ITEM_KIND_NAMES[issue.kind],
    tag ? colored(HEADER_COLORS[light.color], `【${tag}】`) : '',
    escapeMarkdown(shortUnitName(ctx, issue.unitId)),
    paint(light, escapeMarkdown(due)),
    saysItself(issue, style) ? '' : statusName(issue),
    helpingText(issue, style),
    style.withAge ? ageText(issue, ctx) : '',
    style.withProject ? escapeMarkdown(clip(shortProjectName(ctx, issue.projectId), 16)) : '',
    style.readerId !== undefined && issue.mutedBy.includes(style.readerId) ? MUTED_MARK : '',
  ].filter((fact) => fact !== '');
  const text = `${colored(HEADER_COLORS[light.color], LIGHT_DOTS[light.color])} **#${issue.id}** ${title}<br>${facts.join(' · ')}${asked === undefined || asked === '' ? '' : `<br>→ ${escapeMarkdown(asked)}`}`;
  return rowWithButton([markdown(text)], stepButton(issue, stepOf(issue, style)));
}
