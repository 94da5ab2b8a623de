/** After a ranking: what is said next is of who came first, unless it says another place, a name, all or another time. */
import { describe, expect, test } from 'vitest';
import { sixWithOneSigned } from '../support/asked-about.ts';
import { talkIn } from '../support/talk.ts';

const first = (said: string) => said.split('\n')[0];
const talk = talkIn(sixWithOneSigned);

const PROJECTS = '哪个项目没办完的最多';
const UNITS = '哪个单位没办完的最多';

describe('of who came first', () => {
  test.each([
    ['是哪件事', /^兴发 · 未销号 3 件/],
    ['具体哪几件', /^兴发 · 未销号 3 件/],
    ['都是些什么问题', /^兴发 · 未销号 3 件/],
    ['都是什么类型的', /^兴发 · 未销号 · \d 个类别 3 件/],
    ['都是哪些单位的', /^兴发 · 未销号 · \d 个单位 3 件/],
    ['逾期的有吗', /^兴发 · 逾期/],
    ['有没有红的', /^兴发 · 红色 2 件/],
    ['其中红的多少', /^兴发 · 红色 2 件/],
    ['它几件红的', /^兴发 · 红色 2 件/],
    ['最多的那个项目红的几件', /^兴发 · 红色 2 件/],
    ['平均几天', /^兴发 · 已销号 · 平均用时/],
    ['按时率多少', /^兴发 · 已销号 · 按时率/],
    ['为什么', /^兴发 · 未销号 · 原因 3 件/],
    ['本月办结了几件', /^兴发 · 本月办结/],
  ])('%s', async (said, title) => {
    expect(first(await talk(PROJECTS, said))).toMatch(title);
  });

  test('to urge is to urge what it has', async () => {
    expect(await talk(PROJECTS, '催一下')).toContain('兴发 · 未销号 3 件');
  });
});

describe('what it has now is no part of what was counted', () => {
  test.each([
    [['本月哪个项目新增最多', '它现在逾期的有几件'], /^兴发 · 逾期/],
    [['本月哪个项目新增最多', '它手上红的几件'], /^兴发 · 红色/],
    [['本月哪个项目新增最多', '这个项目目前还有几件没办完'], /^兴发 · 未销号/],
    [['本月哪个单位办结最多', '它现在逾期的有几件'], /^住建局 · 逾期/],
    [['住建局本月哪个项目新增最多', '它现在逾期的有几件'], /^美利信 · 住建局 · 逾期/],
    [['本月哪个项目新增最多', '其中现在逾期的有几件'], /^兴发 · 本月登记 · 逾期/],
    [['本月哪个项目新增最多', '它们现在逾期的有几件'], /^兴发 · 本月登记 · 逾期/],
    [['本月哪个项目新增最多', '这个项目逾期的呢'], /^兴发 · 本月登记 · 逾期/],
    [['不算水利局，本月哪个项目新增最多', '它现在逾期的有几件'], /^兴发 · 不算水利局 · 本月登记 · 逾期/],
  ])('%j', async (said, title) => {
    expect(await talk(...said)).toMatch(title);
  });
});

describe('of more than three that are alike it is asked which', () => {
  test.each(['是哪件事', '逾期的有吗', '平均几天', '局长是谁', '催一下', '它几件红的'])(
    '%s',
    async (said) => {
      expect(await talk(UNITS, said)).toContain('要看哪一个？');
    },
  );

  test('what is no question of problems is answered as ever', async () => {
    expect(await talk(UNITS, '谢谢')).not.toContain('要看哪一个？');
  });
});

describe('what says where in the ranking', () => {
  test.each([
    [PROJECTS, '第二名呢', /第 2 位（共 \d 个.*）：/],
    [PROJECTS, '最后一名是谁', /第 \d 位（共 \d 个.*）：/],
    [PROJECTS, '其他的呢', /^不算兴发 · 未销号 · /],
    [PROJECTS, '兴发排第几', /兴发排第 1/],
    [PROJECTS, '住建局排第几', /住建局排第 1，与另外 4 个并列/],
    [PROJECTS, '全部加起来', /^未销号 \d 件/],
    [PROJECTS, '前两名差多少', /^兴发：3 件；.*相差 \d 件。/],
    [PROJECTS, '楚能呢', /^楚能 · 未销号/],
    [PROJECTS, '红的呢', /^红色 · \d 个项目/],
    [PROJECTS, '全区一共几件', /^未销号/],
    ['今年哪个单位办结率最低', '住建局呢', /^住建局 · 今年登记 · 办结率/],
  ])('%s %s', async (asked, said, told) => {
    expect(await talk(asked, said)).toMatch(told);
  });
});

describe('what is left, and by how much', () => {
  test.each([
    [['供电公司逾期几件', '其他单位呢'], /^不算供电公司 · 逾期 · 3 个单位 3 件/],
    [['美利信红的几件', '其他项目呢'], /不算美利信/],
    [['逾期的有哪些', '第一件谁在办', '剩下的几号到期'], /· 时限 2 件/],
    [['没办完的有哪些', '第一件谁在办', '其余的呢', '红的呢'], /^#\d[\s\S]* · 红色 2 件/],
    [['没办完的有哪些', '第一件谁在办', '其余的呢', '有几件逾期'], /没有接着上一问的“那4件”/],
    [[PROJECTS, '第二多的呢', '比第一少几件'], /相差 \d 件/],
    [[PROJECTS, '多几件'], /相差 \d 件/],
  ])('%j', async (said, told) => {
    expect(await talk(...said)).toMatch(told);
  });
});
