/** A question that is whole by itself is answered as such, whatever was shown or asked before. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ at: '2026-11-12 09:00' });
  const xf = world.group('xf');
  await xf.says('wang', '报 磷石膏仓库堆放不下 生态环境局 1个工作日');
  await xf.says('wang', '报 征地三户未签 自然资源局 1个工作日');
  await world.group('mlx').says('wang', '报 设备清单待查 住建局 1个工作日');
  await world.advanceTo('2026-11-20 10:00');
});
afterAll(() => world.close());

const first = (said: string) => said.split('\n')[0];

describe('after one problem was shown', () => {
  test.each([
    '哪个单位办得最快',
    '谁提的问题最多',
    '延过期的有几个',
    '催过的有几件',
    '进展最慢的有哪些',
    '谁办的最多',
  ])('%s is not about it', async (said) => {
    const tang = world.private('tang');
    expect(await tang.ask('tang', '#1')).toContain('磷石膏仓库堆放不下');
    expect(first(await tang.ask('tang', said))).not.toContain('#1');
  });

  test.each([
    '谁负责',
    '那什么时候到期',
    '催过没有',
    '到哪一步了',
    '延过期没',
    '领导知道不',
    '是哪个项目的',
    '进展怎么样',
  ])('%s is', async (said) => {
    const tang = world.private('tang');
    await tang.ask('tang', '#1');
    expect(await tang.ask('tang', said)).toContain('磷石膏仓库堆放不下');
  });
});

describe('after a question', () => {
  test('住建局占几个 is of what was just asked, and 每个单位分别是多少 never of all that is open', async () => {
    const tang = world.private('tang');
    await tang.ask('tang', '逾期的有几个');
    expect(first(await tang.ask('tang', '住建局占几个'))).toBe('住建局 · 逾期 1 件');
    await tang.ask('tang', '上个月办结率多少');
    expect(first(await tang.ask('tang', '每个单位分别是多少'))).not.toContain('未销号');
  });

  test('a unit left out and then named is counted', async () => {
    const tang = world.private('tang');
    expect(first(await tang.ask('tang', '除了住建局逾期的有几件'))).toContain('不算住建局 · 逾期 2 件');
    expect(first(await tang.ask('tang', '那住建局呢'))).toBe('住建局 · 逾期 1 件');
    expect(first(await tang.ask('tang', '那除了住建局的呢'))).toContain('不算住建局 · 逾期 2 件');
  });

  test.each(['到现在一共逾期几个', '都有哪些单位逾期了'])('%s is of all', async (said) => {
    const tang = world.private('tang');
    const alone = await tang.ask('tang', said);
    await tang.ask('tang', '住建局逾期的有几个');
    expect(first(await tang.ask('tang', said))).toBe(first(alone));
  });

  test('one answered by something else than problems leaves nothing older to go on from', async () => {
    const tang = world.private('tang');
    for (const other of ['雨天的项目有哪些', '我的', '离投产还有多少天']) {
      await tang.ask('tang', '住建局逾期的有几个');
      await tang.ask('tang', other);
      expect(await tang.ask('tang', '下一页'), other).not.toContain('住建局');
    }
  });
});
