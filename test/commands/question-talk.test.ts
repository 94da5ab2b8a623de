import { describe, expect, test } from 'vitest';
import { withinTalk } from '../../src/language/lexicon/framing.ts';
import { fold } from '../../src/language/phrase.ts';
import { TALK } from './questions-talk.ts';

describe('talk around a question', () => {
  test.each(TALK)('of “%s” is read “%s”', (said, read) => {
    expect(said.slice(...withinTalk(fold(said)))).toBe(read);
  });

  test('what is read is read the same again', () => {
    for (const [, read] of TALK) expect(read.slice(...withinTalk(fold(read)))).toBe(read);
  });
});
