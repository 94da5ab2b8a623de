import { h } from '../dom.ts';
import { type Json, readObject } from './read.ts';

/** Draws a spec into a box; throws when VChart refuses the spec. */
export type MakeChart = (spec: Json, box: HTMLElement) => void;

interface VChartClass {
  new (spec: Json, options: { dom: HTMLElement }): { renderSync: () => void };
}

let loading: Promise<MakeChart | undefined> | undefined;

/** The chart library, fetched once when the first chart shows; undefined when it is not installed. */
export function loadVChart(): Promise<MakeChart | undefined> {
  loading ??= new Promise<boolean>((resolve) => {
    const done = (found: boolean) => () => resolve(found);
    document.head.append(
      h('script', { src: '/sim/vendor/vchart.js', onload: done(true), onerror: done(false) }),
    );
  }).then((found) => (found ? findMaker() : undefined));
  return loading;
}

function findMaker(): MakeChart | undefined {
  const bundle: unknown = Reflect.get(window, 'VChart');
  const exported = readObject(bundle);
  const found = [
    exported.default,
    exported.VChart,
    bundle,
    Reflect.get(Object(bundle), 'default'),
    Reflect.get(Object(bundle), 'VChart'),
  ];
  const Chart = found.find((candidate): candidate is VChartClass => typeof candidate === 'function');
  return Chart && ((spec, box) => new Chart(spec, { dom: box }).renderSync());
}
