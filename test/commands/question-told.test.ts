/** What is told beside a question, claims that are to be checked, parts of a day and spans people name by the way. */
import { describe, expect, test } from 'vitest';
import { checkedBy } from '../../src/language/lexicon/claims.ts';
import { withoutSelf } from '../../src/language/speaker.ts';
import { toLeader } from './demo-place.ts';
import { TOLD } from './questions-told.ts';
import { readingLine } from './reading-line.ts';

describe('what is told beside a question', () => {
  test('each stands once', () => expect(new Set(TOLD.map(([said]) => said)).size).toBe(TOLD.length));

  test.each(TOLD)('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });
});

describe('a claim is turned into the question that checks it', () => {
  test.each([
    ['住建局说他们都办完了,是真的吗', '住建局没办完的有几个'],
    ['红灯一个黄灯两个,我没记错吧', '红灯几个黄灯几个'],
  ])('%s', (said, asked) => expect(checkedBy(said)).toBe(asked));

  test.each(['住建局还有几个没办完,是真的吗', '住建局办得怎么样了', '是真的吗', '都办完了'])(
    '%s is none',
    (said) => expect(checkedBy(said)).toBeUndefined(),
  );
});

describe('who the speaker is', () => {
  test('their own unit is left out, another is not', () => {
    expect(withoutSelf('我是住建的老吴,我们局', toLeader).trim()).toBe(',我们局');
    expect(withoutSelf('我是水利的老吴,我们局', toLeader)).toBe('我是水利的老吴,我们局');
    expect(withoutSelf('我是想问一下', toLeader)).toBe('我是想问一下');
  });
});
