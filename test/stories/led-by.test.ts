/** The projects a unit leads: which they are, and what they have. */
import { expect, test } from 'vitest';
import { sixProblems } from '../support/asked-about.ts';
import { talkIn } from '../support/talk.ts';
import type { World } from '../support/world.ts';

let world: World;
const talk = talkIn(async () => {
  world = await sixProblems(20);
  return world;
});

test.each([
  ['发改局牵头的项目有哪些', /牵头单位：项目 \d+ 个[\s\S]+兴发[\s\S]+牵头单位：发改局/],
  ['发改局牵头的项目逾期的有几件', /兴发.* · 逾期 2 件/],
  // Problems have a unit of their own.
  ['资规局牵头的问题有几个', /^资规局 · 未销号/],
])('%s → %s', async (said, told) => {
  expect(await talk(said)).toMatch(told);
});

test('who does not see the project hears nothing of it', async () => {
  await talk('红色的有几个');
  const told = await world.private('shen').ask('shen', '发改局牵头的项目有哪些');
  expect(told).not.toContain('兴发');
});
