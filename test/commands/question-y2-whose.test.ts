/** Whose it is, what befell it and when, in further words. */
import { describe, expect, test } from 'vitest';
import { readBare } from '../../src/commands/without-asides.ts';
import { TABLE } from '../support/table.ts';
import { toLeader } from './demo-place.ts';
import { WHOSE_TOLD } from './questions-y2-whose.ts';
import { readingLine } from './reading-line.ts';

describe('whose it is, what befell it and when', () => {
  test('each stands once', () =>
    expect(new Set(WHOSE_TOLD.map(([said]) => said)).size).toBe(WHOSE_TOLD.length));

  test.each(WHOSE_TOLD)('%s → %s', (said, means) => {
    const { text, match } = readBare({ text: said, mentions: [], context: toLeader }, TABLE);
    expect(match.kind === 'unknown' ? 'back' : readingLine(text, toLeader)).toBe(means);
  });
});
