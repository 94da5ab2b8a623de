/** Where a problem stands, which light it ever had and which file is wanted, in the words of people who never read a manual. */
import { expect, test } from 'vitest';
import { toLeader } from './demo-place.ts';
import { STATES_SAID } from './questions-states-said.ts';
import { readingLine } from './reading-line.ts';

test('each stands once', () =>
  expect(new Set(STATES_SAID.map(([said]) => said)).size).toBe(STATES_SAID.length));

test.each(STATES_SAID)('%s → %s', (said, means) => {
  expect(readingLine(said, toLeader)).toBe(means);
});
