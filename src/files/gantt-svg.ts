/**
 * A project's plan against what was done, as SVG in the format of an A3 sheet in landscape. Pure; drawn by browsers on
 * the page and made a picture by gantt-png.ts. No colour alone carries a meaning: it is said in words, too.
 */
import type { BoardNode, BoardRow, BoardView } from '../domain/plan/board.ts';
import { addDays } from '../domain/time.ts';
import { drawFlags, drawMonths, endOf, type Flag, flagsHeight, MONTHS_HEIGHT } from './gantt-axis.ts';
import { headFitting, type Scale, scaleOf, textWidth } from './gantt-scale.ts';
import { bar, FONT, INK, LATE, line, n, PALE, text, WEATHER_COLORS, weatherSign, xml } from './svg.ts';

/** All that is said on the sheet. */
export interface GanttWords {
  title: string;
  subtitle: string;
  weather: string;
  legend: { planned: string; critical: string; actual: string; late: string };
  /** At the right of the legend: which plan, when it was drawn. */
  source: string;
  /** At the bottom, one line each: lights, and what holds the project back. */
  notes: readonly { said: string; bad: boolean }[];
  /** At the day of today. */
  today: string;
  /** At the head: the node's name with its day, how far away it is, and beside it. `flag`: at its line; `expected`: at the line of the day it is expected, '' when there is none. */
  node: (node: BoardNode) => { head: string; left: string; more: string; flag: string; expected: string };
  /** `detail`: a second line where there is room. */
  row: (row: BoardRow) => { name: string; state: string; detail: string };
  stage: (code: string) => string;
}

export const SHEET = { width: 1680, height: 1188 };
const EDGE = 40;
const HEAD = 190;
const NOTE = 30;
const NAMES = 400;
const STATES = 190;
const PLANNED = '#b7c6dd';
const CRITICAL = '#7d97c2';
/** On a printer without colours, too, the chain stands out. */
const CRITICAL_EDGE = '#2f4f86';
const DONE = '#1456b8';
const NODE = '#0b7a45';
const EXPECTED = '#9a4d00';
/** Taller rows and bars look like blocks, not like a chart. */
const MOST_ROW = 130;
const MOST_STAGE = 46;
const MOST_BAR = 38;
const MOST_TEXT = 28;
/** From this height on a row has its second line. */
const TWO_LINES = 56;

/** @returns a whole SVG document */
export function ganttSvg(view: BoardView, words: GanttWords): string {
  const notes = words.notes.slice(0, 5);
  const foot = SHEET.height - 46 - notes.length * NOTE;
  const right = SHEET.width - EDGE - STATES;
  const x = EDGE + NAMES;
  const { scale, shown } = scaleOf(view.range, right - x);
  const at: Scale = (day) => x + scale(day);
  const flags = flagsOf(view, at, words);
  const top = HEAD + MONTHS_HEIGHT + flagsHeight(flags);
  const { stageHeight, height } = heightsOf(view, foot - 14 - top);
  let y = top;
  const body: string[] = [];
  for (const { code } of view.stages) {
    const rows = view.rows.filter(({ stage }) => stage === code);
    if (rows.length === 0) continue;
    body.push(
      `<rect x="${EDGE}" y="${n(y)}" width="${SHEET.width - 2 * EDGE}" height="${n(stageHeight)}" fill="#eef1f6"/>`,
      text(EDGE + 8, y + stageHeight * 0.72, words.stage(code), {
        size: Math.min(MOST_TEXT, stageHeight * 0.62),
        bold: true,
      }),
    );
    y += stageHeight;
    for (const row of rows) {
      body.push(rowOf(row, { y, height, at, words }));
      y += height;
    }
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SHEET.width} ${SHEET.height}" font-family="${FONT}" role="img">`,
    `<title>${xml(words.title)}</title>`,
    `<rect width="${SHEET.width}" height="${SHEET.height}" fill="#fff"/>`,
    headOf(view, words),
    ...drawMonths(shown, at, HEAD, { x, right, y: top, end: y }),
    ...body,
    ...drawFlags(flags, top, y),
    footOf(words, notes, foot),
    '</svg>',
  ].join('');
}

/** Rows fill the sheet, as far as they still look like rows. */
function heightsOf(view: BoardView, room: number): { stageHeight: number; height: number } {
  const stages = view.stages.filter(({ code }) => view.rows.some(({ stage }) => stage === code)).length;
  const rows = Math.max(1, view.rows.length);
  const stageHeight = Math.min(MOST_STAGE, room / (rows + stages));
  return { stageHeight, height: Math.min(MOST_ROW, (room - stages * stageHeight) / rows) };
}

function flagsOf(view: BoardView, at: Scale, words: GanttWords): Flag[] {
  const nodes = view.nodes.flatMap((node): Flag[] => {
    const day = node.actualOn ?? node.plannedOn;
    const { flag, expected } = words.node(node);
    const dash = node.actualOn === null ? '8 5' : '';
    return [
      ...(day === null ? [] : [{ x: endOf(day, at), said: flag, color: NODE, dash, width: 2 }]),
      ...(node.expectedOn === null || expected === ''
        ? []
        : [{ x: endOf(node.expectedOn, at), said: expected, color: EXPECTED, dash: '2 4', width: 3 }]),
    ];
  });
  return [...nodes, { x: at(view.today), said: words.today, color: LATE, dash: '', width: 3 }];
}

