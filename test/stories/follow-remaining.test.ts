/** What is left of it, in which projects, of those same days, of all, and of which of two: said next. */
import { expect, test } from 'vitest';
import { fiveLater } from '../support/asked-about.ts';
import { talkIn } from '../support/talk.ts';

const talk = talkIn(fiveLater);

test.each([
  [['用水类办结几件', '还剩哪些'], /^用水类 · 未销号/],
  [['住建局解决了几件', '还剩几件没办'], /^住建局 · 未销号/],
  [['待签收的有几件', '有哪些项目的'], /^待签收 · \d 个项目/],
  [['本月新增几件', '这个月的有没有待签收的'], /^本月登记 · 待签收/],
  [['今年按时办结率多少', '全区平均呢'], /^今年办结 · 按时率/],
  [['平均几天签收', '全区平均呢'], /平均签收用时/],
  [['平均几天转办', '所有单位平均多少'], /平均转办用时/],
  [['本月新增几件', '都签收了吧'], /没有都签收/],
  [['问题最少的项目是哪个', '这个项目是谁在跟'], /刚才说的有.+要看哪一个/],
  [['#4', '待签收的都在等谁'], /^待签收 · 等谁、等了多少天 5 件/],
  [['#4', '红的分别是谁在办'], /^红色 · 谁在办/],
  [['领导批示的事还有几件', '哪个单位办得最快'], /平均用时/],
  [['美利信施工许可证办了没', '现在哪个单位逾期最多'], /逾期 · \d 个单位/],
  [['住建局逾期几件', '用水类的有几件', '供水压力那件什么时候到期'], /^#5/],
])('%j', async (said, told) => {
  expect(await talk(...said)).toMatch(told);
});

test('a unit of which nothing is open is told so, and no problem that has its name', async () => {
  expect(await talk('财政局现在还有没有没办完的事')).toMatch(/^财政局 · 未销号/);
});

test('a ledger asked for after an answer is of that', async () => {
  expect(await talk('本月办结几件', '发我个台账吧')).not.toContain('这份是未销号');
});
