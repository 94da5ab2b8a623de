import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { insertArea } from '../../src/db/area.ts';
import { bindProject } from '../../src/db/chat.ts';
import { findPeopleByOpenIds } from '../../src/db/person.ts';
import { updateProject } from '../../src/db/project.ts';
import { grantRole, revokeRole } from '../../src/db/role.ts';
import { sendDue } from '../../src/engine/send.ts';
import type { SimMessage } from '../../src/sim/sim.ts';
import { planProject } from '../support/planned.ts';
import { wordOf as openWord } from '../support/word.ts';
import { type Checkpoint, openWorld, type Place, textOf, titleOf, type World } from '../support/world.ts';

let world: World;
const files = (place: Place) =>
  place.messages.filter((one) => one.msgType === 'file' && one.senderType === 'app');
const cards = (place: Place, word: string) =>
  place.messages.filter((one) => titleOf(one).endsWith(word) && one.senderType === 'app');
const wordOf = (message: SimMessage) => openWord(world.sim, message);
const group = () => world.group('xf');
const office = () => world.group('office');
/** The lines under a section's title on the card. */
const sectionOf = (text: string, title: string) =>
  (text.split(new RegExp(`\n${title}[^\n]*\n`))[1] ?? '').split(/\n(?:\S{4,12}) \d+ [件个项]\n/)[0]!;

async function personId(key: string): Promise<number> {
  const [person] = await world.deps.db.read((tx) => findPeopleByOpenIds(tx, [world.openId(key)]));
  return person!.id;
}

let week: Checkpoint | undefined;

/** As it is after the week; played once. */
async function openWeek() {
  week ??= await playWeek();
  world = await openWorld({ from: week });
}

/** A week in which everything of a report happens. */
async function playWeek(): Promise<Checkpoint> {
  world = await openWorld({ at: '2026-11-16 10:00' });
  await group().says('wang', '报 磷石膏仓库堆放不下 生态环境局 11月18日');
  await group().says('sun', '签收 #1');
  await group().says('wang', '报 围挡被风吹倒 住建局 3个工作日');
  await world.group('mlx').says('wang', '报 变压器未到货 供电公司 10个工作日');
  await group().says('wang', '报 误报一件 水利局 3个工作日');
  await world.advanceTo('2026-11-23 10:00');
  await group().says('wang', '作废 #4 重复');
  await group().says('sun', '进展 #1 已联系临时仓库，明天清运');
  await group().says('zhao', '办结 #2 已重新加固');
  await group().says('wang', '核验 #2 属实');
  await group().says('wang', '报 门口积水 水利局 12月2日');
  await group().says('wang', '报 路灯不亮 住建局 12月3日');
  await group().says('zhao', '办结 #6 已更换');
  await group().says('zhao', '当场 井盖已复位');
  await world.advanceTo('2026-11-25 15:00');
  return world.checkpoint();
}

