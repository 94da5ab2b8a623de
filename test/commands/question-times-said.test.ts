/** Times, states and comparisons in other words. */
import { describe, expect, test } from 'vitest';
import { readBare } from '../../src/commands/without-asides.ts';
import { TABLE } from '../support/table.ts';
import { toLeader } from './demo-place.ts';
import { TIMES_SAID } from './questions-times-said.ts';
import { readingLine } from './reading-line.ts';

describe('times and states said otherwise', () => {
  test('each stands once', () =>
    expect(new Set(TIMES_SAID.map(([said]) => said)).size).toBe(TIMES_SAID.length));

  test.each(TIMES_SAID)('%s → %s', (said, means) => {
    const { text, match } = readBare({ text: said, mentions: [], context: toLeader }, TABLE);
    expect(match.kind === 'unknown' ? 'back' : readingLine(text, toLeader)).toBe(means);
  });
});
