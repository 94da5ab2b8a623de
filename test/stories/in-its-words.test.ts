/** Words that mean something only behind the kind of answer that was just given, and what is asked of each in a second half. */
import { describe, expect, test } from 'vitest';
import { sixProblems } from '../support/asked-about.ts';
import { talkIn } from '../support/talk.ts';

const talk = talkIn(() => sixProblems(20));

describe('behind an answer', () => {
  test.each([
    [['逾期的有几件', '按超的天数从多到少排'], /逾期最久 3 件/],
    [['没办完的有几件', '按到期先后排一下'], /时限先后 5 件/],
    [['楚能没办完的有几件', '这俩哪个先到期'], /楚能 · 未销号 · 时限先后/],
    [['楚能没办完的有几件', '哪个更急'], /楚能 · 未销号 · 时限先后/],
    [['王建国的项目没办完的有几件', '一家各几件'], /王建国任秘书的项目 · 未销号 · \d 个项目/],
    [['王建国的项目没办完的有几件', '哪家最多'], /\d 个项目[\s\S]*最多/],
    [['哪个项目没办完的最多', '最省心的是哪个'], /件数从少到多/],
    [['哪个项目没办完的最多', '最让人头疼的是哪个'], /最多/],
    [['逾期的有几件', '最久的那件讲讲怎么回事'], /#1/],
    [['逾期的有几件', '最久的那件讲讲怎么回事', '谁在办'], /^#1 · 谁在办/],
    [['#4', '赵磊在弄还是别个在弄'], /#4 · 谁在办/],
    [['#4', '前头延过没'], /没有申请过延期|没有延期/],
    [['今天登记的有几件', '平均办一件要几天'], /^已销号 · 平均用时/],
    [['住建局的有几件', '平均办一件要几天'], /住建局/],
    [['好的知道了，逾期的有几件', '行，那住建局呢'], /住建局 · 逾期/],
    [['#4', '换个事，没签收的有几件'], /^待签收/],
  ])('%j', async (said, told) => {
    expect(await talk(...said)).toMatch(told);
  });
});

describe('a second half', () => {
  test.each([
    ['逾期的有几件，各晚多少天', /超期多少天写在每一件下面/],
    ['没签收的有几件，谁卡着', /等谁、等了多少天写在每一件下面/],
    ['红灯的给我列出来，带上谁负责', /谁在办/],
    ['没签收的列一下，附上转办时间', /转办写在每一件下面/],
    ['逾期的有几件，都在哪家企业门口', /个项目 3 件|项目写在每一件下面/],
  ])('%s', async (said, told) => {
    expect(await talk(said)).toMatch(told);
  });
});
