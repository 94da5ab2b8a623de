/** When a changed forecast is worth telling. Pure. */
import type { Forecast } from './model.ts';
import type { NodeName } from './network.ts';

/** A forecast that moved a node by more working days than this since it was last told. */
const MOVED_MORE_THAN = 3;

/** The nodes to be told about: how far each is off the plan now. Never the same shift twice. */
export function newsOf({
  shift,
  told,
}: Pick<Forecast, 'shift' | 'told'>): { node: NodeName; shift: number }[] {
  return (['start', 'production'] as const).flatMap((node) => {
    const now = shift[node];
    return now !== null && Math.abs(now - told[node]) > MOVED_MORE_THAN ? [{ node, shift: now }] : [];
  });
}

/** What counts as told once the day of a forecast is over. */
export function toldAfter(before: Pick<Forecast, 'shift' | 'told'>): Forecast['told'] {
  const told = { ...before.told };
  for (const { node, shift } of newsOf(before)) told[node] = shift;
  return told;
}
