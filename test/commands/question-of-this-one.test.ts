/** One problem that was shown, pointed at in whatever words: the same is asked. */
import { describe, expect, test } from 'vitest';
import { namedOneIn, oneAskedIn } from '../../src/language/lexicon/one-asked.ts';
import { readPhrase } from '../../src/language/phrase.ts';
import { NAMED, NOT_OF_ONE, OF_THIS_ONE, POINTERS } from './questions-of-this-one.ts';

const asked = (said: string) => oneAskedIn(readPhrase(said).folded);

describe('asked of the one shown', () => {
  test.each(OF_THIS_ONE)('%s asks %s, whatever points at it', (said, fact) => {
    for (const pointer of POINTERS)
      expect([pointer, asked(`${pointer}${said}`)]).toEqual([pointer, { one: 'fact', fact }]);
  });

  test.each(NOT_OF_ONE)('%s asks nothing of it', (said) => expect(asked(said)).toBeUndefined());

  test.each(NAMED)('%s names %s', (said, name, rest) => expect(namedOneIn(said)).toEqual({ name, rest }));
});
