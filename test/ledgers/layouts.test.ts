import { describe, expect, it } from 'vitest';
import type { LedgerOptions, LedgerReading } from '../../src/domain/ledger/model.ts';
import { readLedger } from '../../src/domain/ledger/read.ts';
import { LEDGER_LIMITS, readSpreadsheet } from '../../src/files/spreadsheet.ts';
import { type SheetSpec, wps, xlsx } from './build.ts';
import { LAYOUTS } from './layouts.ts';
import { account } from './lost.ts';

const OPTIONS: LedgerOptions = {
  today: '2026-11-28',
  timeZone: 'Asia/Shanghai',
  fileName: '台账.xlsx',
  isWorkingDay: (day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()),
};

async function readFile(bytes: Uint8Array, options: Partial<LedgerOptions> = {}): Promise<LedgerReading> {
  const read = await readSpreadsheet(bytes, LEDGER_LIMITS);
  if (!read.ok) throw new Error(read.problem);
  return readLedger(read.sheets, { ...OPTIONS, ...options });
}

const readSheets = async (sheets: SheetSpec[], options: Partial<LedgerOptions> = {}) =>
  readFile(await xlsx(sheets), options);
const layout = (name: string) => {
  const found = LAYOUTS.find((one) => one.name.startsWith(name));
  if (!found) throw new Error(name);
  return found;
};
const count = (
  reading: LedgerReading,
  kind: 'problems' | 'tasks' | 'projects' | 'links' | 'investments' | 'units' | 'people',
) => reading.tables.reduce((sum, table) => sum + table[kind].length, 0);
const unreadOf = (reading: LedgerReading) =>
  reading.tables.flatMap((table) => table.unread.map(({ at }) => at.address));

