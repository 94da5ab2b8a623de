import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agreedPlan, listPlans } from '../../src/db/plan.ts';
import { openWorld, textOf, titleOf, type World } from '../support/world.ts';

let world: World;
const group = () => world.group('xf');
const xingfa = () =>
  world.deps.db.read(async (tx) => {
    const directory = await world.deps.directory.get(tx);
    return directory.data.projects.find((project) => project.shortNames.includes('兴发'))!;
  });
const plans = async () => {
  const { id } = await xingfa();
  return world.deps.db.read((tx) => listPlans(tx, id));
};

describe('S2: two nodes, from signing to start', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-30 09:30' });
  }, 120_000);
  afterAll(() => world.close());

  test('a plan to 投产 asks once how long 施工 takes', async () => {
    const before = await world.rowCounts();
    await group().says('wang', '双节点 开工 2027-03-20 投产 2027-12-20');
    expect(textOf(group().lastBot)).toContain('施工工期');
    expect((await world.rowCounts()).plan).toBe(before.plan);
    const shown = await group().clicks('wang', group().lastBot, '确认', { text: '150日' });
    console.log(JSON.stringify(shown).slice(0, 300));
    console.log(textOf(group().lastBot));
  });
});
