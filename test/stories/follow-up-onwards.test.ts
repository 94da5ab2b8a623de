/** What goes on from one figure to its like, and what goes on from nothing: each title says what was carried over. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sixWithOneSigned } from '../support/asked-about.ts';
import { talkTo } from '../support/talk.ts';
import type { World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await sixWithOneSigned();
});
afterAll(() => world.close());

/** Nothing is left to go on from. */
beforeEach(() => world.pass(16 * 60_000));

const first = (said: string) => said.split('\n')[0];

const talk = (...said: string[]) => talkTo(world, ...said);

const UNREAD = /没有听懂|没看懂/;

describe('the list that was answered', () => {
  test.each([
    '一个个报给我听',
    '都列出来我看看',
    '列一下',
    '念一念',
    '念给我听听',
    '说来听听',
    '一件一件说',
    '具体讲讲',
    '那几个分别是什么问题',
  ])('逾期的有几个, then %s lists them', async (said) => {
    const answer = await talk('逾期的有几个', said);
    expect(first(answer)).toBe('逾期 3 件');
    expect(answer).toContain('#1');
  });

  test.each(['再来几条', '还有吗', '接着念'])('%s turns the page', async (said) => {
    expect(await talk('没办完的有几个', said)).toContain('后面没有了，这是最后一页。');
  });

  test('第一件为什么没办, 第二件谁签收的 are of that row', async () => {
    expect(first(await talk('住建局逾期的有几个', '第一件为什么没办'))).toMatch(/^历史 #4/);
    expect(await talk('住建局逾期的有几个', '第一件谁签收的')).toContain('#4 11月20日（周五）签收');
  });
});

describe('of the one that was shown', () => {
  test.each([
    ['我该找哪个局的谁问', /责任单位/],
    ['它现在谁在办', /#4 责任单位住建局，签收人赵磊/],
    ['这件什么时候能办好', /时限 /],
    ['为啥到现在没办', /历史 #4/],
    ['挂了多少天了', /#4 没有停过表/],
    ['什么时候提的', /#4/],
    ['期限是哪天', /#4 时限 11月13日/],
    ['为啥亮红灯了', /怎么算的 #4/],
    ['之前延过没有', /#4 没有申请过延期/],
    ['谁签收的', /#4 11月20日（周五）签收/],
    ['退回过没有', /#4 没有退回过/],
    ['办到哪步了', /#4/],
    ['是哪家企业的', /美利信/],
    ['企业满意不', /#4 还没销号/],
  ])('#4, then %s', async (said, shows) => {
    const answer = await talk('#4', said);
    expect(answer).toMatch(shows);
    expect(answer).toContain('#4');
    expect(answer).not.toMatch(/#[1235]/);
  });

  test.each(['为啥到现在没办', '为什么一直解决不了'])(
    '%s, of none that was shown, is asked back and counts nothing',
    async (said) => {
      const answer = await talk(said);
      expect(answer).toContain('说的是哪一件？');
      expect(answer).not.toMatch(/\d+ 件/);
    },
  );

  test('a number that there is not leaves nothing to go on from', async () => {
    for (const said of ['谁在盯这个事', '催过没', '之前延过没有', '列出来'])
      expect(await talk('逾期的有几个', '#99 办得怎么样了', said), said).toMatch(
        /没有听懂|说的是哪一件|没有 #99/,
      );
    expect(await talk('逾期的有几个', '#99 办得怎么样了', '给他催一哈')).not.toContain('催办 #');
  });
});

describe('from one figure to its like', () => {
  test.each([
    [['赵磊手上几件事', '那李航的呢'], /^李航负责 · 未销号/],
    [['逾期的有几件', '那李航的呢'], /^李航负责 · 逾期/],
    [['赵磊手上几件事', '那吴斌局长呢'], /^住建局 · 未销号 1 件/],
    [['住建局上个月按时率多少', '那再上个月呢'], /^住建局 · 9月办结 · 按时率/],
    [['住建局上个月按时率多少', '那再上个月呢', '再往前一个月呢'], /^住建局 · 8月办结 · 按时率/],
    [['本月办结率多少', '每个单位分别是多少'], /^本月登记 · 办结率 16\.7%$/],
    [['住建局按时率怎么样', '最低的是谁'], /^已销号 · 按时率/],
    [['逾期的有几件', '每个单位各几件'], /^逾期 · 3 个单位 3 件/],
    [['逾期的有几件', '分别卡在哪家单位'], /^逾期 · 3 个单位 3 件/],
    [['逾期的有几件', '都是哪几家企业的'], /^逾期 · 2 个项目 3 件/],
    [['逾期的有几件', '谁的'], /^逾期 · 3 个单位 3 件/],
    [['逾期的有几件', '哪一类最厉害'], /^逾期 · 1 个类别 3 件/],
    [['逾期的有几件', '住建局那几件列出来'], /^住建局 · 逾期 1 件/],
    [['逾期的有几件', '最久的拖了几天'], /^逾期最久 3 件/],
    [['平均几天办完', '最慢的呢'], /^已销号 · 用时最长/],
    [['平均几天办完', '最快的是哪个'], /^已销号 · 用时最短/],
    [['申请延期的有几件', '哪家申请得最多'], /延期待批/],
    [['兴发今年提了几个问题', '解决了几个'], /^兴发 · 今年办结$/],
    [['兴发今年提了几个问题', '还剩几个'], /^兴发 · 今年登记 · 未销号 3 件/],
    [['楚能怎么样了', '还有哪些没办完'], /^楚能 · 未销号 1 件/],
    [['楚能怎么样了', '啥时候能投产'], /^楚能 · 投产/],
    [['楚能什么时候能投产', '还差多少天'], /^楚能 · 投产/],
    [['楚能什么时候能投产', '会不会往后拖'], /^楚能 · 投产/],
    [['楚能怎么样了', '下一个环节是啥'], /^楚能 导航图/],
    [['楚能环节走了几个了', '下一个是啥 谁负责'], /^楚能 导航图/],
    [['楚能什么时候能投产', '卡在谁手里'], /^楚能 · 未销号 · 1 个单位 1 件/],
    [['逾期的有几件', '哪一类问题最多'], /^未销号 · /],
    [['住建局逾期的有几件', '现在最让人着急的是哪几件'], /^住建局 · 逾期/],
    [['住建局没办完的有几件', '跟环保局比呢'], /^住建局、环境局 · 未销号 · 2 个单位 2 件/],
    [['住建局本月新增多少', '上个月多少'], /^住建局 · 上月登记/],
    [['本季度满意率多少', '不满意的是哪几家'], /^本季度办结 · 企业不满意/],
    [['哪个单位逾期的最多', '都是些什么理由'], /没有听懂|没看懂|逾期/],
    [['各单位没办完的有几个', '各占多少'], /^未销号 · 5 个单位 5 件/],
  ])('%j', async (said, title) => {
    expect(first(await talk(...said))).toMatch(title);
  });

  test.each([
    [['逾期的有几件', '现在一共还有多少没办完'], '未销号 5 件'],
    [['兴发逾期的有几个', '现在一共还有多少没办完'], '未销号 5 件'],
  ])('a question that is whole begins anew: %j', async (said, title) => {
    expect(first(await talk(...said))).toBe(title);
  });

  test.each([
    ['逾期的有几件', '新增 用地 本月'],
    ['逾期的有几件', '垫底的是谁'],
    ['逾期的有几件', '批了的有几个'],
    ['逾期的有几件', '哪家申请得最多'],
    ['逾期的有几件', '那再上个月呢'],
    ['逾期的有几件', '还差多少天开工'],
    ['今年办结了几个', '按月拆开'],
  ])('%s, then %s: what it does not have is not answered of it', async (...said) => {
    expect(first(await talk(...said))).not.toContain('逾期');
  });

  test('a rate is told beside that of the unit it is compared with', async () => {
    expect(first(await talk('住建局按时率多少', '比环保局高还是低'))).toBe(
      '住建局、环境局 · 已销号 · 按时率 100%',
    );
  });

  test('after 4号谁在管 what is asked next is of #4, too', async () => {
    expect(await talk('4号谁在管', '期限是哪天')).toContain('#4 时限 11月13日');
    expect(first(await talk('4号谁在管', '为啥亮红灯了'))).toMatch(/^怎么算的 #4/);
  });

  test('days on the average are no problem that somebody has', async () => {
    expect(first(await talk('平均几天办完', '它现在谁在办'))).not.toContain('平均用时');
  });

  test('of nobody known no figure is given', async () => {
    expect(await talk('赵磊手上几件事', '张三丰呢')).toMatch(UNREAD);
  });

  test.each([
    ['赵磊手上几件事', '那李航的呢'],
    ['兴发今年提了几个问题', '解决了几个'],
    ['住建局上个月按时率多少', '那再上个月呢'],
    ['楚能怎么样了', '啥时候能投产'],
    ['#4', '谁签收的'],
  ])('%s, then %s, does not go on after 15 minutes', async (before, said) => {
    const now = await talk(before, said);
    world.pass(16 * 60_000);
    expect(first(await talk(said))).not.toBe(first(now));
  });
});

describe('asked back twice in a row', () => {
  test('the second time five questions of this deployment are offered, each of which is understood', async () => {
    const once = await talk('那啥那啥咋个搞');
    expect(once).not.toContain('换个问法试试');
    const twice = await talk('嘟嘟囔囔说不清');
    expect(twice).toContain('换个问法试试，点下面的就能问');
    const asked = twice.split('\n').slice(2);
    expect(asked).toHaveLength(5);
    expect(asked[1]).toMatch(/^(?:兴发|美利信|楚能)怎么样了$/);
    for (const said of asked) expect(await talk(said), said).not.toMatch(UNREAD);
  });

  test('what is understood in between, and 15 minutes, begin the count anew; small talk does not', async () => {
    const third = async (...between: string[]) => {
      world.pass(16 * 60_000);
      return (await talk('那啥那啥咋个搞', ...between, '嘟嘟囔囔说不清')).includes('换个问法试试');
    };
    expect(await third()).toBe(true);
    expect(await third('谢谢')).toBe(true);
    expect(await third('逾期的有几个')).toBe(false);
    await talk('那啥那啥咋个搞');
    world.pass(16 * 60_000);
    expect(await talk('嘟嘟囔囔说不清')).not.toContain('换个问法试试');
  });

  test('a question of which a part is not understood counts, too, and nothing goes on from it', async () => {
    const said = await talk('逾期的有几个', '住建局有几个咕噜咕噜的', '供电公司有几个叽里呱啦的');
    expect(said).toMatch(/没看懂[\s\S]*换个问法试试/);
    expect(await talk('列出来')).toMatch(UNREAD);
  });
});
