import { expect, test } from 'vitest';
import { createFreshLane } from '../../src/engine/fresh-lane.ts';

const NOW = 1_800_000_000_000;
const wanted = (agoMs: number) => ({ wantedAt: NOW - agoMs, createdAt: NOW });

test('while nothing is late, claims are strictly by age', () => {
  const lane = createFreshLane();
  for (let n = 0; n < 10; n++) {
    lane.saw({ rows: [wanted(59_000)], full: true }, NOW);
    expect(lane.since(NOW)).toBeUndefined();
  }
});

test('in a backlog the fresh go first, and one claim of four is for the oldest: nothing starves', () => {
  const lane = createFreshLane();
  lane.saw({ rows: [wanted(61_000)], full: true }, NOW);
  const turns = Array.from({ length: 40 }, () => {
    const since = lane.since(NOW);
    // Nothing but fresh ones comes: that does not end the backlog.
    lane.saw({ rows: [wanted(1_000)], full: true }, NOW);
    return since;
  });
  expect(turns.filter((since) => since === undefined)).toHaveLength(10);
  expect(turns.filter((since) => since === NOW - 60_000)).toHaveLength(30);
});

test('a claim that leaves nothing behind ends the backlog', () => {
  const lane = createFreshLane();
  lane.saw({ rows: [wanted(3_600_000)], full: true }, NOW);
  expect(lane.since(NOW)).toBe(NOW - 60_000);
  lane.saw({ rows: [wanted(3_600_000)], full: false }, NOW);
  expect(lane.since(NOW)).toBeUndefined();
});
