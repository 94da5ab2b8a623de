/** Lights that once turned, who logs, what stands in a report, and a ledger in any words, told from the database. */
import { expect, test } from 'vitest';
import { fourProblems } from '../support/asked-about.ts';
import { talkIn } from '../support/talk.ts';

const talk = talkIn(fourProblems);

test.each([
  [['有几件亮过红灯'], /亮红灯过 2 件/],
  [['楚能红过没有'], /楚能 · 亮红灯过 1 件/],
  [['没红过的有几件'], /从没亮红灯[\s\S]*2 件/],
  [['谁报问题报得最多'], /2 位登记人 4 件[\s\S]*只按登记人分开列，不给个人排名/],
  [['水利局手上是不是清零了'], /水利局 · 未销号 1 件/],
  [['昨天的日报发我', '里面登记几件销号几件'], /昨天登记[\s\S]*昨天办结/],
  [['下周会不会停电检修影响兴发'], /停电停水的安排[\s\S]*我答不上来/],
])('%j', async (said, told) => {
  expect(await talk(...said)).toMatch(told);
});
