/** 我的: everything that waits for one person, and what they logged. */
import type { Issue } from '../domain/issue.ts';
import { fitCard } from './card-fit.ts';
import { issueSections, type Section } from './issue-sections.ts';
import { type Card, card, markdown } from './kit.ts';
import type { ViewContext } from './view.ts';

export interface MineView {
  toRoute: Issue[];
  toSign: Issue[];
  toWork: Issue[];
  toVerify: Issue[];
  toApprove: Issue[];
  /** Logged by this person and still open. */
  reported: Issue[];
}

export function mineCard(view: MineView, ctx: ViewContext): Card {
  const sections: Section[] = [
    { title: '待我签收', issues: view.toSign, step: 'sign', withProject: true },
    { title: '待我转办', issues: view.toRoute, step: 'route', withProject: true },
    { title: '待我审批', issues: view.toApprove, withProject: true },
    { title: '待我核验', issues: view.toVerify, withProject: true },
    { title: '我在办理', issues: view.toWork, withProject: true },
    { title: '我登记的', issues: view.reported, withProject: true },
  ];
  const waiting = [view.toSign, view.toRoute, view.toApprove, view.toVerify, view.toWork];
  const count = waiting.reduce((sum, issues) => sum + issues.length, 0);
  const body = issueSections(sections, ctx);
  const made = card({
    title: count > 0 ? `我的事项 ${count} 件` : '我的事项',
    color: 'blue',
    summary: count > 0 ? `我的事项 ${count} 件待办` : '没有待办事项',
    elements: body.length > 0 ? body : [markdown('现在没有等您办的事项。')],
    demo: ctx.demo,
  });
  return fitCard(made, '…(其余请发“清单”查看)');
}
