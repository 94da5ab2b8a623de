import { describe, expect, test } from 'vitest';
import { readBare } from '../../src/commands/without-asides.ts';
import { TABLE } from '../support/table.ts';
import { toLeader } from './demo-place.ts';
import { ALIKE, GLUED } from './questions-glue.ts';
import { readingLine } from './reading-line.ts';

function read(said: string): string {
  const { text, match } = readBare({ text: said, mentions: [], context: toLeader }, TABLE);
  return match.kind === 'unknown' ? 'back' : readingLine(text, toLeader);
}

describe('little words that narrow nothing', () => {
  test.each(GLUED)('%s → %s', (said, means) => {
    expect(read(said)).toBe(means);
  });

  test.each(ALIKE)('%s is not %s', (said, bare) => {
    const means = read(said);
    if (means !== 'back') expect(means).not.toBe(read(bare));
  });
});