describe('周报 of an area', () => {
  let card: SimMessage;
  beforeAll(async () => {
    await openWeek();
    await planProject(world.deps, '美利信', { lateFrom: 3 });
    await office().says('song', '周报');
    card = cards(office(), '周报').at(-1)!;
  });
  afterAll(() => world.close());

  test('tells this week and 累计 apart, each named, and how they are counted', () => {
    const text = textOf(card);
    for (const part of [
      '宜化高新区项目周报',
      '2026年11月23日至11月29日',
      '本周（11月23日至11月29日），宜化高新区登记问题 3 件，销号 2 件。',
      '累计登记 6 件，累计销号 2 件，目前在办 4 件',
      '本期清单：新增 1 件，推进落实 2 件（其中已报办结待核验 1 件），已办结销号 2 件。',
      '口径：只计问题，作废的不计。',
    ])
      expect(text).toContain(part);
  });

  test('lists what is new, pushed on with its last progress, and struck off with its result; each once', () => {
    const text = textOf(card);
    expect(text).toContain('新增问题清单 1 件');
    expect(sectionOf(text, '新增问题清单')).toContain('#5 门口积水');
    const pushed = sectionOf(text, '推进落实问题清单');
    expect(pushed).toContain('#1 磷石膏仓库堆放不下');
    expect(pushed).toContain('11月23日进展：已联系临时仓库，明天清运');
    expect(pushed).toContain('#6 路灯不亮');
    const closed = sectionOf(text, '已办结销号问题清单');
    expect(closed).toContain('#2 围挡被风吹倒');
    expect(closed).toContain('结果：已重新加固');
    expect(closed).toContain('#7 井盖已复位');
    const lists = text.split('红灯问题')[0]!.split('黄灯问题')[0]!.split('新增问题清单')[1]!;
    for (const id of [1, 2, 5, 6, 7]) expect(lists.split(`#${id} `), `#${id}`).toHaveLength(2);
    for (const id of [3, 4]) expect(lists).not.toContain(`#${id} `);
  });

  test('says why a light is red or yellow, which links are done or late, and what comes next', () => {
    const text = textOf(card);
    expect(text).toMatch(/红灯问题 1 件\n● #1 磷石膏仓库堆放不下\n.*逾期 5 个工作日/);
    expect(text).toContain('目前滞后的环节');
    expect(text).toMatch(/美利信第 \d+ 环节“[^”]+”\n应于\d+月\d+日完成，已晚 \d+ 个工作日/);
    expect(text).toMatch(/美利信压铸基地\n未销号 1 件.*进度滞后（第 \d+ 环节/);
    expect(text).toMatch(/距开工还有 \d+ 天（\d+ 个工作日）/);
    expect(text).toMatch(
      /11月26日至12月6日到期的问题 3 件\n.*#3 变压器未到货\n.*\n.*#5 门口积水\n兴发，12月2日（周三）前办结，责任单位水利局，待签收\n.*#6 路灯不亮\n.*待核验/,
    );
  });

  test('the Word file says the same in official layout', async () => {
    const word = await wordOf(files(office()).at(-1)!);
    expect(word.name).toBe('周报 宜化高新区 2026-11-23至2026-11-29.docx');
    for (const part of [
      '宜化高新区项目周报',
      '一、新增问题清单（1 件）',
      '门口积水（#5）',
      '二、推进落实问题清单（2 件）',
      '三、已办结销号问题清单（2 件）',
      '结果：已重新加固',
      '口径：只计问题，作废的不计。',
    ])
      expect(word.text).toContain(part);
    expect(word.xml).toContain('w:eastAsia="方正小标宋简体"');
    expect(word.xml).toContain('w:eastAsia="仿宋_GB2312"');
  });

  test('its figures are those of the lists', async () => {
    const song = world.private('song');
    expect(await song.ask('song', '清单 本周办结')).toContain('2 件');
    expect(await song.ask('song', '清单 红色')).toContain('1 件');
    expect(await song.ask('song', '清单 11月26日到12月6日到期')).toContain('3 件');
    expect(await song.ask('song', '清单 本周登记')).toContain('3 件');
  });

  test('of last week: what was closed since was still open at its end', async () => {
    const text = await office().ask('song', '周报 上周');
    expect(text).toContain('上周（11月16日至11月22日），宜化高新区登记问题 3 件，销号 0 件。');
    expect(text).toContain('本期清单：新增 3 件，推进落实 0 件，已办结销号 0 件。');
    expect(text.split('推进落实')[0]).not.toContain('已联系临时仓库');
  });

  test('of one project nothing of another is in it, in card and file', async () => {
    const song = world.private('song');
    const text = await song.ask('song', '专报 兴发');
    expect(text).toContain('兴发磷石膏综合利用项目专报');
    expect(text).not.toContain('美利信');
    expect(text).not.toContain('变压器');
    const word = await wordOf(files(song).at(-1)!);
    expect(word.name).toBe('专报 兴发磷石膏综合利用项目 2026-11-01至2026-11-30.docx');
    expect(word.text).not.toContain('美利信');
  });
});

describe('日报', () => {
  beforeAll(openWeek);
  afterAll(() => world.close());

  test('has the numbers of the 17:00 summary of the same day', async () => {
    await group().says('wang', '日小结 开');
    await world.advanceTo('2026-11-25 16:00');
    await group().says('wang', '报 大门损坏 住建局 12月4日');
    await group().says('zhao', '当场 垃圾已清');
    await group().says('sun', '进展 #1 已清运一半');
    const report = await group().ask('wang', '日报');
    await world.advanceTo('2026-11-25 17:05');
    const summary = textOf(group().messages.findLast((one) => titleOf(one).includes('日小结'))!);
    const counted = (word: string) => Number(new RegExp(`${word} (\\d+)`).exec(summary)?.[1] ?? 0);
    expect(counted('今天销号')).toBe(1);
    expect(report).toContain(
      `新增 ${counted('今天新增')} 件，推进落实 ${counted('今天有进展') + counted('今天报办结，待核验')} 件，已办结销号 ${counted('今天销号')} 件`,
    );
  });
});

describe('who may have which', () => {
  beforeAll(openWeek);
  afterAll(() => world.close());

  test('a secretary has the own projects, a leader the area; a unit and the administrator privately none', async () => {
    const own = await world.private('wang').ask('wang', '周报');
    expect(own).toContain('兴发');
    expect(own).toContain('#1 磷石膏仓库堆放不下');
    expect(own).not.toContain('楚能');
    expect(await world.private('tang').ask('tang', '周报')).toContain('宜化高新区项目周报');
    for (const key of ['sun', 'lin'])
      expect(await world.private(key).ask(key, '周报'), key).toContain('项目秘书、综合办、分管领导');
    expect(await world.private('sun').ask('sun', '专报 兴发')).toContain('项目秘书、综合办、分管领导');
    expect(await world.private('wang').ask('wang', '专报 楚能')).toContain('项目秘书、综合办、分管领导');
    expect(files(world.private('sun'))).toEqual([]);
  });

  test('in a project’s group its officials have it, of its projects alone; no area and no other project', async () => {
    const text = await group().ask('zhao', '周报');
    expect(text).toContain('#1 磷石膏仓库堆放不下');
    expect(text.includes('变压器')).toBe(false);
    expect(await group().ask('song', '专报 美利信')).not.toContain('变压器');
    expect(await group().ask('song', '周报 宜化高新区')).toContain('只在综合办群或私聊里看');
  });

  test('the enterprise’s contact has the 专报 of the own project without what units have among themselves', async () => {
    await group().says('jiang', '退回 #5 不归我局');
    const text = await group().ask('hua', '专报');
    expect(text).toContain('兴发磷石膏综合利用项目专报');
    expect(text).toContain('#1 磷石膏仓库堆放不下');
    for (const secret of ['退回 1 次', '孙倩', '蒋平', '变压器']) expect(text, secret).not.toContain(secret);
    const word = await wordOf(files(group()).at(-1)!);
    for (const secret of ['退回 1 次', '孙倩', '蒋平', '变压器'])
      expect(word.text, secret).not.toContain(secret);
    expect(await group().ask('hua', '周报')).toContain('请发“专报”');
    expect(await group().ask('hua', '专报 美利信')).not.toContain('变压器');
    expect(await world.private('song').ask('song', '专报 兴发 本周')).toContain('退回 1 次');
  });

  test('an office of a park hears nothing of the area above', async () => {
    const gao = await personId('gao');
    await world.deps.db.transaction(async (tx) => {
      const { topAreaId, data } = await world.deps.directory.get(tx);
      const park = (await insertArea(tx, { name: '化工园', parentId: topAreaId }))!;
      await revokeRole(tx, { personId: gao, role: 'principal', areaId: topAreaId });
      await grantRole(tx, { personId: gao, role: 'office', areaId: park.id });
      await updateProject(tx, data.projects.find((one) => one.name.includes('美利信'))!.id, {
        areaId: park.id,
      });
    });
    const text = await world.private('gao').ask('gao', '月报');
    expect(text).toContain('化工园没有新登记');
    expect(text).not.toContain('磷石膏');
    expect(await world.private('gao').ask('gao', '月报 宜化高新区')).toContain('综合办、分管领导');
    expect(await world.private('gao').ask('gao', '专报 兴发')).toContain('项目秘书、综合办、分管领导');
  });

  test('a project that left the group meanwhile is not told there any more', async () => {
    const before = files(group()).length;
    await world.sim.say(world.openId('wang'), group().chatId, '专报', { atBot: true });
    await world.deps.db.transaction(async (tx) => {
      const { data } = await world.deps.directory.get(tx);
      const other = data.projects.find((one) => one.name.includes('楚能'))!;
      await bindProject(tx, group().chatId, other.id, { makeDefault: true });
      const { chatProject } = await import('../../src/db/schema.ts');
      const { ne } = await import('drizzle-orm');
      await tx.delete(chatProject).where(ne(chatProject.projectId, other.id));
    });
    await world.settle();
    expect(files(group())).toHaveLength(before);
  });
});

describe('what was said', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-25 10:00' });
    await group().says('wang', '报 门口积水 水利局 12月2日');
  });
  afterAll(() => world.close());

  test.for([
    ['周报 火星', '没认出“火星”'],
    ['周报 上周 兴发 大概', '没认出“大概”'],
    ['周报 10月', '周报出一周的'],
    ['日报 上周', '日报只出一天的'],
    ['月报 上周', '月报出整月的'],
    ['周报 下周', '还没有到'],
    ['专报', '请问是哪个项目'],
  ] as const)('%s: what is not understood or does not fit is named', async ([words, part]) => {
    expect(await world.private('song').ask('song', words)).toContain(part);
    expect(files(world.private('song'))).toEqual([]);
  });

  test.for(['专报 兴发', '兴发专报', '兴发项目的专报', '兴发的上月专报'])(
    '%s: is of the project',
    async (words) => {
      expect(await world.private('song').ask('song', words)).toMatch(
        words.includes('上月') ? /兴发.*没有新登记/ : /兴发磷石膏综合利用项目专报/,
      );
    },
  );

  test('a day without anything is one sentence, and no file comes', async () => {
    const place = world.group('mlx');
    const text = await place.ask('wang', '日报');
    expect(text).toBe(
      '今天（11月25日），美利信压铸基地没有新登记、办理或销号的问题，也没有红黄灯、滞后的环节和近期到期的事项；目前没有在办的问题，不另出文件。',
    );
    expect(files(place)).toEqual([]);
  });

  test.for([
    '本周周报',
    '周报 本周',
    '周报 兴发 本周',
    '周报 本周 兴发',
    '周报本周',
    '周报，兴发',
    '兴发周报',
    '兴发的本周周报',
  ])('%s: is this week’s', async (words) => {
    expect(await world.private('song').ask('song', words)).toContain('本周（11月23日至11月29日）');
  });
});