describe('a ledger as somebody sends it', () => {
  const told: Record<string, string> = {};

  it.each(LAYOUTS)('$name: no cell is lost, and what is not understood is named', async (one) => {
    for (const [program, bytes] of [
      ['Excel', await xlsx(one.sheets)],
      ['WPS', await wps(one.sheets)],
    ] as const) {
      if (
        program === 'WPS' &&
        one.sheets.some(({ rows }) => rows.flat().some((value) => value instanceof Date))
      )
        continue;
      for (const splitCells of [false, true]) {
        const reading = await readFile(bytes, { splitCells });
        const { right, named, lost } = account(one.sheets, reading);
        told[`${one.name} ${program}${splitCells ? ' split' : ''}`] =
          `right ${right} named ${named.length} lost ${lost.length}`;
        expect(lost, program).toEqual([]);
        expect(unreadOf(reading).toSorted()).toEqual(one.unread.toSorted());
        expect(right).toBeGreaterThan(named.length);
        if (!splitCells)
          for (const [kind, expected] of Object.entries(one.rows))
            expect([kind, count(reading, kind as 'problems')]).toEqual([kind, expected]);
      }
    }
  });

  it('right, named and lost cells per layout', () => {
    expect(told).toMatchInlineSnapshot(`
      {
        "L1 县级重点项目调度表 Excel": "right 76 named 13 lost 0",
        "L1 县级重点项目调度表 Excel split": "right 76 named 13 lost 0",
        "L1 县级重点项目调度表 WPS": "right 76 named 13 lost 0",
        "L1 县级重点项目调度表 WPS split": "right 76 named 13 lost 0",
        "L10 重大隐患月报 Excel": "right 18 named 1 lost 0",
        "L10 重大隐患月报 Excel split": "right 18 named 1 lost 0",
        "L10 重大隐患月报 WPS": "right 18 named 1 lost 0",
        "L10 重大隐患月报 WPS split": "right 18 named 1 lost 0",
        "L11 督办导出 Excel": "right 15 named 1 lost 0",
        "L11 督办导出 Excel split": "right 15 named 1 lost 0",
        "L11 督办导出 WPS": "right 15 named 1 lost 0",
        "L11 督办导出 WPS split": "right 15 named 1 lost 0",
        "L12 纪要任务表 Excel": "right 20 named 3 lost 0",
        "L12 纪要任务表 Excel split": "right 20 named 3 lost 0",
        "L12 纪要任务表 WPS": "right 20 named 3 lost 0",
        "L12 纪要任务表 WPS split": "right 20 named 3 lost 0",
        "L2 重点项目清单 Excel": "right 31 named 3 lost 0",
        "L2 重点项目清单 Excel split": "right 31 named 3 lost 0",
        "L3 审计整改清单 Excel": "right 63 named 6 lost 0",
        "L3 审计整改清单 Excel split": "right 63 named 6 lost 0",
        "L3 审计整改清单 WPS": "right 63 named 6 lost 0",
        "L3 审计整改清单 WPS split": "right 63 named 6 lost 0",
        "L4 督办导入（无表头） Excel": "right 23 named 0 lost 0",
        "L4 督办导入（无表头） Excel split": "right 23 named 0 lost 0",
        "L4 督办导入（无表头） WPS": "right 23 named 0 lost 0",
        "L4 督办导入（无表头） WPS split": "right 23 named 0 lost 0",
        "L4 督办导入（有表头） Excel": "right 25 named 1 lost 0",
        "L4 督办导入（有表头） Excel split": "right 25 named 1 lost 0",
        "L5 诉求台账 Excel": "right 32 named 4 lost 0",
        "L5 诉求台账 Excel split": "right 32 named 4 lost 0",
        "L5 诉求台账 WPS": "right 32 named 4 lost 0",
        "L5 诉求台账 WPS split": "right 32 named 4 lost 0",
        "L6 整改计划周报 Excel": "right 15 named 2 lost 0",
        "L6 整改计划周报 Excel split": "right 15 named 2 lost 0",
        "L6 整改计划周报 WPS": "right 15 named 2 lost 0",
        "L6 整改计划周报 WPS split": "right 15 named 2 lost 0",
        "L7 目标任务分解 Excel": "right 22 named 0 lost 0",
        "L7 目标任务分解 Excel split": "right 22 named 0 lost 0",
        "L7 目标任务分解 WPS": "right 22 named 0 lost 0",
        "L7 目标任务分解 WPS split": "right 22 named 0 lost 0",
        "L8 工作模块表 Excel": "right 21 named 1 lost 0",
        "L8 工作模块表 Excel split": "right 21 named 1 lost 0",
        "L8 工作模块表 WPS": "right 21 named 1 lost 0",
        "L8 工作模块表 WPS split": "right 21 named 1 lost 0",
        "L9 核查台账 Excel": "right 46 named 10 lost 0",
        "L9 核查台账 Excel split": "right 46 named 10 lost 0",
        "L9 核查台账 WPS": "right 46 named 10 lost 0",
        "L9 核查台账 WPS split": "right 46 named 10 lost 0",
      }
    `);
  });
});

