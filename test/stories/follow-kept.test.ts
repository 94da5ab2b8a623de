/** What goes on keeps what narrowed the answer before, and is asked back where that was no answer. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fiveProblems } from '../support/asked-about.ts';
import { talkTo } from '../support/talk.ts';
import type { World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await fiveProblems();
  await world.advanceTo('2026-11-20 10:00');
  await world.private('zhao').says('zhao', '签收 #4');
});
afterAll(() => world.close());

/** Nothing is left to go on from. */
beforeEach(() => world.pass(16 * 60_000));

const first = (said: string) => said.split('\n')[0];
const talk = (...said: string[]) => talkTo(world, ...said);

describe('what narrowed the answer before stays', () => {
  test.each([
    [['红的有哪些', '最急的是哪个'], /^红色 · 时限先后/],
    [['住建局没办完的有哪些', '哪件拖得最久'], /^住建局 · 未销号 · 逾期最久/],
    [['住建局没办完的有哪些', '谁拖得最久'], /^逾期最久/],
    [['各单位逾期的有几件', '住建局排第几'], /^逾期 · /],
    [['上个月各单位按时率', '住建局排第几'], /^上月办结 · 按时率/],
    [['住建局没办完的有几个', '那供电呢'], /^供电公司 · 未销号/],
    [['用水类没办完的有几个', '那供电呢'], /^供电类 · 未销号/],
    [['红的有哪些', '最急的是哪个', '还剩几天'], /^#\d · 时限/],
  ])('%j', async (said, title) => {
    expect(first(await talk(...said))).toMatch(title);
  });
});

describe('after a question that was not answered', () => {
  const UNHEARD = '住建局那个叽里呱啦事还有几件';
  test('its subject is taken, and that said', async () => {
    expect(await talk(UNHEARD)).toContain('没看懂');
    const answer = await talk(UNHEARD, '里头超期的几件');
    expect(first(answer)).toMatch(/^住建局 · 逾期 1 件/);
    expect(answer).toContain('上一问没有答上来，这里接着其中的“住建局”。');
  });

  test.each([
    [['领导批示的那几件落实了没有', '没落实的单列']],
    [['议定的事项落实得怎么样了', '牵头的都是哪些局']],
    [['议定的事项还剩几件没兑现', '超期的点出来']],
    [['叽里呱啦的那些事最长的拖了多久', '是哪家企业的事']],
    [['叽里呱啦的那些事还有几件没完', '有没有超期的']],
    [['十月份住建局那个叽里呱啦事还有几件', '有没有超期的']],
  ])('%j: nothing is counted of all', async (said) => {
    const answer = await talk(...said);
    expect(answer).toContain('上一问没有答上来');
    expect(answer).not.toMatch(/\d 件/);
  });

  test('a whole question is of whom that was, and says so; of all where it asks for all', async () => {
    const answer = await talk(UNHEARD, '逾期的有几个');
    expect(first(answer)).toMatch(/^住建局 · 逾期/);
    expect(answer).toContain('上一问没有答上来');
    expect(first(await talk(UNHEARD, '全区逾期的有几个'))).toMatch(/^逾期 3 件/);
  });
});

describe('in other words', () => {
  test.each([
    [['住建局和生态环境局一共有几个没办完的', '各报各的'], /^住建局、环境局 · 未销号 · 2 个单位/],
    [['住建局没办完的有几个', '那环保局呢', '两家加起来'], /^(?:住建局、环境局|环境局、住建局) · 未销号/],
    [['本月新增几件', '销掉了的呢'], /^本月办结/],
    [['本月新增几件', '里头办结的呢'], /^本月登记 · 已销号/],
    [['各单位本月新增几件', '换成按项目拆'], /^本月登记 · \d 个项目/],
    [['逾期的有几个', '单独说住建局'], /^住建局 · 逾期/],
    [['逾期的有几个', '光要红的'], /^红色|^逾期 · 红色/],
    [['住建局和水利局哪个逾期多', '把供电也放进来比比'], /^住建局、水利局、供电公司 · 逾期/],
    [['本月新增几件', '办完的占几成'], /^本月登记 · 办结率/],
    [['王建国的项目没销号的几个', '刘敏那一摊子呢'], /^刘敏任秘书的项目 · 未销号/],
    [['各类没办完的有几个', '哪一类红得最多'], /^红色 · \d 个类别/],
    [['住建局没办完的有几个', '环保局还有别的没办的吗'], /^环境局 · 未销号/],
  ])('%j', async (said, title) => {
    expect(first(await talk(...said))).toMatch(title);
  });

  test.each([
    ['他们头儿是谁', /负责人 吴斌/],
    ['谁来验', /^#4/],
    ['怎么搞成这个灯的', /^怎么算的 #4/],
    ['为啥拖这么久', /^历史 #4/],
    ['赵磊说过啥', /^历史 #4/],
    ['厂里满意不', /企业评价|还没销号/],
    ['让他今天下班前回个话', /催办 #4/],
    ['转给供电', /转办 #4 供电公司/],
  ])('#4, then %s', async (said, shows) => {
    expect(await talk('#4', said)).toMatch(shows);
  });

  test('of a row, and an order on it', async () => {
    expect(await talk('住建局逾期的有哪些', '头一个为什么红')).toMatch(/^怎么算的 #4/);
    expect(await talk('住建局逾期的有哪些', '头一件转给交通局')).toMatch(/#4/);
    expect(await talk('住建局逾期的有哪些', '那催一下唦')).toMatch(/催办 #4/);
  });

  test('of a rating', async () => {
    expect(first(await talk('企业打了不满意的有哪些', '给哪个单位打的'))).toBe('企业不满意');
  });
});
