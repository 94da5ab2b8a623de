/** 导入 of every kind: a county's table of projects with procedures, money and problems; units, people, tasks, days off. */
import { writeXlsx } from 'hucre';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadInvestment } from '../../src/db/investment.ts';
import { loadLinks } from '../../src/db/link.ts';
import { sampleLedger } from '../../src/demo/ledger.ts';
import type { Project } from '../../src/domain/model.ts';
import { itemsOf, ledger, messageNow, sends, textNow } from '../support/ledger.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld({ at: '2026-11-30 09:00' });
});
afterEach(() => world.close());

const _ = null;
type Value = string | number | null;
const merged = (range: string) => {
  const [from = '', until = from] = range.split(':');
  const at = (address: string) => {
    const [, letters = '', no = '1'] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    const col = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    return { row: Number(no) - 1, col };
  };
  const [a, b] = [at(from), at(until)];
  return { startRow: a.row, startCol: a.col, endRow: b.row, endCol: b.col };
};

/** L1: 县级重点项目建设情况调度表, two rows of headers, one row a project, thirty columns. */
const COUNTY: Value[][] = [
  ['某县2026年重点项目建设情况调度表（截至2026年11月20日）'],
  [
    '序号',
    '项目名称',
    '总建设规模和建设内容',
    '2026年计划建设内容',
    '总投资（万元）',
    '2026年计划投资（万元）',
    '项目建成后效益',
    '2026年节点目标（万元）',
    '形象进度',
    _,
    _,
    _,
    _,
    _,
    '手续办理情况',
    _,
    _,
    _,
    _,
    _,
    _,
    _,
    _,
    _,
    '存在问题、解决方案及完成时限',
    _,
    _,
    _,
    '责任单位',
    '责任领导',
  ],
  [
    _,
    _,
    _,
    _,
    _,
    _,
    _,
    _,
    '是否开工',
    '本年度累计完成投资额度（不含2025年）',
    '投资完成率',
    '实物工程量',
    '本年度完成投资明细（万元）',
    '是否纳统',
    '立项',
    '环评',
    '土地批文',
    '土地出让合同或划拨决定书或土地证号',
    '用地规划许可证',
    '规划设计方案审查批文',
    '工程规划许可证',
    '水土保持方案批复',
    '节能',
    '施工许可证（含消防设计审查）',
    '具体问题',
    '解决措施',
    '办理部门',
    '完成时限',
    _,
    _,
  ],
  [
    1,
    '兴发磷石膏综合利用项目',
    '年处理100万吨',
    '完成主体',
    120_000,
    30_000,
    '年税收2000万元',
    25_000,
    '是',
    32_000,
    '129%',
    '主体封顶',
    _,
    '是',
    '√',
    '√',
    _,
    _,
    '√',
    _,
    _,
    '√',
    _,
    _,
    '1.用地批复未下达；2.施工道路未移交',
    '1.加快组卷 2.供电公司迁改',
    '自然资源局、供电公司',
    '12月底前',
    '发改局',
    '唐志强',
  ],
  [
    2,
    '城区供水二期',
    '日供水5万吨',
    '管网铺设',
    45_000,
    '1.2亿元',
    '保障供水',
    8000,
    '否',
    '—',
    _,
    _,
    _,
    '否',
    '√',
    '正在办理',
    '不涉及',
    _,
    _,
    _,
    _,
    '√',
    _,
    _,
    '征地补偿标准未统一',
    '召开协调会',
    '自然资源局',
    '长期坚持',
    '住建局',
    '李志强',
  ],
  ['合计', _, _, _, 165_000],
];
const COUNTY_MERGES = [
  'A1:AD1',
  ...'ABCDEFGH'.split('').map((c) => `${c}2:${c}3`),
  'I2:N2',
  'O2:X2',
  'Y2:AB2',
  'AC2:AC3',
  'AD2:AD3',
];

async function county(rows: Value[][] = COUNTY): Promise<Uint8Array> {
  return new Uint8Array(
    await writeXlsx({ sheets: [{ name: '调度表', rows, merges: COUNTY_MERGES.map(merged) }] }),
  );
}

const projects = () =>
  world.deps.db.read(async (tx) => (await world.deps.directory.get(tx)).data.projects as Project[]);
const project = async (name: string) => (await projects()).find((one) => one.name === name);

