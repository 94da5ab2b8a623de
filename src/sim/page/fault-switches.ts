import { api } from './api.ts';
import { h } from './dom.ts';
import { attempt } from './toast.ts';

const SWITCHES: { kind: string; label: string; about: string; times?: number }[] = [
  { kind: 'http429', label: '429', about: '飞书说太频繁' },
  { kind: 'http500', label: '500', about: '飞书内部错误' },
  { kind: 'resetBefore', label: '断开', about: '连接中断' },
  { kind: 'tokenExpired', label: '令牌过期', about: '下一次调用令牌失效', times: 1 },
];

/** Switches that make every API of the platform fail, to see the bot make up for it afterwards. */
export function mountFaults(): HTMLElement {
  const on = new Set<string>();
  const apply = async () => {
    await attempt(async () => {
      await api.clearFaults();
      for (const { kind, times } of SWITCHES.filter((one) => on.has(one.kind)))
        await api.addFault({ kind, api: '*', times });
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
  return h(
    'section',
    { class: 'panel-part' },
    h('h2', {}, '故障'),
    h('p', { class: 'panel-hint' }, '打开后机器人调用飞书会失败;关掉,看它怎么补上。'),
    h('div', { class: 'switches' }, ...buttons),
  );
}
