/** After an answer that was none, what leans on it is none either; what is taken back is asked again; orders are of the focus. */
import { describe, expect, test } from 'vitest';
import { fiveLater } from '../support/asked-about.ts';
import { talkIn } from '../support/talk.ts';

const talk = talkIn(fiveLater);

const NONE = ['我批示的事项办得怎么样了', '会上议定的事项还有几件', '#999什么情况', '锅炉爆炸那件事谁在管'];
const LEANING = ['哪天提的', '谁在负责', '为什么', '催一下', '第一个催一下', '让他们抓紧', '列出来'];
const OF_MANY = ['没办完的列一下', '有超期的吗', '哪个单位最多', '住建局的呢'];

describe('what leans on an answer that was none is none', () => {
  test.each(NONE.flatMap((none) => LEANING.map((next) => [none, next])))('%s, %s', async (none, next) => {
    const answer = await talk(none, next);
    expect(answer).toContain('上一问没有答上来');
    expect(answer).not.toMatch(/\d 件/);
  });

  test.each(NONE.slice(0, 2).flatMap((none) => OF_MANY.map((next) => [none, next])))(
    '%s, %s',
    async (none, next) => {
      expect(await talk(none, next)).toContain('上一问没有答上来');
    },
  );

  test.each(['全区逾期的有几个', '住建局逾期的有几个', '楚能怎么样了'])(
    '%s stands by itself',
    async (said) => {
      expect(await talk(NONE[0] ?? '', said)).not.toContain('上一问没有答上来');
    },
  );

  test('another kind of matter is refused as itself', async () => {
    expect(await talk('会上议定的事项还有几件', '批示的呢')).toContain('“批示”');
  });
});

describe('what is taken back is replaced in the question before', () => {
  test.each([
    [['住建局逾期的有几个', '不对，我问的是水利局的'], /^水利局 · 逾期/],
    [['住建局逾期的有几个', '说错了，应该是楚能'], /^楚能 · 逾期/],
    [['楚能逾期的有几个', '不对，所有项目的'], /^逾期/],
    [['住建局本月新增几件', '今年的吗 我要看本季度的'], /^住建局 · 本季度登记/],
    [['住建局逾期的有几个', '我要的是没签收的'], /^住建局 · 待签收/],
    [['红的有哪些', '不看红的了,看黄的'], /^黄色/],
    [['#1什么情况', '不是1 是2号'], /^#2 /],
    [['住建局逾期的有几个', '不对,我说的是赵磊'], /^赵磊负责 · 逾期/],
    [['赵磊手上有几件没办完', '我问的是水利局'], /^水利局 · 未销号/],
  ])('%j', async (said, title) => {
    expect(await talk(...said)).toMatch(title);
  });
});

describe('of whom the question not understood was', () => {
  test.each(['逾期的有几个', '上周办结了几件'])('%s is of that one, and says so', async (said) => {
    const answer = await talk('住建局有几个难啃的', said);
    expect(answer).toMatch(/^住建局 · /);
    expect(answer).toContain('上一问没有答上来');
  });
  test.each(['全区逾期的有几个', '水利局逾期的有几个', '各单位逾期的有几个'])(
    '%s names its own',
    async (said) => {
      expect(await talk('住建局有几个难啃的', said)).not.toContain('上一问没有答上来');
    },
  );
});

describe('orders and the deadline', () => {
  test('the first two of a list', async () => {
    expect(await talk('没办完的有哪些', '前两个催一下')).toMatch(/催办 2 件|催办 #\d/);
  });
  test('when one is to be done asks for its deadline', async () => {
    expect(await talk('#1什么情况', '要求几号办完')).toMatch(/^#1 · 时限/);
  });
  test('what was not understood leaves the topic for an order', async () => {
    const answer = await talk('住建局没办完的有几件', '差得最远的差好远', '差得最远的差好远', '第一个催一下');
    expect(answer).toContain('上一句没有听懂');
    expect(answer).toContain('催办 #');
  });
});
