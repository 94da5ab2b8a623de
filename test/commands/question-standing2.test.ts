/** What is measured is what the words say; what is named in passing is read. */
import { describe, expect, test } from 'vitest';
import { readBare } from '../../src/commands/without-asides.ts';
import { TABLE } from '../support/table.ts';
import { toLeader } from './demo-place.ts';
import { STANDING2 } from './questions-standing2.ts';
import { readingLine } from './reading-line.ts';

describe('measures and states by their words', () => {
  test('each stands once', () =>
    expect(new Set(STANDING2.map(([said]) => said)).size).toBe(STANDING2.length));

  test.each(STANDING2)('%s → %s', (said, means) => {
    const { text, match } = readBare({ text: said, mentions: [], context: toLeader }, TABLE);
    expect(match.kind === 'unknown' ? 'back' : readingLine(text, toLeader)).toBe(means);
  });
});
