/** Names written as they sound, who is behind a project, how all of a kind stand, and what is told where nothing is red. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { talkTo } from '../support/talk.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ at: '2026-11-19 09:00' });
  await world.group('xf').says('wang', '报 尾矿库排水沟改道 水利局 6个工作日');
  const cn = world.group('cn');
  await cn.says('liu', '报 厂区供水压力不足，三楼打不上水 水利局 4个工作日');
  await cn.says('liu', '报 用工缺口120人，希望组织专场招聘 人社局 10个工作日');
  await cn.says('liu', '报 员工宿舍网络太慢，影响线上招聘 人社局 5个工作日');
  await world.group('mlx').says('wang', '报 厂区门口道路破损 交通运输局 明天');
});
afterAll(() => world.close());
beforeEach(() => world.pass(16 * 60_000));

const talk = (...said: string[]) => talkTo(world, ...said);

test.each([
  ['出能还有几件没办完', /“出能”按读音当作“楚能”/],
  ['出能现在啥情况', /“出能”按读音当作“楚能”[\s\S]*楚能/],
  ['美丽信道路那个谁在办', /“美丽信”按读音当作“美利信”[\s\S]*#5 责任单位交通局/],
  ['美利信路面那个谁在办', /#5 [\s\S]*按您的话“路面”找到这一件。责任单位交通局/],
  ['招工的事谁在帮楚能办', /#3 [\s\S]*责任单位人社局/],
  ['美利信是谁在盯', /分管领导（组长）[\s\S]*牵头单位[\s\S]*项目秘书：/],
  ['为什么兴发的红灯老下不来', /这里面没有红色的，下面是没销号的。\n[\s\S]*#1 /],
])('%s', async (said, told) => {
  const answer = await talk(said);
  expect(answer).toMatch(told);
  expect(answer).not.toContain('没有用上');
});

test('办不动的都挂在哪些单位头上 finds no one problem', async () => {
  expect(await talk('办不动的都挂在哪些单位头上')).not.toContain('找到这一件');
});
