import { describe, expect, test } from 'vitest';
import { versusIn } from '../../src/language/versus.ts';
import { demoDirectory, toLeader } from './demo-place.ts';
import { NO_SIDES, OVER_DAYS, SIDES } from './questions-compared.ts';
import { readingLine } from './reading-line.ts';

const unitId = demoDirectory.data.units.find(({ name }) => name === '住建局')?.id ?? 0;
const ofUnit = { ...toLeader, actor: { ...toLeader.actor, person: { ...toLeader.actor.person, unitId } } };
const sidesOf = (said: string) =>
  versusIn(said, ['王建国', '刘敏'], said.includes('我') && !said.includes('我们') ? toLeader : ofUnit)
    ?.questions.map((row) => row.join(' | '))
    .join('；');

describe('sides that are compared are asked the same', () => {
  test.each(SIDES)('%s → %s', (said, asked) => {
    expect(sidesOf(said)).toBe(asked);
  });

  test.each(NO_SIDES)('%s: nothing is guessed', (said) => {
    expect(sidesOf(said)).toBeUndefined();
  });
});

test.each(OVER_DAYS)('%s → %s', (said, means) => {
  expect(readingLine(said, toLeader)).toBe(means);
});
