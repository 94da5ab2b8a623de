/** Whose figures are asked for, resolved for whoever asks and where. */
import { refusalText } from '../../cards/words-refusals.ts';
import type { Tx } from '../../db/open.ts';
import { type Asked, type Column, columnsOf } from '../../domain/statistics/asked.ts';
import { dayOf } from '../../domain/time.ts';
import { spanText } from '../../text/period.ts';
import type { DrawnAnswer, Viewer } from '../../views/context.ts';
import { onlyHere } from '../../views/issue-list.ts';
import type { NamedColumn } from './card.ts';
import type { Asking } from './metric.ts';
import { type Resolved, resolveScope } from './rules-scope.ts';
import { COLUMN_NAMES } from './words.ts';

export interface Opened {
  resolved: Resolved;
  asking: Asking;
  columns: NamedColumn[];
}

/** What may be counted of it here; or why not, as it is told. */
export async function openScope(tx: Tx, asked: Asked, viewer: Viewer): Promise<Opened | DrawnAnswer> {
  const resolved = resolveScope(asked, viewer);
  if ('refusal' in resolved) return { kind: 'text', text: refusalText(resolved.refusal) };
  if ('onlyHere' in resolved) return onlyHere(tx, viewer);
  const { directory, now } = viewer;
  const columns = columnsOf(asked, now, directory).map((column) => named(column, viewer));
  return { resolved, asking: { scope: resolved.scope, directory, now }, columns };
}

function named(column: Column, { directory, now }: Viewer): NamedColumn {
  const today = dayOf(now, directory.settings.timeZone);
  const { name, from, to } = column;
  const label = name === 'period' ? spanText(from ?? undefined, to ?? undefined, today) : COLUMN_NAMES[name];
  return { ...column, label };
}