async function confirmed(key: string, bytes: Uint8Array): Promise<{ shown: string; report: string }> {
  const shown = await sends(world, key, bytes);
  const card = world.private(key).lastBot;
  await world.private(key).clicks(key, card, '确认');
  return { shown, report: textNow(world, key, card.messageId) };
}

describe('导入 of a county’s table of projects', () => {
  test('one file gives projects, procedures, money and problems, all named before they are written', async () => {
    const shown = await sends(world, 'song', await county());
    expect(shown).toMatch(/工作表“调度表”认作：.*问题/);
    for (const kind of ['项目', '手续', '投资', '问题']) expect(shown).toContain(kind);
    expect(shown).toContain('将新建项目 1 个：城区供水二期');
    expect(shown).toContain('手续打√没写日期 6 处：记为 11月20日已完成');
    expect(shown).toContain('有 1 格写了几件事');
    expect(shown).toContain('合计行 1');
    expect(await project('城区供水二期')).toBeUndefined();
    const card = world.private('song').lastBot;
    await world.private('song').clicks('song', card, '拆成几件');
    expect(textNow(world, 'song', card.messageId)).toContain('一格写了几件的已拆开');
    await world.private('song').clicks('song', card, '确认');
    const report = textNow(world, 'song', card.messageId);
    expect(report).toContain('导入完成');
    const [old, made] = [await project('兴发磷石膏综合利用项目'), await project('城区供水二期')];
    expect(old?.investTotal).toBe(120_000);
    expect(made?.investTotal).toBe(45_000);
    // Columns without a field are kept with the project, and shown.
    expect(old?.note).toContain('建设规模：年处理100万吨');
    expect(await world.private('song').ask('song', '项目 兴发')).toContain('项目建成后效益：年税收2000万元');
    const items = await itemsOf(world);
    expect(items.filter(({ projectId }) => projectId === old!.id).map(({ title }) => title)).toEqual([
      '用地批复未下达',
      '施工道路未移交',
    ]);
    expect(items.find(({ projectId }) => projectId === made!.id)?.title).toBe('征地补偿标准未统一');
    await world.deps.db.read(async (tx) => {
      const links = await loadLinks(tx, old!.id, 'Asia/Shanghai');
      const done = links
        .filter(({ finishedOn }) => finishedOn === '2026-11-20')
        .map(({ definition }) => definition.no);
      expect(done.toSorted((a, b) => a - b)).toEqual([1, 4, 7, 8]);
      const other = await loadLinks(tx, made!.id, 'Asia/Shanghai');
      expect(other.find(({ definition }) => definition.no === 7)?.finishedOn).toBeNull();
      expect(other.find(({ definition }) => definition.no === 3)?.unconcerned).not.toBeNull();
      const money = await loadInvestment(tx, [old!.id, made!.id], 2026);
      expect(money.get(old!.id)).toMatchObject({ planned: 30_000 });
      expect(money.get(old!.id)?.months.get(11)?.actual).toBe(32_000);
      expect(money.get(made!.id)?.planned).toBe(12_000);
    });
  });

  test('the same table again changes nothing, and a sum that grew changes one amount', async () => {
    await confirmed('song', await county());
    expect(await sends(world, 'song', await county())).toMatch(/新增 0 行，更新 0 行/);
    const rows = COUNTY.map((row, at) =>
      at === 3 ? row.map((cell) => (cell === 32_000 ? 33_500 : cell)) : row,
    );
    expect(await sends(world, 'song', await county(rows))).toMatch(/新增 0 行，更新 1 行/);
  });

  test('a secretary writes problems and facts of own projects; new projects and 补录 are the office’s, by name', async () => {
    const { shown, report } = await confirmed('wang', await county());
    expect(shown).toContain('没有项目“城区供水二期”，新建由综合办或管理员办理');
    expect(shown).toContain('的手续补录由综合办导入');
    expect(report).toContain('没写入');
    expect(await project('城区供水二期')).toBeUndefined();
    expect((await project('兴发磷石膏综合利用项目'))?.investTotal).toBe(120_000);
    expect(await itemsOf(world)).toHaveLength(1);
  });

  test('taken back, facts are as before, and what it made is put away', async () => {
    await confirmed('song', await county());
    await world.private('song').says('song', '导入 撤回');
    const [old, made] = [await project('兴发磷石膏综合利用项目'), await project('城区供水二期')];
    expect(old?.investTotal).toBeNull();
    expect(old?.note).toBeNull();
    expect(made?.archived).not.toBeNull();
    await world.deps.db.read(async (tx) => {
      const links = await loadLinks(tx, old!.id, 'Asia/Shanghai');
      expect(links.filter(({ finishedOn }) => finishedOn !== null)).toEqual([]);
    });
    const { report } = await confirmed('song', await county());
    expect(report).not.toContain('没写入');
    expect((await project('城区供水二期'))?.archived).toBeNull();
  });
});

