/** How often, how late, and which unit has most. */
import { describe, expect, test } from 'vitest';
import { readBare } from '../../src/commands/without-asides.ts';
import { TABLE } from '../support/table.ts';
import { toLeader } from './demo-place.ts';
import { COUNTED } from './questions-counted.ts';
import { readingLine } from './reading-line.ts';

describe('how often and which most', () => {
  test('each stands once', () => expect(new Set(COUNTED.map(([said]) => said)).size).toBe(COUNTED.length));

  test.each(COUNTED)('%s → %s', (said, means) => {
    const { text, match } = readBare({ text: said, mentions: [], context: toLeader }, TABLE);
    expect(match.kind === 'unknown' ? 'back' : readingLine(text, toLeader)).toBe(means);
  });
});
