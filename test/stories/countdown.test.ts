import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ at: '2026-11-23 10:00' });
});
afterAll(() => world.close());

describe('倒计时', () => {
  test('in a project’s group tells its own nodes, and follows what the secretary sets', async () => {
    const group = world.group('xf');
    await group.ask('wang', '项目 兴发 开工 2026-12-01');
    const told = await group.ask('li', '倒计时');
    expect(told).toMatch(/开工 12月1日.*：还有 8 天（工作日 6 天）/);
    expect(told).toContain('投产');
    expect(told).not.toContain('美利信');
  });

  test('an enterprise’s contact asks like everybody of the group, and reads of no other project', async () => {
    const told = await world.group('xf').ask('hua', '还有多少天');
    expect(told).toContain('还有 8 天');
    expect(told).not.toContain('美利信');
  });

  test('privately it names all projects one sees, the office every one', async () => {
    const told = await world.private('song').ask('song', '倒计时');
    expect(told).toContain('兴发');
    expect(told).toContain('美利信');
  });

  test('a project bound beside the first is listed, too', async () => {
    await world.group('xf').ask('wang', '绑定 美利信');
    const told = await world.group('xf').ask('wang', '倒计时');
    expect(told).toContain('兴发');
    expect(told).toContain('美利信');
  });

  test('a group without a project is shown how to bind it', async () => {
    const group = world.group('mlx');
    await group.agrees('wang', '解绑');
    const told = await group.ask('wang', '倒计时');
    expect(told).toContain('绑定');
    expect(told).not.toMatch(/还有 \d+ 天|投产/);
  });
});
