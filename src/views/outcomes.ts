/** What outcomes and edges of time come to: the same of a figure alone and of two times side by side. */
import type { Outcomes, TakenEdge } from '../db/issue-outcomes.ts';
import type { Rate } from '../domain/reading.ts';

/** Part and whole of each rate. */
export const RATE_PARTS: Record<Exclude<Rate, 'share'>, (found: Outcomes) => [number, number]> = {
  closed: ({ closed, all }) => [closed, all],
  'on-time': ({ onTime, rated }) => [onTime, rated],
  satisfied: ({ satisfied, answered }) => [satisfied, answered],
  reopened: ({ reopened, all }) => [reopened, all],
};

/** Of how many problems the days are known. */
export function countOf(edges: readonly TakenEdge[]): number {
  return edges.reduce((sum, one) => sum + (one.ends ? one.count : 0), 0);
}

export function total(rows: readonly Outcomes[]): Outcomes {
  const sum = {
    id: null,
    all: 0,
    closed: 0,
    rated: 0,
    onTime: 0,
    answered: 0,
    satisfied: 0,
    wholly: 0,
    reopened: 0,
  };
  for (const row of rows)
    for (const key of [
      'all',
      'closed',
      'rated',
      'onTime',
      'answered',
      'satisfied',
      'wholly',
      'reopened',
    ] as const)
      sum[key] += row[key];
  return sum;
}
