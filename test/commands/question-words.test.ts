/** What stands beside names in one sentence: states, days, and how it is to be told. */
import { describe, expect, test } from 'vitest';
import { readBare } from '../../src/commands/without-asides.ts';
import { TABLE } from '../support/table.ts';
import { toLeader } from './demo-place.ts';
import { WORDS } from './questions-words.ts';
import { readingLine } from './reading-line.ts';

describe('words beside names', () => {
  test('each stands once', () => expect(new Set(WORDS.map(([said]) => said)).size).toBe(WORDS.length));

  test.each(WORDS)('%s → %s', (said, means) => {
    const { text, match } = readBare({ text: said, mentions: [], context: toLeader }, TABLE);
    expect(match.kind === 'unknown' ? 'back' : readingLine(text, toLeader)).toBe(means);
  });
});
