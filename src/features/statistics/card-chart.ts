/** The charts of 统计: months as lines, units as bars, lights stacked. Pure; the same figures stand beside them in words. */
import type { Chart } from '../../cards/element.ts';
import { clip } from '../../text/escape.ts';

const RAISED = '#8ea4c8';
const CLOSED = '#0b7a45';
export const LIGHT_FILLS = {
  red: '#c02a26',
  yellow: '#e0a100',
  blue: '#2f6fd6',
  green: '#3f9d5a',
  paused: '#9aa3ad',
};
const NAME = 9;

export interface Series {
  name: string;
  fill: string;
}

export const TWO = (raised: string, closed: string): Series[] => [
  { name: raised, fill: RAISED },
  { name: closed, fill: CLOSED },
];

interface Point {
  /** Name on the axis. */
  n: string;
  /** Name of the series. */
  s: string;
  v: number;
}

function base(title: string, series: readonly Series[], values: readonly Point[]) {
  return {
    title: { visible: true, text: title, textStyle: { fontSize: 13, fill: '#1f2329' } },
    data: [{ id: 'figures', values }],
    seriesField: 's',
    color: { type: 'ordinal', domain: series.map(({ name }) => name), range: series.map(({ fill }) => fill) },
    legends: { visible: true, orient: 'bottom', position: 'middle', select: false, hover: false },
  };
}

const whole = { tick: { noDecimals: true }, label: { style: { fontSize: 11 } } };

/** Months from left to right. */
export function lineChart(title: string, series: readonly Series[], values: readonly Point[]): Chart {
  return {
    tag: 'chart',
    height: '240px',
    preview: true,
    chart_spec: {
      type: 'line',
      ...base(title, series, values),
      xField: 'n',
      yField: 'v',
      point: { visible: true },
      axes: [
        { orient: 'bottom', type: 'band', label: { style: { fontSize: 11 } } },
        { orient: 'left', type: 'linear', min: 0, ...whole },
      ],
    },
  };
}

/** One bar a name, the first at the top as VChart has it where bars lie; `stacked`: the series one after the other in it. */
export function barChart(
  title: string,
  series: readonly Series[],
  values: readonly Point[],
  stacked: boolean,
): Chart {
  const names = [...new Set(values.map(({ n }) => n))];
  const rows = stacked ? names.length : names.length * 1.6;
  return {
    tag: 'chart',
    height: `${Math.min(640, Math.round(110 + rows * 24))}px`,
    preview: true,
    chart_spec: {
      type: 'bar',
      direction: 'horizontal',
      ...base(title, series, values),
      xField: 'v',
      yField: stacked ? 'n' : ['n', 's'],
      ...(stacked && { stack: true }),
      axes: [
        { orient: 'left', type: 'band', label: { style: { fontSize: 12, fill: '#1f2329' } } },
        { orient: 'bottom', type: 'linear', min: 0, ...whole },
      ],
    },
  };
}

/** Short enough for the axis of a phone. */
export function axisName(name: string): string {
  return clip(name, NAME);
}
