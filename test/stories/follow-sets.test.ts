/** What goes on from a set or a figure: whose and when hold while what is asked of it changes, and corrections change one. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sixProblems } from '../support/asked-about.ts';
import { talkTo } from '../support/talk.ts';
import type { World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await sixProblems(20);
});
afterAll(() => world.close());

/** The title of what 唐志强 is answered to the last of them. */
async function talk(...said: string[]): Promise<string> {
  world.pass(20 * 60_000);
  return (await talkTo(world, ...said)).split('\n')[0] ?? '';
}

test.each<[string[], RegExp]>([
  // Of several figures, what is open.
  [['兴发一共提了几个问题，解决了几个', '没解决的在哪些单位'], /^兴发 · 未销号 · \d 个单位/],
  [['兴发今年报了几个，办结几个', '剩下的是哪几件'], /^兴发 · 今年登记 · 未销号/],
  [['兴发这个月办得怎么样', '上个月呢'], /^兴发 · 分别统计 4 项/],
  // Of what was handed on in some days.
  [['本月转给水利局的一共几件', '办完了多少'], /^本月转给水利局（含登记时派的） · 已销号/],
  [['本月转给水利局的一共几件', '办完了多少', '剩下的列一下'], /^本月转给水利局（含登记时派的） · 未销号/],
  [['今年一共收了多少问题', '按类别分', '用地的还剩几件'], /^用地类 · 今年登记 · 未销号/],
  // What came in some days keeps them by groups and in superlatives, whatever is asked between.
  [['本月登记几件', '办完了多少', '没办完的按类别分一下'], /^本月登记 · 未销号 · \d 个类别/],
  [['本月登记几件', '办完了多少', '没办完的哪个单位最多'], /^本月登记 · 未销号 · \d 个单位/],
  [['本月登记几件', '办完了多少', '剩下的按项目分'], /^本月登记 · 未销号 · \d 个项目/],
  // What befell some in some days: those that are done, whenever that was.
  [['今年重开过的有几件', '哪些办完了'], /^今年重开过 · 已销号/],
  [['今年延期过的有几件', '办完的有几件'], /^今年批准延期过 · 已销号/],
  // These: those that were listed, and nothing of what they were listed by.
  [['哪几个单位有逾期', '这几家没签收的列出来'], /^(?:\p{Script=Han}+局、?){3} · 待签收/u],
  [['哪几个项目有逾期', '这几个项目没办完的有几件'], /^(?:兴发、美利信|美利信、兴发) · 未销号 \d 件/],
  [['哪个项目逾期天数最多', '这家没签收的有几件'], /^兴发 · 待签收/],
  [['本月登记的分类别看看', '用地的最多？都是什么问题'], /^用地类 · 本月登记/],
  // Beside a rate.
  [['各单位本月的办结率', '水利局按时的有几件'], /^水利局 · 本月办结/],
  [['各单位本月的办结率', '水利局办结的有几件'], /^水利局 · 本月办结/],
  [['住建局上个月办结率多少', '现在手上还有几件没办'], /^住建局 · 未销号/],
  [['水利局本月按时率多少', '逾期的还有几件'], /^水利局 · 逾期/],
  [['供电公司今年基本满意的有几件', '不满意的呢'], /^供电公司 · 今年办结 · 企业不满意/],
  [['前天办结几件', '这个月累计呢'], /^本月办结/],
  // Rankings and what stands beside a time.
  [['住建局和供电公司哪个没办完的多', '少的那家有几件红的'], /红色/],
  [['申请过延期的有几件', '延了两次以上的有没有', '哪个单位延期最多'], /^(?!.*2 次以上)/],
  [['逾期的比上周多了没有', '主要是哪几家增加的'], /^现在逾期；.*24时逾期 · \d 个单位/],
  [['本月新增比上月多了多少', '主要是哪一类', '办结的呢，比上月'], /^本月办结 · 比上月/],
  [['住建局红的有几件', '红的和黄的一共几件'], /^住建局 · 红色、黄色/],
  [['兴发今年登记几件', '主要是哪几类'], /^兴发 · 今年登记 · \d 个类别/],
  // Days, persons, the others.
  [['住建局3天内到期的有哪些', '15天内呢'], /^住建局 · .*到期 · 未销号/],
  [['住建局超期几件', '赵磊手里的呢'], /^赵磊负责 · 逾期/],
  [['兴发供电公司的还有几件没完', '那其他单位的还有几件没完'], /^兴发 · 不算供电公司 · 未销号/],
  [['美利信本月解决了几件', '兴发呢', '两家加起来还剩多少没解决'], /^美利信、兴发 · 未销号/],
  // Corrections.
  [['住建局有几件红的', '不光红的，我要全部的'], /^住建局 · 未销号/],
  [['供电公司红的几件', '不是红的 我说的是所有逾期的'], /^供电公司 · 逾期/],
  [['住建局今年催办过的有几件', '不是催办，是退回'], /^住建局 · 今年退回过/],
  [['住建局今年平均几天办结', '不是光住建局 我问所有单位平均几天'], /^今年办结 · 平均用时/],
])('%j is %s', async (said, title) => {
  expect(await talk(...said)).toMatch(title);
});

test('a file of one of them keeps what was asked of all', async () => {
  world.pass(20 * 60_000);
  await talkTo(world, '逾期的导出来', '住建局的单独来一份');
  expect(JSON.stringify(world.private('tang').messages.at(-1))).toContain('住建局_逾期_问题台账');
});
