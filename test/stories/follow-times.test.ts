/** A time that is said after an answer: the same of it, in the week or month spoken of. Friday 2026-11-20. */
import { describe, expect, test } from 'vitest';
import { sixProblems } from '../support/asked-about.ts';
import { talkIn } from '../support/talk.ts';

const talk = talkIn(() => sixProblems(20));
const first = (said: string) => said.split('\n')[0];

describe('another time', () => {
  test.each([
    [['上周几件', '本周呢'], /^本周登记/],
    [['上周几件', '本周呢', '下周呢'], /^下周到期/],
    [['本周几件', '上周呢'], /^上周到期/],
    [['水利局上周有几件问题', '这周呢'], /^水利局 · 本周登记/],
    [['本周新增几件', '本月一共呢'], /^本月登记 6 件/],
    [['本周办结几件', '这个月合计'], /^本月办结 1 件/],
    [['水利局上周转办几件', '本月总共几件'], /^本月转给水利局.* 1 件/],
    [['红的几个', '本月一共几件'], /^本月到期/],
  ])('%j', async (said, title) => {
    expect(first(await talk(...said))).toMatch(title);
  });
});

describe('a day of the week or month spoken of', () => {
  test.each([
    [['上周三新增几件', '周四呢'], /^11月12日登记/],
    [['上周新增几件', '周四新增几件'], /^11月12日登记/],
    [['下周一到期几件', '周三到周五呢'], /^11月25日至11月27日到期/],
    [['11月13号报了几件', '12号呢'], /^11月12日登记/],
    [['12月2号到期的', '3号到期的呢'], /^12月3日到期/],
    [['11月13号报了几件', '1号怎么样了'], /^#1/],
    [['上周五在办几件', '周四呢'], /^11月12日24时未销号/],
    [['上周五在办几件', '昨天呢'], /^昨天24时未销号|^11月19日24时未销号/],
    [['上周五在办几件', '今天呢'], /^未销号 5 件/],
  ])('%j', async (said, title) => {
    const answer = await talk(...said);
    expect(first(answer)).toMatch(title);
    expect(answer).not.toContain('没有用上');
  });
});

describe('what is left of those that came', () => {
  test.each([
    [['本月登记的办结了几件', '没办结的'], /^本月登记 · 未销号 5 件/],
    [['本月新增几件', '办结的', '没办结的', '逾期的'], /^本月登记 · 逾期 3 件/],
    [['本月登记的办结了几件', '逾期的几件'], /^本月登记 · 逾期 3 件/],
    [['本月登记的办结率', '没办结的'], /^本月登记 · 未销号 5 件/],
    [['本月办结几件', '没办结的'], /^未销号 5 件/],
  ])('%j', async (said, title) => {
    expect(first(await talk(...said))).toMatch(title);
  });

  test('a number before what is counted orders nothing', async () => {
    expect(first(await talk('20号办结了几件'))).toMatch(/^今天办结 1 件/);
    expect(first(await talk('20号签收了几件'))).toMatch(/^今天签收过/);
  });
});

describe('each month', () => {
  test.each([
    [['最近三个月每个月新增多少', '办结多少'], /^9月办结；上月办结；本月办结/],
    [['最近三个月每个月新增多少', '办结的呢'], /^9月办结；上月办结；本月办结/],
    [['最近三个月每个月新增多少', '住建局的呢', '办结的呢'], /^住建局 · 9月办结；上月办结；本月办结/],
  ])('%j: another figure of each of them', async (said, title) => {
    expect(first(await talk(...said))).toMatch(title);
  });

  test.each(['最近三个月每个月新增多少,办结多少', '最近三个月每月销号几件,新增几件'])(
    '%s: both figures of each',
    async (said) => {
      const told = await talk(said);
      expect(told).toContain('本月登记：6 件');
      expect(told).toContain('本月办结：1 件');
    },
  );
});

describe('what stands now beside how it stood', () => {
  const MORE = '逾期的比上月底多了还是少了';
  test.each(['具体是哪几件', '现在是哪几件', '都有哪些', '是哪些'])(
    '%s: those that there are now',
    async (next) => {
      expect(first(await talk(MORE, next))).toBe('逾期 3 件');
    },
  );
  test('and what is said next is of them', async () => {
    expect(first(await talk(MORE, '现在具体是哪几件', '各超了几天'))).toBe('逾期 · 超期多少天 3 件');
  });
});

describe('how many of those that came are struck off', () => {
  test.each([
    [['本月新增多少', '办完的占多少', '没办完的有几件'], /^本月登记 · 未销号 5 件/],
    [['本月新增多少', '办完的占多少', '没办完的在哪些单位'], /^本月登记 · 未销号 · \d 个单位 5 件/],
    [['本月新增多少', '办完的占多少', '剩下的呢'], /^本月登记 · 未销号 5 件/],
    [['本月新增多少', '都办了吗'], /^本月登记 · 未销号 5 件\n没有都销号/],
  ])('%j: what is not, is of those', async (said, title) => {
    expect(await talk(...said)).toMatch(title);
  });
});