describe('what each layout is read as', () => {
  it('L1: projects, ten procedures as links, investment of the year, and problems of their own unit', async () => {
    const reading = await readSheets(layout('L1').sheets, { splitCells: true });
    const [table] = reading.tables;
    expect(table?.kinds).toEqual(['projects', 'links', 'investment', 'problems']);
    expect(
      table?.columns.filter(({ field }) => field.startsWith('link:')).map(({ field }) => field.slice(5)),
    ).toEqual('1,7,3,3,4,10,11,8,6,18'.split(','));
    expect(
      table?.problems.slice(0, 3).map(({ text, measure, part, of, units, deadline }) => ({
        text,
        measure,
        part,
        of,
        lead: units.lead,
        deadline,
      })),
    ).toEqual(
      [
        ['用地批复未下达；', '加快组卷报批'],
        ['10千伏线路未迁改', '供电公司迁改'],
        ['资金缺口1.5亿元', '对接银行'],
      ].map(([text, measure], at) => ({
        text,
        measure,
        part: at + 1,
        of: 3,
        lead: '自然资源局',
        deadline: { kind: 'day', day: '2022-09-30', text: '9月底前', year: 'title' },
      })),
    );
    // Merged down: the second problem of the second project.
    expect(table?.problems[4]).toMatchObject({
      project: '城区供水二期',
      serial: '2',
      text: '用电容量不足',
      deadline: { kind: 'on-the-spot' },
    });
    expect(table?.problems.every(({ units }) => units.lead !== '经信局')).toBe(true);
    expect(table?.projects[0]).toMatchObject({
      name: '精细磷化工一体化项目',
      investTotal: { amount: 120_000 },
      units: { lead: '经信局', leader: '张建国' },
    });
    expect(
      table?.investments.map(({ year, planned, actual }) => [year, planned?.amount, actual?.amount]),
    ).toEqual([
      [2022, 30_000, 32_000],
      [2022, 12_000, undefined],
      [2022, 2000, 2100],
    ]);
    expect(JSON.stringify(table?.projects)).toContain('129%');
    expect(
      table?.links
        .filter(({ project }) => project === '城区供水二期')
        .map(({ no, value }) => [no, value.kind]),
    ).toEqual([
      [1, 'done'],
      [7, 'open'],
      [3, 'not-needed'],
      [8, 'done'],
      [6, 'unread'],
    ]);
    expect(table?.skipped.map(({ why }) => why)).toEqual(['title', 'total', 'signature']);
    expect(table?.layout).toMatchObject({
      firstRow: 4,
      titleRows: [expect.any(Array)],
      headerRows: [expect.any(Array), expect.any(Array)],
    });
    expect(table?.layout.merges).toContain('O2:X2');
    expect(table?.layout.widths).toHaveLength(30);
  });

  it('L3: two deadlines, five people without their telephones, struck off only where 是否销号 says so', async () => {
    const [table] = (await readSheets(layout('L3').sheets)).tables;
    const [first, second] = table?.problems ?? [];
    expect(table?.headerRows).toEqual([3, 4, 5]);
    expect(first).toMatchObject({
      deadline: { day: '2025-06-30' },
      secondDeadline: { day: '2025-05-31' },
      units: { lead: '国库收付中心', person: '孙丽', leader: '陈志明' },
      state: 'open',
      text: '代编预算3.2亿元未细化到项目\n代编预算规模偏大',
    });
    expect(first?.units.others.map(({ name }) => name)).toEqual(['周敏', '吴强', '刘卫东']);
    expect(JSON.stringify(table?.problems)).not.toMatch(/1[35]\d{9}|3812345/);
    expect(table?.ignored.filter(({ why }) => why === 'telephone').map(({ at }) => at.address)).toEqual([
      'X6',
      'Y6',
      'Z6',
    ]);
    expect(second).toMatchObject({
      state: 'closed',
      deadline: { kind: 'long-term' },
      secondDeadline: { kind: 'long-term' },
    });
  });

  it('L4: who is only to read is not responsible; text dates do no harm; without a header the place tells', async () => {
    const [table] = (await readSheets(layout('L4 督办导入（有').sheets)).tables;
    expect(table?.problems[0]).toMatchObject({
      units: { lead: '住建局', co: ['发改局'] },
      deadline: { day: '2025-07-15' },
    });
    expect(table?.problems[0]?.extras).toContainEqual(expect.objectContaining({ text: '财政局' }));
    expect(table?.problems[2]?.deadline).toEqual({ kind: 'unread', text: '尽快' });
    const [bare] = (await readSheets(layout('L4 督办导入（无').sheets)).tables;
    expect(bare?.columns.every(({ sure }) => !sure)).toBe(true);
    expect(bare?.problems[1]).toMatchObject({
      text: '同意启动四级响应',
      deadline: { day: '2025-06-15', year: 'row' },
    });
  });

  it('L6, L7, L8, L11: one cell names unit and person; merged parents hold for all below; the nearest leader answers', async () => {
    const [l6] = (await readSheets(layout('L6').sheets)).tables;
    expect(l6?.problems.map(({ units, progress }) => [units.lead, units.person, progress])).toEqual([
      ['住建局', '徐静', '75%'],
      ['城投公司', '朱军', '100%'],
    ]);
    const [l7] = (await readSheets(layout('L7').sheets)).tables;
    expect(l7?.problems.map(({ module, units }) => [module, units.leader])).toEqual([
      ['工业倍增 / 招商引资 / 签约项目20个', '郭敏'],
      ['工业倍增 / 招商引资 / 签约项目20个', '罗斌'],
      ['工业倍增 / 技改扩能 / 技改投资10亿', '宋佳'],
    ]);
    const [l8] = (await readSheets(layout('L8').sheets)).tables;
    expect(l8?.problems.map(({ module, progress }) => [module, progress])).toEqual([
      ['征地拆迁', '完成65%'],
      ['征地拆迁', '已签协议30座'],
      ['要素保障', '长期坚持'],
      ['要素保障', ''],
    ]);
    const [l11] = (await readSheets(layout('L11').sheets)).tables;
    expect(l11?.columns.map(({ header }) => header)).toContain('施工单位及负责人');
    expect(l11?.problems[0]?.units).toMatchObject({ lead: '交通局', co: ['供电公司', '水利局'] });
    expect(l11?.problems[1]?.deadline).toMatchObject({ kind: 'day', day: '2025-06-30' });
  });

  it('L9: ㎡ and （平方米） are one measure; the formula counts as its value; 小计 is no item', async () => {
    const reading = await readSheets(layout('L9').sheets);
    expect(
      reading.tables.map(({ columns }) => columns.find(({ letter }) => letter === 'G')?.unitOfMeasure),
    ).toEqual(['平方米', '平方米']);
    expect(reading.tables[0]?.problems[0]).toMatchObject({
      state: 'closed',
      closedOn: { day: '2025-05-20' },
      progress: '加固完成',
      verifier: '蒋毅',
    });
    expect(reading.tables[0]?.skipped.at(-1)).toMatchObject({ why: 'total', text: '小计  206.5' });
  });

  it('L12: two tables on one sheet, days counted from the meeting, a column of months asked once', async () => {
    const [first, second] = (await readSheets(layout('L12').sheets)).tables;
    expect(first?.problems.map(({ deadline }) => ('day' in deadline ? deadline.day : deadline.kind))).toEqual(
      ['2025-06-11', 'long-term', '2025-06-19'],
    );
    expect(first?.problems[0]?.units).toEqual({ lead: '经信局', co: ['税务局', '人社局'], others: [] });
    expect(first?.problems[2]?.units).toMatchObject({ lead: '应急管理局', co: ['消防救援大队'] });
    expect(second?.problems.map(({ text }) => text)).toEqual(['防汛物资采购', '路灯维修']);
    expect(second?.monthColumns).toEqual(['D']);
  });

  it('headings that name a unit answer for their rows, where no column does; a mark under 已办结 or 未办结 is the state', async () => {
    const { tables } = await readSheets([
      {
        name: '台账',
        rows: [
          ['序号', '存在问题', '完成时限', '已办结', '未办结'],
          ['（一）自然资源局（2件）'],
          [1, '土地未批复', '2026-12-20', '√', null],
          [2, '林地手续未办', '2026-12-25', null, '√'],
          ['（二）供电公司'],
          [3, '专线未接通', '2026-12-30', null, null],
        ],
        merges: ['A2:E2', 'A5:E5'],
      },
    ]);
    const said = tables[0]?.problems.map(({ title, units, state }) => [title, units.lead, state]);
    expect(said).toEqual([
      ['土地未批复', '自然资源局', 'closed'],
      ['林地手续未办', '自然资源局', 'open'],
      ['专线未接通', '供电公司', 'unknown'],
    ]);
    expect(tables[0]?.unitByHeading).toBe('自然资源局');
  });
});
