/** 报得最早的是哪个: what was reported is asked about, and no question of it is an order to log one. */
import { describe, expect, test } from 'vitest';
import { matchCommand } from '../../src/commands/match.ts';
import { TABLE } from '../support/table.ts';
import { toLeader } from './demo-place.ts';
import { ASKED_OF_REPORTED, LOGGED, REPORTING } from './questions-reported.ts';

const nameOf = (text: string) => {
  const match = matchCommand({ text, mentions: [], context: toLeader }, TABLE);
  return match.kind === 'call' ? match.call.name : match.kind;
};

describe('what is written together with 报 and asks', () => {
  test.each(REPORTING.flatMap((word) => ASKED_OF_REPORTED.map((rest) => `${word}${rest}`)))(
    '%s logs nothing',
    (said) => expect(nameOf(said)).not.toBe('log'),
  );

  test.each(LOGGED)('%s is logged', (said) => expect(nameOf(said)).toBe('log'));
});
