import { expect, test } from 'vitest';
import { readBare } from '../../src/commands/without-asides.ts';
import { TABLE } from '../support/table.ts';
import { toLeader } from './demo-place.ts';
import { NOT_THOSE, PLAIN_WORDS } from './questions-plain-words.ts';
import { readingLine } from './reading-line.ts';

function read(said: string): string {
  const { text, match } = readBare({ text: said, mentions: [], context: toLeader }, TABLE);
  return match.kind === 'unknown' ? 'back' : readingLine(text, toLeader);
}

test.each([...PLAIN_WORDS, ...NOT_THOSE])('%s is read as %s', (said, means) => {
  expect(read(said)).toBe(means);
});
