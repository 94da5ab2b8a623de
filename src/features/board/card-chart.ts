/** The plan against what was done, as a chart in a card: a pale broad bar under a dark narrow one, and today. Pure. */

import type { Chart } from '../../cards/element.ts';
import { rowName } from '../../cards/words-weather.ts';
import type { BoardView, Span } from '../../domain/plan/board.ts';
import { addDays, type Day, daysBetween, epochDay } from '../../domain/time.ts';
import { clip } from '../../text/escape.ts';
import { BOARD } from './words.ts';

const PLANNED = '#b7c6dd';
const CRITICAL = '#7d97c2';
const CRITICAL_EDGE = '#2f4f86';
const ACTUAL = '#1456b8';
const TODAY = '#c02a26';
const NODE = '#0b7a45';
/** Longer names leave no room for bars on a phone; the list below has them whole. */
const NAME = 11;
const ROW_PX = 24;

/** Midnight of the day by the clock the axis is labelled with. */
const at = (day: Day) => epochDay(day) * 86_400_000;

/** Rows without any bar are left out: they stand in the list. */
export function boardChart(view: BoardView): Chart | undefined {
  const rows = view.rows.filter((row) => row.planned !== null || row.actual.length > 0);
  if (rows.length === 0) return undefined;
  const name = (row: (typeof rows)[number]) => clip(rowName(row), NAME);
  const bar = (n: string, { from, to }: Span) => ({ n, a: at(from), b: at(addDays(to, 1)) });
  const planned = (critical: boolean) =>
    rows.flatMap((row) => (row.planned && row.critical === critical ? [bar(name(row), row.planned)] : []));
  const actual = rows.flatMap((row) => row.actual.map((span) => bar(name(row), span)));
  const room = Math.max(2, Math.ceil(daysBetween(view.range.from, view.range.to) * 0.04));
  const series = (dataId: string, label: string, barWidth: number, fill: string, edge = fill) => ({
    type: 'rangeColumn',
    name: label,
    dataId,
    direction: 'horizontal',
    xField: ['a', 'b'],
    yField: 'n',
    barWidth,
    bar: { style: { fill, stroke: edge, lineWidth: 1, cornerRadius: 2 } },
    tooltip: { visible: false },
  });
  const mark = (
    x: number,
    label: string,
    stroke: string,
    dash: number[],
    position: 'insideEndBottom' | 'insideEndTop' = 'insideEndBottom',
  ) => ({
    x,
    line: { style: { stroke, lineWidth: 2, lineDash: dash } },
    label: {
      text: label,
      position,
      style: { fill: stroke, fontSize: 12, fontWeight: 'bold' },
    },
    endSymbol: { visible: false },
  });
  const reached = view.nodes.flatMap((node) => {
    const day = node.actualOn ?? node.plannedOn;
    return day === null ? [] : [mark(at(addDays(day, 1)), node.name, NODE, [6, 4])];
  });
  // The word stands left of its line, where a node soon to come would cover it; right of it when one is just over.
  const all = daysBetween(view.range.from, view.range.to);
  const justOver = view.nodes.some(({ plannedOn, actualOn }) => {
    const ago = daysBetween(actualOn ?? plannedOn ?? view.range.from, view.today);
    return (actualOn ?? plannedOn) !== null && ago >= 0 && ago < all * 0.32;
  });
  const todayAt = justOver ? 'insideEndBottom' : 'insideEndTop';
  const domain = rows.map(name);
  const data = [
    { id: 'planned', values: planned(false) },
    { id: 'critical', values: planned(true) },
    { id: 'actual', values: actual },
  ];
  const oneYear = daysBetween(view.range.from, view.range.to) < 330;
  return {
    tag: 'chart',
    height: `${Math.min(999, 96 + rows.length * ROW_PX)}px`,
    preview: true,
    chart_spec: {
      type: 'common',
      padding: { top: 4, right: 16, bottom: 4, left: 4 },
      data,
      series: [
        series('planned', BOARD.chart.planned, 15, PLANNED),
        series('critical', BOARD.chart.critical, 15, CRITICAL, CRITICAL_EDGE),
        series('actual', BOARD.chart.actual, 7, ACTUAL),
      ].filter(({ dataId }) => data.some(({ id, values }) => id === dataId && values.length > 0)),
      axes: [
        {
          orient: 'left',
          type: 'band',
          inverse: true,
          domain,
          label: { style: { fontSize: 12, fill: '#1f2329' } },
        },
        {
          orient: 'bottom',
          type: 'time',
          zero: false,
          nice: false,
          min: at(addDays(view.range.from, -room)),
          max: at(addDays(view.range.to, room)),
          layers: [{ tickCount: 6, timeFormat: oneYear ? '%m-%d' : '%Y-%m', timeFormatMode: 'utc' }],
          label: { style: { fontSize: 11 } },
          grid: { visible: true },
        },
      ],
      markLine: [mark(at(view.today), BOARD.chart.today, TODAY, [], todayAt), ...reached],
      legends: { visible: true, orient: 'top', position: 'start', select: false, hover: false },
    },
  };
}
