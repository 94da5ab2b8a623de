import { type Json, readObject, readString } from './read.ts';

/** Feishu's hues: pale ground, middle, and a shade dark enough for text on white or on the pale ground. */
const HUES: Record<string, [pale: string, middle: string, dark: string]> = {
  blue: ['#e1eaff', '#3370ff', '#1c4cba'],
  wathet: ['#d9f3fd', '#14c0ff', '#00678a'],
  turquoise: ['#d5f6f2', '#00d6b9', '#05675a'],
  green: ['#d9f5d6', '#34c724', '#1b6b13'],
  lime: ['#eef6c6', '#b3d600', '#576800'],
  yellow: ['#faf1d1', '#ffc60a', '#7d5a00'],
  orange: ['#feead2', '#ff8800', '#8f4e00'],
  red: ['#fde2e2', '#f54a45', '#ac2f28'],
  carmine: ['#fce0ef', '#f01d94', '#9e1361'],
  violet: ['#f8def8', '#d136d1', '#8c218c'],
  purple: ['#ece2fe', '#7f3bf5', '#4e1ba7'],
  indigo: ['#e0e2fa', '#4954e6', '#2933a7'],
  grey: ['#f0f1f3', '#8f959e', '#5c626b'],
  neutral: ['#eff0f1', '#8f959e', '#51565d'],
  sunflower: ['#fff6c2', '#ffe600', '#6b6000'],
};

const RGB = /^rgba?\(\s*\d{1,3}\s*,\s*\d{1,3}\s*,\s*\d{1,3}\s*(?:,\s*[\d.]+\s*)?\)$/;
const SHADE = /^([a-z]+)-(\d{2,3})$/;

export type Use = 'text' | 'ground' | 'middle';

/**
 * CSS colour for a name of Feishu's palette (`red`, `blue-50`), `rgba(…)` or a name from `config.style.color`.
 * Undefined for `default` and for anything unknown, so that nothing else can reach a style.
 */
export function readColor(value: unknown, use: Use, style: Json = {}): string | undefined {
  const name = readString(value)?.trim();
  if (!name || name === 'default') return undefined;
  if (RGB.test(name)) return name;
  if (name === 'white' || name === 'bg-white') return '#fff';
  if (name === 'black') return '#1f2329';
  const own = readObject(readObject(style.color)[name]);
  const light = readString(own.light_mode) ?? readString(own.light);
  if (light) return readColor(light, use);
  const shade = SHADE.exec(name);
  if (shade) return mixShade(shade[1] ?? '', Number(shade[2]));
  const hue = findHue(name);
  if (!hue) return undefined;
  if (use === 'text') return hue[2];
  return use === 'middle' || (use === 'ground' && name !== 'grey' && name !== 'neutral') ? hue[1] : hue[0];
}

function findHue(name: string): (typeof HUES)[string] | undefined {
  return Object.hasOwn(HUES, name) ? HUES[name] : undefined;
}

/** Pale ground and dark text of a tag, a header or an alert. */
export function readTint(name: unknown): { ground: string; text: string } | undefined {
  const hue = findHue(readString(name) ?? '');
  return hue && { ground: hue[0], text: hue[2] };
}

/** `hue-50` … `hue-900`: below 500 towards white, above towards black. */
function mixShade(name: string, level: number): string | undefined {
  const middle = findHue(name)?.[1];
  if (!middle) return undefined;
  if (level === 500) return middle;
  const share =
    level < 500 ? Math.max(8, Math.round((level / 500) * 85)) : Math.round(100 - (level - 500) / 7);
  return `color-mix(in srgb, ${middle} ${share}%, ${level < 500 ? '#fff' : '#10131a'})`;
}
