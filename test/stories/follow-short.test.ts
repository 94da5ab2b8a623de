/** Short words behind an answer: a name with 有吗, a state with 呢, how long, and the one that is to be shown. */
import { expect, test } from 'vitest';
import { sixProblems } from '../support/asked-about.ts';
import { talkIn } from '../support/talk.ts';

const talk = talkIn(() => sixProblems(20));

test.each<[string[], RegExp]>([
  // A name that is asked whether it has any keeps what was asked of.
  [['供电的问题还有几个', '兴发的有吗'], /兴发 · 供电类 · 未销号/],
  [['供电的问题还有几个', '兴发有没有'], /兴发 · 供电类 · 未销号/],
  [['供电的问题还有几个', '有兴发的吗'], /兴发 · 供电类 · 未销号/],
  [['逾期的有几件', '美利信的有吗'], /美利信 · 逾期/],
  // Another state alone takes the place of the one before, though one problem were told.
  [['美利信红灯有几个', '黄灯呢'], /^美利信 · 黄色/],
  [['美利信没办完的有几件', '挂账呢'], /^美利信 · 已挂账/],
  [['美利信逾期的有几件', '没签收呢'], /^美利信 · 待签收/],
  // How long: by what was asked of.
  [['逾期的有几件', '拖了多久'], /超期多少天/],
  [['没签收的有几件', '放了多久了'], /等了多少天/],
  [['没办完的有几件', '拖了多久'], /办了多少天/],
  [['没办完的有几件', '什么时候登记的'], /登记时间/],
  // After a table one problem is shown, not the project it stands under.
  [['各项目没办完的有几件', '最久的那件给我看看'], /逾期最久|登记最久/],
  // 其中: of those, whatever their days.
  [['本月新增几件', '其中办结了几件'], /^本月登记 · 已销号/],
  [['逾期满一天的有哪些', '两天的呢'], /^逾期满 2 个工作日/],
  // Days of two clocks: those of the one that is said anew.
  [['本月登记的本周办结的有几件', '上月登记的呢'], /^上月登记 · 本周办结/],
  [['本月登记的本周办结的有几件', '今天办结的呢'], /^本月登记 · 今天办结/],
  [['本月登记的下周到期的有几件', '美利信的呢'], /^美利信 · 本月登记 · 下周到期/],
  // Everywhere, by units, and what there is of it.
  [['美利信逾期的有几件', '整个专班呢'], /^逾期/],
  [['住建局按时率多少', '全部单位都列上'], /^已销号 · 按时率/],
  [['住建局逾期的有几件', '打开看看是啥'], /^住建局 · 逾期/],
  [['本月新增几件', '办结了几件', '剩下的谁在办'], /^本月登记 · 未销号 · 谁在办/],
  // Of each of all, and not of the first alone.
  [['没办完的按单位排一下', '他们各逾期几件'], /^逾期 · \d+ 个单位/],
  [['美利信逾期的有几件', '谁的责任'], /责任单位|谁在办/],
  // The same in other words.
  [['没签收的有几件', '一家一家分开'], /^待签收 · \d+ 个单位/],
  [['本月新增几件', '一个项目一个项目分开看看'], /^本月登记 · \d+ 个项目/],
  [['住建局逾期的有几件', '打开瞧瞧是啥'], /^住建局 · 逾期/],
  [['没办完的有几件', '这里头红的多少'], /^红色/],
  [['用地类的还有几件没办', '施工的怎么样'], /^施工类/],
  [['本月新增几件，办结几件', '按单位看'], /^本月登记；本月办结 · \d+ 个单位/],
  [['资规局和住建局谁积得多', '逾期的各几件'], /^资规局、住建局 · 逾期 · 2 个单位/],
  [['红色的有几个', '都拖几天了'], /超期多少天/],
  [['今天新增几件', '昨天', '这三天加起来'], /^11月18日至11月20日登记/],
  [['各项目还差几个环节', '美利信的具体哪些'], /美利信 导航图/],
  [['美利信本周有什么动静', '还差几件没办'], /^美利信 · 未销号/],
  [['逾期的有哪些', '第一个是谁的', '他手上还有啥'], /^\S+负责 · 未销号|^\S+ · 未销号/],
  [['各单位没办完的几件', '才这么点？上周呢'], /上周/],
  // All that are level with the last.
  [['各单位没办完的几件', '最后一名逾期的有几件'], /、/],
  // By whom, and not who that is.
  [['#1', '专班催过几次'], /#1/],
])('%j → %s', async (said, told) => {
  expect(await talk(...said)).toMatch(told);
});

test('of one problem that is shown a light with 呢 still asks whether it is lit', async () => {
  expect(await talk('#1', '黄灯呢')).toMatch(/#1/);
});
