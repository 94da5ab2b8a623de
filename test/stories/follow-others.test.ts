/** What is asked or ordered of the one problem, project or link just spoken of. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fiveProblems } from '../support/asked-about.ts';
import { talkTo } from '../support/talk.ts';
import type { World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await fiveProblems();
  await world.advanceTo('2026-11-20 10:00');
});
afterAll(() => world.close());
beforeEach(() => world.pass(16 * 60_000));

const talk = (...said: string[]) => talkTo(world, ...said);

describe('beside the one that was shown', () => {
  test.each([
    [['#1 谁在办', '这个项目还有别的问题没'], /未销号/],
    [['#1 谁在办', '他们还有别的没办完的吗'], /未销号/],
    [['#1 谁在办', '还有别的逾期的吗'], /逾期/],
  ])('%j tells how many others', async (said, title) => {
    const answer = await talk(...said);
    expect(answer).toMatch(title);
    expect(answer).toMatch(/除 #1 外，|没有符合条件/);
  });

  test.each([
    ['#1 谁在办', '除了这个兴发还有几件没办完', /^兴发 · 未销号 \d 件\n除 #1 外，还有/],
    ['#1 谁在办', '除了这件楚能还有没办完的吗', /^楚能 · 未销号 1 件/],
    ['#2 谁在办', '除它以外资规局还有逾期的吗', /^资规局 · 逾期 1 件\n除 #2 外，没有别的/],
    ['#2 谁在办', '不算这个 逾期的还有几件', /^逾期 \d 件\n除 #2 外，还有/],
    ['#4 谁在办', '除了这个哪个单位逾期最多', /没看懂“除了”/],
    ['没办完的有几件', '除了这个供电公司还有几件', /没看懂“除了”/],
    ['#4 谁在办', '除了住建局还有几件没办完', /^不算住建局 · 未销号/],
  ])('%s, %s: what follows narrows', async (shown, said, title) => {
    expect(await talk(shown, said)).toMatch(title);
  });

  test('other units keep what is asked', async () => {
    expect(await talk('住建局没办完的有几件', '其他单位还有几件没办完')).toMatch(/^不算住建局 · 未销号/);
  });
});

describe('an order of one', () => {
  test('转给X跟一下 is no 盯; of the same list comes the next', async () => {
    expect(await talk('逾期的有哪些', '第一件转给吴斌跟一下')).toContain('转给吴斌');
    expect(await talk('逾期的有哪些', '第一件转给吴斌', '第二件催一下')).toContain('催办 #');
  });
  test('who is of no unit is handed nothing', async () => {
    expect(await talk('逾期最久的是哪件', '转给宋丽跟一下')).toContain('不在责任单位');
  });
});
