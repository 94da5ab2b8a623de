/** What is said after the answer about one project, or after a list of projects, is of those. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plannedProject } from '../support/asked-about.ts';
import type { World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await plannedProject({ land: true });
});
afterAll(() => world.close());

const ask = async (words: string) => (await world.private('tang').ask('tang', words)).split('\n');
const first = async (words: string) => (await ask(words))[0];

describe('after the answer about one project', () => {
  test('days and slips are of the node that was asked for', async () => {
    expect(await first('兴发什么时候投产')).toBe('兴发 · 投产');
    expect(await first('还差几天')).toBe('兴发 · 投产');
    expect(await first('会不会往后拖')).toBe('兴发 · 投产');
    expect(await first('那开工呢')).toBe('兴发 · 开工');
    expect(await first('离那天还差多少天')).toBe('兴发 · 开工');
  });

  test('why it is late tells what is open, and its planned day is that of the link', async () => {
    for (const why of ['怎么会晚这么多', '晚的原因是啥', '主要是哪些事耽误了', '开工为啥往后拖了']) {
      await ask('兴发什么时候开工');
      expect((await ask(why)).join()).toContain('没办完的问题');
    }
    for (const when of ['计划什么时候办下来', '计划完成时间是哪天', '它的计划办结日期是几号']) {
      await ask('楚能能评批了没');
      expect((await ask(when)).slice(0, 2).join()).toContain('节能审查,楚能');
    }
    await ask('楚能能评批了没');
    expect((await ask('它的安评到哪了')).slice(0, 2).join()).toContain('涉及事项核查,楚能');
    expect((await ask('还有安评，进展怎样')).slice(0, 2).join()).toContain('涉及事项核查,楚能');
  });

  test('what holds it up is on its card', async () => {
    await ask('照现在这个样子兴发投产赶不赶得上');
    expect(await first('差好多天')).toBe('兴发 · 投产');
    expect(await first('是被哪几件事绊住了')).toContain('兴发');
  });

  test('a link that was shown is gone on from, and one that several were asked for', async () => {
    await ask('楚能能评批了没');
    expect((await ask('归谁管')).slice(0, 2).join()).toContain('节能审查,楚能');
    await ask('楚能能评批了没');
    expect((await ask('卡在哪里')).slice(0, 2).join()).toContain('节能审查,楚能');
  });

  test('what is left is that of the project, and so is what hangs on it', async () => {
    await ask('楚能怎么样了');
    expect(await first('还有哪些没办完')).toBe('楚能 · 未销号 2 件');
    await ask('楚能怎么样了');
    expect(await first('还差哪几个环节')).toContain('导航图');
    expect(await first('下一个环节是什么，谁牵头')).toContain('楚能 导航图');
    expect(await first('还有几个没解决')).toBe('楚能 · 未销号 2 件');
  });

  test('links are of the project whose links were shown, kinds of problems of the one whose problems were', async () => {
    await ask('楚能能评批了没');
    expect((await ask('水保呢')).slice(0, 2).join()).toContain('水土保持方案,楚能');
    expect((await ask('环评批了没')).slice(0, 2).join()).toContain('生态环境影响评价,楚能');
    expect(await first('安评呢 能评呢 都过了没')).toContain('楚能 · 涉及事项核查、节能审查');
    expect((await ask('消防验收排在第几步 轮到没')).slice(0, 2).join()).toContain('楚能');
    await ask('楚能没办完的有几个');
    expect(await first('环评呢')).toContain('环评类');
  });

  test('a question of what there is and nobody’s goes on from it and offers to be asked anew; thanks and everybody’s do not', async () => {
    await ask('楚能怎么样了');
    expect(await first('没办完的有几个')).toBe('楚能 · 未销号 2 件');
    await ask('楚能怎么样了');
    expect(await first('全部项目还有几个没办完')).not.toContain('楚能 ·');
    await ask('楚能怎么样了');
    expect((await ask('谢谢')).join('')).toContain('不客气');
  });

  test('later than a quarter of an hour it goes on from nothing', async () => {
    await ask('楚能怎么样了');
    world.pass(16 * 60_000);
    expect(await first('还有哪些没办完')).toBe('未销号 3 件');
  });
});

describe('after a list of projects', () => {
  test('another node, or their links, of the same projects', async () => {
    expect(await first('还没开工的项目有几个')).toMatch(/^还没开工：项目 \d+ 个$/);
    expect(await first('投产的呢')).toMatch(/^还没投产：项目 \d+ 个$/);
    expect(await first('哪个进度最快')).toMatch(/^环节进度：项目 \d+ 个$/);
  });

  test('their problems only where all of them are meant', async () => {
    await ask('刘敏管的是哪几个项目');
    expect(await first('问题呢，有几个没完的')).toMatch(/^刘敏任秘书的项目 · 未销号 \d+ 件$/);
    await ask('还没开工的项目有几个');
    expect(await first('红的呢')).not.toContain('红色 0 件');
  });
});

describe('after projects by a node, their weather or somebody', () => {
  test('those that are late, the latest of them, and where it is stuck', async () => {
    await world.group('cn').says('liu', '项目 楚能 开工 2026-11-16');
    expect(await first('各项目开工日子从早到晚排一下')).toMatch(/^开工：项目 \d+ 个$/);
    expect(await first('有哪个已经误了的')).toContain('计划开工日期已过、没有登记实际开工');
    expect((await ask('误得最狠的'))[1]).toContain('晚得最多的是美利信：开工晚 33 个工作日');
    expect(await first('卡哪个环节')).toContain('美利信');
    expect(await first('照现在这个搞法赶得上不')).not.toContain('没有听懂');
  });

  test('somebody else’s are those of the other', async () => {
    expect(await first('王建国手里管的项目情况都还好吧')).toContain('王建国任秘书的项目：项目');
    expect(await first('刘敏那几个呢')).toContain('刘敏任秘书的项目：项目');
    expect(await first('没办完的有几个')).toContain('刘敏任秘书的项目 · 未销号');
    expect(await first('王建国包的项目没办完的几件')).toContain('王建国任秘书的项目 · 未销号');
    expect(await first('刘敏那几个呢')).toContain('刘敏任秘书的项目 · 未销号');
  });

  test('why it rains', async () => {
    await ask('各项目天气怎么样');
    expect(await first('为什么下雨')).toContain('晴雨表');
  });
});

describe('since 开工', () => {
  test('is told from the day that is recorded, and asked of this year where none is', async () => {
    const without = (await ask('开工以来楚能提了几个问题')).join('\n');
    expect(without).toContain('没有登记实际开工日期');
    expect(without).toContain('今年楚能提了几个问题');
    await world.group('cn').says('liu', '节点 楚能 开工 实际 2026-11-12');
    expect(await first('开工以来楚能提了几个问题')).toBe('楚能 · 11月12日至11月20日登记 2 件');
    expect(await first('那逾期的呢')).toContain('楚能 · 11月12日至11月20日登记 · 逾期');
  });
});

describe('what is whole by itself is of all', () => {
  test('哪个环节卡的项目最多 is of all projects, 我分管的有几个 of the one who asks', async () => {
    const alone = await ask('哪个环节卡的项目最多');
    await ask('兴发跟邦普哪个进度快');
    expect(await ask('哪个环节卡的项目最多')).toEqual(alone);
    const mine = await ask('我分管的问题有几个');
    await ask('逾期的有几个');
    expect(await ask('我分管的问题有几个')).toEqual(mine);
  });

  test('有几天没动的有哪些 is no day of the node before', async () => {
    await ask('兴发什么时候投产');
    expect(await first('有几天没动的有哪些')).not.toBe('兴发 · 投产');
  });

  test('in a group whether another project has begun is not told', async () => {
    const said = await world.group('xf').ask('wang', '楚能开工以来新增几件');
    expect(said).toContain('本群只看');
    expect(said).not.toContain('没有登记');
  });
});
