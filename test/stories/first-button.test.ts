/** Asked back: the first button is all that was understood, and asks exactly that. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sixWithOneSigned } from '../support/asked-about.ts';
import { talkTo } from '../support/talk.ts';
import type { World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await sixWithOneSigned();
});
afterAll(() => world.close());

/** Nothing is left to go on from. */
const forget = () => world.pass(16 * 60_000);
beforeEach(forget);

const talk = (...said: string[]) => talkTo(world, ...said);

/** The first button of an answer that asks back. */
function firstOf(back: string): string {
  expect(back).toMatch(/没看懂|没有听懂/);
  return /^如果问的是“(.+)”：$/m.exec(back)?.[1] ?? back.split('\n')[2] ?? '';
}

/** The title of what stands below 如果问的是. */
const nearTitleOf = (back: string) => back.split('\n')[3];

describe('a word that nobody knows takes nothing else with it', () => {
  test.each([
    ['住建局上个月', '办结的有几件'],
    ['哪个单位', '逾期的最多'],
    ['住建局今年', '平均几天办完'],
    ['美利信', '没签收的有哪些'],
    ['各项目本周', '新增几件'],
    ['上周', '退回过的有几件'],
    ['供电公司', '按时率是多少'],
    ['兴发', '什么时候开工'],
  ])('%s…%s', async (before, behind) => {
    const back = await talk(`${before}蹊跷${behind}`);
    const first = firstOf(back);
    expect([...first].length).toBeLessThanOrEqual(30);
    expect(first).not.toContain('蹊跷');
    const title = async (said: string) => {
      forget();
      return (await talk(said)).split('\n')[0];
    };
    const asked = await title(before + behind);
    expect(await title(first)).toEqual(asked);
    if (back.includes('如果问的是')) expect(nearTitleOf(back)).toEqual(asked);
  });
});

test.each([
  [['住建局没办完的有几件', '蹊跷逾期的呢有几个'], '住建局逾期的有几件'],
  [['现在平均办一件要几天', '各单位蹊跷分别是几天'], '各单位平均几天办完'],
])('%j: what was spoken of is in it', async (said, first) => {
  expect(firstOf(await talk(...said))).toBe(first);
});

test.each([
  ['住建局哪些不归蹊跷管的', /^(?:住建局)?未销号的有/],
  ['逾期了不蹊跷的有几个', /^逾期的有几件$/],
])('%s: what would turn it round is not left out', async (said, turned) => {
  expect(firstOf(await talk(said))).not.toMatch(turned);
});

test('where nothing is understood the neighbours stay', async () => {
  expect(firstOf(await talk('蹊跷的有几个'))).toBe('没办完的有几个');
});
