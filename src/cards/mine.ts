/** 我的: everything that waits for one person, and what they logged. */
import type { Issue } from '../domain/issue.ts';
import type { ViewContext } from '../text/view.ts';
import { fitCard } from './card-fit.ts';
import { issueSections, type Section } from './issue-sections.ts';
import { type Card, card, markdown, textBlock } from './kit.ts';

export interface MineView {
  toRoute: Issue[];
  toSign: Issue[];
  toWork: Issue[];
  toVerify: Issue[];
  toApprove: Issue[];
  /** Logged by this person and still open. */
  reported: Issue[];
}

/** What waits for one person, most pressing first. */
export function waitingSections(view: Omit<MineView, 'reported'>, readerId?: number): Section[] {
  const style = { withProject: true, readerId };
  return [
    { title: '待我签收', issues: view.toSign, step: 'sign', ...style },
    { title: '待我转办', issues: view.toRoute, step: 'route', ...style },
    { title: '待我审批', issues: view.toApprove, ...style },
    { title: '待我核验', issues: view.toVerify, ...style },
    { title: '我在办理', issues: view.toWork, ...style },
  ];
}

const NONE_HERE = '本群没有等您办的事项。别的项目的，请与我私聊发“我的”。';

/** @param reader whose list it is, what is to be said before it; `here`: only of the group's project; `list`: nothing else */
export function mineCard(
  view: MineView,
  ctx: ViewContext,
  reader: { id?: number; lead?: string; here?: boolean; list?: keyof MineView } = {},
): Card {
  const { list } = reader;
  const all = waitingSections(view, reader.id);
  const waiting = list === undefined ? all : all.filter(({ issues }) => issues === view[list]);
  const reported = { title: '我登记的', issues: view.reported, withProject: true, readerId: reader.id };
  const count = waiting.reduce((sum, { issues }) => sum + issues.length, 0);
  const body = issueSections(list === undefined ? [...waiting, reported] : waiting, ctx);
  const asked = list === undefined ? '等我办的' : waiting[0]?.title;
  const made = card({
    title: `${reader.here ? '本群 · ' : ''}${count > 0 ? `${asked} ${count} 件` : '我的事项'}`,
    color: 'default',
    summary: count > 0 ? `${asked} ${count} 件` : '没有等您办的事项',
    elements: [
      ...(reader.lead ? [textBlock(reader.lead)] : []),
      ...(body.length > 0 ? body : [markdown(reader.here ? NONE_HERE : '现在没有等您办的事项。')]),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, '…（其余请发“清单”查看）');
}
