import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, textOf, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ at: '2026-11-12 09:00' });
  const xf = world.group('xf');
  await xf.says('wang', '报 磷石膏仓库堆放不下 生态环境局 1个工作日');
  await xf.says('wang', '报 征地三户未签 自然资源局 1个工作日');
  await world.group('cn').says('liu', '报 供水压力不足 水利局 6个工作日');
  await world.advanceTo('2026-11-18 10:00');
  await world.group('cn').says('liu', '报 用电间隔不够 供电公司 4天内');
  for (let i = 1; i <= 12; i++)
    await world.group('mlx').says('wang', `报 设备清单第${i}批待查 住建局 12个工作日`);
});
afterAll(() => world.close());

describe('plain questions', () => {
  test('红色的有几个: the leader sees all of the area, with figures', async () => {
    await world.advanceTo('2026-11-20 10:00');
    const said = await world.private('tang').ask('tang', '红色的有几个');
    expect(said).toContain('磷石膏仓库堆放不下');
    expect(said).toContain('征地三户未签');
    expect(said).toContain('红色 2 件');
    expect(said).not.toContain('设备清单');
  });

  test('几个，几个 and 本月怎么样: several figures in one card, each as it would be alone, with its own list', async () => {
    await world.advanceTo('2026-11-20 10:00');
    const place = world.private('tang');
    const said = await place.ask('tang', '红灯几个，供电公司的几个');
    expect(said).toContain('红色：2 件。');
    expect(said).toContain('供电公司 · 红色：0 件。');
    const month = await place.ask('tang', '兴发本月怎么样');
    expect(month).toContain('兴发 · 分别统计 4 项');
    expect(month).toMatch(
      /本月登记：2 件。\s*本月办结：0 件。\s*本月到期 · 未销号：2 件。\s*现在逾期：2 件。/,
    );
    await place.clicks('tang', place.lastBot, '列出现在逾期');
    expect(place.lastText).toContain('磷石膏仓库堆放不下');
    expect(await world.group('cn').ask('tang', '兴发红的几个，楚能红的几个')).not.toContain('2 件');
  });

  test('a unit member sees the own unit and the projects of the own groups; an outsider to both sees none', async () => {
    const said = await world.private('zheng').ask('zheng', '红色的有几个');
    expect(said).toContain('磷石膏仓库堆放不下');
    expect(said).not.toContain('征地三户未签');
  });

  test('in a project’s group only that project is answered, whoever asks', async () => {
    const said = await world.group('cn').ask('tang', '逾期的有哪些');
    expect(said).not.toContain('磷石膏');
    expect(await world.group('xf').ask('tang', '红色的有几个')).toContain('本群 · 红色 2 件');
  });

  test('an enterprise contact sees the own project only', async () => {
    const said = await world.group('xf').ask('hua', '清单');
    expect(said).toContain('磷石膏仓库堆放不下');
    expect(said).not.toContain('供水压力不足');
    expect(await world.group('xf').ask('hua', '楚能怎么样了')).not.toContain('供水压力不足');
    expect(await world.group('xf').ask('hua', '查 #3')).toMatch(/不在您的查看范围|不属于本群/);
  });

  test('an official cannot bring another project into an external group', async () => {
    expect(await world.group('xf').ask('song', '查 #3')).toContain('不属于本群');
    expect(await world.group('xf').ask('song', '历史 #3')).toContain('不属于本群');
  });

  test('兴发怎么样了 shows the project with its figures', async () => {
    const said = await world.private('gao').ask('gao', '兴发怎么样了');
    expect(said).toContain('兴发磷石膏综合利用项目');
    expect(said).toContain('红 2');
    expect(said).toContain('磷石膏仓库堆放不下');
  });

  test('本周到期的，自然资源局有哪些逾期，谁拖得最久', async () => {
    // Nothing is left to go on from.
    await world.pass(16 * 60_000);
    const own = world.private('tang');
    const week = await own.ask('tang', '本周到期的');
    expect(week).toContain('供水压力不足');
    expect(week).not.toContain('设备清单');
    const unit = await own.ask('tang', '自然资源局有哪些逾期');
    expect(unit).toContain('征地三户未签');
    expect(unit).not.toContain('磷石膏仓库');
    await world.pass(16 * 60_000);
    const longest = (await own.ask('tang', '谁拖得最久')).split('\n');
    expect(longest[0]).toMatch(/^逾期最久 \d+ 件$/);
    expect(longest[1]).toMatch(/^环境局 #1 逾期 \d+ 个工作日$/);
    const days = [
      ...longest
        .slice(2)
        .join('\n')
        .matchAll(/逾期 (\d+) 个工作日/g),
    ].map(([, n]) => Number(n));
    expect(days.length).toBeGreaterThan(1);
    expect(days).toEqual(days.toSorted((x, y) => y - x));
    expect(longest.join('')).not.toContain('设备清单');
  });

  test('哪个单位最慢: units by number and sum of working days overdue', async () => {
    const said = await world.private('tang').ask('tang', '哪个单位最慢');
    expect(said).toMatch(/^逾期 · 2 个单位 2 件\n资规局、环境局逾期的一样多，各 1 件；[^\n]*\d+ 个工作日/);
    const sums = [...said.matchAll(/^逾期 1 件，合计 (\d+) 个工作日/gm)].map(([, n]) => Number(n));
    expect(sums.length).toBe(2);
    expect(sums).toEqual(sums.toSorted((x, y) => y - x));
    const projects = await world.private('tang').ask('tang', '哪些项目有红灯');
    expect(projects).toContain('红色 · 1 个项目 2 件');
    expect(projects).not.toContain('磷石膏仓库堆放不下');
  });

  test.each(['楚能逾期的有几个', '清单 楚能 红', '搜 楚能', '楚能怎么样了', '楚能哪个单位最慢'])(
    'in a group %s is refused: no figure of another project, and none of this one under its name',
    async (text) => {
      expect(await world.group('xf').ask('tang', text)).toBe(
        '本群只看兴发的；您能看的其他项目，请与我私聊查看。',
      );
    },
  );

  test('what a group leaves out of an answer is said', async () => {
    const said = await world.group('xf').ask('tang', '兴发和楚能逾期的有几个');
    expect(said).toContain('本群 · 逾期 2 件');
    expect(said).toContain('本群只看兴发的，“楚能”没有算全');
    expect(await world.group('xf').ask('tang', '全市红色的有几个')).toContain('“全市”没有算全');
    expect(await world.group('xf').ask('tang', '搜 楚能 磷石膏')).toContain('本群 · 搜“楚能 磷石膏”');
    expect(await world.group('xf').ask('tang', '自然资源局有哪些逾期')).toContain('本群 · ');
  });

  test('of words that stand in no problem one may see no figure is made, not even 0', async () => {
    const tang = world.private('tang');
    for (const asked of ['蒸汽的问题有几个', '关于蒸汽的逾期的有几件', '蒸汽的问题办结率多少']) {
      const said = await tang.ask('tang', asked);
      expect(said, asked).toContain('能看到的问题里没有写着“蒸汽”的');
      expect(said, asked).not.toMatch(/\d+ 件|\d %/);
    }
    expect(await tang.ask('tang', '征地的问题有几个')).toMatch(/1 件/);
    expect(await tang.ask('tang', '关于三户的逾期的有几件')).toContain('搜“三户”');
  });

  test('who does not see everything reads that the figure is of what he sees', async () => {
    const said = await world.private('zheng').ask('zheng', '红色的有几个');
    expect(said).toContain('您看得到的 · 红色 1 件');
  });
});

describe('清单 and 我的', () => {
  test('pages are turned in place', async () => {
    const own = world.private('tang');
    const first = await own.ask('tang', '清单 美利信');
    expect(first).toContain('第 1/2 页');
    const list = own.lastBot;
    const before = own.messages.length;
    await own.clicks('tang', list, '下一页');
    expect(textOf(world.sim.message(list.messageId)!)).toContain('第 2/2 页');
    expect(own.messages.length).toBe(before);
    await own.clicks('tang', world.sim.message(list.messageId)!, '上一页');
    expect(textOf(world.sim.message(list.messageId)!)).toContain('第 1/2 页');
  });

  test('somebody else turning the page of a list in a group sees only what he may see', async () => {
    const group = world.group('mlx');
    await group.says('wang', '清单');
    const list = group.lastBot;
    await group.clicks('jin', list, '下一页');
    expect(textOf(world.sim.message(list.messageId)!)).not.toContain('供水压力不足');
  });

  test('filters in any order', async () => {
    const own = world.private('song');
    expect(await own.ask('song', '清单 住建局 待签收')).toContain('设备清单');
    expect(await own.ask('song', '清单 红 兴发')).toContain('征地三户未签');
    expect(await own.ask('song', '清单 兴发 已销号')).toContain('没有符合条件的问题');
    expect(await own.ask('song', '清单 天气')).toMatch(/没有找到|没看懂/);
  });

  test('of one person, by name or mention', async () => {
    await world.group('xf').says('sun', '签收 #1');
    const own = world.private('song');
    const said = await own.ask('song', '清单 孙倩');
    expect(said).toContain('磷石膏仓库堆放不下');
    expect(said).not.toContain('征地三户未签');
    const group = world.group('xf');
    const named = await group.ask('wang', '清单 @孙倩');
    expect(named).toContain('磷石膏仓库堆放不下');
    expect(named).not.toContain('征地三户未签');
  });

  test('我的 holds what waits for me, with the button for it', async () => {
    const own = world.private('li');
    expect(await own.ask('li', '我的')).toContain('待我签收 1 件');
    const signed = await own.clicks('li', own.lastBot, '签收');
    expect(signed.toast?.type).toBe('success');
    expect(await own.ask('li', '我的')).toContain('我在办理 1 件');
  });

  test('项目 lists what one may see; 项目 兴发 one of them', async () => {
    const all = await world.private('gao').ask('gao', '项目');
    expect(all).toContain('兴发');
    expect(all).toContain('三峡光伏');
    expect(await world.private('wang').ask('wang', '项目 兴发')).toContain('开工');
    expect(await world.group('xf').ask('hua', '项目')).not.toContain('楚能');
  });
});
