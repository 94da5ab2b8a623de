import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type Place, textOf, titleOf, type World } from '../support/world.ts';

let world: World;

/** Three closed at 住建局 in time, one late and reopened nowhere, two open; in two projects. */
beforeAll(async () => {
  world = await openWorld({
    at: '2026-10-12 10:00',
    env: { COMMANDS_PER_MINUTE: '0', CLICKS_PER_MINUTE: '0' },
  });
  const xf = world.group('xf');
  await xf.says('wang', '报 路面修补第1处 住建局 3个工作日');
  await xf.says('zhao', '办结 #1 已处理');
  await xf.says('wang', '核验 #1 属实');
  await xf.says('hua', '满意 #1');
  world.outageUntil('2026-11-09 10:00');
  await xf.says('wang', '报 路面修补第2处 住建局 1个工作日');
  await xf.says('wang', '报 堆场异味 生态环境局 3个工作日');
  await world.group('cn').says('liu', '报 供水压力不足 水利局 12个工作日');
  world.outageUntil('2026-11-13 10:00');
  await xf.says('zhao', '办结 #2 已处理');
  await xf.says('wang', '核验 #2 属实');
  for (let n = 1; n <= 11; n++)
    await world.group('mlx').says('wang', `报 设备清单第${n}批待查 自然资源局 20个工作日`);
  // What the outages owed goes out before anything is asked.
  await world.advanceTo('2026-11-13 10:10');
}, 300_000);
afterAll(() => world.close());

const press = (place: Place, who: string, button: string) => place.clicks(who, place.lastBot, button);

describe('统计', () => {
  test('the leader sees the area, this year and all time apart, and a sentence first', async () => {
    const said = await world.private('tang').ask('tang', '统计 今年');
    expect(said.split('\n')[1]).toBe('今年提出 15 件，办结 2 件；目前未销号 13 件，其中逾期 1 件。');
    expect(said).toContain('按时率\n今年 50%（1/2 件）\n累计 50%（1/2 件）');
    expect(said).toContain('满意率\n今年 100%（1/1 件）');
    expect(said).toMatch(/还没有数据：.*容缺承诺/);
  });

  test('a month stands in a column of its own, beside this year and all time', async () => {
    const said = await world.private('song').ask('song', '统计 住建局 10月');
    expect(said.split('\n')[0]).toMatch(/统计：.+ · 住建局 · 上月$/);
    expect(said).toContain('提出问题\n上月 1 件　今年 2 件　累计 2 件');
    expect(said).toContain('按时率\n上月 100%（1/1 件）\n今年 50%（1/2 件）\n累计 50%（1/2 件）');
    expect(said).toMatch(/按单位统计时不含：.*服务项目/);
  });

  test('按 单位 tells each apart, and its button opens that one alone', async () => {
    const own = world.private('song');
    const said = await own.ask('song', '统计 本月 按 单位');
    expect(said).toContain('资规局\n本月 提出 11 · 办结 0 · 按时率 —');
    expect(said).toContain('住建局\n本月 提出 1 · 办结 1 · 按时率 0%');
    for (const name of ['赵磊', '王建国', '孙倩']) expect(said).not.toContain(name);
    expect(JSON.stringify(own.lastBot.content)).toContain('chart_spec');
    await press(own, 'song', '查');
    expect(titleOf(own.lastBot)).toMatch(/资规局 · 本月$/);
  });

  test.each([
    ['统计 按 项目', /美利信\n今年 提出 11 · 办结 0/],
    ['统计 按月', /11月\n提出 14 · 办结 1/],
    ['统计 今年 按类别', /未分类/],
    ['统计 按 区域', /本级/],
    ['统计 累计', /累计提出 15 件/],
    ['统计 去年', /去年提出 0 件/],
    ['统计 兴发 上月', /上月提出 1 件，办结 1 件/],
    ['统计 2026-11-09至2026-11-12', /提出 3 件/],
    ['统计 各单位', /住建局\n/],
    ['统计 全市', /今年提出 15 件/],
  ])('%s', async (words, told) => {
    expect(await world.private('tang').ask('tang', words)).toMatch(told);
  });

  test.each([
    ['统计 天气', '天气'],
    ['统计 逾期的', '统计用不上“逾期”'],
    ['统计 张处长', '张处长'],
    ['统计 明年', '还没到'],
    ['统计 本月 上月', '一次只统计一段时间'],
    ['统计 按 单位 按 项目', '一次只能按一种分'],
    ['统计 住建局 围墙的', '围墙'],
  ])('%s is told to be no such question, and nothing is counted', async (words, told) => {
    const said = await world.private('tang').ask('tang', words);
    expect(said).toContain(told);
    expect(said).not.toMatch(/提出 \d+ 件/);
  });

  test('a question that begins like it stays a question', async () => {
    expect(await world.private('tang').ask('tang', '统计一下红色的有几个')).toContain('红色');
  });
});

