import { api } from './api.ts';
import { h } from './dom.ts';
import type { Desk } from './session.ts';
import { attempt } from './toast.ts';

/** The line a newcomer is invited to send. */
export const SAMPLE = '报 磷石膏仓库堆放不下 生态环境局 3个工作日';

/** Another, that shows what a link of the project wants. */
const LINK_SAMPLE = '第11环节';

/** And one for the office and leaders: in their private chat it is of the whole zone. */
const FIGURES_SAMPLE = '统计 今年';

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
      h('li', {}, ...ledgerStep(desk, group)),
      h(
        'li',
        {},
        h('span', {}, '想看数字：'),
        h('button', { type: 'button', onclick: () => suggest(FIGURES_SAMPLE) }, `「${FIGURES_SAMPLE}」`),
        h('span', {}, '，每个数都能点开看是哪几件。'),
      ),
    ),
  );
}

/** Where the demo keeps a ledger to try. */
const LEDGER = { path: '/demo/ledger.xlsx', name: '样例台账.xlsx' };

/** An office begins with the table it has: in private it is sent by one press, in a group it can be saved. */
function ledgerStep(desk: Desk, group: boolean): Node[] {
  if (group)
    return [
      h('span', {}, '手里有 Excel 台账？私聊机器人，把文件发给它说「导入」。'),
      h('a', { href: LEDGER.path, download: LEDGER.name }, '下载样例台账'),
    ];
  return [
    h('span', {}, '手里有 Excel 台账？把文件发给它，说「导入」。没有的先用这份：'),
    h('button', { type: 'button', onclick: () => void sendLedger(desk) }, '「发送样例台账」'),
  ];
}

async function sendLedger(desk: Desk): Promise<void> {
  const { viewer, chatId } = desk.session;
  if (chatId === undefined) return;
  await attempt(async () => {
    const answer = await fetch(LEDGER.path);
    if (!answer.ok) throw new Error('样例台账只在演示里有');
    const file = new File([await answer.blob()], LEDGER.name);
    await api.upload(viewer, chatId, file);
    await desk.refreshChat(chatId);
  });
}
