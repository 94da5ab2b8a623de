/** 我们, 我们局, 咱这边 of one who speaks for a unit are the unit, in every place of a sentence. */
import { describe, expect, test } from 'vitest';
import { demoDirectory, toLeader } from './demo-place.ts';
import { OF_UNITS, OWN_WORDS } from './questions-self.ts';
import { readingLine } from './reading-line.ts';

const unit = demoDirectory.data.units.find(({ shortNames, name }) =>
  [name, ...shortNames].includes('住建局'),
);
const ofUnit = {
  ...toLeader,
  actor: {
    ...toLeader.actor,
    grants: [],
    person: { ...toLeader.actor.person, unitId: unit?.id ?? null },
  },
};

describe('what is said of one’s own unit', () => {
  test.each(OF_UNITS)('%s', (frame) => {
    const named = readingLine(frame.replace('_', '住建局'), ofUnit);
    expect(named).toContain('住建局');
    for (const word of OWN_WORDS) expect(readingLine(frame.replace('_', word), ofUnit)).toBe(named);
  });
});
