/** 导出 without a database: what the words mean, parts of imported texts, cells, layouts, the written sheet. */
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { createImported, type ImportedFacts } from '../../src/domain/import-item.ts';
import type { Issue } from '../../src/domain/issue.ts';
import type { LedgerLayout } from '../../src/domain/ledger/model.ts';
import { fileName, kindOf, layoutNameFault } from '../../src/features/ledger-export/rules.ts';
import type { LedgerItem } from '../../src/features/ledger-export/rules-cell.ts';
import { laidLike, standardSheet } from '../../src/features/ledger-export/rules-sheet.ts';
import { partsOf } from '../../src/features/ledger-export/rules-text.ts';
import { readSpreadsheet } from '../../src/files/spreadsheet.ts';
import { type LaidSheet, writeLaidSheet } from '../../src/files/spreadsheet-write.ts';
import { say } from '../commands/place.ts';
import { logged } from '../support/given.ts';
import { at, LAND, POWER, town, until, who, XINGFA } from '../support/town.ts';

const NOW = at('2026-11-23 10:00');
const ctx = { now: NOW, directory: town, people: new Map(), demo: false };
const ROW: ImportedFacts = {
  title: '磷石膏仓库堆放不下',
  projectId: XINGFA,
  unitId: LAND,
  deadline: until('2026-12-31'),
  state: 'open',
  file: '台账.xlsx',
  row: '第5行',
};

function imported(facts: Partial<ImportedFacts> = {}): Issue {
  return { ...createImported({ ...ROW, ...facts }, who.office, town, NOW).issue, id: 12 };
}

function item(issue: Issue, progress = ''): LedgerItem {
  return { issue, parts: partsOf(issue), project: town.project(issue.projectId ?? -1), progress };
}

describe('words', () => {
  test.each([
    ['导出', { filter: { statuses: expect.any(Array) } }],
    ['导出 红', { filter: { colors: ['red'] } }],
    ['导出台账', { filter: { statuses: expect.any(Array) } }],
    ['导出 台账 红', { filter: { colors: ['red'] } }],
    ['导出 长期', { filter: { longTerm: true } }],
    ['导出 为 标准', { layout: '' }],
    ['导出 红 为 县表', { layout: '县表', filter: { colors: ['red'] } }],
    ['导出 为 县表版式', { layout: '县表' }],
    ['导出 版式', { layouts: { what: 'list', name: '' } }],
    ['导出 版式 存为 县表', { layouts: { what: 'save', name: '县表' } }],
    ['导出 版式 删除 县表', { layouts: { what: 'delete', name: '县表' } }],
  ])('%s', (words, call) => {
    expect(say(words)).toMatchObject({ kind: 'call', call: { name: 'ledger-export', ...call } });
  });

  test('talk that begins with the word is no command', () => {
    expect(say('导出口那边的路还没修')).not.toMatchObject({ call: { name: 'ledger-export' } });
  });
});

describe('an imported text is taken apart as it was put together', () => {
  test('measure, source, verifier and the named parts of the note', () => {
    const note = '急；责任领导：李县长；资金渠道：自筹';
    const issue = imported({ measure: '扩建堆场', source: '巡察', verifier: '李四', note });
    const parts = partsOf(issue);
    expect(parts).toMatchObject({
      body: '磷石膏仓库堆放不下',
      measure: '扩建堆场',
      source: '巡察',
      verifier: '李四',
    });
    expect(Object.fromEntries(parts.notes)).toEqual({ '': '急', 责任领导: '李县长', 资金渠道: '自筹' });
  });

  test('of an item logged here the whole text is what it is about, whatever it looks like', () => {
    const issue = logged({ text: '围墙倒了\n措施：尽快修' });
    expect(partsOf(issue)).toMatchObject({ body: '围墙倒了\n措施：尽快修', measure: '' });
  });

  test('said in one line, unit and time are left to their columns, and nothing else', () => {
    const body = (title: string, text: string) => partsOf(logged({ title, text })).body;
    expect(body('围墙倒了', '围墙倒了 住建局 3个工作日')).toBe('围墙倒了');
    expect(body('围墙倒了', '围墙倒了。大门也坏了')).toBe('围墙倒了。大门也坏了');
    const long = '围墙倒了，是上个月的大雨冲的，施工队说等天晴了再来修，费用还没有谈';
    expect(body('围墙倒了', long)).toBe(long);
  });
});