describe('the days a report is of', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-10-12 10:00' });
    await group().says('wang', '报 路灯不亮 水利局 12月22日');
    await world.advanceTo('2026-11-09 10:00');
    await group().says('wang', '报 围挡被风吹倒 水利局 12月22日');
    await world.advanceTo('2026-11-16 10:00');
    await group().says('wang', '报 井盖坏了 水利局 12月22日');
    await world.advanceTo('2026-11-25 10:00');
  });
  afterAll(() => world.close());

  const OCTOBER = ['2026年10月1日至10月31日', 1] as const;
  const WEEK_46 = ['2026年11月9日至11月15日', 1] as const;
  test.for([
    ['专报 兴发 上月', ...OCTOBER],
    ['上月兴发专报', ...OCTOBER],
    ['兴发上月专报', ...OCTOBER],
    ['兴发 上月 专报', ...OCTOBER],
    ['上月 兴发 专报', ...OCTOBER],
    ['10月份兴发专报', ...OCTOBER],
    ['专报 兴发 2026-10', ...OCTOBER],
    ['给我兴发10月份的专报', ...OCTOBER],
    ['看一下上月兴发专报', ...OCTOBER],
    ['月报 2026-10', ...OCTOBER],
    ['十月份月报', ...OCTOBER],
    ['兴发 四季度 专报', '2026年10月1日至12月31日', 3],
    ['今年兴发专报', '2026年1月1日至12月31日', 3],
    ['兴发2026年专报', '2026年1月1日至12月31日', 3],
    ['专报 兴发 2026-10-01至2026-11-10', '2026年10月1日至11月10日', 2],
    ['周报 2026-11-09', ...WEEK_46],
    ['周报 11月12日', ...WEEK_46],
    ['上上周周报', ...WEEK_46],
    ['兴发上上周周报', ...WEEK_46],
    ['宜化高新区 上周 周报', '2026年11月16日至11月22日', 1],
    ['日报 2026-11-16', '2026年11月16日', 1],
    ['日报 11月16日', '2026年11月16日', 1],
    ['11-16 日报', '2026年11月16日', 1],
    ['日报 20261116', '2026年11月16日', 1],
  ] as const)('%s: are those that were said, in title, figures and file', async ([words, days, logged]) => {
    const song = world.private('song');
    const text = await song.ask('song', words);
    expect(text.split('\n')[1]).toBe(days);
    expect(text).toMatch(new RegExp(`登记问题 ${logged} 件，销号 0 件。`));
    const word = await wordOf(files(song).at(-1)!);
    expect(word.text).toContain(days);
    expect(word.text).toMatch(new RegExp(`登记问题 ${logged} 件，销号 0 件。`));
  });

  test.for([
    ['兴发 三季度 专报', '上季度（7月1日至9月30日），兴发磷石膏综合利用项目没有新登记'],
    ['下月兴发专报', '还没有到'],
    ['周五日报', '还没有到'],
    ['上月周报', '周报出一周的'],
    ['月报 2026-13', '没认出“2026-13”'],
    ['日报 2026-02-30', '没认出“2026-02-30”'],
    ['周报 第46周', '没认出“第46周”'],
    ['上月兴发上周专报', '一次只出一段时间'],
    ['专报 兴发 楚能 上月', '一次只出一个项目'],
    ['兴发大道专报', '没有听懂'],
  ] as const)(
    '%s: nothing in them, or why not, is said in a sentence, and no file comes',
    async ([words, part]) => {
      const song = world.private('song');
      const before = files(song).length;
      expect(await song.ask('song', words)).toContain(part);
      expect(files(song)).toHaveLength(before);
    },
  );

  test('the buttons that ask which project keep them, on whatever day they are pressed', async () => {
    const song = world.private('song');
    for (const [words, button, days] of [
      ['专报 上月', '2026年10月', '2026年10月1日至10月31日'],
      ['专报 11月9日', '2026-11-09', '2026年11月9日'],
      ['专报 10月8日至11月9日', '2026-10-08至2026-11-09', '2026年10月8日至11月9日'],
    ] as const) {
      await song.says('song', words);
      await song.clicks('song', song.lastBot, `专报 兴发磷石膏综合利用项目 ${button}`);
      const shown = cards(song, '专报').at(-1)!;
      expect(textOf(shown).split('\n')[1], words).toBe(days);
    }
    expect(await song.ask('song', '专报')).not.toContain('月');
  });

  test.for([
    ['水利局本月统计', '本月提出 2 件'],
    ['上月兴发统计', '上月提出 1 件'],
    ['上月减负账单', '2026年10月减负账单'],
    ['10月份红黑榜', '2026年10月'],
  ] as const)('%s: other reports of the table are read that way, too', async ([words, part]) => {
    expect(await world.private('song').ask('song', words)).toContain(part);
  });
});

