import { fill, h } from '../dom.ts';
import type { Place } from './context.ts';
import { readLength } from './measure.ts';
import { type Json, readContent, readList, readObject, readString } from './read.ts';
import { loadVChart } from './vchart.ts';

const RATIOS: Record<string, string> = { '1:1': '1 / 1', '2:1': '2 / 1', '4:3': '4 / 3', '16:9': '16 / 9' };
const ROWS_SHOWN = 60;

/** chart: a VChart picture with the figures under it, or only the figures when the library is not there. */
export function drawChart(element: Json, _place: Place): HTMLElement {
  const spec = readObject(element.chart_spec);
  const title = readContent(readObject(spec.title).text) || readTitle(spec);
  const canvas = h('div', { class: 'chart-canvas', role: 'img', 'aria-label': title || '图表' });
  const height = readLength(element.height, 120, 999);
  if (height) canvas.style.height = height;
  else canvas.style.aspectRatio = RATIOS[readString(element.aspect_ratio) ?? ''] ?? '16 / 9';
  const figures = h('details', { class: 'chart-data' }, h('summary', {}, '查看数据'), drawFigures(spec));
  const box = h('figure', { class: 'chart' }, canvas, figures);
  const showFigures = () => {
    const caption = title ? h('figcaption', {}, title) : undefined;
    fill(box, caption, drawFigures(spec));
    box.classList.add('plain');
  };
  void loadVChart().then((make) => {
    if (!make) return showFigures();
    whenVisible(canvas, () => {
      try {
        const copy = structuredClone(spec);
        make({ background: 'transparent', animation: false, ...copy }, canvas);
      } catch {
        showFigures();
      }
    });
  });
  return box;
}

/** A chart measures its box, so it waits until the box has a size. */
function whenVisible(element: HTMLElement, then: () => void): void {
  const observer = new ResizeObserver(() => {
    if (element.clientWidth === 0) return;
    observer.disconnect();
    then();
  });
  observer.observe(element);
}

function readTitle(spec: Json): string {
  return readString(readObject(spec.title).text) ?? '';
}

/** The data of a spec as a table, one column per key; long series are cut with a note. */
export function drawFigures(spec: Json): HTMLElement {
  const sources = Array.isArray(spec.data) ? readList(spec.data) : [readObject(spec.data)];
  const rows = sources.flatMap((source) => readList(source.values));
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = (row: Json) => keys.map((key) => h('td', {}, row[key] === undefined ? '' : String(row[key])));
  const body = rows.slice(0, ROWS_SHOWN).map((row) => h('tr', {}, ...cells(row)));
  const table = h(
    'table',
    {},
    h('thead', {}, h('tr', {}, ...keys.map((key) => h('th', { scope: 'col' }, key)))),
    h('tbody', {}, ...body),
  );
  const rest =
    rows.length > ROWS_SHOWN && h('p', { class: 'none' }, `另有 ${rows.length - ROWS_SHOWN} 行未显示`);
  return h(
    'div',
    { class: 'table-scroll', tabindex: 0 },
    rows.length > 0 ? table : h('p', { class: 'none' }, '暂无数据'),
    rest,
  );
}
