/** What came to a unit, by whichever word, and what there is to do for it. */
import { describe, expect, test } from 'vitest';
import { demoDirectory, toLeader } from './demo-place.ts';
import { GIVEN, OF_A_UNIT, OURS } from './questions-units.ts';
import { readingLine } from './reading-line.ts';

const unit = demoDirectory.data.units.find(({ shortNames, name }) =>
  [name, ...shortNames].includes('住建局'),
);
const person = { ...toLeader.actor.person, unitId: unit?.id ?? null };
const ofUnit = { ...toLeader, actor: { ...toLeader.actor, grants: [], person } };

describe('a unit asks of its own work', () => {
  test.each(GIVEN)('今天%s…', (given) => {
    for (const whom of OURS)
      expect(readingLine(`今天${given}${whom}的有几件`, ofUnit)).toBe(
        'count | 今天转给住建局（含登记时派的）',
      );
  });

  test.each(OF_A_UNIT)('%s → %s', (said, means) => {
    expect(readingLine(said, ofUnit)).toBe(means);
  });
});
