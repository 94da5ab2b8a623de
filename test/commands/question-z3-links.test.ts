/** Links by two names, and times apart. */
import { describe, expect, test } from 'vitest';
import { readBare } from '../../src/commands/without-asides.ts';
import { TABLE } from '../support/table.ts';
import { toLeader } from './demo-place.ts';
import { LINKS_TIMES } from './questions-z3-links.ts';
import { readingLine } from './reading-line.ts';

describe('links by two names, and times apart', () => {
  test('each stands once', () =>
    expect(new Set(LINKS_TIMES.map(([said]) => said)).size).toBe(LINKS_TIMES.length));

  test.each(LINKS_TIMES)('%s → %s', (said, means) => {
    const { text, match } = readBare({ text: said, mentions: [], context: toLeader }, TABLE);
    expect(match.kind === 'unknown' ? 'back' : readingLine(text, toLeader)).toBe(means);
  });
});
