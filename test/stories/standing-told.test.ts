/** What a question that stands alone is told beside its figure: whose firm was meant, each of a few, whether all is done. */
import { expect, test } from 'vitest';
import { threeProblems } from '../support/asked-about.ts';
import { talkIn } from '../support/talk.ts';

const talk = talkIn(threeProblems);

test.each([
  [['没签收的有几件,都是哪些单位的'], /3 件，谁在办写在每一件下面/],
  [['没签收的有几件,都是哪些项目的'], /3 件，项目写在每一件下面/],
  [['楚能的问题都办完了没'], /没有都销号：2 件里已销号 0 件，还没销号 2 件/],
  [['兴发供水的事办完没有'], /已销号的也没有/],
  [['今天登记的都转出去了吗'], /其中待转办 0 件/],
  [['这个月红过的有哪些'], /本月亮红灯过/],
  [['楚能供水的事是归我们管吗'], /责任单位水利局(?![\s\S]*没有用上)/],
  [['楚能本周有什么变化'], /本周登记：2 件[\s\S]*本周签收、报进展或报办结过：0 件/],
])('%j', async (said, told) => {
  expect(await talk(...said)).toMatch(told);
});
