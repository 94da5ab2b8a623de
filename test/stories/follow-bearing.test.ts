/** What lacks a subject, a state or a time that the question before had goes on from it: no filter is lost unsaid. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sixProblems } from '../support/asked-about.ts';
import { talkTo } from '../support/talk.ts';
import type { World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await sixProblems(20);
  await world.private('zhao').says('zhao', '签收 #4');
});
afterAll(() => world.close());

/** Nothing is left to go on from. */
beforeEach(() => world.pass(16 * 60_000));

const first = (said: string) => said.split('\n')[0];

const talk = (...said: string[]) => talkTo(world, ...said);

describe('what is carried stands in the title', () => {
  test.each([
    [['住建局手上压了几件', '过期的有没得'], /^住建局 · 逾期 1 件/],
    [['住建局手上压了几件', '有没有超了时的'], /^住建局 · 逾期 1 件/],
    [['王建国的项目有几个问题没办完', '红的多不多'], /^王建国任秘书的项目 · 红色/],
    [['红的有几个', '都落在哪些单位头上 你给我摆一摆'], /^红色 · 3 个单位 3 件/],
    [['红的有几个', '资规那边的念给我听听'], /^自然资源局 · 红色|^资规局 · 红色/],
    [['逾期的有几个', '住建局呢', '环保局呢也讲一下'], /^环境局 · 逾期/],
    [['环保局上季度按时率多少', '住建'], /^住建局 · 上季度办结 · 按时率/],
    [['催办过的有哪些', '哪家名下最多'], /催办过/],
    [['今年按时率多少', '分单位排个队'], /^今年办结 · 按时率/],
    [['住建局上个月办结了几件', '这个月办结了几件'], /^住建局 · 本月办结/],
    [['本月新增了几个', '红的几个'], /^本月登记 · 红色/],
  ])('%j', async (said, title) => {
    expect(first(await talk(...said))).toMatch(title);
  });
});

describe('what has no figure beside what is asked goes, and whose it is stays', () => {
  test.each([
    [['除了住建局，没办完的几件', '逾期的有几个'], /^不算住建局 · 逾期 2 件/],
    [['不算住建局还有几件逾期', '待签收的几个'], /^不算住建局 · 逾期 · 待签收/],
    [['住建局按时率', '红的几个'], /^住建局 · 红色/],
    [['住建局按时率', '没办完的几个'], /^住建局 · 未销号 1 件/],
    [['本月办结的平均用时', '住建局的', '逾期的呢'], /^住建局 · 逾期 1 件/],
    [['住建局本月满意率', '不满意的几个', '没评价的'], /^住建局 · 本月办结 · 企业还没评价 1 件/],
    [['本季度满意率', '不满意的有几个'], /^本季度办结 · 企业不满意/],
    [['住建局办结的有几件', '满意的有几个', '没评价的'], /^住建局 · 已销号 · 企业还没评价 1 件/],
    [['住建局逾期有几个', '办结率'], /^住建局 · 全部 · 办结率 50%/],
    [['住建局、水利局逾期几件', '办结率'], /^住建局、水利局 · 全部 · 办结率/],
    [['住建局红灯有几个', '平均几天办完一件'], /^住建局 · 已销号 · 平均用时/],
    [['绿色通道的有几件', '红的几个', '办完的有几件'], /^已销号 · 绿色通道/],
    [['联合办的有几件', '逾期的', '办结的有几件'], /^已销号 · 联合攻坚/],
    [['住建局协办的有几件', '红的', '水利局呢'], /^水利局协办 · 红色/],
    [
      ['上周五以来没动静的住建局有几件', '逾期的几个'],
      /^住建局 · 逾期 1 件\n上一问里的时间和状态没有算进来。/,
    ],
    [['超过三天没签收的几件', '红的几个'], /^红色.*\n上一问的条件没有算进来。/],
    [['昨天下班时逾期的有几件', '红的几个'], /^红色.*\n上一问的条件没有算进来。/],
  ])('%j', async (said, title) => {
    expect(await talk(...said)).toMatch(title);
  });
});

