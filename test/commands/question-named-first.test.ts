/** What begins like a command and is a question: never logged, never an order. */
import { describe, expect, test } from 'vitest';
import { readBare } from '../../src/commands/without-asides.ts';
import { TABLE } from '../support/table.ts';
import { toLeader } from './demo-place.ts';
import { FIGURES_FIRST, LOGGED_STILL, NAMED_FIRST } from './questions-named-first.ts';
import { readingLine } from './reading-line.ts';

const read = (text: string) => readBare({ text, mentions: [], context: toLeader }, TABLE);

describe('a question that begins like a command', () => {
  test.each(NAMED_FIRST)('%s → %s', (said, means) => {
    const { text } = read(said);
    expect(readingLine(text, toLeader)).toBe(means);
  });

  test.each(FIGURES_FIRST)('%s is asked', (said) => {
    expect(read(said).match).toMatchObject({ kind: 'call', call: { name: 'ask' } });
  });

  test.each(LOGGED_STILL)('%s is logged', (said) => {
    const { match } = read(said);
    expect(match.kind === 'call' ? match.call.name : JSON.stringify(match)).toBe('log');
  });
});
