/** One problem meant by a misheard name, by a word that another kind sounds like, or by words of a kind that has several. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { talkTo } from '../support/talk.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ at: '2026-11-19 09:00' });
  const xf = world.group('xf');
  await xf.says('wang', '报 项目红线内还有3户未签征地协议 自然资源局 6个工作日');
  await xf.says('wang', '报 林地手续省里还没批 自然资源局 20个工作日');
  await xf.says('wang', '报 磷石膏临时堆场放不下 生态环境局 2个工作日');
  await world.group('mlx').says('wang', '报 门前道路夜间没有路灯 住建局 5个工作日');
  await world.group('mlx').says('wang', '报 厂区门口道路破损 交通运输局 5个工作日');
});
afterAll(() => world.close());
beforeEach(() => world.pass(16 * 60_000));

test('a unit hears of its problem though the project, which it does not see, is misheard', async () => {
  const told = await world.private('shen').ask('shen', '每利信门口道路破损那件到哪了');
  expect(told).toContain('#5 ');
  expect(told).toContain('“每利信”按读音当作“美利信”');
});

test('a name of a project where the unit has nothing is not put right', async () => {
  expect(await world.private('shen').ask('shen', '兴法堆场那件到哪了')).not.toContain('兴发');
});

test.each([
  ['林地手续那件呢', /#2/],
  ['那林地的呢', /#2/],
  ['征地协议那件呢', /#1/],
])('after one problem of a kind, %s tells the one that bears the words', async (next, told) => {
  const first = next.startsWith('征地') ? '林地手续的事有进展吗' : '三户征地的事有进展吗';
  expect(await talkTo(world, first, next)).toMatch(told);
});

test('a word that is looked for is no slip of a kind of matter', async () => {
  const told = await talkTo(world, '有没有提到路灯的');
  expect(told).toMatch(/^搜“路灯”/);
  expect(told).not.toContain('#5');
});

test('what holds only some of the words is shown beside, and is no answer', async () => {
  const told = await talkTo(world, '林地拍卖那个事解决了吗');
  expect(told).toContain('没有找到写着“林地拍卖”的那一件');
  expect(told).toContain('有几个字相同的：#2 林地手续省里还没批');
});

test('whether it is done is an answer of its own', async () => {
  expect(await talkTo(world, '路灯装好了没')).not.toContain('没有单独的答案');
});
