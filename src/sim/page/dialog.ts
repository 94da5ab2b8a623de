import { type Child, h } from './dom.ts';

/** Asks with 取消 and 确定 and resolves what was chosen; Esc means 取消. */
export function askConfirm(title: string, text: string): Promise<boolean> {
  return openDialog(title || '请确认', '确定', h('p', { class: 'dialog-text' }, text));
}

/** A dialogue with any content. `ready` may refuse 确定 while something is missing. */
export function openDialog(
  title: string,
  agree: string,
  content: Child,
  ready: () => boolean = () => true,
): Promise<boolean> {
  return new Promise((resolve) => {
    const finish = (answer: boolean) => {
      if (answer && !ready()) return;
      dialog.close();
      dialog.remove();
      resolve(answer);
    };
    const ok = h('button', { type: 'button', class: 'button primary', onclick: () => finish(true) }, agree);
    const dialog = h(
      'dialog',
      { class: 'dialog', 'aria-label': title, oncancel: () => finish(false) },
      h('h2', {}, title),
      content,
      h(
        'div',
        { class: 'dialog-actions' },
        h('button', { type: 'button', class: 'button', onclick: () => finish(false) }, '取消'),
        ok,
      ),
    );
    document.body.append(dialog);
    dialog.showModal();
    (dialog.querySelector('input') ?? ok).focus();
  });
}
