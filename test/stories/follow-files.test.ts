/** A file that is asked for in talk is of what was spoken of; 全区 and 全部 are of everything. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { talkTo } from '../support/talk.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ at: '2026-11-12 09:00' });
  await world.group('cn').says('liu', '报 供水压力不足 水利局 2个工作日');
  await world.group('cn').says('liu', '报 用工缺口120人 人社局 10个工作日');
  await world.group('mlx').says('wang', '报 夜间没有路灯 住建局 2个工作日');
  await world.group('mlx').says('wang', '报 围挡没有撤除 住建局 20个工作日');
  await world.advanceTo('2026-11-20 10:00');
});
afterAll(() => world.close());
beforeEach(() => world.pass(16 * 60_000));

/** The name of the file that is sent to the last of what is said. */
async function fileAfter(...said: string[]): Promise<string> {
  const place = world.private('tang');
  await talkTo(world, ...said);
  const sent = place.messages.findLast(({ msgType }) => msgType === 'file');
  const { files } = world.sim.snapshot() as { files: Record<string, { name: string }> };
  const key = (sent?.content as { file_key: string } | undefined)?.file_key;
  return key === undefined ? '' : (files[key]?.name ?? '');
}

const LATE = ['住建局手里一共几件', '逾期的发我看看'];

test.each([
  [[...LATE, '导出个台账给我'], /^住建局_逾期_/],
  [[...LATE, '台账发我'], /^住建局_逾期_/],
  [['住建局逾期的有几件', '再帮我拉个台账'], /^住建局_逾期_/],
  [['水利局的问题有哪些', '清单发我', '导出来'], /^水利局_未销号_/],
  [['清单 住建局 逾期', '导出个台账给我'], /^住建局_逾期_/],
  [['水利局的问题有哪些', '第一件怎么样了', '台账发我'], /^水利局_未销号_/],
  [['住建局逾期的有哪些', '导出台账'], /^住建局_逾期_/],
  [['住建局逾期的有哪些', '导出'], /^住建局_逾期_/],
  [['住建局逾期的有哪些', '台账给我一份'], /^住建局_逾期_/],
  [['2号怎么样了', '导出个台账给我'], /_#2_/],
  [['王建国管的项目有哪些', '导出个台账给我'], /_王建国任秘书的项目_未销号_/],
])('in talk it goes on: %j', async (said, name) => {
  expect(await fileAfter(...said)).toMatch(name);
});

test.each(['导出全区台账', '全部导出', '导出个全部台账给我'])('%s is of everything', async (said) => {
  expect(await fileAfter('住建局逾期的有几件', said)).toMatch(/^(?:宜化)?高新区_/);
});

test('这几个项目 are those that were told, and their problems a list', async () => {
  const told = await talkTo(world, '王建国管的项目有哪些', '这几个项目的红灯问题都列出来');
  expect(told).toMatch(/^王建国任秘书的项目 · 红色 1 件/);
});