describe('whose figures', () => {
  test('the secretary gets the own projects, a member of a unit what the unit is responsible for', async () => {
    expect(await world.private('wang').ask('wang', '统计')).toMatch(
      /您负责的 \d 个项目[\s\S]*今年提出 14 件/,
    );
    const unit = await world.private('zhao').ask('zhao', '统计');
    expect(unit.split('\n')[0]).toBe('统计：住建局');
    expect(unit).toContain('今年提出 2 件，办结 2 件');
  });

  test('what is not theirs is refused, saying who may', async () => {
    expect(await world.private('zhao').ask('zhao', '统计 水利局')).toContain('综合办');
    expect(await world.private('wang').ask('wang', '统计 楚能')).toContain('不在您的查看范围内');
  });

  test('in a project’s group only its project is counted, whoever asks', async () => {
    const xf = world.group('xf');
    for (const who of ['hua', 'tang']) {
      const said = await xf.ask(who, '统计 今年');
      expect(said.split('\n')[0]).toBe('统计：本群');
      expect(said).toContain('今年提出 3 件，办结 2 件；目前未销号 1 件');
    }
    expect(await xf.ask('tang', '统计 楚能')).toBe('本群只看兴发的；您能看的其他项目，请与我私聊查看。');
    expect(await xf.ask('hua', '明细 提出问题')).not.toContain('供水压力不足');
  });

  test('a button of a card the leader asked for gives whoever presses it their own figures', async () => {
    const xf = world.group('xf');
    await xf.says('tang', '统计 今年');
    await xf.clicks('sun', xf.lastBot, '明细');
    const own = world.private('sun').lastBot;
    expect(titleOf(own)).toMatch(/^明细：提出问题 · 今年 · 环境局/);
    expect(textOf(own)).toContain('堆场异味');
    for (const other of ['设备清单', '供水压力不足', '路面修补']) expect(textOf(own)).not.toContain(other);
  });
});

