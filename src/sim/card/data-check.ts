import { asList, asRecord, asString, isRecord } from '../content/json.ts';
import { CardProblem } from './problem.ts';
import type { Placed } from './walk.ts';

/** Kinds of charts and series VChart 1.12 draws. */
const CHART_TYPES = new Set(
  `area areaPolygon bar bar3d boxPlot circlePacking circularProgress common correlation dot funnel funnel3d gauge heatmap
  histogram histogram3d line linearProgress link liquid map mosaic pictogram pie pie3d progress radar rangeArea
  rangeColumn rangeColumn3d rose sankey scatter sequence sunburst treemap venn waterfall wordCloud wordCloud3d`.split(
    /\s+/,
  ),
);

/** What the platform's page on the component names as failing to load on phones, and code of any kind. */
function findUnfit(node: unknown): string | undefined {
  if (typeof node === 'string')
    return /^\s*(async\s+)?(function\b|\([^)]*\)\s*=>|\w+\s*=>)/.test(node)
      ? 'JavaScript is not supported'
      : undefined;
  if (Array.isArray(node)) return node.map(findUnfit).find((problem) => problem !== undefined);
  if (!isRecord(node)) return undefined;
  if (typeof node.timeFormat === 'string' && /%(?![YmdHMS])/.test(node.timeFormat))
    return `timeFormat ${node.timeFormat} is not known`;
  if (node.texture !== undefined) return 'texture is not supported on mobile';
  if (node.gradient === 'conical') return 'conical gradient is not supported on mobile';
  if (node.layoutMode === 'grid') return 'layoutMode grid is not supported on mobile';
  if (node.repeatX !== undefined || node.repeatY !== undefined) return 'repeat is not supported on mobile';
  if (typeof node.background === 'string' && node.background.includes('<svg'))
    return 'svg background is not supported on mobile';
  return findUnfit(Object.values(node));
}

/** Every source has its values, and every series one of them and fields that its rows have. */
function checkSeries(spec: Record<string, unknown>, refuse: (value: string) => CardProblem): void {
  const sources = (Array.isArray(spec.data) ? spec.data : [spec.data]).map(asRecord);
  for (const source of sources)
    if (!Array.isArray(source.values) || !source.values.every(isRecord))
      throw refuse('data.values: Invalid type. Expected: array of objects');
  const common = spec.type === 'common';
  if (common && !Array.isArray(spec.series)) throw refuse('series is required');
  for (const series of common ? asList(spec.series).map(asRecord) : [spec]) {
    const type = asString(series.type);
    if (!CHART_TYPES.has(type) || (common && type === 'common')) throw refuse(`type: ${type} is unknown`);
    const wanted = asString(series.dataId);
    const ids = new Set(sources.map((source) => source.id));
    if (wanted !== '' && !ids.has(wanted)) throw refuse(`dataId: there is no data ${wanted}`);
    const rows = sources
      .filter((source) => wanted === '' || source.id === wanted)
      .flatMap((one) => asList(one.values));
    for (const name of ['xField', 'yField', 'seriesField', 'valueField', 'categoryField']) {
      const fields = [series[name]].flat().filter((field) => typeof field === 'string');
      const absent = fields.find(
        (field) => rows.length > 0 && !rows.some((row) => isRecord(row) && field in row),
      );
      if (absent !== undefined) throw refuse(`${name}: no row has ${absent}`);
    }
  }
}

/**
 * A chart's spec is an object that says a known type and has data (200550). Stricter than the platform in this: what it
 * takes and a phone or VChart then cannot draw is refused, too.
 */
export function checkChart({ element, path }: Placed): void {
  const spec = element.chart_spec;
  const refuse = (value: string): CardProblem =>
    new CardProblem(200550, 'chart spec is invalid', { path, value: `- (root): ${value}` });
  if (!isRecord(spec)) throw refuse('Invalid type. Expected: object');
  if (typeof spec.type !== 'string' || spec.type === '') throw refuse('type is required');
  if (!isRecord(spec.data) && !Array.isArray(spec.data)) throw refuse('data is required');
  if (spec.axes !== undefined && !Array.isArray(spec.axes)) {
    throw refuse('axes: Invalid type. Expected: array');
  }
  const unfit = findUnfit(spec);
  if (unfit !== undefined) throw refuse(unfit);
  checkSeries(spec, refuse);
}

/** The platform advises no more than five. */
export function checkChartCount(charts: number): void {
  if (charts > 5) throw new CardProblem(11310, 'card chart number over limit');
}

function fits(type: string, cell: unknown): boolean {
  switch (type) {
    case 'number':
    case 'date':
      return typeof cell === 'number';
    case 'options':
      return (
        typeof cell === 'string' ||
        (Array.isArray(cell) && cell.every((o: unknown) => isRecord(o) && typeof o.text === 'string'))
      );
    case 'persons':
      return typeof cell === 'string' || (Array.isArray(cell) && cell.every((id) => typeof id === 'string'));
    default:
      return !isRecord(cell) && !Array.isArray(cell);
  }
}

/** Rows hold declared columns only (200915), each cell of its column's type (200914). */
export function checkTable({ element, path }: Placed): void {
  const types = new Map<string, string>();
  for (const column of asList(element.columns).map(asRecord)) {
    types.set(asString(column.name), asString(column.data_type));
  }
  asList(element.rows).forEach((row, r) => {
    for (const [key, cell] of Object.entries(asRecord(row))) {
      const type = types.get(key);
      if (type === undefined)
        throw new CardProblem(200915, 'table rows name is invalid', { path, value: key });
      if (cell === null || cell === '') continue;
      if (!fits(type, cell)) {
        const at = [...types.keys()].indexOf(key);
        throw new CardProblem(200914, 'table rows is invalid', { path, value: `row ${r}, column ${at}` });
      }
    }
  });
}
