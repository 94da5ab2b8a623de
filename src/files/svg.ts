/** Pieces of drawings as SVG: text, bars and lines on a white sheet, the signs of the weather. Pure. */
import type { Weather } from '../domain/plan/model.ts';
import { fitText } from './gantt-scale.ts';

export const INK = '#1f2329';
export const PALE = '#646a73';
export const LATE = '#c02a26';
export const WEATHER_COLORS: Record<Weather, string> = { sun: '#e08600', cloud: '#5b6b82', rain: LATE };
export const FONT = "'Noto Sans CJK SC','PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif";

/** Markup characters as entities; what XML does not allow at all is left out. */
export function xml(text: string): string {
  return text
    .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** A number short enough for an attribute. */
export const n = (value: number) => String(Math.round(value * 100) / 100);

export interface TextLook {
  size: number;
  color?: string;
  anchor?: 'start' | 'middle' | 'end';
  bold?: boolean;
  /** Cut to this width. */
  width?: number;
}

export function text(x: number, y: number, said: string, look: TextLook): string {
  const { size, color = INK, anchor = 'start', bold = false, width } = look;
  const shown = width === undefined ? said : fitText(said, width, size);
  // The one weight there is, made bolder by its outline.
  const weight = bold ? ` stroke="${color}" stroke-width="${(size / 32).toFixed(2)}"` : '';
  return `<text x="${n(x)}" y="${n(y)}" font-size="${n(size)}" fill="${color}" text-anchor="${anchor}"${weight}>${xml(shown)}</text>`;
}

export function bar(x: number, y: number, width: number, height: number, fill: string, edge = ''): string {
  const radius = Math.min(3, height / 2);
  const edged = edge === '' ? '' : ` stroke="${edge}" stroke-width="2"`;
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(Math.max(2, width))}" height="${n(height)}" rx="${n(radius)}" fill="${fill}"${edged}/>`;
}

export function line(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  color: string,
  width = 1,
  dash = '',
): string {
  const dashed = dash === '' ? '' : ` stroke-dasharray="${dash}"`;
  return `<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" stroke="${color}" stroke-width="${width}"${dashed}/>`;
}

/** ☀ ⛅ 🌧 drawn, since few fonts have them; centre and radius. */
export function weatherSign(weather: Weather, x: number, y: number, r: number): string {
  const color = WEATHER_COLORS[weather];
  const cloud = `<path d="M${n(x - r * 0.9)} ${n(y + r * 0.45)}a${n(r * 0.45)} ${n(r * 0.45)} 0 0 1 ${n(r * 0.2)} ${n(-r * 0.88)}a${n(r * 0.62)} ${n(r * 0.62)} 0 0 1 ${n(r * 1.18)} ${n(-r * 0.02)}a${n(r * 0.46)} ${n(r * 0.46)} 0 0 1 ${n(r * 0.3)} ${n(r * 0.9)}z" fill="${color}"/>`;
  if (weather === 'cloud') return cloud;
  if (weather === 'rain') {
    const drops = [-0.5, 0, 0.5].map((at) =>
      line(x + r * at, y + r * 0.6, x + r * (at - 0.12), y + r * 1.05, color, Math.max(1.5, r / 7)),
    );
    return cloud + drops.join('');
  }
  const rays = Array.from({ length: 8 }, (_, i) => {
    const [cos, sin] = [Math.cos((i * Math.PI) / 4), Math.sin((i * Math.PI) / 4)];
    const at = (length: number) => [x + cos * r * length, y + sin * r * length] as const;
    return line(...at(0.72), ...at(1.05), color, Math.max(1.5, r / 7));
  });
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r * 0.52)}" fill="${color}"/>${rays.join('')}`;
}
