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
const INK = '#1f2329';

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
    title: { visible: true, text: title, textStyle: { fontSize: 14, fill: INK } },
    data: [{ id: 'figures', values }],
    seriesField: 's',
    color: { type: 'ordinal', domain: series.map(({ name }) => name), range: series.map(({ fill }) => fill) },
    legends: { visible: true, orient: 'bottom', position: 'middle', select: false, hover: false },
  };
}

/** What an axis counts, beside it. */
const titled = (text: string) => ({ title: { visible: true, text, style: { fontSize: 12, fill: INK } } });
const whole = (unit: string) => ({
  tick: { noDecimals: true },
  label: { style: { fontSize: 12, fill: INK } },
  ...titled(unit),
});

/** Names of both axes; the unit is that of the figures. */
export interface AxisNames {
  names: string;
  unit: string;
}

/** Months from left to right. */
export function lineChart(
  title: string,
  series: readonly Series[],
  values: readonly Point[],
  axes: AxisNames,
): Chart {
  return {
    tag: 'chart',
    height: '260px',
    preview: true,
    chart_spec: {
      type: 'line',
      ...base(title, series, values),
      xField: 'n',
      yField: 'v',
      point: { visible: true },
      axes: [
        {
          orient: 'bottom',
          type: 'band',
          label: { style: { fontSize: 12, fill: INK } },
          ...titled(axes.names),
        },
        { orient: 'left', type: 'linear', min: 0, ...whole(axes.unit) },
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
  axes: AxisNames,
): Chart {
  const names = [...new Set(values.map(({ n }) => n))];
  // Title, axis and legend; five lights need two rows on a phone.
  const around = stacked ? 190 : 150;
  const rows = stacked ? names.length : names.length * 1.6;
  return {
    tag: 'chart',
    height: `${Math.min(640, Math.round(around + rows * 24))}px`,
    preview: true,
    chart_spec: {
      type: 'bar',
      direction: 'horizontal',
      ...base(title, series, values),
      xField: 'v',
      yField: stacked ? 'n' : ['n', 's'],
      ...(stacked && { stack: true }),
      axes: [
        {
          orient: 'left',
          type: 'band',
          // Else VChart cuts names of four characters on a phone.
          maxWidth: '45%',
          label: { style: { fontSize: 12, fill: INK } },
          ...titled(axes.names),
        },
        { orient: 'bottom', type: 'linear', min: 0, ...whole(axes.unit) },
      ],
    },
  };
}

/** Short enough for the axis of a phone. */
export function axisName(name: string): string {
  return clip(name, NAME);
}
