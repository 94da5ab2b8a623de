/** What an answer is turned into by the words that follow it: each title says what was carried over. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sixProblems } from '../support/asked-about.ts';
import { talkTo } from '../support/talk.ts';
import type { World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await sixProblems(6);
});
afterAll(() => world.close());

/** Nothing is left to go on from. */
beforeEach(() => world.pass(16 * 60_000));

const first = (said: string) => said.split('\n')[0];

const talk = (...said: string[]) => talkTo(world, ...said);

const UNREAD = /没有听懂|没看懂/;

describe('each apart, whoever they are', () => {
  test.each([
    ['都是谁家的', /^逾期 · 3 个单位 3 件$/],
    ['是哪些单位的', /^逾期 · 3 个单位 3 件$/],
    ['按单位分开', /^逾期 · 3 个单位 3 件$/],
    ['分别是哪些项目的', /^逾期 · 2 个项目 3 件$/],
    ['再按类别拆一下', /^逾期 · 1 个类别 3 件$/],
  ])('逾期的有几个, then %s', async (said, title) => {
    expect(first(await talk('逾期的有几个', said))).toMatch(title);
  });

  test('谁负责 tells the coordinator and the head of each unit, 谁在办 who has each problem', async () => {
    const said = await talk('兴发没办完的有几件', '都是谁负责');
    expect(first(said)).toBe('兴发 · 未销号 · 3 个单位 3 件');
    expect(said).toContain('供电公司：联络员 钱进，负责人 冯刚。');
    expect(first(await talk('兴发没办完的有几件', '是哪个单位的，联络员是哪个'))).toBe(first(said));
    expect(first(await talk('兴发没办完的有几件', '都是谁在办'))).toBe('兴发 · 未销号 · 谁在办 3 件');
  });

  test('with nothing before, none of them counts anything', async () => {
    for (const said of [
      '都是谁在办',
      '都是谁家的',
      '按单位分开',
      '前三名是谁',
      '再加上住建',
      '跟9月比呢',
      '导出来',
    ])
      expect(await talk(said), said).toMatch(UNREAD);
  });

  test('a question that asks of each unit itself begins anew', async () => {
    expect(first(await talk('住建局没办完的有几件', '各单位分别有几件'))).toBe('未销号 · 5 个单位 5 件');
  });
});

describe('another, one more, one less', () => {
  test.each([
    [['住建局没办完的有几件', '换成环保局的'], '环境局 · 未销号 1 件'],
    [['住建局没办完的有几件', '环保局也照这个给我算一下'], '环境局 · 未销号 1 件'],
    [['住建局没办完的有几件', '再加上环保局'], '住建局、环境局 · 未销号 2 件'],
    [['住建局没办完的有几件', '再加上环保局', '不要住建局的'], '环境局 · 未销号 1 件'],
    [['没办完的有几件', '不要兴发的'], '不算兴发 · 未销号 2 件'],
    [['没办完的有几件', '不要兴发的', '再加上兴发'], '未销号 5 件'],
    [['没办完的有几件', '征地的去掉'], '不算用地类 · 未销号 4 件'],
    [['红色的有几个', '黄的也算上'], '红色、黄色 3 件'],
    [['红色的有几个', '黄的也算上', '黄的不要'], '红色 3 件'],
    [['本月新增了几个', '换成上个月的'], '上月登记'],
    [['逾期的有几个', '只看征地的'], '用地类 · 逾期 1 件'],
    [['逾期的有几个', '有没有环保局的'], '环境局 · 逾期 1 件'],
    [['兴发一共几件', '只要没办完的就行了，办完的不要'], '兴发 · 未销号 3 件'],
  ])('%j', async (said, title) => {
    expect(first(await talk(...said))).toBe(title);
  });

  test('a unit is not added to all of them, and none is taken from those that were not named', async () => {
    expect(await talk('没办完的有几件', '再加上住建')).toMatch(UNREAD);
    expect(await talk('住建局没办完的有几件', '不要环保局的')).not.toContain('住建局 · 未销号 1 件');
    expect(await talk('逾期的有几个', '再加上某某公司')).toMatch(UNREAD);
  });

  test('a question with its own figure is no turn', async () => {
    expect(first(await talk('住建局逾期的有几个', '不算用地的还有几件逾期'))).toBe('不算用地类 · 逾期 2 件');
  });
});

describe('what was answered is narrowed, not replaced', () => {
  test('a step and a state stay beside what is asked of them', async () => {
    expect(first(await talk('逾期的有几个', '里头催过的有几个'))).toMatch(/催办过 · 逾期/);
    expect(first(await talk('逾期的有几个', '都催过没有'))).toMatch(/催办过 · 逾期/);
    expect(first(await talk('上报到分管领导的有几个', '其中红的'))).toMatch(/已上报分管领导 · .*红色/);
  });

  test('what stands now did not become so on the days before', async () => {
    expect(await talk('本月办结了几个', '里头红的有几个')).toMatch(UNREAD);
    expect(first(await talk('本月办结了几个', '那红的呢'))).toBe('红色 3 件');
  });

  test('a set spoken of stays the one it was; what there is, is asked of theirs, too', async () => {
    expect(first(await talk('兴发逾期的有几个', '没解决的是哪几个'))).toBe('兴发 · 未销号 3 件');
    expect(first(await talk('兴发没办完的有几个', '把红的一个个念给我听'))).toBe('兴发 · 红色 2 件');
    expect(first(await talk('兴发没办完的有几个', '红色的有哪些'))).toBe('兴发 · 红色 2 件');
  });
});