describe('导入 of procedures', () => {
  const permits = () =>
    writeXlsx({
      sheets: [
        {
          name: '手续',
          rows: [
            ['序号', '项目名称', '立项', '环评', '用地手续', _, '施工许可证'],
            [_, _, _, _, '预审', '产权证', _],
            ['1', '兴发', '√', '√', '√', '√', ''],
            ['2', '青岭冷链物流园', '√', '', '', '√', '/'],
          ],
          merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:F1', 'G1:G2'].map(merged),
        },
      ],
    });

  test('those no template has are told before 确认, counts in preview and report agree, and sent again nothing changes', async () => {
    const { shown, report } = await confirmed('song', await permits());
    expect(shown).toMatch(/环节模板里没有的手续 3 处不导入：预审、产权证/);
    const [, made = '', changed = ''] = /新增 (\d+) 行，更新 (\d+) 行/.exec(shown) ?? [];
    expect(report).toContain(`写入 ${made} 行，更新 ${changed} 行`);
    expect(report).not.toContain('没写入');
    const again = await sends(world, 'song', await permits());
    expect(again).toContain('新增 0 行，更新 0 行');
    expect(again).toContain('没有要写入的：和系统里的一样。');
  });
});

describe('导入 of units, people, days off and tasks', () => {
  test('units and their heads are the administrator’s', async () => {
    const file = await ledger(
      [
        ['林业局', '林草局', '孔亮'],
        ['住建局', '住建委', '吴斌'],
      ],
      ['单位名称', '单位简称', '单位负责人'],
    );
    const shown = await sends(world, 'song', file);
    expect(shown).toContain('单位、人员、节假日由管理员导入');
    const { report } = await confirmed('lin', file);
    expect(report).toContain('写入 1 行，更新 1 行');
    await world.deps.db.read(async (tx) => {
      const { units } = (await world.deps.directory.get(tx)).data;
      expect(units.find(({ name }) => name === '林业局')?.shortNames).toEqual(['林草局']);
      expect(units.find(({ name }) => name === '住建局')?.shortNames).toContain('住建委');
    });
  });

  test('days off change the calendar, and back', async () => {
    const file = await ledger([['调休放假', '2026-12-07', '休']], ['节日名称', '放假日期', '放假/上班']);
    const { report } = await confirmed('lin', file);
    expect(report).toContain('写入 1 行');
    const works = () =>
      world.deps.db.read(async (tx) =>
        (await world.deps.directory.get(tx)).calendar.isWorkingDay('2026-12-07'),
      );
    expect(await works()).toBe(false);
    await world.private('lin').says('lin', '导入 撤回');
    expect(await works()).toBe(true);
  });
});

