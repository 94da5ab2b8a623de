/** A whole question is not asked back for words that carry nothing, and what carries something is never left out. */
import { describe, expect, test } from 'vitest';
import { readBare } from '../../src/commands/without-asides.ts';
import { TABLE } from '../support/table.ts';
import { toLeader } from './demo-place.ts';
import { CARRYING, CARRYING_NOTHING, CLAUSES, PLAIN, WANTING } from './questions-carrying-nothing.ts';
import { readingLine } from './reading-line.ts';

function read(said: string): string {
  const { text, told } = readBare({ text: said, mentions: [], context: toLeader }, TABLE);
  return `${readingLine(text, toLeader)}${told.join('')}`;
}

describe('words that carry nothing', () => {
  test.each(CLAUSES)('%s beside a question changes nothing and goes without a word', (clause) => {
    for (const [said, means] of PLAIN)
      for (const whole of [`${said}，${clause}`, `${clause}，${said}`])
        expect([whole, read(whole)]).toEqual([whole, means]);
  });

  test.each(WANTING)('%s before a question says who wants it', (who) => {
    for (const [said, means] of PLAIN) expect([said, read(`${who}${said}`)]).toEqual([said, means]);
  });

  test.each(CARRYING_NOTHING)('%s → %s', (said, means) => expect(read(said)).toBe(means));

  test.each(CARRYING)('%s is asked back', (said) => expect(read(said)).toBe('back'));
});
