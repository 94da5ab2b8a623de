import { describe, expect, test } from 'vitest';
import { matchCommand } from '../../src/commands/match.ts';
import { TABLE } from '../support/table.ts';
import { toLeader } from './demo-place.ts';
import { IN_A_ROW, NO_PAST_DAYS, PAST_DAYS, SIDE_BY_SIDE } from './questions-over-time.ts';
import { readingLine } from './reading-line.ts';

describe.each([
  ['how it stood on a past day', PAST_DAYS],
  ['what looks like one and is none', NO_PAST_DAYS],
  ['two times side by side', SIDE_BY_SIDE],
  ['spans one after the other', IN_A_ROW],
])('%s', (_name, rows) => {
  test.each(rows)('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });
});

test.each(['10月底红灯几个', '这周比上周红灯多了还是少了'])(
  '%s: a colour of the past is refused, and what can be told of that day is offered',
  (said) => {
    const match = matchCommand({ text: said, mentions: [], context: toLeader }, TABLE);
    const call = match.kind === 'call' && match.call.name === 'ask' ? match.call : undefined;
    expect(call).toMatchObject({ untold: 'past-state', unread: ['红灯'] });
    const offered = (call?.nearest ?? []).map((one) => readingLine(one, toLeader));
    expect(offered).toHaveLength(2);
    for (const one of offered) expect(one).toMatch(/24时(?:逾期|未销号)|\| (?:逾期|未销号)/);
  },
);