describe('in other words', () => {
  test.each([
    [['逾期的有几个', '说名目'], /^逾期 3 件/],
    [['逾期的有几个', '那把这几件摊开我看看'], /^逾期 3 件/],
    [['逾期的有几个', '列出来我做议程'], /^逾期 3 件/],
    [['逾期的有几个', '咋会拖成这个样子呢'], /^逾期 · 原因 3 件/],
    [['住建局没办完的有几个', '环保局同样报一遍'], /^环境局 · 未销号/],
    [['住建局没办完的有几个', '环保局的也给我报一下'], /^环境局 · 未销号/],
    [['王建国的项目逾期几件', '刘敏那几个呢'], /^刘敏任秘书的项目 · 逾期/],
    [['逾期的有几个', '哪个单位拖得最多'], /^逾期 · 3 个单位/],
    [['用地、施工哪类问题最多', '十类全排出来'], /^未销号 · /],
    [['待签收的有几个', '等得最久的哪件'], /^待签收 · 登记最久 · 等了多少天/],
    [['待签收的有几个', '最长的一个晾了几天了'], /^待签收 · 登记最久 · 等了多少天/],
    [['住建局没办完的有几个', '拖得最长的那件叫啥'], /^住建局 · 未销号 · 逾期最久/],
    [['平均几天办完一件', '最慢的那一件花了多长'], /^已销号 · 用时最长/],
    [['平均几天办完一件', '最麻溜的一个几天'], /^已销号 · 用时最短/],
    [['本月办结几个', '按时率呢'], /^本月办结 · 按时率/],
  ])('%j', async (said, title) => {
    expect(first(await talk(...said))).toMatch(title);
  });

  test.each(['再往下翻 还有没得', '后头还有没', '翻过页去再往下看'])('%s turns the page', async (said) => {
    expect(await talk('没办完的有几个', said)).toContain('后面没有了，这是最后一页。');
  });

  test.each([
    ['经办是谁', /责任单位住建局，签收人赵磊/],
    ['找哪个问', /责任单位住建局，签收人赵磊/],
    ['是归周正管吗', /^#4 设备清单待查/],
    ['还剩几天时限', /#4 时限 11月13日/],
    ['走了几步了 给我说说过程', /#4/],
    ['最近一次动静是哪天', /#4 最近/],
    ['超期了没', /^#4 · 超期多少天/],
    ['他们家还有别的事没解决的吗', /^美利信 · 未销号/],
    ['换一号', /^#1 磷石膏仓库堆放不下/],
  ])('#4, then %s', async (said, told) => {
    expect(await talk('#4', said)).toMatch(told);
  });
});

test('what could stand alone offers to be asked anew', async () => {
  const tang = world.private('tang');
  expect(first(await talk('住建局手上压了几件', '逾期的有几个'))).toBe('住建局 · 逾期 1 件');
  await tang.clicks('tang', tang.lastBot, '不接着上一问');
  expect(first(tang.lastText)).toBe('逾期 3 件');
});

describe('several figures added up', () => {
  test.each([
    [['住建局逾期几件，资规局逾期几件，加一块呢'], /合计：2 件。/],
    [['住建局逾期几件，资规局逾期几件', '加一块呢'], /合计：2 件。/],
    [['待签收的几个 未销号的几个 合计呢'], /这几项可能有同一件问题，没有相加。/],
    [['本月新增几件，本周新增几件，一共几件'], /没有相加/],
    [['住建局逾期的有几个', '自然资源局呢', '两家加起来'], /住建局.*逾期 2 件/],
  ])('%j', async (said, told) => {
    expect(await talk(...said)).toMatch(told);
  });
});

describe('what has all of its own begins anew', () => {
  test.each([
    [['住建局逾期的有几个', '哪个单位最拖'], /^逾期 · 3 个单位/],
    [['住建局逾期的有几个', '现在一共逾期几个'], /^逾期 3 件/],
    [['住建局逾期的有几个', '本月新增的问题有几个'], /^本月登记/],
    [['住建局逾期的有几个', '哪一类问题最多'], /^未销号 · /],
    [['逾期的有几个', '住建局有几个问题'], /^住建局 · 未销号/],
    [['住建局逾期的有几个', '自然资源局红的有几个'], /^(?:资规局|自然资源局) · 红色/],
  ])('%j', async (said, title) => {
    expect(first(await talk(...said))).toMatch(title);
  });
});

describe('what says its own time is of whom was spoken', () => {
  test.each([
    [['住建局逾期的有几个', '本月新增了几个'], /^住建局 · 本月登记/],
    [['住建局没办完的有几件', '上个月解决了几件', '这个月呢'], /^住建局 · 本月办结/],
    [['住建局上周办结了几件', '超期办完的有几件'], /^住建局 · 上周办结/],
    [['楚能本周到期的有几件', '逾期的也看下'], /^楚能 · 逾期/],
    [['住建局本月新增几件', '占全部新增多少'], /^住建局 · 本月登记 · 占全部的比例/],
    [['上周办结了几件', '比前一周多还是少', '各单位分别办了几件'], /^上周办结/],
    [['上周办结了几件', '几件是按时的'], /^上周办结 · 按时率/],
    [['9月新增多少', '跟上月比'], /^9月登记 · 比8月/],
    [['8月以来办结了多少', '分月看一下'], /^全部 · 8月1日至/],
    [['待核验的有几件', '报上来超过三天的有没有'], /^待核验满/],
    [['本月新增按类别分一下', '用电的是哪几件'], /^供电类 · 本月登记/],
    [['开工以来新增多少', '办了多少'], /没有统计/],
  ])('%j', async (said, told) => {
    expect(await talk(...said)).toMatch(told);
  });
});

describe('of several that were told', () => {
  test.each([
    [['逾期的有几个', '哪个单位逾期最厉害', '第二名是谁'], /第 1 位（共 3 个，与另外 2 个并列）：/],
    [['本月新增几个', '跟上个月比是多了还是少了', '多在哪几个项目上'], /^本月登记 · \d 个项目/],
    [['上半年办结率', '去年同期'], /^2025年1月1日至2025年6月30日登记 · 办结率/],
    [['哪些项目还没开工', '逾期的呢'], /要看其中一个项目的，请写项目名/],
    [['楚能逾期几个', '用水的有几个'], /^楚能 · 用水类 · 逾期/],
    [['逾期的有几个', '各超了几天'], /^逾期 · 超期多少天 \d 件/],
    [['待签收的有几个', '最长的一个晾了几天了', '那是哪个单位的联络员 叫什么来着'], /谁在办 1 件/],
    [['逾期的有几个', '单列住建局的'], /^住建局 · 逾期 1 件/],
  ])('%j', async (said, told) => {
    expect(await talk(...said)).toMatch(told);
  });
});

test('one that was closed between 各催一下 and 确认 is not urged, and that is said', async () => {
  const tang = world.private('tang');
  await talk('逾期的有几个', '各催一下');
  const preview = tang.lastBot;
  expect(tang.lastText).toContain('催办 3 件');
  await world.private('zhao').says('zhao', '办结 #4 清单已查');
  await world.private('song').says('song', '核验 #4 属实');
  const { toast, card } = await tang.clicks('tang', preview, '确认');
  expect(toast?.content).toContain('已催办 2 件');
  expect(JSON.stringify(card)).toMatch(/#4.*已销号|已销号.*#4/);
  expect(await tang.ask('tang', '历史 #4')).not.toContain('催办');
  expect(await tang.ask('tang', '历史 #1')).toContain('催办');
});
