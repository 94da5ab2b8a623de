/** What regroups, orders, compares or leaves out part of an answer is of that answer: its measure, its days, its set. */
import { expect, test } from 'vitest';
import { fiveLater } from '../support/asked-about.ts';
import { talkIn } from '../support/talk.ts';

const talk = talkIn(fiveLater);

const MEASURES = [
  ['住建局平均几天办完', /平均用时/],
  ['住建局本月按时率多少', /^本月办结 · 按时率/],
  ['住建局本月满意率多少', /^本月办结 · 满意率/],
] as const;
const OF_ALL_UNITS = ['最高的是哪家', '哪家最低', '按单位看一下'];

test.each(MEASURES.flatMap(([said, title]) => OF_ALL_UNITS.map((next) => [said, next, title] as const)))(
  '%s, %s: of all units, by the same measure',
  async (said, next, title) => {
    const [first = ''] = (await talk(said, next)).split('\n');
    if (next === '按单位看一下' || !said.includes('几天')) expect(first).toMatch(title);
    expect(first).not.toContain('住建局');
  },
);

test.each([
  [['住建局平均几天办完', '最快的是哪家'], /^已销号 · 平均用时/],
  [['这周新增了几件', '上周呢', '比上周多还是少'], /^本周登记 · 比上周/],
  [['这周新增了几件', '比上周多还是少', '分项目看一下'], /^本周登记/],
  [['这个月办结率多少', '比上个月呢', '按单位看一下'], /^本月登记 · 办结率/],
  [['这个月催了多少次', '催得最多的是哪个单位'], /^本月催办/],
  [['住建局还有几个问题', '哪个最急'], /^住建局 · 未销号 · 时限先后/],
  [['住建局没办完的有哪些', '最早报的是哪件'], /^住建局 · 未销号 · 登记最久/],
  [['按项目看还有多少没办完', '哪个最多'], /^未销号 · \d 个项目/],
  [['住建局有几件没办完', '供电公司呢', '两家哪个超期的多'], /^(?:住建局、供电公司|供电公司、住建局) · 逾期/],
  [['刚逾期的有几件'], /^黄色/],
  [['这周新逾期的有几件'], /转黄/],
  [['用水类没办完的有几件', '按类别都列一下'], /^未销号 · \d 个类别/],
])('%j', async (said, title) => {
  expect((await talk(...said)).split('\n')[0]).toMatch(title);
});

test.each(['怎么算的', '天数咋算的'])('#4, %s: by which days', async (said) => {
  expect(await talk('#4', said)).toMatch(/^怎么算的 #4/);
});

test.each(['下一步该谁', '轮到谁了', '接下来谁办'])('#4, %s: whose turn it is', async (said) => {
  expect(await talk('#4', said)).toContain('责任单位');
});
