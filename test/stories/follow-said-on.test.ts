/** What is said on after a figure, a ranking or several projects, in private and in a project's group. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sixProblems } from '../support/asked-about.ts';
import { talkTo } from '../support/talk.ts';
import type { World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await sixProblems(20);
});
afterAll(() => world.close());

/** The title of what 唐志强 is answered to the last of them. */
async function talk(...said: string[]): Promise<string | undefined> {
  world.pass(20 * 60_000);
  return (await talkTo(world, ...said)).split('\n')[0];
}

describe('in private', () => {
  test.each([
    [['本周哪个单位办得最多', '水利局办了几件'], '水利局 · 本周办结'],
    [['本周办结几件', '兴发办了几件'], '兴发 · 本周办结'],
    [['今年一共解决了多少问题', '每个月多少', '分单位呢'], '今年办结 · 1 个单位 1 件'],
    [['今年平均几天办结', '时间最长的是哪件'], '今年办结 · 用时最长'],
    [['住建局跟供电公司谁逾期的多', '把住建局的列一下'], '住建局 · 逾期 1 件'],
    [['刘敏负责的项目有哪些', '哪个项目逾期的最多'], '刘敏任秘书的项目 · 逾期'],
    [['美利信办完几件', '没解决的都是谁在办'], '美利信 · 未销号 · 谁在办 1 件'],
    [['逾期的有哪些', '都拖了几天了'], '逾期 · 超期多少天 3 件'],
    [['逾期的有哪些', '都是谁报的'], '逾期 · 登记人、登记时间 3 件'],
    [['各单位逾期几件', '各是什么时候报的'], '逾期 · 登记人、登记时间 3 件'],
    [['今天办结几件', '本月累计多少'], '本月办结 1 件'],
    [['#4', '我找谁问'], '#4 · 谁在办'],
    [['今天还有几个红的没消下去'], '红色 · 未销号 3 件'],
    [['挂账的有哪些', '最长的挂了多久了'], '已挂账 · 挂账最久 · 停表'],
    [['住建局在楚能的还有几件没办完', '兴发呢', '两家加起来几件'], '楚能、兴发 · 住建局 · 未销号'],
    [['最近十天有什么进展', '办完的有几件'], '11月11日至11月20日办结 1 件'],
  ])('%j is %s', async (said, title) => {
    expect(await talk(...said)).toBe(title);
  });

  test('the months of a year say their time and what they count themselves', async () => {
    world.pass(20 * 60_000);
    expect(await talkTo(world, '今年一共解决了多少问题', '每个月多少')).not.toContain('没有接着');
  });

  test('an order to report is one, though 进展 alone asks', async () => {
    world.pass(20 * 60_000);
    expect(await talkTo(world, '#4', '让赵磊今天报个进展')).toContain('催办 #4');
    expect(await talk('#4', '请问谁在办')).toBe('#4 · 谁在办');
  });

  test.each([
    [['企业报的有哪些', '逾期的催一下'], /没有|没找到|企业登记/],
    [['用地类的有哪些', '逾期的催一下'], /用地类 · 逾期/],
    [['逾期的有哪些', '不算兴发的催一下'], /不算兴发 · 逾期/],
    [['逾期的有哪些', '11月12日报的催一下'], /11月12日登记 · 逾期/],
  ])('an order after %j is of no more than was spoken of', async (said, title) => {
    world.pass(20 * 60_000);
    expect(await talkTo(world, ...said)).toMatch(title);
  });

  test('what is listed after figures of each is counted by its own rows', async () => {
    const listed = await talk('各项目逾期几件', '列出来');
    expect(listed).toMatch(/^逾期 3 件/);
    world.pass(20 * 60_000);
    const rows = await talkTo(world, '逾期的有哪些');
    const second = [...rows.matchAll(/#(\d+) /g)][1]?.[1];
    expect(await talk('各项目逾期几件', '列出来', '第二个谁负责')).toBe(`#${second} · 谁在办`);
  });

  test('a project that is named and has none stands once', async () => {
    expect(await talk('楚能和美利信各有几件红的')).toMatch(/^楚能、美利信 · 红色 · 2 个项目/);
  });
});

describe('in the group of a project', () => {
  const ask = async (key: string, ...said: string[]) => {
    world.pass(20 * 60_000);
    let answer = '';
    for (const one of said) {
      answer = await world.group('xf').ask(key, one);
      world.pass(2000);
    }
    return answer.split('\n')[0];
  };

  test('我们 of one who speaks for a unit is the unit, of its secretary the group', async () => {
    expect(await ask('sun', '我们还有几件没办完')).toContain('环境局');
    expect(await ask('sun', '有没有转给我们的')).toContain('环境局');
    expect(await ask('wang', '我们还有几件没办完')).toMatch(/^本群 · 未销号/);
  });

  test('那我们这个项目呢 is the same of this one', async () => {
    expect(await ask('wang', '楚能红的有几件', '那我们这个项目呢')).toMatch(/^本群 · 红色/);
  });
});