describe('the standard layout', () => {
  const sheetOf = (...items: LedgerItem[]) =>
    standardSheet(items, { title: '县问题台账', counted: '导出：未销号，共 1 件' }, ctx);
  const cell = (sheet: LaidSheet, header: string) => sheet.rows[0]?.[sheet.headers[0]!.indexOf(header)];

  test('a row says what the item is: units, days, light, number', () => {
    const sheet = sheetOf(item(imported({ coUnitIds: [POWER] }), '已清运一半'));
    expect(cell(sheet, '存在问题')).toBe('磷石膏仓库堆放不下');
    expect(cell(sheet, '责任单位')).toBe(town.unit(LAND)?.name);
    expect(cell(sheet, '配合单位')).toBe(town.unit(POWER)?.name);
    expect(cell(sheet, '完成时限')).toBe('2026-12-31');
    expect(cell(sheet, '进展情况')).toBe('已清运一半');
    expect(cell(sheet, '是否销号')).toBe('否');
    expect(cell(sheet, '系统编号')).toBe('#12');
  });

  test('struck off: 是 and its day; without a day in the file none is made up', () => {
    const dated = sheetOf(item(imported({ state: { closedOn: '2026-10-20' } })));
    expect([cell(dated, '是否销号'), cell(dated, '销号时间')]).toEqual(['是', '2026-10-20']);
    const undated = sheetOf(item(imported({ state: { closedOn: null } })));
    expect([cell(undated, '是否销号'), cell(undated, '销号时间')]).toEqual(['是', '']);
  });

  test('reported done and not verified yet is not struck off', () => {
    expect(cell(sheetOf(item({ ...imported(), status: 'verifying' })), '是否销号')).toBe('否');
  });

  test('长期 in the words of its file', () => {
    expect(cell(sheetOf(item(imported({ deadline: { longTerm: '持续推进' } }))), '完成时限')).toBe(
      '持续推进',
    );
  });
});

describe('a layout that was imported', () => {
  const LAYOUT: LedgerLayout = {
    sheet: '清单',
    titleRows: [['2022年重点项目问题清单'], ['截至2022年9月30日']],
    headerRows: [
      ['序号', '项目名称', '存在问题、解决方案', '', '资金渠道', '备注'],
      ['', '', '具体问题', '是否销号', '', ''],
    ],
    merges: ['A1:F1', 'A2:F2', 'A3:A4', 'B3:B4', 'C3:D3', 'E3:E4', 'F3:F4'],
    firstRow: 5,
    widths: [5, 20, 40, null, 12, 12],
    columns: [
      { letter: 'A', header: '序号', field: 'serial', hidden: false },
      { letter: 'B', header: '项目名称', field: 'project', hidden: false },
      { letter: 'C', header: '存在问题、解决方案/具体问题', field: 'item', hidden: false },
      { letter: 'D', header: '存在问题、解决方案/是否销号', field: 'state', hidden: false },
      { letter: 'E', header: '资金渠道', field: 'unrecognised', hidden: true },
      { letter: 'F', header: '备注', field: 'note', hidden: false },
    ],
  };
  const issue = imported({ note: '急；资金渠道：自筹；责任领导：李县长' });
  const made = laidLike(
    LAYOUT,
    [item(issue)],
    { counted: '导出：未销号，共 1 件', today: '2026年11月23日' },
    ctx,
  );

  test('titles, headers and merges stand where they stood, one line below the titles says what was counted', () => {
    expect(made.titles).toEqual([
      ['2022年重点项目问题清单'],
      ['截至2026年11月23日'],
      ['导出：未销号，共 1 件'],
    ]);
    expect(made.headers).toEqual(LAYOUT.headerRows);
    expect(made.merges).toEqual(['A1:F1', 'A2:F2', 'A4:A5', 'B4:B5', 'C4:D4', 'E4:E5', 'F4:F5', 'A3:F3']);
    expect(made.columns.map(({ width }) => width)).toEqual(LAYOUT.widths);
    expect(made.columns[4]).toMatchObject({ hidden: true });
  });

  test('a column of its own is filled from the row, 备注 with what is left', () => {
    expect(made.rows).toEqual([
      [1, town.project(XINGFA)?.name, '磷石膏仓库堆放不下', '否', '自筹', '急；责任领导：李县长'],
    ]);
  });

  test('the day a table holds for becomes today, however it is written, and no other day does', () => {
    const rows = [
      ['2022年问题清单（2022年9月30日更新）', '更新日期：2022年9月30日'],
      ['填报日期', '', '2022.9.30', '开工时间', '2022.9.30'],
    ];
    const layout = { ...LAYOUT, titleRows: rows };
    const made = laidLike(layout, [], { counted: '', today: '2026年11月23日' }, ctx);
    expect(made.titles.slice(0, 2)).toEqual([
      ['2022年问题清单（2026年11月23日更新）', '更新日期：2026年11月23日'],
      ['填报日期', '', '2026年11月23日', '开工时间', '2022.9.30'],
    ]);
  });

  test('exported, imported and exported again it has that line once', () => {
    const again: LedgerLayout = {
      ...LAYOUT,
      titleRows: made.titles.map((row) => [...row]),
      merges: [...made.merges],
    };
    const twice = laidLike(
      again,
      [item(issue)],
      { counted: '导出：全部，共 1 件', today: '2026年11月24日' },
      ctx,
    );
    expect(twice.titles).toEqual([
      ['2022年重点项目问题清单'],
      ['截至2026年11月24日'],
      ['导出：全部，共 1 件'],
    ]);
    expect(twice.merges.toSorted()).toEqual(made.merges.toSorted());
  });
});

