/** What no list of problems can tell is answered as that, and nothing that asks about problems is. */
import { describe, expect, test } from 'vitest';
import { BEYOND_WORDS, beyondText } from '../../src/cards/words-beyond.ts';
import { matchCommand } from '../../src/commands/match.ts';
import { BEYOND } from '../../src/domain/beyond.ts';
import { TABLE } from '../support/table.ts';
import { toLeader } from './demo-place.ts';
import { ABOUT_PROBLEMS, ASKED_BEYOND } from './questions-beyond.ts';
import { readingLine } from './reading-line.ts';

const beyondOf = (said: string) => {
  const match = matchCommand({ text: said, mentions: [], context: toLeader }, TABLE);
  return match.kind === 'call' && match.call.name === 'beyond' ? match.call : undefined;
};

describe('what nobody here can know', () => {
  test('every subject is asked about, and none is named twice', () => {
    expect(new Set(ASKED_BEYOND.map(([, subject]) => subject))).toEqual(new Set(BEYOND));
    expect(new Set(ASKED_BEYOND.map(([said]) => said)).size).toBe(ASKED_BEYOND.length);
  });

  test.each(ASKED_BEYOND)('%s: %s', (said, subject) => {
    expect(beyondOf(said)?.subject).toBe(subject);
  });

  test.each(ASKED_BEYOND)('%s: two questions that are understood are offered instead', (said) => {
    const near = beyondOf(said)?.nearest ?? [];
    expect(near).toHaveLength(2);
    for (const one of near) expect(readingLine(one, toLeader), one).not.toMatch(/^(?:back|beyond)/);
  });

  test('of a project that is named what can be told of it is offered', () => {
    expect(beyondOf('美利信股价多少')?.nearest).toEqual(['美利信怎么样了', '美利信没办完的有几个']);
    expect(beyondOf('明天美利信下不下雨')?.nearest).toEqual(BEYOND_WORDS.weather.ask);
  });

  test('the answer says what is not known', () => {
    for (const subject of BEYOND) expect(beyondText(subject)).toContain(BEYOND_WORDS[subject].what);
  });
});

describe('the same words in a question about problems, or in talk', () => {
  test.each(ABOUT_PROBLEMS)('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });
});
