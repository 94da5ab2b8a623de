import { fill, h } from '../dom.ts';

/**
 * Shows rows a page at a time: calls `show(from, to)` at once and on every turn. Returns the buttons, or
 * undefined when one page is enough.
 */
export function drawPages(
  total: number,
  size: number,
  show: (from: number, to: number) => void,
): HTMLElement | undefined {
  const last = Math.max(0, Math.ceil(total / size) - 1);
  show(0, Math.min(size, total));
  if (last === 0) return undefined;
  let page = 0;
  const label = h('span', { 'aria-live': 'polite' });
  const back = h(
    'button',
    { type: 'button', class: 'turn', 'aria-label': '上一页', onclick: () => turn(-1) },
    '‹',
  );
  const next = h(
    'button',
    { type: 'button', class: 'turn', 'aria-label': '下一页', onclick: () => turn(1) },
    '›',
  );
  const turn = (step: number) => {
    page = Math.max(0, Math.min(last, page + step));
    back.disabled = page === 0;
    next.disabled = page === last;
    fill(label, `${page + 1} / ${last + 1}`);
    if (step !== 0) show(page * size, Math.min(total, (page + 1) * size));
  };
  turn(0);
  return h('div', { class: 'pages' }, h('span', { class: 'total' }, `共 ${total} 条`), back, label, next);
}