describe('the written sheet', () => {
  const SHEET: LaidSheet = {
    name: '台账',
    titles: [['标题'], ['说明']],
    headers: [['甲', '乙', '日期']],
    merges: ['A1:C1', 'A2:C2'],
    columns: [{ width: 10 }, { width: null }, { width: 12, kind: 'day' }],
    footer: '第 &P 页',
    rows: [],
  };
  const xml = async (sheet: LaidSheet) => {
    const zip = await JSZip.loadAsync(await writeLaidSheet(sheet));
    return (await zip.file('xl/worksheets/sheet1.xml')?.async('string')) ?? '';
  };

  test.each(['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', "=cmd|' /C calc'!A0", '_x0041_', '<b>&"', '\u0000x'])(
    'what somebody typed stays text: %j',
    async (typed) => {
      const sheet = { ...SHEET, rows: [[typed, typed, typed]] };
      expect(await xml(sheet)).not.toContain('<f');
      const read = await readSpreadsheet(await writeLaidSheet(sheet));
      const [row] = read.ok ? (read.sheets[0]?.rows.slice(3) ?? []) : [];
      const plain = typed.replace('\u0000', '').trim();
      expect(row?.cells.map(({ text }) => text)).toEqual([plain, plain, plain]);
    },
  );

  test('in a column of days a day is a date and 长期坚持 stays words; a day nobody knows is text', async () => {
    const text = await xml({
      ...SHEET,
      rows: [
        ['', '', '2026-12-03'],
        ['', '', '长期坚持'],
        ['', '', '2026-02-31x'],
      ],
    });
    expect(text).toMatch(/<c r="C4" s="\d+"><v>46359<\/v>/);
    expect(text).toMatch(/<c r="C5" t="s"/);
    expect(text).toMatch(/<c r="C6" t="s"/);
  });

  test('merges that overlap, leave the head or are none are left out: the file opens without repair', async () => {
    const merges = ['A1:C1', 'B1:C2', 'A2:A2', 'A3:C9', 'C1:A1', 'nonsense', 'A2:D2'];
    expect((await xml({ ...SHEET, merges })).match(/<mergeCell /g)).toHaveLength(1);
  });

  test('printed across one A4 page wide, titles on every page, the last header row filtered', async () => {
    const text = await xml({ ...SHEET, rows: [['a', 'b', '']] });
    expect(text).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(text).toMatch(/<pageSetup [^>]*fitToHeight="0"/);
    expect(text).toContain('<autoFilter ref="A3:C4"/>');
    expect(text).toContain('ySplit="3"');
  });
});

describe('names', () => {
  test.each([
    ['住建局', '住建局_问题台账_2026-11-23.xlsx'],
    ['a/b\\c:*?"<>|d', 'abcd_问题台账_2026-11-23.xlsx'],
    ['..', '全部单位_问题台账_2026-11-23.xlsx'],
    ['', '全部单位_问题台账_2026-11-23.xlsx'],
  ])('a file of “%s” is called %s', (whose, name) => {
    expect(fileName(whose, '问题', '2026-11-23')).toBe(name);
  });

  test.each([
    ['县表', true],
    ['标准', false],
    ['', false],
    ['两 个', false],
    ['长'.repeat(21), false],
  ])('a layout may be called “%s”: %s', (name, fine) => {
    expect(layoutNameFault(name) === undefined).toBe(fine);
  });

  test('of tasks alone the ledger of tasks', () => {
    expect([kindOf({}), kindOf({ kinds: ['task'] }), kindOf({ kinds: ['task', 'link'] })]).toEqual([
      'problems',
      'tasks',
      'problems',
    ]);
  });
});
