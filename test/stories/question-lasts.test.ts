/** Which was struck off last, which was urged most, which took longest: in the order that was asked for. */
import { describe, expect, test } from 'vitest';
import { talkIn } from '../support/talk.ts';
import { openWorld, type World } from '../support/world.ts';

/** #1 and #2 struck off after one working day each, #2 later; #4 urged twice, #3 once. */
async function four(): Promise<World> {
  const world = await openWorld({ at: '2026-11-12 09:00' });
  const mlx = world.group('mlx');
  const done = async (id: number) => {
    await world.private('zhao').says('zhao', `办结 #${id} 图纸已补齐`);
    await world.private('song').says('song', `核验 #${id} 属实`);
  };
  await mlx.says('wang', '报 图审意见没回 住建局 20个工作日');
  await world.advanceTo('2026-11-13 10:00');
  await done(1);
  await mlx.says('wang', '报 门口道路破损 住建局 20个工作日');
  await world.advanceTo('2026-11-16 10:00');
  await done(2);
  await mlx.says('wang', '报 临时用电不够 供电公司 20个工作日');
  await mlx.says('wang', '报 供水压力不足 水利局 20个工作日');
  await mlx.says('wang', '催办 #3');
  await mlx.says('wang', '催办 #4');
  await world.advanceTo('2026-11-18 10:00');
  await mlx.says('wang', '催办 #4');
  return world;
}

const talk = talkIn(four);
const numbers = (told: string) => [...new Set(told.match(/#\d/g))];

describe('the first of the list is the one that was asked for', () => {
  test.each([
    [['最近办结的是哪件'], /^已销号 · 最近销号/, ['#2', '#1']],
    [['催得最多的是哪件'], /^催办过 · 次数多的在前/, ['#4', '#3']],
    [['最近登记的是哪件'], /^最新登记/, ['#4', '#3', '#2', '#1']],
  ])('%j', async (said, title, order) => {
    const told = await talk(...said);
    expect(told).toMatch(title);
    expect(numbers(told)).toEqual(order);
  });

  test.each([
    [['催得最多的是哪件', '谁在办'], /^#4 · 谁在办/],
    [['最近办结的是哪件', '谁核验的'], /^#2/],
  ])('and what is asked next is of that one: %j', async (said, title) => {
    expect(await talk(...said)).toMatch(title);
  });
});

test('those that took equally long are told together', async () => {
  expect(await talk('办得最慢的是哪件')).toContain(
    '用时最长的是 #1（住建局）、#2（住建局），都是 1 个工作日。',
  );
});
