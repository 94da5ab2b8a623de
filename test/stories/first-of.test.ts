/** What is asked of the one that is first: who that is stands first, and its own figure below. */
import { expect, test } from 'vitest';
import { sixProblems } from '../support/asked-about.ts';
import { talkIn } from '../support/talk.ts';

const talk = talkIn(() => sixProblems(20));

test.each([
  ['逾期最多的项目没签收的有几件', /^逾期 · \d+ 个项目[\s\S]+ · 待签收/],
  // Several are alike, and more than are told together.
  ['问题最多的单位办结率多少', /^未销号 · \d+ 个单位[\s\S]+并列[\s\S]+\n资规局办结率多少/],
  ['逾期最多的项目还有几件没办完', /^逾期 · \d+ 个项目[\s\S]+ · 未销号/],
  ['问题最多的项目谁负责', /兴发最多，3 件[\s\S]+项目秘书：王建国/],
  ['红灯最多的项目什么时候能开工', /兴发最多，2 件[\s\S]+兴发 · 开工/],
  ['办得最慢的单位还有几件没办完', /^已销号 · 平均用时[\s\S]+住建局 · 未销号 1 件/],
])('%j tells who is first, and what is asked of it', async (said, told) => {
  expect(await talk(said)).toMatch(told);
});

test.each(['逾期最多的单位有几件', '逾期最多的是哪个项目'])(
  '%j asks who is first, and no more',
  async (said) => {
    expect(await talk(said)).toMatch(/^逾期 · \d+ 个(?:单位|项目)/);
  },
);
