import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import type { LedgerOptions, LedgerReading } from '../../src/domain/ledger/model.ts';
import { readLedger } from '../../src/domain/ledger/read.ts';
import { LEDGER_LIMITS, readSpreadsheet } from '../../src/files/spreadsheet.ts';
import { csvText, type SheetSpec, wps, xlsx } from './build.ts';
import { LAYOUTS } from './layouts.ts';
import { account } from './lost.ts';

const OPTIONS: LedgerOptions = { today: '2026-11-28', timeZone: 'Asia/Shanghai', fileName: '台账.xlsx' };
const SHEET: SheetSpec = {
  name: '台账',
  rows: [
    ['2026年重点项目问题台账'],
    ['序号', '项目名称', '存在问题', '责任单位', '完成时限', '进展情况'],
    [1, '兴发', '土地未批复', '自然资源局', '2026-12-31', '已报省厅'],
    [2, '兴发', '供电不足', '供电公司', '12月底前', '正在施工'],
  ],
  merges: ['A1:F1'],
};

const fileOf = (bytes: Uint8Array, fileName = '台账.xlsx') => readSpreadsheet(bytes, LEDGER_LIMITS, fileName);
async function ledgerOf(bytes: Uint8Array, options: Partial<LedgerOptions> = {}) {
  const read = await fileOf(bytes);
  if (!read.ok) throw new Error(read.problem);
  return readLedger(read.sheets, { ...OPTIONS, ...options });
}
const problemsOf = async (bytes: Uint8Array, options: Partial<LedgerOptions> = {}) =>
  (await ledgerOf(bytes, options)).tables.flatMap(({ problems }) => problems);

/** GB 18030, for the characters of the sheet above. */
function gbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, [number, number]>();
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++)
      if (low !== 0x7f) codes.set(decoder.decode(new Uint8Array([high, low])), [high, low]);
  return new Uint8Array(
    [...text].flatMap((char) => (char < '\u0080' ? [char.charCodeAt(0)] : (codes.get(char) ?? []))),
  );
}

