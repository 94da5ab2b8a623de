/** Kinds of standing questions: rows as they are read, and two families composed of words and frames. */
import { describe, expect, test } from 'vitest';
import { toLeader } from './demo-place.ts';
import { FRAMES, LOOKED_FOR, OF_ALL, PARTS, SHARES, STANDING_KINDS } from './questions-standing-kinds.ts';
import { readingLine } from './reading-line.ts';

describe('kinds of standing questions', () => {
  test.each(STANDING_KINDS)('%s → %s', (said, means) => expect(readingLine(said, toLeader)).toBe(means));

  test.each(Object.entries(PARTS))('%s as a share', (part, means) => {
    const asked = [...SHARES.map((share) => part + share), ...OF_ALL.map((all) => `${all}${part}的占多少`)];
    for (const said of asked) expect([said, readingLine(said, toLeader)]).toEqual([said, means]);
  });

  test.each(LOOKED_FOR)('%s is looked for behind every frame', (word) => {
    for (const [front, behind] of FRAMES) {
      const said = front + word + behind;
      expect([said, readingLine(said, toLeader)]).toEqual([said, `list | 搜“${word}” · 未销号`]);
    }
  });
});
