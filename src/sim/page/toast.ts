import { h } from './dom.ts';

const SIGNS = { info: 'i', success: '✓', error: '✕', warning: '!' };
const SHOWN_MS = 3500;

/** A notice at the top of the window, like the client's; errors are read out at once. */
export function showToast(type: keyof typeof SIGNS, content: string): void {
  const region =
    document.querySelector('.toasts') ?? document.body.appendChild(h('div', { class: 'toasts' }));
  const toast = h(
    'div',
    { class: `toast ${type}`, role: type === 'error' ? 'alert' : 'status' },
    h('span', { class: 'toast-sign', 'aria-hidden': 'true' }, SIGNS[type] ?? 'i'),
    h('span', {}, content),
  );
  region.append(toast);
  while (region.children.length > 3) region.firstElementChild?.remove();
  setTimeout(() => toast.remove(), SHOWN_MS + content.length * 60);
}

/** Runs something that talks to the simulator and tells the person when it failed. */
export async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (reason) {
    showToast('error', reason instanceof Error ? reason.message : String(reason));
    return undefined;
  }
}
