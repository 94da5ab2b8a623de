/** What befell problems in people's words: measures, false reports, passed on, urged by leaders, nothing since signing. */
import { expect, test } from 'vitest';
import { toLeader } from './demo-place.ts';
import { EVENTS, NO_EVENTS } from './questions-events.ts';
import { readingLine } from './reading-line.ts';

test('each stands once', () => expect(new Set(EVENTS.map(([said]) => said)).size).toBe(EVENTS.length));

test.each(EVENTS)('%s → %s', (said, means) => {
  expect(readingLine(said, toLeader)).toBe(means);
});

test.each(NO_EVENTS)('%s counts nothing of “%s”', (said, not) => {
  expect(readingLine(said, toLeader)).not.toContain(not);
});

/** Every kind of step stands apart, with the days that were said. */
test.each(['昨天都有些啥动静', '昨天都发生了什么', '昨天有什么动静'])(
  '%s tells each kind of step',
  (said) => {
    const told = readingLine(said, toLeader);
    for (const step of ['登记', '签收过', '报办结过', '退回过', '办结'])
      expect(told).toContain(`昨天${step}`);
  },
);
