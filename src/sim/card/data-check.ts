import { asList, asRecord, asString, isRecord } from '../content/json.ts';
import { CardProblem } from './problem.ts';
import type { Placed } from './walk.ts';

/** A chart's spec is an object that says its type and has data (200550). */
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
