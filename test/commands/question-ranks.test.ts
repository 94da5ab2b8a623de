/** Orders, places, bounds, shares and groups are read as they were meant, or asked back. */
import { describe, expect, test } from 'vitest';
import { toLeader } from './demo-place.ts';
import { RANKED } from './questions-ranks.ts';
import { readingLine } from './reading-line.ts';

const { actor } = toLeader;
const ofHousing = { ...toLeader, actor: { ...actor, person: { ...actor.person, unitId: 2 } } };

describe('orders, places, bounds, shares and groups', () => {
  test.each(RANKED)('%s → %s', (said, means) => {
    expect(readingLine(said, ofHousing)).toBe(means);
  });
});
