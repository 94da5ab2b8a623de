/** Several lines of 报 at once: what was understood, numbered, with one confirm for all. */
import type { IssueDraft } from '../domain/answer.ts';
import { clip, escapeMarkdown, oneLine } from '../text/escape.ts';
import { deadlineText } from '../text/moments.ts';
import { personName, projectName, shortProjectName, unitName } from '../text/names.ts';
import type { ViewContext } from '../text/view.ts';
import { BUTTONS } from '../text/words.ts';
import { encodeAction } from './actions.ts';
import { fitCard } from './card-fit.ts';
import type { Button, CardElement } from './element.ts';
import { button, buttonRows, type Card, card, footnote, hr, markdown } from './kit.ts';

const SHOWN = 30;

function draftBlock(draft: IssueDraft, nth: number, ctx: ViewContext): CardElement {
  const unit = draft.unitId === null ? '单位未定，由综合办转办' : unitName(ctx, draft.unitId);
  const who = draft.assigneeId === null ? '' : ` ${personName(ctx, draft.assigneeId)}`;
  const facts = [`${unit}${who}`, deadlineText(draft.deadline, ctx), projectName(ctx, draft.projectId)];
  const lines = [
    `**${nth}** ${escapeMarkdown(clip(oneLine(draft.title), 60))}`,
    facts.map(escapeMarkdown).join(' · '),
    ...draft.notices.slice(0, 3).map((notice) => escapeMarkdown(clip(notice, 100))),
  ];
  return markdown(lines.join('<br>'));
}

function confirmButton(draftId: string): Button {
  return button(BUTTONS.confirm, encodeAction({ do: 'confirm-draft', draftId }), { type: 'primary_filled' });
}

/** More projects than these are found faster by writing the name. */
const MOST_PROJECTS = 8;

function projectButtons(projects: readonly number[], draftId: string, ctx: ViewContext): Button[] {
  return projects
    .slice(0, MOST_PROJECTS)
    .map((projectId) =>
      button(
        clip(shortProjectName(ctx, projectId), 20),
        encodeAction({ do: 'confirm-draft', draftId, projectId }),
      ),
    );
}

/** Waits for 确认, or for the project the problems are about; nothing is logged before. */
export function previewCard(
  view: { draftId: string; drafts: IssueDraft[]; lead?: string; projects?: readonly number[] },
  ctx: ViewContext,
): Card {
  const { drafts, draftId, projects = [] } = view;
  const left = drafts.length - SHOWN;
  const ask: CardElement[] = [
    hr,
    ...buttonRows([
      ...(projects.length > 0 ? projectButtons(projects, draftId, ctx) : [confirmButton(draftId)]),
      button(BUTTONS.cancel, encodeAction({ do: 'cancel-draft', draftId })),
    ]),
  ];
  const made = card({
    title: `${projects.length > 0 ? '请选择项目' : '请确认'}：登记 ${drafts.length} 件问题`,
    color: 'default',
    summary: `${projects.length > 0 ? '请选择项目后' : '请确认'}登记 ${drafts.length} 件问题`,
    // The buttons come first when the list is long, so that they can never be cut off.
    elements: [
      ...(projects.length > MOST_PROJECTS ? [footnote('没有列出的项目，请在“报”后面写出名称')] : []),
      ...(view.lead ? [markdown(escapeMarkdown(clip(view.lead, 300)))] : []),
      ...(left > 0 ? ask : []),
      ...drafts.slice(0, SHOWN).map((draft, i) => draftBlock(draft, i + 1, ctx)),
      ...(left > 0 ? [footnote(`还有 ${left} 件没有列出，确认后一并登记`)] : ask),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, '…（其余没有列出，确认后一并登记）');
}

/** In place of the preview once it was answered: numbers of what was logged, and what could not be. */
export function draftDoneCard(
  done: { logged: { id: number; title: string }[]; failed: { title: string; why: string }[] },
  demo = false,
): Card {
  const { logged, failed } = done;
  const none = logged.length === 0 && failed.length === 0;
  const title = none ? '已取消，没有登记' : `已登记 ${logged.length} 件`;
  const made = card({
    title: failed.length > 0 ? `${title}，${failed.length} 件没有登记` : title,
    color: failed.length > 0 ? 'orange' : none ? 'grey' : 'green',
    summary: title,
    elements: [
      ...(none ? [footnote('需要时请重新发送')] : []),
      ...logged
        .slice(0, 60)
        .map((issue) => markdown(`**#${issue.id}** ${escapeMarkdown(clip(oneLine(issue.title), 60))}`)),
      ...failed
        .slice(0, 30)
        .map((line) =>
          markdown(
            `**未登记** ${escapeMarkdown(clip(oneLine(line.title), 60))}<br>${escapeMarkdown(line.why)}`,
          ),
        ),
    ],
    demo,
  });
  return fitCard(made, '…（其余没有列出）');
}