describe('against another time', () => {
  test.each([
    [['本月办结了几个', '比上月多不'], '本月办结 · 比上月'],
    [['本月办结了几个', '跟上个月比呢'], '本月办结 · 比上月'],
    [['上个月办结了几个', '跟9月比呢'], '上月办结 · 比9月'],
    [['本月办结了几个', '比上月多不', '跟9月比呢'], '本月办结 · 比9月'],
  ])('%j', async (said, title) => {
    expect(first(await talk(...said))).toBe(title);
  });

  test('a rate and a number of days stand side by side', async () => {
    const days = await talk('平均几天办完', '比上个月快了没');
    expect(days).toMatch(/本月办结：已销号 1 件，平均用时 \d+ 个工作日。/);
    expect(days).toMatch(/上月办结：没有已销号的问题/);
    const rate = await talk('本月办结率多少', '跟上个月比呢');
    expect(rate).toMatch(/登记 6 件，已销号 1 件，办结率 16\.7%/);
  });

  test('what has no time of its own is compared with none', async () => {
    expect(await talk('红色的有几个', '跟上个月比呢')).toContain('没有留底');
  });
});

describe('the first of them', () => {
  test('前三名, the first one’s list, and why', async () => {
    const asked = '哪个单位没办完的最多';
    expect(first(await talk(asked, '前三名是谁'))).toBe('未销号 · 5 个单位 5 件');
    expect(await talk(asked, '把第一名的列出来')).toContain('并列，都是 1 件。要看哪一个？');
    expect(first(await talk('哪个项目没办完的最多', '把第一名的列出来'))).toBe('兴发 · 未销号 3 件');
    const why = await talk('哪个项目没办完的最多', '为啥这么多');
    expect(why).toMatch(/→ .*等孙倩签收/);
    expect(first(why)).toBe('兴发 · 未销号 · 原因 3 件');
    expect(first(await talk('哪个项目没办完的最多', '把第一名的列出来', '红的呢'))).toBe('兴发 · 红色 2 件');
  });

  test('the one that was asked for is what is asked about next', async () => {
    const said = await talk('谁拖得最久', '领导晓得不');
    expect(said).toContain('磷石膏仓库堆放不下');
    expect(await talk('谁拖得最久', '催过没')).toContain('#1 没有催办过。');
  });
});

describe('when, until when, and whether it will be done', () => {
  test('of several, the list by deadline', async () => {
    const said = await talk('兴发没办完的有几件', '还有几天到期');
    expect(first(said)).toBe('兴发 · 未销号 · 时限先后 · 时限 3 件');
    expect(said).toContain('时限近的在前');
    expect(said.indexOf('磷石膏')).toBeLessThan(said.indexOf('临时用电'));
  });

  test('nobody’s work is foretold: what falls due then is told', async () => {
    const said = await talk('水利局没办完的有几件', '他们这周会不会办完');
    expect(first(said)).toMatch(/^水利局 · 本周到期 · 未销号/);
    expect(said).toContain('不作预测');
    expect(first(await talk('水利局没办完的有几件', '那就是说这个月底之前能搞定咯'))).toContain(
      '到期 · 未销号',
    );
  });

  test('急的在前头 sorts, and narrows nothing', async () => {
    const said = await talk('兴发没办完的有几件', '急的在前头先给我排一下');
    expect(first(said)).toBe('兴发 · 未销号 · 时限先后 · 时限 3 件');
    expect(await talk('哪个单位最急')).toMatch(UNREAD);
  });
});

describe('after several figures, a node, projects, a file', () => {
  test('both figures of another unit, of another time', async () => {
    const said = await talk('住建局本月新增了几个 办结了几个', '那环保局呢');
    expect(said).toContain('本月登记：1 件');
    expect(said).toContain('本月办结：0 件');
    expect(first(said)).toContain('环境局');
    expect(await talk('住建局本月新增了几个 办结了几个', '上个月呢')).toContain('上月登记：0 件');
    expect(first(await talk('住建局本月新增了几个 办结了几个', '按单位分开'))).toBe(
      '住建局 · 本月登记；本月办结 · 1 个单位',
    );
  });

  test('每个月, only of one kind', async () => {
    const said = await talk('今年每个月新增几个', '光看征地的');
    expect(first(said)).toContain('用地类');
    expect(said).toContain('本月登记：1 件');
  });

  test('the other node of the same project', async () => {
    expect(first(await talk('兴发什么时候能开工', '那投产呢'))).toBe('兴发 · 投产');
  });

  test('the problems of the projects that were asked for', async () => {
    expect(first(await talk('刘敏管的项目有几个', '问题呢 有几个没完的'))).toBe(
      '刘敏任秘书的项目 · 未销号 1 件',
    );
    expect(await talk('雨天的项目有哪些', '问题呢 有几个没完的')).not.toMatch(/项目 · 未销号/);
  });

  test('导出来 sends what was answered, and what is said next is of the file', async () => {
    const before = world.private('tang').messages.length;
    await talk('住建局没办完的有几件', '导出来');
    const sent = world
      .private('tang')
      .messages.slice(before)
      .filter(({ msgType }) => msgType === 'file');
    expect(sent).toHaveLength(1);
    expect(JSON.stringify(sent[0]?.content)).toContain('住建局');
  });

  test('清单 and 导出 are gone on from like questions', async () => {
    expect(first(await talk('清单 兴发', '红的呢'))).toBe('兴发 · 红色 2 件');
    expect(first(await talk('清单 兴发', '那美利信呢'))).toBe('美利信 · 未销号 1 件');
  });
});
