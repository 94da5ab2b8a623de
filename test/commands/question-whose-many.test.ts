/** Whose problems, in which role, how many of them, and which are left out or worst. */
import { describe, expect, test } from 'vitest';
import { demoDirectory, toLeader } from './demo-place.ts';
import { NEIGHBOURS, OF_ALL, OF_OURS } from './questions-whose-many.ts';
import { readingLine } from './reading-line.ts';

const unit = demoDirectory.data.units.find(({ name, shortNames }) =>
  [name, ...shortNames].includes('住建局'),
);
const person = { ...toLeader.actor.person, unitId: unit?.id ?? null };
const ofUnit = { ...toLeader, actor: { ...toLeader.actor, grants: [], person } };

describe('whose, what and how many', () => {
  test.each(OF_ALL)('%s → %s', (said, means) => expect(readingLine(said, toLeader)).toBe(means));

  test.each(OF_OURS)('one of 住建局: %s → %s', (said, means) =>
    expect(readingLine(said, ofUnit)).toBe(means),
  );

  test.each(NEIGHBOURS)('%s is asked back', (said) => expect(readingLine(said, toLeader)).toBe('back'));
});
