import { expect, test } from 'vitest';
import { oneAskedIn } from '../../src/language/lexicon/one-asked.ts';
import { furthestOf } from '../../src/language/lexicon/onwards-said.ts';
import { ASKED_OF_ONE, FURTHEST } from './questions-one-more.ts';

const each = <T>(rows: readonly (readonly [T, string])[]) =>
  rows.flatMap(([means, words]) => words.split(' ').map((said) => [said, means] as const));

test.each(each(ASKED_OF_ONE))('%s asks %s of the one problem that was shown', (said, means) => {
  const asked = oneAskedIn(said);
  expect(asked?.one === 'fact' ? asked.fact : asked?.one).toBe(means);
});

test.each(each(FURTHEST))('%s asks which of those is furthest: %s', (said, means) => {
  expect(furthestOf(said)).toBe(means);
});
