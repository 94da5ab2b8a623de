/** 交接: what a deputy takes over, and what became of it. */
import type { HandoverDays } from '../domain/handover.ts';
import type { Issue } from '../domain/issue.ts';
import { yearOf } from '../text/moments.ts';
import { personName } from '../text/names.ts';
import type { ViewContext } from '../text/view.ts';
import { encodeAction } from './actions.ts';
import { fitCard } from './card-fit.ts';
import { issueSections } from './issue-sections.ts';
import { button, type Card, card, footnote, markdown, smallButtons, textBlock } from './kit.ts';
import { type MineView, waitingSections } from './mine.ts';
import { spanText } from './words-personal.ts';

export interface HandoverView extends HandoverDays {
  personId: number;
  deputyId: number;
}

const REST = '…（其余请发“我的”查看）';

/** To the deputy when it begins: everything that waits for who is away, with buttons. */
export function handoverBegunCard(
  view: HandoverView & { waiting: Omit<MineView, 'reported'> },
  ctx: ViewContext,
): Card {
  const name = personName(ctx, view.personId);
  const sections = waitingSections(view.waiting).map((one) => ({
    ...one,
    title: one.title.replace('待我', '待您').replace('我在', '您在'),
  }));
  const count = sections.reduce((sum, { issues }) => sum + issues.length, 0);
  const made = card({
    title: `代${name}办理：${count} 件在办`,
    color: 'default',
    summary: `您代${name}办理，${count} 件在办`,
    elements: [
      textBlock(
        `${spanText(view, yearOf(ctx))}，${name}的事项由您代办；其间的签收、核验、审批和提醒都发给您。`,
      ),
      ...(count > 0 ? issueSections(sections, ctx) : [markdown('现在没有在办事项，有了会发给您。')]),
      footnote(`到期自动交还；${name}或您代${name}报的办结，请由他人核验`),
      ...mineButton(),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, REST);
}

/** To both when it is over: what the deputies closed, what moved, what still waits. */
export function handoverReportCard(
  view: HandoverView & { closed: Issue[]; moved: Issue[]; still: number; cancelled: boolean },
  ctx: ViewContext,
): Card {
  const [person, deputy] = [personName(ctx, view.personId), personName(ctx, view.deputyId)];
  const { closed, moved, still } = view;
  const body = issueSections(
    [
      { title: '已经销号', issues: closed, withProject: true },
      { title: '有进展，还没销号', issues: moved, withProject: true },
    ],
    ctx,
  );
  const made = card({
    title: `交接${view.cancelled ? '提前' : ''}结束：${deputy}代${person}`,
    color: 'default',
    summary: `交接结束：销号 ${closed.length} 件，有进展 ${moved.length} 件，在办 ${still} 件`,
    elements: [
      textBlock(`${spanText(view, yearOf(ctx))}的代办已结束，事项都回到${person}。`),
      ...(body.length > 0 ? body : [markdown('其间没有代办的变动。')]),
      footnote(still > 0 ? `${person}现有 ${still} 件在办` : `${person}现在没有在办事项`),
      ...mineButton(),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, REST);
}

function mineButton() {
  return smallButtons([button('我的', encodeAction({ do: 'answer', command: '我的' }))]);
}
