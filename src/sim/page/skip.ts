import { h } from './dom.ts';

/** Shows only while the keyboard is on it: takes one past everything else to the box one writes in. */
export const drawSkip = (go: () => void): HTMLButtonElement =>
  h('button', { type: 'button', class: 'skip', onclick: go }, '跳到输入框');
