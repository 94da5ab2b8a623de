/** In a project's group nobody calls the project by its name, and what goes on is of it, too. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plannedProject } from '../support/asked-about.ts';
import type { World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await plannedProject();
});
afterAll(() => world.close());

const ask = async (words: string) => (await world.group('xf').ask('wang', words)).split('\n');
const first = async (words: string) => (await ask(words))[0];

describe('in the group of a project', () => {
  test('the days to its nodes are told, and what goes on is of the same node', async () => {
    expect(await first('投产还差几天')).toBe('兴发 · 投产');
    expect(await first('来得及吗')).toBe('兴发 · 投产');
    expect(await first('那开工呢')).toBe('兴发 · 开工');
  });

  test('what holds it up is on its card, however it is called', async () => {
    const named = await ask('兴发现在卡在哪');
    for (const meant of ['这个项目', '我们这个项目', '本项目'])
      expect(await ask(`${meant}现在卡在哪`)).toEqual(named);
    expect(await first('还有几件没办完')).toBe('本群 · 未销号 1 件');
  });

  test('another project is refused, and then it is of this one again', async () => {
    expect((await ask('楚能有几件没办')).join()).toContain('本群只看兴发的');
    expect(await first('这个项目有几件没办')).toContain('未销号 1 件');
  });
});
