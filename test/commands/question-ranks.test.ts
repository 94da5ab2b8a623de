/** Orders, places, bounds, shares and groups are read as they were meant, or asked back. */
import { describe, expect, test } from 'vitest';
import { matchCommand } from '../../src/commands/match.ts';
import { TABLE } from '../support/table.ts';
import { toLeader } from './demo-place.ts';
import { RANKED } from './questions-ranks.ts';
import { PRAISED, SHARED_PARTS, TAKEN_DAYS, TWO_IN_ONE } from './questions-standing.ts';
import { readingLine } from './reading-line.ts';

const { actor } = toLeader;
const ofHousing = { ...toLeader, actor: { ...actor, person: { ...actor.person, unitId: 2 } } };

describe.each([
  ['who does well', PRAISED],
  ['how long it takes', TAKEN_DAYS],
  ['shares', SHARED_PARTS],
  ['two in one', TWO_IN_ONE],
])('%s', (_name, rows) => {
  test.each(rows)('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });
});

test('where no measure is said, the answer offers the same by others', () => {
  const match = matchCommand({ text: '上个月哪个单位办得最差', mentions: [], context: toLeader }, TABLE);
  const call = match.kind === 'call' && match.call.name === 'ask' ? match.call : undefined;
  expect(call?.others?.map((one) => readingLine(one, toLeader))).toEqual([
    'rate closed by unit low | 上月登记',
    'count by unit overdue | 逾期',
  ]);
});

describe('orders, places, bounds, shares and groups', () => {
  test.each(RANKED)('%s → %s', (said, means) => {
    expect(readingLine(said, ofHousing)).toBe(means);
  });
});
