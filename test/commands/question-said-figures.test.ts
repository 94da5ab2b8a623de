/** Shares, ranks, of whom and how much of what, in words of everyday. */
import { describe, expect, test } from 'vitest';
import { readBare } from '../../src/commands/without-asides.ts';
import { TABLE } from '../support/table.ts';
import { toLeader } from './demo-place.ts';
import { SAID_FIGURES } from './questions-said-figures.ts';
import { readingLine } from './reading-line.ts';

describe('figures as they are said', () => {
  test('each stands once', () =>
    expect(new Set(SAID_FIGURES.map(([said]) => said)).size).toBe(SAID_FIGURES.length));

  test.each(SAID_FIGURES)('%s → %s', (said, means) => {
    const { text, match } = readBare({ text: said, mentions: [], context: toLeader }, TABLE);
    expect(match.kind === 'unknown' ? 'back' : readingLine(text, toLeader)).toBe(means);
  });
});
