/** A question that begins with the word of a command creates, logs and closes nothing, whatever is asked behind it. */
import { describe, expect, test } from 'vitest';
import { matchCommand } from '../../src/commands/match.ts';
import { TABLE } from '../support/table.ts';
import { toLeader } from './demo-place.ts';
import { ASKED_OF_NOUN, CREATED, NOUN_FORMS, WRITING } from './questions-no-guess.ts';

const nameOf = (text: string) => {
  const match = matchCommand({ text, mentions: [], context: toLeader }, TABLE);
  return match.kind === 'call' ? match.call.name : match.kind;
};

describe('no guess writes', () => {
  test.each(NOUN_FORMS)('%s…', (word) => {
    const written = ASKED_OF_NOUN.map((asked) => `${word}${asked}`).filter((said) =>
      WRITING.includes(nameOf(said)),
    );
    expect(written).toEqual([]);
  });

  test.each(CREATED)('%s is an order', (said, name) => expect(nameOf(said)).toBe(name));
});
