/** Who has none of it, what is left out and what is left. */
import { describe, expect, test } from 'vitest';
import { readBare } from '../../src/commands/without-asides.ts';
import { TABLE } from '../support/table.ts';
import { toLeader } from './demo-place.ts';
import { NONE_ROWS } from './questions-none.ts';
import { readingLine } from './reading-line.ts';

function lineOf(said: string): string {
  const { text, match } = readBare({ text: said, mentions: [], context: toLeader }, TABLE);
  return match.kind === 'unknown' ? 'back' : readingLine(text, toLeader);
}

describe('none, and all but some', () => {
  test('each stands once', () => {
    expect(new Set(NONE_ROWS.map(([said]) => said)).size).toBe(NONE_ROWS.length);
  });

  test.each(NONE_ROWS)('%s → %s', (said, means) => expect(lineOf(said)).toBe(means));

  const states = ['挂账的', '待签收的', '逾期的', '红灯', '施工类的'];
  const names = ['供电公司', '楚能', '住建局'];
  const left = ['不算', '去掉', '不要', '除外', '除开', '刨开'];
  const all = states.flatMap((state) => names.flatMap((name) => left.map((out) => [state, out, name])));

  test.each(all)('%s%s,%s几件 leaves out what stands in front', (state, out, name) => {
    expect(lineOf(`${state}${out},${name}几件`)).toBe(lineOf(`除了${state},${name}几件`));
  });
});
