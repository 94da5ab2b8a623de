/** What is said after an answer and would not be understood alone is of those that were told, and of nothing wider. */
import { expect, test } from 'vitest';
import { fourProblems } from '../support/asked-about.ts';
import { talkIn } from '../support/talk.ts';

const talk = talkIn(fourProblems);

test.each([
  [['逾期的有几件', '它们分给谁了'], /逾期 · 转办 2 件/],
  [['逾期的有几件', '项目名也写上'], /逾期 · 项目 2 件/],
  [['没办完的有几个', '楚能占几'], /楚能 · 未销号 2 件/],
  [['逾期的有几件', '三件里哪件更急'], /没有听懂/],
  [['逾期的有几件', '再往前那一段呢'], /没有|没看懂/],
])('%j', async (said, told) => {
  expect(await talk(...said)).toMatch(told);
});