describe('延期 asked for in time and approved when the old deadline had passed', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-02 10:00' });
    for (const title of ['堆场异味', '废水池未封闭', '噪声超标']) {
      await group().says('wang', `报 ${title} 生态环境局 11月4日`);
    }
    for (const id of [1, 2, 3]) {
      await group().says('sun', `签收 #${id}`);
      if (id < 3) await group().says('sun', `延期 #${id} 到 11月12日 等设备`);
    }
    await world.advanceTo('2026-11-09 10:00');
    await world.private('song').says('song', '同意 #1');
    await world.private('song').says('song', '不同意 #2 不能再拖');
  });
  afterAll(() => world.close());

  test('is not overdue in the report and shows both days; one refused is', async () => {
    const text = await world.private('song').ask('song', '周报');
    expect(text).toContain('目前在办 3 件（黄灯 2 件、正常 1 件）');
    expect(sectionOf(text, '推进落实问题清单')).toContain(
      '应于11月12日（周四）前办结，原时限 11月4日（周三），还剩 3 个工作日',
    );
    expect(sectionOf(text, '黄灯问题')).toMatch(/#2 废水池未封闭[\s\S]*#3 噪声超标/);
    expect(sectionOf(text, '黄灯问题')).not.toContain('#1 ');
  });

  test('done by the new day is in time, also when it is verified later; the others are late', async () => {
    for (const id of [1, 2, 3]) await group().says('sun', `办结 #${id} 已处理`);
    await world.advanceTo('2026-11-14 10:00');
    for (const id of [1, 2, 3]) await group().says('wang', `核验 #${id} 属实`);
    const song = world.private('song');
    const told = await song.ask('song', '统计 生态环境局 本月');
    expect(told).toContain('按时率\n本月 33.3%（1/3 件）');
    const detail = await song.ask('song', '明细 按时率 本月 生态环境局');
    expect(detail).toMatch(/#1 堆场异味\n【按时】/);
    for (const id of [2, 3]) expect(detail).toMatch(new RegExp(`#${id} .*\\n【未按时】`));
  });
});

