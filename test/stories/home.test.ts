import { afterEach, describe, expect, test } from 'vitest';
import { readHome } from '../support/home.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
afterEach(() => world.close());

describe('the tenant this deployment serves', () => {
  test('is the tenant of the first administrator, whatever was believed before', async () => {
    world = await openWorld({ masterData: false, admins: ['lin'] });
    await world.private('song').says('song', '帮助');
    await world.private('lin').says('lin', '体检');
    expect(await readHome(world)).toBe(world.sim.tenantKey);
    await world.private('lin').says('lin', '单位 新增 自然资源局');
    expect(world.private('lin').lastText).toContain('自然资源局');
  });
});
