/** What goes on from an answer in free words of any region: each title says what was carried over. */
import { describe, expect, test } from 'vitest';
import { sixWithOneSigned } from '../support/asked-about.ts';
import { talkIn } from '../support/talk.ts';

const talk = talkIn(sixWithOneSigned);

describe('each apart, some of them, of all', () => {
  test.each([
    [['逾期的有哪些', '摊到各家各是几件'], /^逾期 · 3 个单位 3 件/],
    [['逾期的有哪些', '各家各是几件'], /^逾期 · 3 个单位 3 件/],
    [['逾期的有哪些', '分到各单位是几件'], /^逾期 · 3 个单位 3 件/],
    [['逾期的有哪些', '分下单位'], /^逾期 · 3 个单位 3 件/],
    [['逾期的有哪些', '都散在哪几个项目上'], /^逾期 · 2 个项目 3 件/],
    [['没办完的有几件', '超期的先报我'], /^逾期 3 件/],
    [['没办完的有几件', '拣过了期的念'], /^逾期 3 件/],
    [['没办完的有几件', '已经过了点的有几件'], /^逾期 3 件/],
    [['没办完的有几件', '哪几件悬'], /^红色、黄色、蓝色/],
    [['没办完的有几件', '里头哪些是老大难'], /^未销号 · 登记最久/],
    [['住建局逾期的有几件', '就讲最严重的那一件'], /^住建局 · 逾期最久/],
    [['住建局逾期的有几件', '全区呢'], /^逾期 3 件/],
    [['住建局逾期的有几件', '高新区呢'], /^逾期 3 件/],
    [['住建局逾期的有几件', '那整体呢'], /^逾期 3 件/],
    [['兴发逾期的有几件', '所有项目呢'], /^逾期 3 件/],
    [['资规局还有几件', '把它们那几件念我听下'], /^资规局 · 未销号/],
    [['不算挂账的，没办完的几件', '算上挂的呢'], /^未销号 5 件/],
  ])('%j', async (said, title) => {
    expect(await talk(...said)).toMatch(title);
  });
});

describe('two that were named', () => {
  test.each([
    [['住建局和供电公司哪个没办完的多', '逾期的也比比'], /^住建局、供电公司 · 逾期 · 2 个单位/],
    [['住建局还有几件', '供电公司呢', '两家加起来过期的有没有'], /^住建局、供电公司 · 逾期/],
    [
      ['住建局还有几件', '供电公司呢', '两家比哪家多'],
      /^(?:供电公司、住建局|住建局、供电公司) · 未销号 · 2 个单位[^没]*$/,
    ],
  ])('%j', async (said, title) => {
    expect(await talk(...said)).toMatch(title);
  });
});

describe('what came, beside what was struck off', () => {
  test.each([['新增呢'], ['新增的呢'], ['新登记的呢']])('%s keeps the days', async (said) => {
    expect(await talk('本周办结了几件', said)).toMatch(/^本周登记/);
  });

  test('and is of this week where no days were said, which is told', async () => {
    const answer = await talk('兴发还剩几件没办', '新增的呢');
    expect(answer).toMatch(/^兴发 · 本周登记/);
    expect(answer).toContain('没有说从哪天起，按本周登记的算。');
  });
});

describe('of the one problem of a list, and of its project', () => {
  test.each([
    ['哪个专班秘书跟的', /项目秘书/],
    ['企业那头联系哪个', /企业联系人/],
    ['找哪个问', /#4 责任单位住建局/],
    ['卡在哪个环节上头', /^#4 设备清单待查/],
    ['当初啥时候提的', /#4/],
  ])('住建局逾期的有哪些, then %s', async (said, answer) => {
    expect(await talk('住建局逾期的有哪些', said)).toMatch(answer);
  });
});

describe('a rate that was told', () => {
  test('资规没在里面吧 is of that one', async () => {
    expect(await talk('办结率最低的三个单位', '资规没在里面吧')).toMatch(/^资规局 · 全部 · 办结率/);
  });
});

describe('one project after another', () => {
  test('那楚能 after the weather is its weather', async () => {
    expect(await talk('晴雨表 兴发', '那楚能')).toMatch(/晴雨/);
  });

  test.each([['还欠几道手续'], ['下一步该弄什么'], ['整体走完百分之几了'], ['往后该跑哪道手续']])(
    '%s is of the links of the project that was shown',
    async (said) => {
      expect(await talk('项目 兴发', said)).toMatch(/导航图|环节/);
    },
  );

  test('投产呢赶不赶得上 and 年底能动工不 are of the one that was spoken of', async () => {
    expect(await talk('兴发哪天开工', '投产呢赶不赶得上')).toMatch(/^兴发 · 投产/);
    expect(await talk('兴发还剩几件没办', '照这个搞法年底能动工不')).toMatch(/^兴发 · 开工/);
    expect(await talk('兴发还剩几件没办', '哪几个项目年底能动工')).not.toMatch(/^兴发/);
  });
});

describe('of what came first, of another kind, of what waits', () => {
  test.each([
    [['哪个单位没办完的最多', '那最少的呢'], /^未销号 · 件数从少到多/],
    [['平均用时多少天', '哪个类别最慢'], /^已销号 · 平均用时/],
    [['满意率多少', '为啥这么低'], /为什么低，数里看不出来/],
    [['用水类的几件', '涉及哪些企业'], /^用水类 · 未销号 · 1 个项目/],
    [['供电公司超期的有没有', '没有的话快到期的报一下'], /^供电公司 · 蓝色/],
    [['没办完的比上个月多了吗', '主要多在哪个单位'], /^未销号 · \d 个单位/],
    [['没签收的有几件', '挂了几天了'], /^待签收/],
    [['没签收的有几件', '挂了几天了', '是哪几家的活'], /^待签收 · \d 个单位/],
    [['上报领导的有几件', '高书记那里的呢'], /^已上报主要领导/],
    [['兴发哪天开工', '那楚能能不能'], /^楚能 · 开工/],
  ])('%j', async (said, title) => {
    expect(await talk(...said)).toMatch(title);
  });

  test('它手上一共几件 names who came first', async () => {
    expect(await talk('哪个单位逾期的最多', '它手上一共几件')).toMatch(
      /^\S+局 · 未销号|几个并列|一样多|没看懂|没有听懂/,
    );
  });

  test('蓝的不要, of the red and the yellow ones, leaves those', async () => {
    expect(await talk('红灯和黄灯的有哪些', '蓝的不要')).toMatch(/^红色、黄色/);
    expect(await talk('红灯和黄灯的有哪些', '蓝的不要')).not.toMatch(/正常/);
  });
});
