import { describe, expect, test } from 'vitest';
import { readBare } from '../../src/commands/without-asides.ts';
import { TABLE } from '../support/table.ts';
import { HARMLESS, NARROWING } from './aside-clauses.ts';
import { toLeader } from './demo-place.ts';
import { ASIDES } from './questions-asides.ts';
import { BESIDE } from './questions-beside.ts';
import { SPOKEN } from './questions-spoken.ts';
import { readingLine } from './reading-line.ts';

function read(said: string) {
  const { text, told } = readBare({ text: said, mentions: [], context: toLeader }, TABLE);
  return { means: readingLine(text, toLeader), told: told.join('') };
}

/** How many and which are told by the same card. */
const card = (means: string) => means.replace(/^(?:count|list) /, '');

/** Sentences that ask for figures, with what is read of them. */
const ASKED = [...BESIDE, ...SPOKEN].flatMap(([said]) => {
  const means = readingLine(said, toLeader);
  return /back|talk|beyond|#\d/.test(means) ? [] : [{ said, means }];
});

/** One of the clauses with each of the sentences, in turn, before it and behind it. */
function beside(clauses: readonly string[]): { said: string; means: string }[] {
  return ASKED.flatMap(({ said, means }, i) => {
    const clause = clauses[i % clauses.length] ?? '';
    return [
      { said: `${clause} ${said}`, means },
      { said: `${said} ${clause}`, means },
    ];
  });
}

describe('what is said beside a question', () => {
  test.each(ASIDES)('%s → %s', (said, means, told) => {
    expect(read(said)).toEqual({ means, told });
  });

  test('a clause that holds nothing of our matters changes no reading', () => {
    const other = beside(HARMLESS).filter(({ said, means }) => card(read(said).means) !== card(means));
    // Words of the sentence that mean something at one of its ends only.
    const asked = other.filter(({ said }) => !/跟住建比呢|没有$/.test(said));
    expect(asked.filter(({ said }) => read(said).means !== 'back')).toEqual([]);
    expect(asked.length).toBeLessThanOrEqual(beside(HARMLESS).length * 0.03);
  });

  test('a clause that may narrow is read, or asked back', () => {
    expect(beside(NARROWING).filter(({ said, means }) => read(said).means === means)).toEqual([]);
  });
});
