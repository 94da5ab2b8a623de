/**
 * A project's plan against what was done, as SVG in the format of an A3 sheet in landscape. Pure; drawn by browsers on
 * the page and made a picture by gantt-png.ts. No colour alone carries a meaning: it is said in words, too.
 */
import type { BoardNode, BoardRow, BoardView } from '../domain/plan/board.ts';
import type { Weather } from '../domain/plan/model.ts';
import { addDays, type Day } from '../domain/time.ts';
import { fitText, monthsWithin, type Scale, scaleOf, textWidth } from './gantt-scale.ts';

/** All that is said on the sheet. */
export interface GanttWords {
  title: string;
  subtitle: string;
  weather: string;
  legend: { planned: string; critical: string; actual: string; late: string; today: string };
  /** At the bottom, one line each: lights, what holds it back, when it was drawn. */
  notes: readonly string[];
  month: (day: Day) => string;
  /** The node's name with its day, and how far away it is. */
  node: (node: BoardNode) => { name: string; day: string; left: string; working: string };
  row: (row: BoardRow) => { name: string; state: string };
  stage: (code: string) => string;
}

export const SHEET = { width: 1680, height: 1188 };
const EDGE = 40;
const HEAD = 196;
const FOOT = 128;
const NAMES = 400;
const STATES = 190;
const INK = '#1f2329';
const PALE = '#646a73';
const LINE = '#d0d4da';
const PLANNED = '#b7c6dd';
const CRITICAL = '#7d97c2';
const DONE = '#1456b8';
const LATE = '#c02a26';
export const WEATHER_COLORS: Record<Weather, string> = { sun: '#e08600', cloud: '#5b6b82', rain: LATE };
const FONT = "'Noto Sans CJK SC','PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif";

/** Markup characters as entities; what XML does not allow at all is left out. */
export function xml(text: string): string {
  return text
    .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

interface TextLook {
  size: number;
  color?: string;
  anchor?: 'start' | 'middle' | 'end';
  bold?: boolean;
  /** Cut to this width. */
  width?: number;
}

function text(x: number, y: number, said: string, look: TextLook): string {
  const { size, color = INK, anchor = 'start', bold = false, width } = look;
  const shown = width === undefined ? said : fitText(said, width, size);
  // The one weight there is, made bolder by its outline.
  const weight = bold ? ` stroke="${color}" stroke-width="${(size / 32).toFixed(2)}"` : '';
  return `<text x="${n(x)}" y="${n(y)}" font-size="${n(size)}" fill="${color}" text-anchor="${anchor}"${weight}>${xml(shown)}</text>`;
}

const n = (value: number) => String(Math.round(value * 100) / 100);

function bar(x: number, y: number, width: number, height: number, fill: string): string {
  const radius = Math.min(3, height / 2);
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(Math.max(2, width))}" height="${n(height)}" rx="${n(radius)}" fill="${fill}"/>`;
}

function line(x1: number, y1: number, x2: number, y2: number, color: string, width = 1, dash = ''): string {
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

/** A block at the right of the head: name and day of a node, and how far away it is. */
function nodeBlock(node: BoardNode, x: number, width: number, words: GanttWords): string {
  const { name, day, left, working } = words.node(node);
  const late = node.actualOn === null && node.days !== null && node.days < 0;
  return [
    `<rect x="${n(x)}" y="${EDGE}" width="${n(width)}" height="104" rx="8" fill="#f2f4f8"/>`,
    text(x + 16, EDGE + 36, `${name} ${day}`, { size: 24, color: PALE, width: width - 32 }),
    text(x + 16, EDGE + 82, left, { size: 36, color: late ? LATE : INK, bold: true, width: width - 32 }),
    text(x + width - 14, EDGE + 82, working, { size: 20, color: PALE, anchor: 'end' }),
  ].join('');
}

/** @returns a whole SVG document */
export function ganttSvg(view: BoardView, words: GanttWords): string {
  const chart = { x: EDGE + NAMES, y: HEAD + 60, width: SHEET.width - 2 * EDGE - NAMES - STATES };
  const bottom = SHEET.height - FOOT - 16;
  const { scale, shown } = scaleOf(view.range, chart.width);
  const at: Scale = (day) => chart.x + scale(day);
  const stages = view.stages.filter(({ code }) => view.rows.some((row) => row.stage === code));
  const lines = view.rows.length + stages.length;
  const height = Math.min(40, (bottom - chart.y) / Math.max(1, lines));
  const end = chart.y + height * lines;

  let free = 0;
  const grid = monthsWithin(shown, 14).map((day) => {
    const x = at(day);
    const rule = line(x, chart.y - 8, x, end, LINE);
    // 2027年1月 is wider than its month: the next name is left out, for two on top of each other read as another month.
    if (x < free) return rule;
    const name = words.month(day);
    free = x + 4 + textWidth(name) * 20;
    return rule + text(x + 4, chart.y - 14, name, { size: 20, color: PALE });
  });
  let y = chart.y;
  const body: string[] = [];
  for (const { code } of stages) {
    body.push(
      `<rect x="${EDGE}" y="${n(y)}" width="${SHEET.width - 2 * EDGE}" height="${n(height)}" fill="#eef1f6"/>`,
      text(EDGE + 8, y + height * 0.72, words.stage(code), { size: Math.min(22, height * 0.62), bold: true }),
    );
    y += height;
    for (const row of view.rows.filter(({ stage }) => stage === code)) {
      body.push(rowOf(row, { y, height, at, words }));
      y += height;
    }
  }
  const marks = [
    ...view.nodes.flatMap((node) => nodeLine(node, at, chart.y, end)),
    line(at(view.today), chart.y - 8, at(view.today), end, LATE, 3),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SHEET.width} ${SHEET.height}" font-family="${FONT}" role="img">`,
    `<title>${xml(words.title)}</title>`,
    `<rect width="${SHEET.width}" height="${SHEET.height}" fill="#fff"/>`,
    headOf(view, words),
    ...grid,
    ...body,
    ...marks,
    footOf(words, SHEET.height - FOOT),
    '</svg>',
  ].join('');
}

