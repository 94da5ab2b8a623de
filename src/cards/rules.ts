/** 规则: the present ladder as a table with its form; the preview of a change, waiting for 确认. */
import type { LightColor } from '../domain/lights.ts';
import type { Rules } from '../domain/model.ts';
import { changedRules, RUNGS } from '../domain/rules.ts';
import { clip, escapeMarkdown, oneLine } from '../text/escape.ts';
import type { ViewContext } from '../text/view.ts';
import { BUTTONS } from '../text/words.ts';
import { encodeAction } from './actions.ts';
import { fitCard } from './card-fit.ts';
import type { CardElement } from './element.ts';
import { button, buttonRows, type Card, card, colored, footnote, hr, markdown, textBlock } from './kit.ts';
import { rulesForm } from './rules-form.ts';
import { LIGHT_NAMES } from './words.ts';
import { levelWhen, levelWho, RUNG_LEVELS, ruleChangeText } from './words-rules.ts';

/**
 * The levels, a block each; only words of ours, so nothing is escaped. No table: on a phone the platform shows five of
 * its rows and hides red and the rest behind a page.
 */
function ladder(rules: Rules, ctx: ViewContext): CardElement {
  const { unroutedClock } = ctx.directory.settings;
  const levels = RUNGS.map(
    (rung) =>
      `**${RUNG_LEVELS[rung]}** ${levelWhen(rung, rules, unroutedClock)}<br>${colored('grey', `报给：${levelWho(rung, rules)}`)}`,
  );
  return markdown(levels.join('<br>'));
}

export interface RulesView {
  /** null: of the whole deployment. */
  project: { id: number; name: string; own: boolean } | null;
  rules: Rules;
}

function titleOf(project: { name: string } | null): string {
  return project ? `“${clip(oneLine(project.name), 40)}”的规则` : '灯和提醒的规则（全局）';
}

export function rulesCard({ project, rules }: RulesView, ctx: ViewContext): Card {
  const whose = !project
    ? '项目可另设：规则 项目名。恢复：规则 恢复默认'
    : project.own
      ? '本项目另有规则，没有另设的仍随全局。恢复：规则 项目名 恢复默认'
      : '本项目现在用全局的规则；改动只用于本项目';
  const made = card({
    title: titleOf(project),
    color: 'default',
    summary: titleOf(project),
    elements: [
      ladder(rules, ctx),
      footnote(
        `只数工作日。收到后 ${rules.acknowledgeLapseDays} 个工作日没有进展，继续往上报；某一级没有人，立即报上一级并告诉综合办。`,
      ),
      footnote(whose),
      hr,
      rulesForm(rules, project?.id ?? null),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, '…');
}

/** A running problem whose light would be another one. */
export interface ChangedLight {
  issueId: number;
  now: LightColor;
  under: LightColor;
}

export interface RulesPreview {
  draftId: string;
  project: { name: string } | null;
  from: Rules;
  to: Rules;
  /** Running problems get the rules, too. */
  running: boolean;
  /** Running problems concerned. */
  open: number;
  changed: readonly ChangedLight[];
}

const LIGHTS_SHOWN = 10;
/** Worst first. */
const GRAVITY: readonly LightColor[] = ['red', 'yellow', 'blue', 'green', 'none', 'paused', 'done'];

function lightLines(view: RulesPreview): CardElement[] {
  const { open, changed, running } = view;
  const scope = running
    ? `在办 ${open} 件也改用，每件记入历史。`
    : `只用于新登记的；在办 ${open} 件仍按原来的规则。`;
  if (changed.length === 0) return [textBlock(`${scope}按此规则，在办的灯都不变。`)];
  const shown = changed
    .toSorted((a, b) => GRAVITY.indexOf(a.under) - GRAVITY.indexOf(b.under) || a.issueId - b.issueId)
    .slice(0, LIGHTS_SHOWN)
    .map(
      ({ issueId, now, under }) =>
        `#${issueId} 按此规则现在是${LIGHT_NAMES[under]}（现为${LIGHT_NAMES[now]}）`,
    );
  const left = changed.length - shown.length;
  const head = `${scope}按此规则，有 ${changed.length} 件在办的灯不同：`;
  return [
    textBlock([head, ...shown, ...(left > 0 ? [`…另有 ${left} 件`] : [])].join('\n')),
    ...(running ? [] : [footnote('这些只是比较；选“只用于新登记的”，它们不会变')]),
  ];
}

export function rulesPreviewCard(view: RulesPreview, ctx: ViewContext): Card {
  const changes = changedRules(view.from, view.to).map(ruleChangeText);
  const title = `请确认：改${titleOf(view.project)}`;
  const made = card({
    title,
    color: 'orange',
    summary: title,
    elements: [
      markdown(
        changes.length > 0
          ? `**改动**<br>${changes.map(escapeMarkdown).join('<br>')}`
          : '规则本身没有改动，只让在办的也改用。',
      ),
      ladder(view.to, ctx),
      ...lightLines(view),
      ...buttonRows([
        button(BUTTONS.confirm, encodeAction({ do: 'confirm-draft', draftId: view.draftId }), {
          type: 'primary_filled',
        }),
        button(BUTTONS.cancel, encodeAction({ do: 'cancel-draft', draftId: view.draftId })),
      ]),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, '…');
}
