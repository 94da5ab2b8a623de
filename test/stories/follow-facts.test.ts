/** What is left out, who logged it and the other part of what was asked, said next. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sixProblems } from '../support/asked-about.ts';
import { talkTo } from '../support/talk.ts';
import type { World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await sixProblems(20);
});
afterAll(() => world.close());

/** The title of what 唐志强 is answered to the last of them, without the number. */
async function talk(...said: string[]): Promise<string | undefined> {
  world.pass(20 * 60_000);
  return (await talkTo(world, ...said)).split('\n')[0]?.replace(/ \d+ 件.*$/, '');
}

const OUT = ['待核验', '待签收', '挂账'] as const;
const NEXT = [
  ['没逾期的呢', '蓝色、正常'],
  ['逾期的几件', '逾期'],
  ['红的呢', '红色'],
] as const;

describe('what goes on keeps it', () => {
  test.each(OUT.flatMap((out) => NEXT.map(([next, title]) => [out, next, title] as const)))(
    '除了%s的在办几件 / %s',
    async (out, next, title) => {
      const paused = out === '挂账' ? '已挂账' : out;
      expect(await talk(`除了${out}的在办几件`, next)).toBe(`${title} · 未销号（不算${paused}）`);
    },
  );

  test.each([
    [['除了挂账的几件', '挂账的呢'], '已挂账'],
    [['除了待签收的在办几件', '除了挂账的'], '未销号（不算待签收、已挂账）'],
    [['楚能几件', '刘敏报的呢'], '楚能 · 刘敏登记 · 未销号'],
    [['楚能几件', '企业报的呢', '不是企业报的呢'], '楚能 · 工作人员登记 · 未销号'],
    [['本周到期几件', '秘书报的呢'], '工作人员登记 · 本周到期 · 未销号'],
    [['逾期的几件', '不是水利局的呢'], '不算水利局 · 逾期'],
    [['楚能有几件', '最早哪天到期'], '楚能 · 未销号 · 时限先后'],
    [['哪个单位逾期最多', '没有逾期的呢'], '逾期 · 一件都没有的 2 个单位'],
    [['延期批了几次', '没批的'], '未销号 · 延期待批'],
  ])('%j is %s', async (said, title) => {
    expect(await talk(...said)).toBe(title);
  });
});