describe('a ledger in every kind of file', () => {
  const utf8 = (text: string) => new TextEncoder().encode(text);

  it.each([
    ['.xlsx of Excel', () => xlsx([SHEET])],
    ['.xlsx of WPS', () => wps([SHEET])],
    ['.csv in UTF-8', async () => utf8(csvText(SHEET))],
    ['.csv in UTF-8 with a mark', async () => utf8(`\ufeff${csvText(SHEET)}`)],
    ['.csv in GBK', async () => gbk(csvText(SHEET))],
    ['.csv in GBK with semicolons', async () => gbk(csvText(SHEET).replaceAll(',', ';'))],
    ['.csv in GBK with tabs', async () => gbk(csvText(SHEET).replaceAll(',', '\t'))],
  ])('%s is read alike, nothing lost', async (_what, make) => {
    const reading = await ledgerOf(await make());
    expect(
      reading.tables[0]?.problems.map(({ serial, project, text, units, deadline, progress }) => [
        serial,
        project,
        text,
        units.lead,
        'day' in deadline && deadline.day,
        progress,
      ]),
    ).toEqual([
      ['1', '兴发', '土地未批复', '自然资源局', '2026-12-31', '已报省厅'],
      ['2', '兴发', '供电不足', '供电公司', '2026-12-31', '正在施工'],
    ]);
    const [table] = reading.tables;
    expect(table?.title).toMatchObject({ year: 2026 });
    if (table) expect(account([{ ...SHEET, name: table.sheet }], reading).lost).toEqual([]);
  });

  it('.xls is read: a table without a day or a serial number, too', async () => {
    const reading = await ledgerOf(readFileSync(join(import.meta.dirname, '../files/fixtures/ledger.xls')));
    expect(reading.tables[0]?.problems.map(({ text, units }) => [text, units.lead])).toEqual([
      ['用地预审', '自然资源局'],
      ['设计方案', '自然资源局'],
      ['=1+1', '住建局'],
    ]);
  });

  it.each([
    ['county.xls', 'L1'],
    ['goals.xls', 'L7'],
  ])('%s, with merged headers over several rows, is read like its .xlsx', async (file, name) => {
    const bytes = readFileSync(join(import.meta.dirname, 'xls', file));
    const layout = LAYOUTS.find((one) => one.name.startsWith(name));
    const said = ({ tables }: LedgerReading) =>
      tables.map(({ kinds, problems, projects, links, investments, skipped, unread }) => ({
        ...{ kinds, problems, links, investments, skipped, unread },
        // What is formatted as a percentage cannot be told in .xls.
        projects: JSON.stringify(projects).replace('"1.29"', '"129%"'),
      }));
    const old = said(await ledgerOf(bytes));
    expect(old.length).toBeGreaterThan(0);
    expect(old).toEqual(said(await ledgerOf(await xlsx(layout?.sheets ?? []))));
  });

  it.each(['1900', '1904'] as const)(
    'days counted from %s, formatted as days or not, are the same day',
    async (dateSystem) => {
      const serial = dateSystem === '1900' ? 46_203 : 46_203 - 1462;
      const rows = [
        ['序号', '事项', '责任单位', '完成时限'],
        [1, '报送材料', '住建局', new Date('2026-06-30T00:00:00Z')],
        [2, '上报方案', '住建局', serial],
        [3, '上报总结', '住建局', '2026-06-30'],
      ];
      const problems = await problemsOf(await xlsx([{ name: '表', rows }], { dateSystem }));
      expect(problems.map(({ deadline }) => 'day' in deadline && deadline.day)).toEqual(
        Array(3).fill('2026-06-30'),
      );
    },
  );

  it('formulas count as what they showed; a link to another file is not followed', async () => {
    const rows = [
      ['序号', '事项', '责任单位', '完成时限'],
      [
        { formula: 'ROW()-1', shows: 1 },
        { formula: '[1]清单!A1', shows: '修复道路' },
        '交通局',
        { formula: 'DATE(2026,12,31)', shows: 46_387 },
      ],
    ];
    for (const bytes of [await wps([{ name: '表', rows }])]) {
      const [problem] = await problemsOf(bytes);
      expect(problem).toMatchObject({ serial: '1', text: '修复道路', deadline: { day: '2026-12-31' } });
    }
  });

  it('hidden rows are counted and left out unless asked for; hidden columns are read', async () => {
    const sheet = { ...SHEET, hiddenRows: [3], hiddenColumns: ['F'] };
    const reading = await ledgerOf(await xlsx([sheet]));
    expect(reading.tables[0]?.problems.map(({ text, progress }) => [text, progress])).toEqual([
      ['供电不足', '正在施工'],
    ]);
    expect(reading.tables[0]?.skipped).toContainEqual({
      at: { sheet: '台账', address: 'A3' },
      why: 'hidden',
      text: '1  兴发  土地未批复  自然资源局  2026-12-31  已报省厅',
    });
    expect(reading.tables[0]?.columns.find(({ hidden }) => hidden)?.letter).toBe('F');
    expect(await problemsOf(await xlsx([sheet]), { includeHidden: true })).toHaveLength(2);
  });

  it('three sheets, empty first columns, two tables below and beside each other: all are read', async () => {
    const beside: SheetSpec = {
      name: '并列',
      rows: [
        ['序号', '存在问题', '责任单位', null, '序号', '工作任务', '责任单位', '完成时限'],
        [1, '土地未批复', '自然资源局', null, 1, '编制方案', '住建局', '2026-12-31'],
        [2, '供电不足', '供电公司', null, 2, '报送总结', '政府办', '长期坚持'],
      ],
    };
    const below: SheetSpec = {
      name: '上下',
      rows: [
        [null, null, '一、存在问题'],
        [null, null, '序号', '存在问题', '责任单位', '完成时限'],
        [null, null, 1, '土地未批复', '自然资源局', '2026-12-31'],
        [],
        [null, null, '二、联络员名单'],
        [null, null, '序号', '姓名', '单位', '职务', '联系电话'],
        [null, null, 1, '张三丰', '住建局', '科长', '13812345678'],
      ],
    };
    const holidays: SheetSpec = {
      name: '节假日',
      rows: [
        ['节日', '放假时间', '结束日期', '是否上班'],
        ['国庆节', '2026-10-01', '2026-10-07', '放假'],
        ['国庆节', '2026-10-10', null, '上班'],
        ['元旦', '2027年1月1日至3日', null, null],
      ],
    };
    const reading = await ledgerOf(await xlsx([beside, below, holidays, { name: '空', rows: [] }]));
    expect(reading.tables.map(({ sheet, kinds }) => [sheet, kinds.join()])).toEqual([
      ['并列', 'problems'],
      ['并列', 'tasks'],
      ['上下', 'problems'],
      ['上下', 'people'],
      ['节假日', 'holidays'],
    ]);
    expect(reading.tables[3]?.people).toMatchObject([{ name: '张三丰', unit: '住建局', duty: '科长' }]);
    expect(reading.tables[4]?.holidays.map(({ from, until, working }) => [from, until, working])).toEqual([
      ['2026-10-01', '2026-10-07', false],
      ['2026-10-10', '2026-10-10', true],
      ['2027-01-01', '2027-01-03', false],
    ]);
    expect(reading.left).toEqual([{ sheet: '空', why: 'empty', cells: 0 }]);
    expect(account([beside, below], reading).lost).toEqual([]);
  });

  it('units with their heads, people and procedures one a row are kinds of their own', async () => {
    const units: SheetSpec = {
      name: '单位',
      rows: [
        ['序号', '单位名称', '简称', '主要负责人', '单位联络员'],
        [1, '住房和城乡建设局', '住建局、县住建局', '李局长', '王五一 13812345678'],
      ],
    };
    const links: SheetSpec = {
      name: '环节',
      rows: [
        ['项目名称', '环节名称', '环节状态', '环节完成时间', '责任单位'],
        ['兴发', '环评', '已完成', '2026-05-01', '生态环境局'],
        ['兴发', '施工许可证', '办理中', null, '住建局'],
      ],
      merges: [],
    };
    const reading = await ledgerOf(await xlsx([units, links]));
    expect(reading.tables[0]?.units).toMatchObject([
      { name: '住房和城乡建设局', shortNames: ['住建局', '县住建局'], coordinator: '王五一' },
    ]);
    expect(
      reading.tables[1]?.links.map(({ project, no, value }) => [
        project,
        no,
        value.kind,
        'day' in value && value.day,
      ]),
    ).toEqual([
      ['兴发', 7, 'done', '2026-05-01'],
      ['兴发', 18, 'open', false],
    ]);
    expect(account([units, links], reading).lost).toEqual([]);
  });

  it('sections, notes, repeated headers, signatures and numbered blank lines are no items, and all are told', async () => {
    const sheet: SheetSpec = {
      name: '表',
      rows: [
        ['序号', '存在问题', '责任单位', '完成时限'],
        ['一', '征地拆迁类'],
        [1, '房屋未拆', '征收办', '2026-12-31'],
        ['序号', '存在问题', '责任单位', '完成时限'],
        ['（二）要素保障类'],
        [2, '累计投资不足', '发改局', '2026-12-31'],
        [3],
        ['合 计', '2个'],
        ['注：1.本表每周五报送'],
        ['2.逾期视为无进展'],
        ['填报人：张三', null, '审核人：李四'],
      ],
      merges: ['A5:D5', 'A9:D9', 'A10:D10'],
    };
    const [table] = (await ledgerOf(await xlsx([sheet]))).tables;
    expect(table?.problems.map(({ text, module }) => [text, module])).toEqual([
      ['房屋未拆', '征地拆迁类'],
      ['累计投资不足', '（二）要素保障类'],
    ]);
    expect(table?.skipped.map(({ why }) => why)).toEqual([
      'title',
      'repeated-header',
      'title',
      'blank',
      'total',
      'note',
      'note',
      'signature',
    ]);
  });

  it('one item over several lines is one, its units together; in a split it takes its own line', async () => {
    const sheet: SheetSpec = {
      name: '表',
      rows: [
        ['序号', '存在问题', '解决措施', '责任单位', '完成时限'],
        [1, '1.土地未批复 2.供电不足', '组卷报批', '自然资源局', '2026-12-01'],
        [null, null, '迁改线路', '供电公司', '2026-12-31'],
      ],
      merges: ['A2:A3', 'B2:B3'],
    };
    const bytes = await xlsx([sheet]);
    const [whole] = await problemsOf(bytes);
    expect(whole).toMatchObject({
      measure: '组卷报批\n迁改线路',
      units: { lead: '自然资源局', co: ['供电公司'] },
      deadline: { day: '2026-12-01' },
    });
    expect(JSON.stringify(whole?.extras)).toContain('2026-12-31');
    expect(
      (await problemsOf(bytes, { splitCells: true })).map(({ text, measure, units, deadline }) => [
        text,
        measure,
        units.lead,
        'day' in deadline && deadline.day,
      ]),
    ).toEqual([
      ['土地未批复', '组卷报批', '自然资源局', '2026-12-01'],
      ['供电不足', '迁改线路', '供电公司', '2026-12-31'],
    ]);
  });

  it('takes what somebody chose for a column, and for a sheet without any header', async () => {
    const bare: SheetSpec = {
      name: '表',
      rows: [
        ['路灯不亮', '城管局', '12月底前'],
        ['井盖缺失', '住建局', '尽快'],
      ],
    };
    const reading = await ledgerOf(await xlsx([bare]));
    expect(reading).toMatchObject({ tables: [], left: [{ sheet: '表', why: 'no-table', cells: 6 }] });
    const chosen = { sheet: '台账', letter: 'F', field: 'note' as const };
    const [problem] = await problemsOf(await xlsx([SHEET]), { overrides: [chosen] });
    expect(problem).toMatchObject({ note: '已报省厅', progress: '' });
  });
});

