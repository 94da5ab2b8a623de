import { api } from './api.ts';
import { h } from './dom.ts';
import { attempt, showToast } from './toast.ts';

const SWITCHES: { kind: string; label: string; about: string }[] = [
  { kind: 'http429', label: '429', about: '飞书说太频繁' },
  { kind: 'http500', label: '500', about: '飞书内部错误' },
  { kind: 'resetBefore', label: '断开', about: '连接中断' },
];

/** Switches that make every API of the platform fail, to see the bot make up for it afterwards. */
export function mountFaults(): HTMLElement {
  const on = new Set<string>();
  const apply = async () => {
    await attempt(async () => {
      await api.clearFaults();
      for (const { kind } of SWITCHES.filter((one) => on.has(one.kind)))
        await api.addFault({ kind, api: '*' });
    });
  };
  const buttons = SWITCHES.map(({ kind, label, about }) => {
    const button = h(
      'button',
      { type: 'button', class: 'switch-button', 'aria-pressed': 'false', title: about },
      label,
    );
    button.addEventListener('click', () => {
      if (!on.delete(kind)) on.add(kind);
      button.setAttribute('aria-pressed', String(on.has(kind)));
      void apply();
    });
    return button;
  });
  const expire = async () => {
    await attempt(async () => {
      await api.addFault({ kind: 'tokenExpired', api: '*', times: 1 });
      showToast('info', '下一次调用时令牌会失效一次');
    });
  };
  const once = h(
    'button',
    { type: 'button', class: 'switch-button', title: '只失效一次', onclick: () => void expire() },
    '令牌过期',
  );
  return h(
    'section',
    { class: 'panel-part' },
    h('h2', {}, '故障'),
    h('p', { class: 'panel-hint' }, '打开后机器人调用飞书会失败；关掉，看它怎么补上。'),
    h('div', { class: 'switches' }, ...buttons, once),
  );
}
