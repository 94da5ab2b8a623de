/** 同意 on a version of a plan when several tap it at once, and what was agreed to when the calendar changes. */
import { afterEach, expect, test } from 'vitest';
import { listPlans } from '../../src/db/plan.ts';
import { openWorld, textOf, titleOf, type World } from '../support/world.ts';

let world: World;
afterEach(() => world.close());
const group = () => world.group('xf');
const planCards = () => group().messages.filter((one) => titleOf(one).includes('倒排工期'));

async function xingfa() {
  return world.deps.db.read(async (tx) => {
    const directory = await world.deps.directory.get(tx);
    return directory.data.projects.find((project) => project.shortNames.includes('兴发'))!;
  });
}

async function draftOf(sentence: string): Promise<void> {
  await group().says('wang', sentence);
  await group().clicks('wang', group().lastBot, '确认');
}

const versions = async () => {
  const { id } = await xingfa();
  return world.deps.db.read((tx) => listPlans(tx, id));
};

test('tapped by everybody at once on two servers, it is agreed once and written down once', async () => {
  world = await openWorld({ at: '2026-11-30 09:30', processes: 2 });
  await draftOf('倒排 开工 2027-03-20');
  const card = planCards().at(-1)!;
  const results = await Promise.all(
    ['hua', 'wang', 'song', 'hua'].map((key) => world.sim.click(world.openId(key), card.messageId, '同意')),
  );
  await world.settle();
  expect(results.filter((one) => one.toast?.type === 'error' || one.error)).toEqual([]);
  expect(results.filter((one) => one.toast?.type === 'success')).toHaveLength(2);
  expect((await versions()).map(({ version, state }) => [version, state])).toEqual([[1, 'agreed']]);
  expect((await xingfa()).startOn).toBe('2027-03-20');
  const told = await world.private('wang').ask('wang', '项目 兴发 历史');
  expect(told.match(/第 1 版/g), told).toHaveLength(1);
});

test('a calendar that changes under it moves no agreed day, and its card says so', async () => {
  world = await openWorld({ at: '2026-11-30 09:30' });
  await draftOf('倒排 开工 2027-03-20');
  for (const key of ['wang', 'hua']) await group().clicks(key, planCards().at(-1)!, '同意');
  const [before] = await versions();
  await world.private('lin').says('lin', '节假日 2027-03-10 休');
  await group().says('wang', '计划');
  expect(textOf(group().lastBot)).toMatch(/日历|放假安排/);
  expect((await versions())[0]?.payload).toEqual(before?.payload);
  expect((await xingfa()).startOn).toBe('2027-03-20');
});
