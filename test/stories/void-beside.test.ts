/** What was made void stands beside what was logged, and makes no group larger, no share and no average other. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { talkTo } from '../support/talk.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ at: '2026-11-19 09:00' });
  const xf = world.group('xf');
  await xf.says('wang', '报 征地三户未签 自然资源局 6个工作日');
  await xf.says('wang', '报 林地手续没批 自然资源局 20个工作日');
  await xf.says('wang', '报 食堂空调坏了 自然资源局 2个工作日');
  await xf.says('wang', '作废 #3 报错了');
  const cn = world.group('cn');
  await cn.says('liu', '报 供水压力不足 水利局 4个工作日');
  await cn.says('liu', '报 用工缺口120人 人社局 10个工作日');
});
afterAll(() => world.close());
beforeEach(() => world.pass(16 * 60_000));

test.each([
  ['本月登记几件', /^本月登记 4 件（另有作废 1 件）/],
  ['本月哪个项目新增最多', /2 个项目 4 件（另有作废 1 件）[\s\S]*一样多，各 2 件/],
  ['本月各项目登记几件', /兴发\n正常 2 · 已作废 1\n/],
  ['本月登记超过2件的项目有哪些', /本月登记 · 3 件以上的 0 个项目/],
  ['本月登记平均每个项目几件', /2 个项目共 4 件，平均每个 2 件/],
  ['兴发本月新增占全部多少', /本月登记一共 4 件，其中兴发 2 件，占 50%/],
  ['本月作废几件', /作废过? 1 件/],
])('%s → %s', async (said, told) => {
  expect(await talkTo(world, said)).toMatch(told);
});
