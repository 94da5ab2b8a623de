/** Whose problems are asked for by a name, a post or 我: the answer says what they were taken for. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fourProblems } from '../support/asked-about.ts';
import type { World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  // More than six working days late: told up to both leaders.
  world = await fourProblems('2026-11-25 10:00');
});
afterAll(() => world.close());

const first = (said: string) => said.split('\n')[0];

async function ask(who: string, said: string): Promise<string> {
  world.pass(16 * 60_000);
  return world.private(who).ask(who, said);
}

describe('by a name', () => {
  test.each([
    ['周正局长那边还有几件没办', '资规局 · 未销号 1 件', '周正是资规局负责人，按资规局的算。'],
    ['周局长那里压了几件', '资规局 · 未销号 1 件', '周正是资规局负责人'],
    ['周正那个局手上还有几件', '资规局 · 未销号 1 件', '周正是资规局负责人'],
    ['孔亮局长那边本月新增几件', '发改局 · 本月登记', '孔亮是发改局负责人'],
    ['冯经理那边还有几件', '供电公司 · 未销号 1 件', '冯刚是供电公司负责人'],
    ['高远那里有几件', '已上报主要领导 · 未销号 2 件', '高远是主要领导，按已上报主要领导的算。'],
    ['高远书记盯的那几件怎么样了', '已上报主要领导 · 未销号 2 件', '高远是主要领导'],
    ['唐志强这一级还有几件', '我分管的项目 · 已上报分管领导 · 未销号 2 件', ''],
    ['老唐那儿现在报上去了哪些', '我分管的项目 · 已上报分管领导 · 未销号 2 件', ''],
    ['李航手上没签收的有几个', '资规局 · 待签收 1 件', '李航在资规局，按资规局的算。'],
    ['王秘书手上还有几件', '王建国任秘书的项目 · 未销号 2 件', ''],
    ['老王手里还有几件', '王建国任秘书的项目 · 未销号 2 件', ''],
  ])('%s', async (said, title, lead) => {
    const answer = await ask('tang', said);
    expect(first(answer)).toBe(title);
    expect(answer).toContain(lead);
  });

  test('somebody nobody knows is asked about with whoever is called nearly so', async () => {
    const answer = await ask('tang', '赵雷手上还有几件');
    expect(answer).toContain('没有“赵雷”，您是想问：');
    expect(answer).toContain('赵磊手上还有几件');
    expect(await ask('tang', '李局长那边还有几件')).toContain('李航那边还有几件');
  });
});

describe('what nobody entered is said, with what there is', () => {
  test('a branch of industry no project has', async () => {
    const answer = await ask('tang', '医药产业还有几件没办');
    expect(answer).toContain('没有项目登记为“医药产业”，登记过的有：化工产业');
    expect(answer).toContain('化工产业还有几件没办');
    expect(first(await ask('tang', '锂电行业还有几件没办'))).toBe('产业“锂电” · 未销号 2 件');
  });

  test('批示 and 议定, while none was ever logged', async () => {
    expect(await ask('tang', '领导批示的还有几件没办')).toContain('台账里没有登记为“批示”的事项');
    expect(await ask('tang', '高远批示的那几件办得怎么样了')).toContain('台账里没有登记为“批示”的事项');
    expect(await ask('tang', '会上议定的事还有几件没落实')).toContain('台账里没有登记为“议定”的事项');
  });
});

describe('by 我', () => {
  test.each([
    ['tang', '我手上还有几件', '我分管的项目 · 未销号 4 件'],
    ['tang', '我名下还有几件待转办', '我分管的项目 · 待转办'],
    ['wang', '我负责的有几个红的', '您看得到的 · 我任秘书的项目 · 红色 1 件'],
    ['zhou', '我手上还有几件', '资规局 · 未销号 1 件'],
    ['gao', '我手上还有几件', '已上报主要领导 · 未销号 2 件'],
  ])('%s: %s is by the post they hold', async (who, said, title) => {
    expect(first(await ask(who, said))).toBe(title);
  });

  test('what one logged oneself is told by whoever logged it', async () => {
    expect(first(await ask('wang', '我本月登记了几个'))).toContain('我登记 · 本月登记 2 件');
    expect(first(await ask('wang', '我本月新增了几个'))).toContain('我任秘书的项目 · 本月登记 2 件');
  });
});