describe('a file that cannot be a ledger', () => {
  const many = (count: number): SheetSpec => ({
    name: '表',
    rows: [
      ['序号', '存在问题', '责任单位'],
      ...Array.from({ length: count }, (_, at) => [at + 1, `问题${at + 1}`, '住建局']),
    ],
  });

  it('of 2,000 rows is taken, of 2,001 is too long', async () => {
    expect(await ledgerOf(await xlsx([many(2000)]))).toMatchObject({ rows: 2000, tooLong: false });
    expect(await ledgerOf(await xlsx([many(2001)]))).toMatchObject({ rows: 2001, tooLong: true });
    expect(await fileOf(await xlsx([many(2100)]))).toEqual({
      ok: false,
      problem: 'too-many-rows',
      sheet: '表',
    });
  });

  it('of 61 columns is refused, of 60 is read', async () => {
    const wide = (count: number) =>
      xlsx([{ name: '表', rows: [Array.from({ length: count }, (_, at) => `列${at}`)] }]);
    expect(await fileOf(await wide(61))).toEqual({ ok: false, problem: 'too-many-columns', sheet: '表' });
    expect(await fileOf(await wide(60))).toMatchObject({ ok: true });
  });

  it('with a password, of more than 10 MB, empty, cut off, or of another kind is refused with its reason', async () => {
    const bytes = await xlsx([SHEET]);
    const ole = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(2000).fill(0)]);
    expect(await fileOf(await xlsx([SHEET], { password: '123456' }))).toEqual({
      ok: false,
      problem: 'encrypted',
    });
    expect(await fileOf(new Uint8Array(LEDGER_LIMITS.bytes + 1))).toEqual({
      ok: false,
      problem: 'too-large',
    });
    for (const broken of [new Uint8Array(), bytes.slice(0, bytes.length / 2), bytes.slice(0, 60), ole])
      expect(await fileOf(broken)).toEqual({ ok: false, problem: 'not-a-spreadsheet' });
    expect(await fileOf(ole, '调度表.et')).toEqual({ ok: false, problem: 'et' });
    const word = new JSZip();
    word.file('word/document.xml', '<w:document/>');
    expect(await fileOf(await word.generateAsync({ type: 'uint8array' }))).toEqual({
      ok: false,
      problem: 'not-a-spreadsheet',
    });
  });

  it('that would become 51 MB is refused by what it declares, without being inflated', async () => {
    const zip = await JSZip.loadAsync(await xlsx([SHEET]));
    zip.file('xl/media/bomb.bin', new Uint8Array(51 * 1024 * 1024));
    const bomb = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await fileOf(bomb)).toEqual({ ok: false, problem: 'too-large' });
  });
});