function headOf(view: BoardView, words: GanttWords): string {
  const nodes = view.nodes.filter((node) => node.plannedOn !== null || node.actualOn !== null).slice(0, 3);
  const block = nodes.length > 2 ? 300 : 380;
  const blocks = nodes.map((node, i) =>
    nodeBlock(node, SHEET.width - EDGE - (nodes.length - i) * (block + 16) + 16, block, words),
  );
  const left = SHEET.width - 2 * EDGE - nodes.length * (block + 16);
  const size = Math.max(30, Math.min(46, (left - 16) / Math.max(1, textWidth(words.title))));
  const { weather } = view;
  return [
    text(EDGE, EDGE + 42, words.title, { size, bold: true, width: left }),
    text(EDGE, EDGE + 84, words.subtitle, { size: 24, color: PALE, width: left }),
    ...(weather ? [weatherSign(weather.weather, EDGE + 20, EDGE + 124, 19)] : []),
    text(EDGE + (weather ? 52 : 0), EDGE + 132, words.weather, {
      size: 26,
      color: weather ? WEATHER_COLORS[weather.weather] : PALE,
      bold: weather !== null,
      width: SHEET.width - 2 * EDGE - 60,
    }),
    ...blocks,
  ].join('');
}

function rowOf(
  row: BoardRow,
  { y, height, at, words }: { y: number; height: number; at: Scale; words: GanttWords },
): string {
  const { name, state } = words.row(row);
  const size = Math.min(22, height * 0.62);
  const base = y + height * 0.68;
  const over = row.state === 'unconcerned' || row.state === 'done';
  const { planned, weather } = row;
  const parts = [line(EDGE, y + height, SHEET.width - EDGE, y + height, '#edeff2')];
  if (weather)
    parts.push(weatherSign(weather.weather, EDGE + 12, y + height / 2, Math.min(11, height * 0.34)));
  parts.push(
    text(EDGE + 32, base, name, { size, color: row.state === 'unconcerned' ? PALE : INK, width: NAMES - 44 }),
    text(SHEET.width - EDGE, base, state, {
      size: size * 0.92,
      anchor: 'end',
      color: weather?.weather === 'rain' ? LATE : over ? PALE : INK,
      bold: weather?.weather === 'rain',
      width: STATES - 8,
    }),
  );
  if (planned) {
    const fill = row.critical ? CRITICAL : PLANNED;
    const width = at(addDays(planned.to, 1)) - at(planned.from);
    parts.push(bar(at(planned.from), y + height * 0.16, width, height * 0.68, fill));
  }
  for (const actual of row.actual) {
    const width = at(addDays(actual.to, 1)) - at(actual.from);
    const late = planned !== null && actual.to > planned.to;
    parts.push(bar(at(actual.from), y + height * 0.36, width, height * 0.28, DONE));
    if (!late) continue;
    const from = actual.from > planned.to ? actual.from : addDays(planned.to, 1);
    parts.push(bar(at(from), y + height * 0.36, at(addDays(actual.to, 1)) - at(from), height * 0.28, LATE));
  }
  return parts.join('');
}

/** A dashed line at the planned day, its flag above; a full one once it has happened. */
function nodeLine(node: BoardNode, at: Scale, top: number, end: number): string[] {
  const day = node.actualOn ?? node.plannedOn;
  if (day === null) return [];
  const x = at(addDays(day, 1));
  const color = '#0b7a45';
  const flag = `<path d="M${n(x)} ${n(top - 56)}l-18 9l18 9z" fill="${color}"/>`;
  return [
    line(x, top - 56, x, end, color, 2, node.actualOn === null ? '8 5' : ''),
    flag,
    text(x - 24, top - 39, node.name, { size: 22, color, anchor: 'end', bold: true }),
  ];
}

function footOf({ legend, notes }: GanttWords, y: number): string {
  let x = EDGE;
  const entry = (sign: (x: number) => string, said: string) => {
    const drawn = sign(x) + text(x + 58, y + 18, said, { size: 20, color: PALE });
    x += 58 + textWidth(said) * 20 + 36;
    return drawn;
  };
  return [
    entry((at) => bar(at, y + 2, 48, 18, PLANNED), legend.planned),
    entry((at) => bar(at, y + 2, 48, 18, CRITICAL), legend.critical),
    entry((at) => bar(at, y + 7, 48, 8, DONE), legend.actual),
    entry((at) => bar(at, y + 7, 48, 8, LATE), legend.late),
    entry((at) => line(at + 24, y, at + 24, y + 22, LATE, 3), legend.today),
    ...notes
      .slice(0, 3)
      .map((note, i) => text(EDGE, y + 52 + i * 30, note, { size: 22, width: SHEET.width - 2 * EDGE })),
  ].join('');
}
