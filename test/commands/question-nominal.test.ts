/** What is written as in a report is read as the same asked plainly; a word that changes what is meant is asked back. */
import { describe, expect, test } from 'vitest';
import { readBare } from '../../src/commands/without-asides.ts';
import { TABLE } from '../support/table.ts';
import { toLeader } from './demo-place.ts';
import { NOMINAL } from './questions-nominal.ts';
import { readingLine } from './reading-line.ts';

describe('written questions', () => {
  test('each stands once', () => expect(new Set(NOMINAL.map(([said]) => said)).size).toBe(NOMINAL.length));

  test.each(NOMINAL)('%s → %s', (said, means) => {
    const { text, match } = readBare({ text: said, mentions: [], context: toLeader }, TABLE);
    expect(match.kind === 'unknown' ? 'back' : readingLine(text, toLeader)).toBe(means);
  });
});
