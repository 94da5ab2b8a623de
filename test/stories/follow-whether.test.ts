/** Of the problem or the list that was shown: since which day, the same of another, yes or no first, and who has it already. */
import { describe, expect, test } from 'vitest';
import { threeWithOneSigned } from '../support/asked-about.ts';
import { talkIn } from '../support/talk.ts';
import type { World } from '../support/world.ts';

let world: World;
const talk = talkIn(async () => {
  world = await threeWithOneSigned();
  return world;
});

describe('of the one', () => {
  test.each([
    [['路灯那个怎么还没办好', '从什么时候开始的'], /#3 11月19日.*登记/],
    [['路灯那个怎么还没办好', '涉及哪个项目'], /项目：美利信/],
    [['路灯那个怎么样了', '为什么一直没办下来'], /没有登记没办完的原因[\s\S]*共 \d+ 条/],
    [['路灯那个谁在办', '用工缺口那个呢'], /#2 责任单位人社局/],
    [['路灯那个怎么样了', '用工缺口那个呢'], /按您的话“用工缺口”/],
    [['路灯那个怎么样了', '转给赵磊办'], /现在就由赵磊在办，不用再转/],
    [['路灯的事谁主办'], /责任单位住建局/],
    [['用工缺口的事催一催'], /#2 用工缺口120人，要催办吗/],
  ])('%j', async (said, told) => {
    expect(await talk(...said)).toMatch(told);
  });
});

describe('of the list', () => {
  test.each([
    [['今天登记的有几件', '都签收了吗'], /没有都签收：3 件里已签收 1 件，还没签收 2 件/],
    [['今天登记的有几件', '都签收了吗', '都转出去了吗'], /都转出去了，共 3 件/],
    [['人社局今天登记的有几件', '用工缺口那个在里面吗'], /#2 在里面/],
    [['人社局今天登记的有几件', '路灯那个在里面吗'], /#3 不在里面/],
    [['人社局今天登记的有几件', '3号在不在里面'], /#3 不在里面/],
    [['等签收的有哪几件', '等了最久的是哪件'], /等得最久的是 #\d/],
    [['等签收的有哪几件', '前两个分别谁在办'], /2 件，谁在办写在每一件下面/],
  ])('%j', async (said, told) => {
    expect(await talk(...said)).toMatch(told);
  });
});

test('who may not see it is told of none, never of its kind', async () => {
  const answer = await world.group('mlx').ask('wang', '用工缺口那件办得怎么样了');
  expect(answer).toContain('没有找到写着“用工缺口”的');
  expect(answer).not.toContain('用工类');
});
