/** The bot comes into a group: what it does in three lines, and which project the group is for. */

import type { ViewContext } from '../text/view.ts';
import { fitCard } from './card-fit.ts';
import { formElement } from './form.ts';
import { type Card, card, footnote, hr, markdown, textBlock } from './kit.ts';
import { textCard } from './text.ts';

export type BindLead = 'welcome' | 'group-not-bound' | 'asked';

const TITLES: Record<BindLead, string> = {
  welcome: '专班秘书来了',
  'group-not-bound': '本群还没有绑定项目',
  asked: '绑定项目',
};

const LEADS: Record<BindLead, string> = {
  welcome:
    '一句话登记问题：报 事项 单位 时限\n到期提醒、签收、办结、核验都在卡片上点\n全程留痕，按工作日算时限',
  'group-not-bound': '绑定后才能登记和查看问题。请选择项目，或新建一个。',
  asked: '请选择本群对应的项目，或新建一个。',
};

/**
 * Binds a group by choosing or creating a project.
 * @param projects those whose names this group may read: none in a group with people of other tenants
 */
export function bindCard(
  lead: BindLead,
  projects: readonly { id: number; name: string }[],
  ctx: ViewContext,
): Card {
  const made = card({
    title: TITLES[lead],
    color: 'default',
    summary: lead === 'welcome' ? '专班秘书已进群，请绑定项目' : TITLES[lead],
    elements: [
      textBlock(LEADS[lead]),
      ...(lead === 'welcome' ? [hr, markdown('**请先绑定项目**')] : []),
      formElement('bind', { place: 'chat', projects }, ctx),
      footnote('由项目秘书或综合办绑定；也可直接发“绑定 项目名”。综合办工作群请发“绑定 综合办”。'),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, '…');
}

/** The bot was taken out of a bound group and is back. */
export function welcomeBackText(): string {
  return '专班秘书回来了，本群原来的绑定不变。发“清单”看现在的问题。';
}

/** The first words in somebody's private chat: three things to say, each a button. */
export function greetingCard(demo: boolean): Card {
  return textCard(
    '您好，我是专班秘书。\n登记问题：发“报 事项 单位 时限”\n看等您办的事：发“我的”\n全部说法：发“帮助”',
    { commands: { 我的: '我的', 登记: '报', 帮助: '帮助' }, demo },
  );
}
