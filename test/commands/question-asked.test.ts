/** What is asked of each problem somebody means, how often a step was taken, and how many of some are also something else. */
import { describe, expect, test } from 'vitest';
import { matchCommand } from '../../src/commands/match.ts';
import { askOf } from '../../src/commands/question.ts';
import { readPhrase } from '../../src/language/phrase.ts';
import { scanQuery } from '../../src/language/scan.ts';
import { goOn, topicOf } from '../../src/language/topic.ts';
import { TABLE } from '../support/table.ts';
import { toLeader } from './demo-place.ts';
import { ALIKE, ASKED } from './questions-asked.ts';
import { readingLine } from './reading-line.ts';

describe('one problem is meant and described, and one thing is asked of it', () => {
  test('at least 55 of them, and as many kinds of facts as there are words for', () => {
    expect(new Set([...ASKED, ...ALIKE].map(([said]) => said)).size).toBe(ASKED.length + ALIKE.length);
    expect(ASKED.length).toBeGreaterThanOrEqual(55);
    const facts = new Set(ASKED.flatMap(([, means]) => /FACT (\S+)/.exec(means)?.[1] ?? []));
    expect(facts.size).toBeGreaterThanOrEqual(16);
  });

  test.each(ASKED)('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });
});

describe('what looks alike and is another question, or none', () => {
  test.each(ALIKE)('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });
});

describe('what is asked stays when only whose is said anew, and goes when something else is asked', () => {
  const scan = (said: string) => scanQuery(readPhrase(said), toLeader, { people: true });
  const next = (first: string, then: string) => {
    const { measure, fact, filter } = askOf(goOn(topicOf(scan(first)), scan(then)), toLeader);
    return { measure, fact, step: filter.step };
  };

  test.each([
    ['消防大队超了几天', '那住建局呢', { measure: 'list', fact: 'overdue', step: undefined }],
    ['住建局逾期的有几个', '都超了几天', { measure: 'list', fact: 'overdue', step: undefined }],
    ['消防大队超了几天', '那办结率呢', { measure: 'rate', fact: undefined, step: undefined }],
    ['这个月催办了多少回', '上个月呢', { measure: 'steps', fact: undefined, step: 'urged' }],
    ['这个月延期申请了几次', '批了几次', { measure: 'steps', fact: undefined, step: 'extended' }],
    ['这个月催办了多少回', '红的几个', { measure: 'count', fact: undefined, step: 'urged' }],
  ])('%s, then %s', (first, then, means) => {
    expect(next(first, then)).toEqual(means);
  });
});

test('a description with a word nobody knows in it is asked back with that word, and nothing is dropped', () => {
  const match = matchCommand({ text: '安琪蹊跷用水的那件超了几天', mentions: [], context: toLeader }, TABLE);
  expect(match).toMatchObject({ kind: 'call', call: { name: 'ask', filter: {}, unread: ['蹊跷用水'] } });
});
