/** One told as a whole, and several set beside each other by no measure: figures that are kept, and no verdict. */
import { expect, test } from 'vitest';
import { threeProblems } from '../support/asked-about.ts';
import { talkIn } from '../support/talk.ts';

const talk = talkIn(threeProblems);

test.each([
  [['水利局的账报一下'], /现在未销号：[\s\S]*现在逾期：[\s\S]*现在已挂账：/],
  [['兴发和楚能哪个更悬'], /系统不评[\s\S]*兴发：晴雨[\s\S]*楚能：晴雨[\s\S]*现在未销号：[\s\S]*现在逾期：/],
  [['有没有计划改过的'], /商定的计划改过几次[\s\S]*没有改过的/],
])('%j', async (said, told) => {
  expect(await talk(...said)).toMatch(told);
});
