/** ☀ ⛅ 🌧 drawn, as Feishu does it: few machines without a desktop have a font with them. */
import { h } from '../dom.ts';

const NAMESPACE = 'http://www.w3.org/2000/svg';
const SUN = '#e08600';
const CLOUD = '#7d8aa0';
const RAIN = '#3b74c9';

/** Filled shapes and strokes on a 24 × 24 field, the later above. */
const SHAPES: Readonly<Record<string, readonly { d: string; fill?: string; stroke?: string }[]>> = {
  '☀': [
    { d: 'M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10z', fill: SUN },
    {
      d: 'M12 1.5v3M12 19.5v3M1.5 12h3M19.5 12h3M4.6 4.6l2.1 2.1M17.3 17.3l2.1 2.1M4.6 19.4l2.1-2.1M17.3 6.7l2.1-2.1',
      stroke: SUN,
    },
  ],
  '⛅': [
    { d: 'M9 3a5 5 0 1 0 0 10 5 5 0 0 0 0-10z', fill: SUN },
    { d: 'M7 21a4.3 4.3 0 0 1-.4-8.6 5.6 5.6 0 0 1 10.7-1.3A5 5 0 0 1 18 21z', fill: CLOUD },
  ],
  '🌧': [
    { d: 'M6 15.5a4.5 4.5 0 0 1-.4-9A6 6 0 0 1 17 5.1a5.2 5.2 0 0 1 1 10.4z', fill: CLOUD },
    { d: 'M8 17.5l-1 4M12.5 17.5l-1 4M17 17.5l-1 4', stroke: RAIN },
  ],
};

function drawSign(sign: string): HTMLElement {
  const svg = document.createElementNS(NAMESPACE, 'svg');
  for (const [name, value] of Object.entries({ viewBox: '0 0 24 24', 'aria-hidden': 'true' }))
    svg.setAttribute(name, value);
  for (const { d, fill = 'none', stroke = 'none' } of SHAPES[sign] ?? []) {
    const path = document.createElementNS(NAMESPACE, 'path');
    const look = { d, fill, stroke, 'stroke-width': '2', 'stroke-linecap': 'round' };
    for (const [name, value] of Object.entries(look)) path.setAttribute(name, value);
    svg.append(path);
  }
  // The character stays to be read and copied.
  return h('span', { class: 'sky' }, svg, h('span', { class: 'sky-text' }, sign));
}

/** A text with these signs drawn where they stand. */
export function drawSigns(text: string): Node {
  const whole = document.createDocumentFragment();
  for (const part of text.split(/(☀|⛅|🌧)\ufe0f?/u))
    if (part !== '') whole.append(part in SHAPES ? drawSign(part) : part);
  return whole;
}