describe('导入 with choices', () => {
  test('a column that was taken for another is put right, and only then its words count', async () => {
    const head = ['序号', '项目名称', '存在问题', '责任单位', '完成时限', '落实得怎么样'];
    const file = await ledger([['1', '兴发', '围墙未建', '住建局', '2026-12-20', '已放线']], head);
    const shown = await sends(world, 'song', file);
    expect(shown).toContain('F 落实得怎么样 → 没认出（请核对）');
    const place = world.private('song');
    const card = place.lastBot;
    await place.clicks('song', card, '改列');
    const form = messageNow(world, 'song', card.messageId);
    const option = JSON.stringify(form.content).match(/F 落实得怎么样[^"]*"[^}]*\},"value":"(\d+)"/)?.[1];
    await place.clicks('song', form, '确认', { pick_0: option, pick_1: 'progress' });
    expect(textNow(world, 'song', card.messageId)).toContain('F 落实得怎么样 → 进展');
    await place.clicks('song', messageNow(world, 'song', card.messageId), '确认');
    const [item] = await itemsOf(world);
    expect(item?.status).toBe('working');
    expect(await place.ask('song', `历史 #${item!.id}`)).toContain('已放线');
  });

  test('months, tasks instead of problems, and one of several sheets are chosen under 更多', async () => {
    const sheet = (name: string, what: string) => ({
      name,
      rows: [
        ['序号', '项目名称', '任务内容', '责任单位', '完成时限'],
        ['1', '兴发', what, '住建局', '2027-03'],
      ],
    });
    const bytes = new Uint8Array(
      await writeXlsx({ sheets: [sheet('甲', '边坡支护'), sheet('乙', '桩基检测')] }),
    );
    expect(await sends(world, 'song', bytes)).toContain('新增 2 行');
    const place = world.private('song');
    const card = place.lastBot;
    expect(textNow(world, 'song', card.messageId)).toContain('只写到月份的列 E、E：按月末那天');
    await place.clicks('song', card, '更多');
    const form = messageNow(world, 'song', card.messageId);
    await place.clicks('song', form, '确认', { pick_0: 'first-day', pick_2: '1', pick_3: 'tasks' });
    const after = textNow(world, 'song', card.messageId);
    expect(after).toContain('任务：新增 1');
    expect(after).toContain('按 1 日');
    await place.clicks('song', messageNow(world, 'song', card.messageId), '确认');
    expect((await itemsOf(world)).map(({ kind, title, deadline }) => [kind, title, deadline.day])).toEqual([
      ['task', '桩基检测', '2027-03-01'],
    ]);
    expect(await world.group('xf').ask('wang', '批次')).toContain('第1批');
  });

  test('a form above the table says project and unit of all its rows; its layout is not taken for other ledgers', async () => {
    const rows: Value[][] = [
      ['项目名称', '兴发', '责任单位', '住建局'],
      ['序号', '存在问题', '完成时限', '进展情况'],
      [1, '道路未硬化', '2026-12-20', '正在招标'],
    ];
    const { shown } = await confirmed(
      'song',
      new Uint8Array(await writeXlsx({ sheets: [{ name: '表', rows }] })),
    );
    expect(shown).toContain('没有责任单位列：按表名或小标题记，如“住建局”');
    const [item] = await itemsOf(world);
    const { data } = await world.deps.db.read((tx) => world.deps.directory.get(tx));
    expect(data.units.find(({ id }) => id === item?.unitId)?.name).toBe('住建局');
    expect(item?.projectId).toBe((await project('兴发磷石膏综合利用项目'))?.id);
    expect(await world.private('song').ask('song', '导出 版式')).toContain('还没有导入过台账');
  });

  test('a table that names no project is the office’s, or of the project that is chosen', async () => {
    const head = ['序号', '存在问题', '责任单位', '完成时限'];
    const file = await ledger([['1', '围墙未建', '住建局', '2026-12-20']], head);
    expect(await sends(world, 'wang', file)).toContain('没有写项目，只有综合办能登记');
    const place = world.private('wang');
    const card = place.lastBot;
    await place.clicks('wang', card, '更多');
    const form = messageNow(world, 'wang', card.messageId);
    const xingfa = await project('兴发磷石膏综合利用项目');
    expect(JSON.stringify(form.content)).not.toContain('楚能');
    await place.clicks('wang', form, '确认', { pick_1: String(xingfa!.id) });
    expect(textNow(world, 'wang', card.messageId)).toContain('新增 1 行');
    await place.clicks('wang', messageNow(world, 'wang', card.messageId), '确认');
    expect((await itemsOf(world)).map(({ projectId }) => projectId)).toEqual([xingfa!.id]);
  });

  test('取消 writes nothing, and its buttons are dead', async () => {
    await sends(world, 'song', await county());
    const place = world.private('song');
    const card = place.lastBot;
    await place.clicks('song', card, '取消');
    expect(textNow(world, 'song', card.messageId)).toContain('没有导入 台账.xlsx');
    expect(await itemsOf(world)).toEqual([]);
  });
});

describe('the ledger of the demo', () => {
  test('every row of it is written or named', async () => {
    const bytes = await sampleLedger(world.now, 'Asia/Shanghai');
    const shown = await sends(world, 'song', bytes);
    expect(shown).toContain('新增 7 行');
    expect(shown).toContain('合计行 1');
    expect(shown).toContain('单位“市消防支队”');
    expect(shown).toContain('有 1 格写了几件事');
    const secretary = await sends(world, 'wang', bytes);
    expect(secretary).toContain('新增 6 行');
    expect(secretary).toContain('“楚能锂电池二期”不是您的项目');
  });
});
