import { h } from './dom.ts';
import type { Desk } from './session.ts';

/** The line a newcomer is invited to send. */
export const SAMPLE = '报 磷石膏仓库堆放不下 生态环境局 3个工作日';

/** Another, that shows what a link of the project wants. */
const LINK_SAMPLE = '第11环节';

/** And one that makes a plan: some ten months ahead, so that it can be met. */
function planSample(now: number): string {
  const day = new Date(now + 300 * 86_400_000);
  return `倒排 投产 ${day.getUTCFullYear()}-${String(day.getUTCMonth() + 1).padStart(2, '0')}-01 施工 150日`;
}

/** A few steps for somebody who has never seen the product; shown until somebody speaks in the chat. */
export function drawGuide(desk: Desk, suggest: (text: string) => void): HTMLElement {
  const bot = desk.session.state.bot.name;
  const plan = planSample(desk.session.state.now);
  const group = desk.chat(desk.session.chatId)?.type === 'group';
  return h(
    'section',
    { class: 'guide', 'aria-label': '怎么开始' },
    h('h2', {}, `${bot}帮专班管问题清单`),
    h('p', {}, '谁办、办什么、什么时候办完，说一句话就记下；到期提醒、催办、销号都在群里完成。'),
    h(
      'button',
      { type: 'button', class: 'sample', onclick: () => suggest(SAMPLE) },
      h('span', {}, '试一试：输入'),
      h('b', {}, `「${SAMPLE}」`),
    ),
    h(
      'ol',
      {},
      h(
        'li',
        {},
        group
          ? '发出这句话（群里说话会自动 @机器人），它会回一张问题卡片。'
          : '发出这句话，它会回一张问题卡片。',
      ),
      h('li', {}, '在「我是」里换成责任单位的人，点卡片上的「签收」。'),
      h('li', {}, '点右上角「时间」往后拨，看它什么时候提醒谁。'),
      h(
        'li',
        {},
        h('span', {}, '再试一句：'),
        h('button', { type: 'button', onclick: () => suggest(LINK_SAMPLE) }, `「${LINK_SAMPLE}」`),
        h('span', {}, '，看这个环节办什么、到哪办、找谁办。'),
      ),
      h(
        'li',
        {},
        h('span', {}, '由项目秘书说'),
        h('button', { type: 'button', onclick: () => suggest(plan) }, `「${plan}」`),
        h('span', {}, '，一句话倒排整个工期。'),
      ),
    ),
  );
}
