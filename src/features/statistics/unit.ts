/** Loads the card of a unit. */
import { refusalText } from '../../cards/words-refusals.ts';
import type { Tx } from '../../db/open.ts';
import { type DrawnAnswer, type Viewer, viewContext } from '../../views/context.ts';
import { unitCard } from './card-unit.ts';
import { loadFigures } from './figures.ts';
import { applies } from './metric.ts';
import { PROBLEM_METRICS } from './metrics-issues.ts';
import { refuseUnitCard } from './rules-unit.ts';
import { openScope } from './scope.ts';
import { recentEvents } from './store-events.ts';

const EVENTS = 10;

export async function drawUnit(tx: Tx, unitId: number, viewer: Viewer): Promise<DrawnAnswer> {
  const unit = viewer.directory.unit(unitId);
  if (!unit) return { kind: 'text', text: refusalText({ code: 'unit-unknown' }) };
  const refused = refuseUnitCard(unitId, viewer);
  if (refused) return { kind: 'text', text: refusalText(refused) };
  const asked = { unitIds: [unitId] };
  const opened = await openScope(tx, asked, viewer);
  if ('kind' in opened) return opened;
  const { asking, columns } = opened;
  const metrics = PROBLEM_METRICS.filter((metric) => applies(metric, asking.scope));
  const figures = await loadFigures(tx, metrics, asking, columns);
  const rows = await recentEvents(tx, asking, EVENTS);
  const context = await viewContext(tx, viewer, {
    rows,
    personIds: [unit.headId, unit.coordinatorId],
  });
  // Of a unit above the reader's areas only what lies in these is counted.
  const { areaIds } = asking.scope;
  const own = viewer.directory.area(areaIds?.[0] ?? -1)?.name;
  const within = areaIds && !areaIds.includes(unit.areaId) ? own : undefined;
  const view = { unit, asked, columns, metrics, figures, rows, within };
  return { kind: 'card', card: unitCard(view, context) };
}
