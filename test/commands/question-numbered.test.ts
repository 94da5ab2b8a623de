/** What is asked of one problem by its number, and what stands beside it in the table. */
import { describe, expect, test } from 'vitest';
import { readBare } from '../../src/commands/without-asides.ts';
import { TABLE } from '../support/table.ts';
import { toLeader } from './demo-place.ts';
import { OF_NUMBERS } from './questions-numbered.ts';
import { readingLine } from './reading-line.ts';

const WHYS = ['为什么', '为啥', '为何', '因为什么', '是什么原因', '怎么'];
const STEPS = [
  ['退回', 'bounced'],
  ['停表', 'paused'],
  ['延期', 'extension'],
] as const;

describe('one problem by its number', () => {
  test('each stands once', () =>
    expect(new Set(OF_NUMBERS.map(([said]) => said)).size).toBe(OF_NUMBERS.length));

  test.each(OF_NUMBERS)('%s → %s', (said, means) => {
    const { text, match } = readBare({ text: said, mentions: [], context: toLeader }, TABLE);
    expect(match.kind === 'unknown' ? 'back' : readingLine(text, toLeader)).toBe(means);
  });

  test.each(STEPS)('why %s is what is recorded, however it is asked', (step, fact) => {
    for (const why of WHYS)
      for (const end of ['', '的', '了', '的呢'])
        expect(readingLine(`#7${why}${step}${end}`, toLeader)).toBe(`list FACT ${fact} | #7`);
  });

  test.each(['我们局', '我局', '咱们局', '我们单位', '本局'])('%s退回了几件 were sent back by it', (ours) => {
    const [one = 0] = toLeader.directory.data.units.map(({ id }) => id);
    const person = { ...toLeader.actor.person, unitId: one };
    const own = { ...toLeader, actor: { ...toLeader.actor, person, grants: [] } };
    expect(readingLine(`${ours}退回了几件`, own)).toMatch(/^count \| 由.+退回过$/);
    expect(readingLine(`${ours}被退回的有几件`, own)).not.toMatch(/由/);
  });
});
