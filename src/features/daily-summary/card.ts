/** 日小结: what a group's day brought, in one card. */

import { fitCard } from '../../cards/card-fit.ts';
import { issueSections } from '../../cards/issue-sections.ts';
import { type Card, card, footnote, markdown } from '../../cards/kit.ts';
import { LATE_MARK } from '../../cards/words.ts';
import { clip, oneLine } from '../../text/escape.ts';
import { dayText, today } from '../../text/moments.ts';
import type { ViewContext } from '../../text/view.ts';
import type { DaySummary } from './rules.ts';

export interface SummaryView extends DaySummary {
  /** Of the project. */
  name: string;
  late: boolean;
}

export function summaryCard(view: SummaryView, ctx: ViewContext): Card {
  const sections = [
    { title: '今天销号', ...view.closed },
    { title: '今天报办结，待核验', ...view.reported },
    { title: '今天新增', ...view.logged },
    { title: '今天有进展', ...view.moved },
    { title: '该抓紧的', ...view.next },
  ];
  const counts = sections.flatMap(({ title, total }) => (total > 0 ? [`${title} ${total}`] : []));
  const title = `${view.late ? `【${LATE_MARK}】` : ''}${clip(oneLine(view.name), 40)} 日小结`;
  const made = card({
    title,
    subtitle: dayText(today(ctx), ctx),
    color: 'default',
    summary: `日小结：${counts.join('，')}`,
    elements: [
      // One list says its count itself.
      ...(counts.length > 1 ? [markdown(`**${counts.join(' · ')}**`)] : []),
      ...issueSections(sections, ctx),
      footnote('不想再收，请在群里发“日小结 关”'),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, '…（其余请发“清单”查看）');
}
