/** One problem that stands out of a description that is not all its own, several described at once, and what is gone on from. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { talkTo } from '../support/talk.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ at: '2026-11-19 09:00' });
  const xf = world.group('xf');
  await xf.says('wang', '报 尾矿库排水沟改道 水利局 6个工作日');
  await xf.says('wang', '报 项目红线内还有3户未签征地协议 自然资源局 8个工作日');
  const cn = world.group('cn');
  await cn.says('liu', '报 厂区供水压力不足，三楼打不上水 水利局 4个工作日');
  await cn.says('liu', '报 用工缺口120人，希望组织专场招聘 人社局 10个工作日');
  await cn.says('liu', '报 员工宿舍网络太慢，影响线上招聘 人社局 5个工作日');
  await world.group('mlx').says('wang', '报 东侧围墙外高压线距塔吊太近 供电公司 5个工作日');
  await world.group('mlx').says('wang', '报 厂区门口道路破损 交通运输局 明天');
  await cn.says('liu', '报 取水许可证延续手续 水利局 12个工作日');
  await cn.says('liu', '报 招标文件备案退了两次 住建局 12个工作日');
});
afterAll(() => world.close());
beforeEach(() => world.pass(16 * 60_000));

const talk = (...said: string[]) => talkTo(world, ...said);

describe('told by the words that it holds, with those that it does not', () => {
  test.each([
    [
      '楚能宿舍信号不好那个谁管',
      /#5 [\s\S]*按您的话“宿舍”找到这一件，里面没有写着“信号[^。]*。责任单位人社局/,
    ],
    ['高压线挨塔吊那个归谁', /#6 [\s\S]*按您的话“高压线”、“塔吊”找到这一件。责任单位供电公司/],
    ['美利信那条路归谁', /#7 [\s\S]*按您的话“路”找到这一件。责任单位交通局/],
    ['楚能招工那个进展咋样', /#4 [\s\S]*按您的话“招工”找到这一件。/],
    ['三户那个签了没', /#2 [\s\S]*按您的话“三户”找到这一件。还没销号/],
  ])('%s', async (said, told) => {
    expect(await talk(said)).toMatch(told);
  });

  test.each([
    ['高压线跟塔掉那个有进展没有', '#6 ', '“塔掉”按读音当作“塔吊”'],
    ['兴发尾矿裤排水沟那个咋样了', '#1 ', '“矿裤”按读音当作“矿库”'],
  ])('%s: by its sound, which is said', async (said, id, told) => {
    const answer = await talk(said);
    expect(answer).toContain(id);
    expect(answer).toContain(told);
  });

  test.each([
    ['楚能招工缺人那个 招到多少了', '“招到多少了”没有单独的答案'],
    ['兴发排水沟那个 派无人机飞过没', '“派无人机飞过没”没有单独的答案'],
  ])('%s: how it stands, and what has no answer of its own', async (said, told) => {
    const answer = await talk(said);
    expect(answer).toContain('还没销号');
    expect(answer).toContain(told);
  });

  test('what is said next is of that one', async () => {
    expect(await talk('高压线跟塔掉那个有进展没有', '哪家在管')).toContain('责任单位供电公司');
    expect(await talk('楚能招工缺人那个 招到多少了', '离期限还有几天')).toContain('#4 ');
  });
});

describe('a paper that is no link of any project, or of all', () => {
  test.each(['取水许可批了没', '水利局那边取水许可批了没'])(
    '%s: the problem that bears its name',
    async (said) => {
      expect(await talk(said)).toMatch(/#8 [\s\S]*按您的话“取水许可”找到这一件。还没销号/);
    },
  );

  test('图审各项目都办到哪儿了: of each project, and of no problem', async () => {
    expect(await talk('图审各项目都办到哪儿了')).not.toContain('按您的话');
  });

  test('sent back by somebody outside, as its title says', async () => {
    const told = await talk('招标文件备案那个退回来是什么原因');
    expect(told).toContain('系统里没有退回记录；标题写着“退了两次”');
    expect(told).not.toContain('没有退回过');
  });
});

describe('several that are described at once', () => {
  test.each([
    [
      '楚能水压低跟招工那两个哪个先到期',
      /先到期的是 #3。按您的话找到这两件[\s\S]*#3 [\s\S]*时限[\s\S]*#4 [\s\S]*时限/,
    ],
    ['塔吊那个跟排水沟是不是一回事', /不是同一件。按您的话找到这两件/],
    ['排水沟、水压、三户三件各自还剩几天', /找到这 3 件[\s\S]*#1 [\s\S]*#3 [\s\S]*#2 /],
  ])('%s', async (said, told) => {
    expect(await talk(said)).toMatch(told);
  });

  test('哪个更急, of those that were just told', async () => {
    expect(await talk('排水沟跟水压两个分别到哪了', '哪个更急')).toContain('先到期的是 #3。');
  });
});

describe('told of nothing else', () => {
  test.each([
    '楚能锅炉房那个咋样了',
    '兴发高压线那个咋样了',
    '塔吊那种的一共几件',
    '美利信污水处理那个办了没',
    // The day it was logged with is no word of its own.
    '明天开会那件谁在办',
  ])('%s', async (said) => {
    expect(await talk(said)).not.toContain('按您的话');
  });

  test('who may not see it is told of none', async () => {
    const answer = await world.group('cn').ask('tao', '高压线挨塔吊那个归谁');
    expect(answer).not.toMatch(/#6 |塔吊太近/);
  });

  test('no order is offered of what was found by only some of the words', async () => {
    expect(await talk('楚能宿舍信号不好那个催一下')).not.toContain('催办 #');
  });
});
