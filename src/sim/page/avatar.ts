import { h } from './dom.ts';

const HUES = ['#2d69f5', '#0b7b8e', '#288039', '#b35309', '#c2255c', '#7048e8', '#9c36b5', '#5c6b7a'];

/** Round avatar with the surname, in a colour that stays with the person. */
export function drawAvatar(
  name: string,
  seed: string,
  size: 'large' | 'medium' | 'small' = 'medium',
): HTMLElement {
  return h(
    'span',
    { class: `avatar ${size}`, style: `background:${HUES[hash(seed) % HUES.length]}`, 'aria-hidden': 'true' },
    [...name.trim()][0] ?? '?',
  );
}

/** The bot's avatar: a square-cornered sign no person has. */
export function drawBotAvatar(): HTMLElement {
  return h('span', { class: 'avatar medium bot', 'aria-hidden': 'true' }, '秘');
}

/** A group's avatar. */
export function drawGroupAvatar(name: string, seed: string): HTMLElement {
  const avatar = drawAvatar(name, seed);
  avatar.classList.add('group');
  return avatar;
}

function hash(seed: string): number {
  let value = 7;
  for (const character of seed) value = (value * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return value;
}