/** A block at the right of the head: name and day of a node, how far away it is, and what more is to say. */
function nodeBlock(node: BoardNode, x: number, width: number, words: GanttWords): string {
  const { head, left, more } = words.node(node);
  const late = node.actualOn === null && node.days !== null && node.days < 0;
  const inner = width - 32;
  return [
    `<rect x="${n(x)}" y="${EDGE - 10}" width="${n(width)}" height="120" rx="8" fill="#f2f4f8"/>`,
    text(x + 16, EDGE + 22, head, { size: 23, color: PALE, width: inner }),
    text(x + 16, EDGE + 64, left, { size: 36, color: late ? LATE : INK, bold: true, width: inner }),
    text(x + 16, EDGE + 96, more, { size: 20, color: node.expectedOn ? EXPECTED : PALE, width: inner }),
  ].join('');
}

function headOf(view: BoardView, words: GanttWords): string {
  const nodes = view.nodes.filter((node) => node.plannedOn !== null || node.actualOn !== null).slice(0, 3);
  const block = nodes.length > 2 ? 300 : 380;
  const blocks = nodes.map((node, i) =>
    nodeBlock(node, SHEET.width - EDGE - (nodes.length - i) * (block + 16) + 16, block, words),
  );
  const left = SHEET.width - 2 * EDGE - nodes.length * (block + 16);
  const size = Math.min(46, (left - 16) / Math.max(1, textWidth(words.title)));
  const { weather } = view;
  // A name too long for one line stands on two.
  const first = size < 30 ? headFitting(words.title, left - 16, 30) : words.title;
  const title =
    size < 30
      ? [
          text(EDGE, EDGE + 18, first, { size: 30, bold: true }),
          text(EDGE, EDGE + 56, words.title.slice(first.length), { size: 30, bold: true, width: left - 16 }),
        ]
      : [text(EDGE, EDGE + 36, words.title, { size, bold: true })];
  return [
    ...title,
    text(EDGE, EDGE + (size < 30 ? 92 : 80), words.subtitle, { size: 24, color: PALE, width: left }),
    ...(weather ? [weatherSign(weather.weather, EDGE + 20, EDGE + 126, 19)] : []),
    text(EDGE + (weather ? 52 : 0), EDGE + 135, words.weather, {
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
  const { name, state, detail } = words.row(row);
  const two = height >= TWO_LINES && detail !== '';
  const size = Math.min(MOST_TEXT, height * (height >= TWO_LINES ? 0.36 : 0.62));
  // A long name in slightly smaller letters rather than cut.
  const nameSize = Math.max(Math.min(size, 19), Math.min(size, (NAMES - 48) / Math.max(1, textWidth(name))));
  const middle = y + height / 2;
  const base = two ? middle - size * 0.12 : middle + size * 0.36;
  const over = row.state === 'unconcerned' || row.state === 'done';
  const { planned, weather } = row;
  const late = weather?.weather === 'rain';
  const parts = [line(EDGE, y + height, SHEET.width - EDGE, y + height, '#edeff2')];
  if (weather)
    parts.push(weatherSign(weather.weather, EDGE + 12, base - size * 0.34, Math.min(13, height * 0.34)));
  parts.push(
    text(EDGE + 32, base, name, {
      size: nameSize,
      color: row.state === 'unconcerned' ? PALE : INK,
      width: NAMES - 44,
    }),
    text(SHEET.width - EDGE, middle + size * 0.33, state, {
      size: Math.min(24, size * 0.92),
      anchor: 'end',
      color: late ? LATE : over ? PALE : INK,
      bold: late,
      width: STATES - 8,
    }),
  );
  if (two)
    parts.push(
      text(EDGE + 32, middle + size * 1.04, detail, { size: size * 0.76, color: PALE, width: NAMES - 44 }),
    );
  const tall = Math.min(MOST_BAR, height * 0.68);
  const thin = tall * 0.41;
  const width = (from: string, to: string) => endOf(to, at) - at(from);
  if (planned) {
    const fill = row.critical ? CRITICAL : PLANNED;
    const edge = row.critical ? CRITICAL_EDGE : '';
    parts.push(bar(at(planned.from), middle - tall / 2, width(planned.from, planned.to), tall, fill, edge));
  }
  for (const { from, to } of row.actual) {
    parts.push(bar(at(from), middle - thin / 2, width(from, to), thin, DONE));
    if (planned === null || to <= planned.to) continue;
    const since = from > planned.to ? from : addDays(planned.to, 1);
    parts.push(bar(at(since), middle - thin / 2, width(since, to), thin, LATE));
  }
  return parts.join('');
}

function footOf({ legend, source }: GanttWords, notes: GanttWords['notes'], y: number): string {
  let x = EDGE;
  const entry = (sign: (x: number) => string, said: string) => {
    const drawn = sign(x) + text(x + 58, y + 18, said, { size: 20, color: PALE });
    x += 58 + textWidth(said) * 20 + 36;
    return drawn;
  };
  const entries = [
    entry((at) => bar(at, y + 2, 48, 18, PLANNED), legend.planned),
    entry((at) => bar(at, y + 2, 48, 18, CRITICAL, CRITICAL_EDGE), legend.critical),
    entry((at) => bar(at, y + 7, 48, 8, DONE), legend.actual),
    entry((at) => bar(at, y + 7, 48, 8, LATE), legend.late),
  ];
  return [
    ...entries,
    text(SHEET.width - EDGE, y + 18, source, {
      size: 20,
      color: PALE,
      anchor: 'end',
      width: SHEET.width - EDGE - x,
    }),
    ...notes.map(({ said, bad }, i) =>
      text(EDGE, y + 52 + i * NOTE, said, {
        size: 22,
        color: bad ? LATE : INK,
        width: SHEET.width - 2 * EDGE,
      }),
    ),
  ].join('');
}
