/** 导入: what is read from a title, a sheet or the words, and what nobody can read, is told before 确认. */
import { type CellStyle, writeXlsx } from 'hucre';
import { afterEach, expect, test } from 'vitest';
import { itemsOf, ledger, messageNow, sends, textNow } from '../support/ledger.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
afterEach(() => world?.close());

const HEADER = ['序号', '存在问题', '责任单位', '完成时限'];
const GREEN = { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '92D050' } } } as const;
const STRUCK = { font: { strikethrough: true } } as const;

test('a file of several kinds of sheets, from the preview to what is written', async () => {
  world = await openWorld({ at: '2026-11-30 09:00', processes: 1 });
  const styled = new Map<string, { style: CellStyle }>([
    ...[0, 1, 2, 3].map((column) => [`1,${column}`, { style: GREEN }] as const),
    ...[0, 1, 2, 3].map((column) => [`2,${column}`, { style: STRUCK }] as const),
  ]);
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '兴发',
        rows: [
          HEADER,
          ['1', '用地批复未下达', '自然资源局', '2026-12-10'],
          ['2', '围墙未建', '住建局', '2026-12-11'],
          ['3', '用电未接入', '供电公司', '2026-12-12'],
        ],
        cells: styled,
      },
      {
        name: '周报',
        rows: [
          ['美利信项目专班周报'],
          ['序号', '本周进展', '存在问题及建议'],
          ['1', '桩基完成', '道路开口未批，请交通运输局12月20日前解决'],
        ],
      },
      {
        name: '已销号',
        rows: [
          ['项目', ...HEADER.slice(1)],
          ['兴发', '水压不足', '水利局', '2026-10-30'],
        ],
      },
      {
        name: '横表',
        rows: [
          ['项目名称', '兴发', '美利信'],
          ['存在问题', '甲', '乙'],
          ['责任单位', '住建局', '水利局'],
          ['完成时限', '12月1日', '12月2日'],
        ],
      },
      {
        name: '填报说明',
        rows: [
          ['项目', '说明'],
          ['存在问题', '一行一个'],
        ],
      },
    ],
  });
  const shown = await sends(world, 'song', new Uint8Array(bytes));
  expect(shown).toContain('新增 5 行');
  expect(shown).not.toContain('没写项目');
  for (const sentence of [
    '工作表“兴发”没有项目列：按标题、小标题或表名记，如“兴发”',
    '工作表“周报”没有项目列：按标题、小标题或表名记，如“美利信”',
    '工作表“已销号”没写是否销号的行：“已销号”里的按已销号',
    '涂了底色的 1 行，划了删除线的 1 行（如 兴发!B2）：颜色和删除线的意思读不出来，都按未销号',
    '没有是否销号列 4 件：按未销号',
    '没有时限列：1 件按事项里写的日子，如 周报!C3“12月20日前”',
    '横着排的工作表没有读：横表',
    '没有读的工作表：填报说明',
  ])
    expect(shown).toContain(sentence);
  const office = world.private('song');
  await office.clicks('song', office.lastBot, '确认');
  const { projects, units } = await world.deps.db.read(
    async (tx) => (await world.deps.directory.get(tx)).data,
  );
  const said = (await itemsOf(world)).map(({ title, projectId, unitId, deadline, status }) => [
    title,
    projects.find(({ id }) => id === projectId)?.shortNames[0],
    units.find(({ id }) => id === unitId)?.name,
    deadline.day,
    status === 'closed',
  ]);
  expect(said).toEqual([
    ['用地批复未下达', '兴发', '自然资源局', '2026-12-10', false],
    ['围墙未建', '兴发', '住建局', '2026-12-11', false],
    ['用电未接入', '兴发', '供电公司', '2026-12-12', false],
    ['道路开口未批，请交通运输局12月20日前解决', '美利信', '交通运输局', '2026-12-20', false],
    ['水压不足', '兴发', '水利局', '2026-10-30', true],
  ]);
});

test('a column of long words nobody knows is told with its rows, and becomes items by 改列', async () => {
  world = await openWorld({ at: '2026-11-30 09:00', processes: 1 });
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '研判',
        rows: [
          ['序号', '项目名称', '责任单位', '现场研判'],
          ['1', '兴发', '自然资源局', '东侧两户房屋还没有签约，影响施工'],
          ['2', '美利信', '供电公司', '外电通道跨越水源地保护区'],
        ],
      },
    ],
  });
  const shown = await sends(world, 'song', new Uint8Array(bytes));
  expect(shown).toContain(
    '工作表“研判”只认作项目：“现场研判”一列没有认出，整列 2 行没有录成问题，只记进项目的备注；是问题的，请点“改列”改为事项',
  );
  const office = world.private('song');
  const card = office.lastBot;
  await office.clicks('song', card, '改列');
  const form = messageNow(world, 'song', card.messageId);
  const option = JSON.stringify(form.content).match(/D 现场研判[^"]*"[^}]*\},"value":"(\d+)"/)?.[1];
  await office.clicks('song', form, '确认', { pick_0: option, pick_1: 'item' });
  const again = textNow(world, 'song', card.messageId);
  expect(again).toContain('D 现场研判 → 事项');
  expect(again).not.toContain('只认作项目');
  await office.clicks('song', messageNow(world, 'song', card.messageId), '确认');
  expect((await itemsOf(world)).map(({ title }) => title)).toEqual([
    '东侧两户房屋还没有签约，影响施工',
    '外电通道跨越水源地保护区',
  ]);
});

test('a blank 是否销号 beside progress that says it is done is counted in a sentence, and the item stays open', async () => {
  world = await openWorld({ at: '2026-11-30 09:00', processes: 1 });
  const head = ['项目名称', ...HEADER.slice(1), '进展情况', '是否销号'];
  const shown = await sends(
    world,
    'song',
    await ledger(
      [
        ['兴发', '道路未硬化', '住建局', '2026-12-20', '11月3日已完成', ''],
        ['兴发', '用电未接入', '供电公司', '2026-12-20', '正在施工', ''],
        ['兴发', '围墙未建', '住建局', '2026-12-20', '已办结', '否'],
      ],
      head,
    ),
  );
  expect(shown).toContain('是否销号没填，而进展说已办完的 1 件（如 台账!E2）：按未销号');
  await world.private('song').clicks('song', world.private('song').lastBot, '确认');
  expect((await itemsOf(world)).map(({ status }) => status)).not.toContain('closed');
});

test('a table of headers alone is told to be empty, not the same as what is known', async () => {
  world = await openWorld({ at: '2026-11-30 09:00', processes: 1 });
  const shown = await sends(world, 'song', await ledger([]));
  expect(shown).toContain('表里只有表头，没有认出要写的行');
});
