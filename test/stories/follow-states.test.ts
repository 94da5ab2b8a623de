/** A state after a state: of others, or of those alone; where nobody can know, the other is told beside. */
import { describe, expect, test } from 'vitest';
import { sixWithOneSigned } from '../support/asked-about.ts';
import { talkIn } from '../support/talk.ts';

const talk = talkIn(sixWithOneSigned);
const first = (told: string) => told.split('\n')[0];

describe('a state said after a state', () => {
  test.each([
    ['没签收的有几件', '红的呢', '红色 3 件', '红色 · 待签收', 2],
    ['没签收的有几件', '有没有红的', '红色 · 待签收 2 件', '红色', 3],
    ['红的有几件', '没签收的呢', '待签收 4 件', '红色 · 待签收', 2],
    ['逾期的有哪些', '有没有没签收的', '逾期 · 待签收 2 件', '待签收', 4],
    ['没签收的有哪些', '那逾期的呢', '逾期 3 件', '逾期 · 待签收', 2],
  ])('%s / %s: %s, and how many “%s” would be', async (before, next, title, other, count) => {
    const told = await talk(before, next);
    expect(first(told)).toBe(title);
    // The figure that was asked for comes first.
    const [answered, beside] = [told.indexOf('现在'), told.indexOf(`如果问的是“${other}”，是 ${count} 件。`)];
    expect(answered).toBeGreaterThan(0);
    expect(beside).toBeGreaterThan(answered);
  });

  test.each([
    ['红的有几件', '其中没签收的呢', '红色 · 待签收 2 件'],
    ['红的有几件', '只看没签收的', '红色 · 待签收 2 件'],
    ['没签收的有几件', '黄的有没有', '黄色 · 待签收'],
    ['没签收的有几件', '快到期的呢', '蓝色'],
    ['没签收的有几件', '快到期的有吗', '蓝色'],
    ['等核验的有几件', '有没有被退回的', '未销号 · 退回过'],
    ['今年作废的有几件', '退回的呢', '今年退回过'],
    ['住建局没签收的有几件', '快到期的呢', '住建局 · 蓝色'],
  ])('%s / %s: %s, and nothing else that it could be', async (before, next, title) => {
    const told = await talk(before, next);
    expect(first(told)).toBe(title);
    expect(told).not.toContain('如果问的是');
  });

  test('what comes next is of what was answered', async () => {
    const told = await talk('没签收的有几件', '快到期的呢', '逾期的呢', '按单位分开');
    expect(first(told)).toMatch(/^逾期 · 3 个单位 3 件/);
  });
});

describe('what is left out of those that were told', () => {
  test.each([
    ['逾期的有几件', '不算黄的', '红色 3 件'],
    ['没签收的有几件', '不算红的', '黄色、蓝色、正常、长期、挂账 · 待签收 2 件'],
    ['逾期的有几件', '去掉没签收的', '逾期 · 未销号（不算待签收） 1 件'],
    ['本月登记的有多少', '去掉办完的', '本月登记 · 未销号 5 件'],
    ['退回过的有几件', '不算已经销号的', '未销号 · 退回过'],
    ['住建局没办完的有几件', '刨去红的', '住建局 · 黄色、蓝色、正常、长期、挂账 · 未销号'],
  ])('%s / %s: %s', async (before, next, title) => {
    expect(first(await talk(before, next))).toBe(title);
  });

  test('办完的 of those that are open: none, the same again, and what is said next is of them', async () => {
    expect(first(await talk('逾期的有几件', '去掉已经办完的'))).toBe('逾期 3 件');
    expect(first(await talk('逾期的有几件', '去掉已经办完的', '每个单位几件'))).toMatch(
      /^逾期 · 3 个单位 3 件/,
    );
  });

  test('办完的 of what is struck off: not understood, nothing is counted', async () => {
    expect(await talk('本月办结的有几件', '不算销号的')).toContain('没有听懂');
  });
});

describe('a unit, after the card of a project', () => {
  test.each(['住建局那边还欠几件', '住建局手上还有几件'])(
    '兴发怎么样了 / %s: how many of that project is told',
    async (next) => {
      const told = await talk('美利信怎么样了', next);
      expect(first(told)).toBe('住建局 · 未销号 1 件');
      expect(told).toContain('如果问的是“美利信 · 住建局 · 未销号”，是 1 件。');
    },
  );
});

describe('a row of what was told apart', () => {
  test.each([
    [['本月新增多少', '按类别看看', '用地的解决了几件'], /^用地类 · 本月办结/],
    [['本月新增多少', '按类别看看', '用地的解决了几件', '没解决的都是谁在办'], /^用地类 · 本月登记 · 未销号/],
    [['兴发跟美利信哪个没解决的多', '美利信的列一下'], /^美利信 · 未销号 1 件/],
  ])('%j: of the days and the state that were said', async (said, title) => {
    expect(first(await talk(...said))).toMatch(title);
  });

  test('a name and a state after some days, nothing told apart: as it stands, and how many in those days', async () => {
    const told = await talk('本月新增多少', '用地的没办完几件');
    expect(first(told)).toBe('用地类 · 未销号 1 件');
    expect(told).toContain('如果问的是“用地类 · 本月登记 · 未销号”，是 1 件。');
  });

  test.each([
    [['本月办结多少', '比上月多还是少', '新增的也比一下'], /^本月登记 · 比上月/],
    [['今年住建局办结率多少', '按时的呢'], /^住建局 · 今年办结 · 按时率/],
  ])('%j: another figure of the same', async (said, title) => {
    expect(first(await talk(...said))).toMatch(title);
  });
});

describe('others than those that were told', () => {
  test.each([
    [['兴发供电公司的有几件', '所有单位的呢'], /^兴发 · 未销号 3 件/],
    [['兴发供电公司的有几件', '全部单位的都看一下'], /^兴发 · 未销号 3 件/],
    [['住建局逾期的有几件', '快到期的也看一下'], /^住建局 · 蓝色/],
    [['没签收的有几件', '只看王建国负责的项目'], /^王建国任秘书的项目 · 待签收 \d 件/],
    [['住建局逾期的有几件', '那环保局呢', '两家比谁拖得久'], /^住建局、环境局 · 逾期|^环境局、住建局 · 逾期/],
  ])('%j', async (said, title) => {
    expect(first(await talk(...said))).toMatch(title);
  });
});