describe('明细 and 口径', () => {
  test('a tap on a figure lists what it counts, with the definition, and pages turn in place', async () => {
    const own = world.private('tang');
    await own.says('tang', '统计 今年');
    await press(own, 'tang', '明细');
    const list = own.lastBot;
    expect(titleOf(list)).toMatch(/^明细：提出问题 · 今年 · /);
    expect(textOf(list)).toContain('共 15 件');
    expect(textOf(list)).toContain('口径：期内登记的问题件数');
    expect(textOf(list)).toContain('第 1/2 页');
    const before = own.messages.length;
    await own.clicks('tang', list, '下一页');
    const second = world.sim.message(list.messageId)!;
    expect(textOf(second)).toContain('第 2/2 页');
    expect(textOf(second).match(/[●○] #\d+/g)).toHaveLength(5);
    await own.clicks('tang', second, '累计');
    expect(titleOf(world.sim.message(list.messageId)!)).toContain('累计');
    expect(own.messages.length).toBe(before);
  });

  test('of a rate both kinds are listed and marked, what missed it first', async () => {
    const said = await world.private('song').ask('song', '明细 按时率');
    expect(said).toContain('50%：2 件中按时 1 件');
    expect(said.indexOf('#2 ')).toBeLessThan(said.indexOf('#1 '));
    expect(said).toMatch(/【未按时】[\s\S]*【按时】/);
  });

  test('口径 tells every metric; one that is not there is named', async () => {
    const own = world.private('song');
    const all = await own.ask('song', '口径');
    for (const part of ['提出问题', '前期手续平均压缩', '申诉认定率', '不给个人排名'])
      expect(all).toContain(part);
    expect(await own.ask('song', '口径 满意度')).toContain('口径：满意率');
    expect(await own.ask('song', '口径 天气')).toContain('没有叫“天气”的统计项');
    expect(await own.ask('song', '明细')).toContain('请写明要哪一项的明细');
    await own.says('song', '明细 当日转办率 住建局');
    expect(titleOf(own.lastBot)).toMatch(/当日转办率 · 今年 · .*住建局/);
  });

  test('no person is a metric, a group or an order', async () => {
    const own = world.private('tang');
    for (const words of ['统计 按 人', '统计 各人', '统计 按签收人'])
      expect(await own.ask('tang', words)).not.toMatch(/提出 \d+/);
  });
});

describe('what the program does not count', () => {
  test.for(['统计 走访', '统计 今年 会议', '明细 走访', '明细 议定事项 本月', '口径 会议'])(
    '%s: is told so, and shows no nought',
    async (words) => {
      const said = await world.private('song').ask('song', words);
      expect(said).toMatch(/还没有“(?:走访|会议|议定事项)”的数字/);
      expect(said).not.toMatch(/0 [次件家个]/);
    },
  );

  test('the card has no line of it, not even among those without data', async () => {
    expect(await world.private('song').ask('song', '统计 今年')).not.toMatch(/走访|会议|议定/);
  });
});

describe('单位 with a name', () => {
  test('office, leader and the unit itself see what is open, the rate of this year, the last events and its people', async () => {
    for (const who of ['song', 'tang', 'zhao']) {
      const said = await world.private(who).ask(who, '单位 住建局');
      expect(said.split('\n')[0]).toMatch(/^单位：.*住/);
      expect(said).toContain('今年按时率 50%（计入 2 件）');
      expect(said).toContain('没有未销号的问题');
      expect(said).toMatch(/联络员 赵磊/);
      expect(said).toMatch(/最近十次变动[\s\S]*#2 11-13/);
      // #1 was asked about ten working days after it was struck off.
      expect(said).not.toMatch(/回头看提醒|提醒了/);
    }
  });

  test('others are told who may; an administrator without an office gets what stands behind the name, as ever', async () => {
    expect(await world.private('sun').ask('sun', '单位 住建局')).toMatch(/综合办、分管领导、责任单位可以/);
    expect(await world.private('lin').ask('lin', '单位 住建局')).toMatch(/联络员/);
    expect(await world.private('lin').ask('lin', '单位 住建局 简称 建设局')).toContain('建设局');
    expect(await world.group('xf').ask('song', '单位 住建局')).toContain('私聊');
  });

  test('the list of all units stands as before', async () => {
    expect(await world.private('song').ask('song', '单位')).toMatch(/^单位 \d+ 个/);
  });
});

describe('the chart', () => {
  test('names both axes, draws months without anything, and its figures stand below in words', async () => {
    await world.close();
    world = await openWorld({ at: '2026-08-10 10:00' });
    await world.group('xf').says('wang', '报 路面塌陷 住建局 3个工作日');
    world.outageUntil('2026-11-09 10:00');
    await world.group('mlx').says('wang', '报 围挡倒塌 水利局 30个工作日');
    await world.advanceTo('2026-11-09 10:10');
    const song = world.private('song');
    const said = await song.ask('song', '统计 今年');
    expect(said).toContain('各月提出／办结（件）：8月 1／0，9月 0／0，10月 0／0，11月 1／0。');
    const spec = specOf(song);
    expect(spec.axes.map(({ title }) => title.text)).toEqual(['月份', '件数']);
    expect(spec.data[0]!.values.filter(({ s }) => s === '提出').map(({ n, v }) => [n, v])).toEqual([
      ['8月', 1],
      ['9月', 0],
      ['10月', 0],
      ['11月', 1],
    ]);
    await song.ask('song', '统计 今年 按 单位');
    expect(specOf(song).title.text).toBe('今年提出最多的单位（件）');
    expect(specOf(song).axes.map(({ title }) => title.text)).toEqual(['单位', '件数']);
    await song.ask('song', '统计 今年 按 项目');
    expect(specOf(song).title.text).toBe('各项目目前未销号问题的灯（件）');
    expect(await song.ask('song', '统计 上季度')).toContain('“上季度”指2026年7月1日至2026年9月30日');
    expect(await song.ask('song', '明细 提出问题 上季度')).toContain(
      '“上季度”指2026年7月1日至2026年9月30日。',
    );
  });
});

interface ChartSpec {
  title: { text: string };
  axes: { title: { text: string } }[];
  data: { values: { n: string; s: string; v: number }[] }[];
}

/** Of the chart in the newest card. */
function specOf(place: Place): ChartSpec {
  const found: ChartSpec[] = [];
  JSON.stringify(place.lastBot.content, (key, value) => {
    if (key === 'chart_spec') found.push(value);
    return value;
  });
  return found[0]!;
}
