import { describe, expect, test } from 'vitest';
import { readBare } from '../../src/commands/without-asides.ts';
import { LIGHT_WORDS } from '../../src/language/lexicon/light-words.ts';
import { TABLE } from '../support/table.ts';
import { toLeader } from './demo-place.ts';
import { readingLine } from './reading-line.ts';

const read = (said: string) => {
  const { text, told, match } = readBare({ text: said, mentions: [], context: toLeader }, TABLE);
  return { as: match.kind === 'unknown' ? 'back' : readingLine(text, toLeader), told: told.join('') };
};

/** What is asked, what it is read as without the word, and the word that the answer says it has no use for. */
const LIGHT: readonly (readonly [said: string, plain: string, word: string])[] = [
  ['还压在我们这没转办的几件', '没转办的几件', '压在'],
  ['固化下来的措施有多少', '固化下来的有多少', '措施'],
  ['最近一星期有没有单位把问题退回来', '最近一星期有没有把问题退回来', '单位'],
  ['现场当场就解决的有多少件', '当场就解决的有多少件', '现场'],
  ['我分管这摊子，红灯黄灯各几个', '我分管，红灯黄灯各几个', '这摊子'],
  ['从用上这系统到现在登记了几件', '从用上这到现在登记了几件', '系统'],
];

/** A word beside it that narrows, turns, dates or points at something, so that no figure is told without it. */
const NARROWS = ['没', '除了', '以前', '它', '那家', '第二', '一半', '协同', '王五', '外地', '省里'];

describe('a word that hardly says anything', () => {
  test.each(LIGHT)('%s is answered without it, and that is told', (said, plain, word) => {
    const { as, told } = read(said);
    expect(as).toBe(readingLine(plain, toLeader));
    expect(as).not.toBe('back');
    expect(told).toContain(`“${word}”`);
  });

  test.each(NARROWS)('none of them is like %s', (word) => {
    expect(LIGHT_WORDS.has(word)).toBe(false);
    expect(read(`现场${word}压在当场解决的有几件`).told).not.toContain(`“${word}”`);
  });
});
