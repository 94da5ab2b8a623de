/** Several figures of each unit or project in one table, and those that were named and have none, through the handler. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fourProblems } from '../support/asked-about.ts';
import { talkTo } from '../support/talk.ts';
import type { World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await fourProblems();
});
afterAll(() => world.close());

describe('figures side by side', () => {
  test.each([
    [
      '各单位本月办结几件、还剩几件',
      ['住建局\n本月办结：0 件；现在未销号：1 件', '合计　本月办结：0 件；现在未销号：4 件。'],
    ],
    ['每家办了几件欠几件', ['供电公司\n已销号：0 件；现在未销号：1 件']],
    ['各项目没办完的几件，红的几件', ['兴发\n未销号：2 件；红色：1 件']],
  ])('%s', async (said, rows) => {
    world.pass(16 * 60_000);
    const answer = await talkTo(world, said);
    for (const row of rows) expect(answer.replaceAll('**', '')).toContain(row);
  });
});

test('lights are those of now whatever time is said, and the answer says so', async () => {
  world.pass(16 * 60_000);
  const answer = await talkTo(world, '本周红的有几个');
  expect(answer).toContain('红色 2 件');
  expect(answer).toContain('灯色没有按“本周”留底');
});

test('two kinds of groups at a time are asked back', async () => {
  world.pass(16 * 60_000);
  const answer = await talkTo(world, '各单位各类别没办完的各几件');
  expect(answer).toContain('没看懂“各类别”');
  expect(answer).toContain('各单位没办完的');
});

test('the second from the end, after who is overdue most, is the second of them, and says with whom it is level', async () => {
  world.pass(16 * 60_000);
  const answer = await talkTo(world, '哪个局最拖后腿', '倒数第二是哪个');
  expect(answer).toMatch(/^住建局 · 逾期 1 件/);
  expect(answer).toContain('与另外 1 个并列');
});

describe('who was named and has none is told', () => {
  test('of numbers', async () => {
    world.pass(16 * 60_000);
    const answer = await talkTo(world, '住建跟供电两家你比一下看谁逾期的多');
    expect(answer).toContain('2 个单位 1 件');
    expect(answer).toContain('供电公司');
  });

  test('of days', async () => {
    world.pass(16 * 60_000);
    expect(await talkTo(world, '住建局跟供电公司谁办得快')).toContain('没有已销号的问题');
  });
});
