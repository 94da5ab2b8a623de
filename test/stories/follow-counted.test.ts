/** What goes on from a figure keeps what was counted: beside another time, in the time spoken of, part by part, of all. */
import { describe, expect, test } from 'vitest';
import { threeWithOneSigned } from '../support/asked-about.ts';
import { talkIn } from '../support/talk.ts';

const talk = talkIn(threeWithOneSigned);

describe('beside another time it is the same that is counted', () => {
  test.each([
    [['本月办结了几件', '环比呢'], /本月办结 · 比上月/],
    [['本月办结了几件', '对比一下上个月'], /本月办结 · 比上月/],
    [['本周新增了几件', '较上周是增是减'], /本周登记 · 比上周/],
    [['本月办结了几件', '和10月比怎么样，多了还是少了'], /本月办结 · 比上月/],
    [['水利局逾期的有几件', '对比一下上周'], /水利局 · 逾期 · 比11月15日24时/],
  ])('%j', async (said, told) => {
    expect(await talk(...said)).toMatch(told);
  });
});

describe('the time that was spoken of', () => {
  test.each([
    [['水利局上个月新增了几件', '当月办结几件'], /水利局 · 上月办结/],
    [['水利局上个月新增了几件', '那个月他们解决了几个'], /水利局 · 上月办结/],
    [['水利局本月新增了几件', '月份不对，应该是上月'], /水利局 · 上月登记/],
    [['水利局本月新增了几件', '不是本月，给我上个月的'], /水利局 · 上月登记/],
  ])('%j', async (said, told) => {
    expect(await talk(...said)).toMatch(told);
  });
});

describe('each part goes on from what was counted', () => {
  test.each([
    [['今年退回过的有几件', '哪些办完了，哪些没办完'], /今年退回过 · 未销号/],
    [['水利局今年新增了几件', '几件办完了，几件没办完'], /水利局 · 今年登记 · 未销号 1 件/],
    [['最近三天办结了几件', '满意的有几个，不满意的有几个'], /办结 · 企业不满意/],
  ])('%j', async (said, told) => {
    expect(await talk(...said)).toMatch(told);
  });
});

describe('of all of them', () => {
  test.each([
    [['今天登记的有几件', '是否均已签收'], /没有都签收：3 件里已签收 1 件，还没签收 2 件/],
    [['今天登记的有几件', '签完了没'], /没有都签收：3 件里已签收 1 件，还没签收 2 件/],
    [['今年申请延期的有几件', '延期最多的是谁家'], /今年申请延期过/],
    [['没办完的有几件', '剩下的也发出来'], /最后一页/],
  ])('%j', async (said, told) => {
    expect(await talk(...said)).toMatch(told);
  });
});
