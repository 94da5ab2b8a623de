/** What becomes of states and steps when a question goes on: which stay, which take the place of others. */
import type { StateWord } from './lexicon/query-word.ts';
import { isLight } from './scan-fits.ts';
import type { Scan } from './scanned.ts';

type StateGroup = 'light' | 'status' | 'other';

function groupOf(state: StateWord): StateGroup {
  if (isLight(state)) return 'light';
  return ['open', 'status', 'closed', 'all'].includes(state.kind) ? 'status' : 'other';
}

const isLateColor = (state: StateWord) =>
  state.kind === 'color' && (state.color === 'red' || state.color === 'yellow');

/** A light takes the place of lights, a status of statuses; what is lit is open anyway. */
export function narrowed(before: readonly StateWord[], now: readonly StateWord[]): StateWord[] {
  const groups = now.map(groupOf);
  const lit = groups.includes('light') || before.some(isLight);
  // 其中逾期的, of the red ones: red is overdue.
  if (lit && now.every(({ kind }) => kind === 'overdue') && before.length > 0 && before.every(isLateColor))
    return [...before];
  const kept = before.filter(
    (state) =>
      !(groups.includes(groupOf(state)) && groupOf(state) !== 'other') &&
      !(groups.includes('light') && (state.kind === 'open' || state.kind === 'all')),
  );
  return [...kept, ...now.filter((state) => !(lit && !groups.includes('light') && state.kind === 'open'))];
}

/** The days said before are when it was struck off, and what is asked now still stands. */
export function wasOver(before: Scan, now: Scan): boolean {
  const closed = before.states.some(({ kind }) => kind === 'closed') && before.basis === undefined;
  const stands = now.states.some((state) => groupOf(state) !== 'other');
  return (
    closed &&
    before.periods.length > 0 &&
    now.periods.length === 0 &&
    now.basis === undefined &&
    stands &&
    !now.states.some(({ kind }) => kind === 'closed' || kind === 'all')
  );
}

/** 水利局红的呢, after 本月退回过的: of those; without the step its days would be when they are due. */
export function stepThen(before: Scan, now: Scan): boolean {
  const stands = now.states.every((one) => groupOf(one) !== 'other' && one.kind !== 'closed');
  const dated = before.periods.length > 0 && now.periods.length === 0;
  const done = before.step !== undefined || before.states.some((one) => groupOf(one) === 'other');
  return (
    done && dated && now.states.length > 0 && before.basis === undefined && now.basis === undefined && stands
  );
}