describe('a paper that can be read', () => {
  beforeAll(async () => {
    world = await openWorld({ at: '2026-11-25 10:00', env: { COMMANDS_PER_MINUTE: '0' } });
    for (let n = 1; n <= 23; n++) await group().says('wang', `报 第${n}处路面塌陷待修补 住建局 12月2日`);
  });
  afterAll(() => world.close());

  test('a long list names the first and says how many it leaves out; the count is of all', async () => {
    const song = world.private('song');
    const text = await song.ask('song', '周报');
    expect(text).toContain('本期清单：新增 23 件');
    expect(text).toContain('新增、推进落实、已办结销号最多各列 20 件');
    const word = await wordOf(files(song).at(-1)!);
    expect(word.text).toContain('一、新增问题清单（23 件）');
    expect(word.text).toContain('\n20．');
    expect(word.text).not.toContain('\n21．');
    expect(word.text).toContain('其余 3 件从略，详见问题台账。');
    expect(word.text).toMatch(/到期的问题（23 件）[\s\S]*\n10．[\s\S]*其余 13 件从略，详见问题台账。/);
  });

  test('no heading stands over nothing, and headings are numbered through', async () => {
    const song = world.private('song');
    await song.says('song', '周报');
    const { text } = await wordOf(files(song).at(-1)!);
    expect(text).not.toContain('无。');
    const headings = [...text.matchAll(/\n([一二三四五六七八九十]+)、/g)].map(([, numeral]) => numeral);
    expect(headings.join('')).toBe('一二三四五六七八九十'.slice(0, headings.length));
    for (const part of text.split(/\n[一二三四五六七八九十]+、[^\n]*\n/).slice(1))
      expect(part).toMatch(/^1．/);
  });

  test('a short one leaves nothing out and does not say that it would', async () => {
    const text = await world.private('song').ask('song', '日报 兴发 昨天');
    expect(text).not.toContain('最多各列');
  });
});

describe('a report once', () => {
  afterEach(() => world.close());

  test('asked for once and sent by two processes, cut off on the way: one card, one file', async () => {
    world = await openWorld({ at: '2026-11-25 10:00' });
    await group().says('wang', '报 门口积水 水利局 12月2日');
    const song = world.private('song');
    const other = world.joinProcess().deps;
    const isFile = ({ body }: { body?: unknown }) => (body as { msg_type?: string }).msg_type === 'file';
    world.sim.fault({
      api: 'POST /open-apis/im/v1/messages',
      kind: 'resetAfterCommit',
      times: 1,
      when: isFile,
    });
    await world.sim.say(world.openId('song'), song.chatId, '周报');
    await Promise.all([sendDue(world.deps), sendDue(other)]);
    await world.advanceTo('2026-11-25 10:10');
    expect(cards(song, '周报')).toHaveLength(1);
    expect(files(song)).toHaveLength(1);
  });
});
