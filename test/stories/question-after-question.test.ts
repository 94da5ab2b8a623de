/** Somebody asks one thing after the other. What is no part of a conversation is answered as if it had come first, or says that it goes on. */
import { describe, expect, test } from 'vitest';
import { fiveLater } from '../support/asked-about.ts';
import { talkIn } from '../support/talk.ts';

const talk = talkIn(fiveLater);
/** Without the number. */
const title = (told: string) => told.split('\n')[0]?.replace(/ \d+ 件.*$/, '');

const FIRST = [
  '兴发怎么样了',
  '住建局逾期的有几件',
  '本月新增几件',
  '哪个单位逾期最多',
  '今年办结率多少',
  '红色的有哪些',
  '用水的问题有几件',
  '王建国的项目有几件没办完',
] as const;

const many = (told: string) => / (\d+) 件/.exec(told.split('\n')[0] ?? '')?.[1] ?? '0';

/** Names whose it is and what of it, or asks of each. */
const OF_ITS_OWN = [
  '供电公司手上还有几件',
  '各单位现在分别待签收几件',
  '用地的问题还有哪些没解决',
  '住建局办得怎么样',
  '水利局本周新增了几件',
  '楚能怎么样了',
] as const;

/** Whole, and may as well be of what was asked before. */
const EITHER = [
  '满意率现在多少',
  '上周销号了几件',
  '有没有待签收的',
  '拖得最久的是哪一件',
  '今天到期的有几件',
] as const;

const stood = new Map<string, Promise<string>>();
/** Each alone once: it is the same behind whatever was said. */
function aloneOf(next: string): Promise<string> {
  const told = stood.get(next) ?? talk('帮助', next);
  stood.set(next, told);
  return told;
}

const pairs = (next: readonly string[]) => FIRST.flatMap((first) => next.map((one) => [first, one] as const));

describe('one question after the other', () => {
  test.each(pairs(OF_ITS_OWN))('%s / %s is answered as if it stood alone', async (first, next) => {
    const alone = title(await aloneOf(next));
    expect(title(await talk(first, next))).toBe(alone);
  });

  test.each(pairs(EITHER))('%s / %s is as it stands alone, or says of what it is', async (first, next) => {
    const alone = (await aloneOf(next)).split('\n')[0] ?? '';
    const told = await talk(first, next);
    // The very same ones are no matter of what they are called.
    if (title(told) === title(alone) || many(told) === many(alone)) return;
    expect(told).toMatch(/这是接着上一问算的|不接着上一问/);
  });
});

test('how many it would be alone is told beside, unless they are the same', async () => {
  const some = await talk('兴发还有几件没办完', '红的有几件');
  expect(title(some)).toBe('兴发 · 红色');
  expect(some).toContain('这是接着上一问算的；不接着是 3 件。');
  expect(await talk('红的有几件', '其中住建局的几件')).not.toContain('这是接着上一问算的');
});
