import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import {
  cellAddress,
  type ReadSheet,
  readSpreadsheet,
  type SheetTable,
  type SheetValue,
  SPREADSHEET_LIMITS,
  writeSpreadsheet,
} from '../../src/files/spreadsheet.ts';
import { writeLaidSheet } from '../../src/files/spreadsheet-write.ts';

const TABLE: SheetTable = {
  name: '环节/模板',
  note: '改好后发回',
  columns: [
    { title: '编号', width: 6, kind: 'number' },
    { title: '名称', width: 30 },
    { title: '日期', width: 12, kind: 'day' },
    { title: '单位', width: 10, choices: ['工作日', '日'] },
  ],
  rows: [
    [1, '=HYPERLINK("http://a")', '2026-12-03', '日'],
    [2, '@SUM(A1)', null, null],
    [0.5, '007', '2024-02-29', '工作日'],
  ],
};

async function sheetOf(bytes: Uint8Array): Promise<ReadSheet> {
  const read = await readSpreadsheet(bytes);
  if (!read.ok) throw new Error(read.problem);
  const [sheet] = read.sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

const values = (sheet: ReadSheet): SheetValue[][] =>
  sheet.rows.map(({ cells }) => cells.map(({ value }) => value));
const texts = (sheet: ReadSheet) => sheet.rows.map(({ cells }) => cells.map(({ text }) => text));
const encode = (text: string) => new TextEncoder().encode(text);

describe('a spreadsheet we write', () => {
  it('comes back as it was, each cell at its address', async () => {
    const sheet = await sheetOf(await writeSpreadsheet([TABLE]));
    expect(sheet.name).toBe('环节 模板');
    expect(values(sheet).slice(1)).toEqual([['编号', '名称', '日期', '单位'], ...TABLE.rows]);
    expect(sheet.rows[2]?.cells[1]?.address).toBe('B3');
    expect(sheet.rows[0]?.cells.map(({ text }) => text)).toEqual(Array(4).fill('改好后发回'));
  });

  it('has frozen titles, widths, a filter, real dates and choices, and no formula', async () => {
    const zip = await JSZip.loadAsync(await writeSpreadsheet([TABLE]));
    const xml = (await zip.file('xl/worksheets/sheet1.xml')?.async('string')) ?? '';
    expect(xml).toMatch(/<pane [^>]*ySplit="2"[^>]*state="frozen"/);
    expect(xml).toMatch(/<col [^>]*min="2"[^>]*width="30"/);
    expect(xml).toContain('<autoFilter ref="A2:D5"');
    expect(xml).toMatch(/<c r="C3"[^>]*><v>46359<\/v>/);
    expect(xml).toMatch(/<dataValidation [^>]*sqref="D3:D505"/);
    expect(xml).not.toMatch(/<f[ >]/);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(1)', '\t=1+1', '\r=1+1', '\n=1+1', '\t@x', ' =1', '＝1+1', '\u200b=1'])(
    'writes %j as a text in tables and in laid sheets, never as a formula or a number',
    async (text) => {
      const laid = {
        name: '台账',
        titles: [[text]],
        headers: [[text, '时限']],
        merges: [],
        columns: [
          { width: 8, kind: 'text' as const },
          { width: 8, kind: 'day' as const },
        ],
        footer: '第 &P 页',
        rows: [[text, text]],
      };
      const columns = [{ title: text, width: 8 }];
      for (const file of [
        await writeLaidSheet(laid),
        await writeSpreadsheet([{ name: '表', note: text, columns, rows: [[text]] }]),
      ]) {
        const zip = await JSZip.loadAsync(file);
        const sheet = (await zip.file('xl/worksheets/sheet1.xml')?.async('string')) ?? '';
        expect(sheet).not.toMatch(/<f[ >]/);
        // Every cell with a value holds a place in the table of texts.
        const valued = sheet.match(/<c [^>]*><v>/g) ?? [];
        expect(valued.length).toBeGreaterThan(0);
        expect(valued.filter((cell) => !cell.includes('t="s"'))).toEqual([]);
        const strings = (await zip.file('xl/sharedStrings.xml')?.async('string')) ?? '';
        expect(strings).toContain(text.trim().replaceAll('&', '&amp;'));
      }
    },
  );

  it('keeps every text as that text, whatever somebody typed', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom(
        '=1+1',
        '+1',
        '-1',
        '@x',
        '\t=1+1',
        "'x",
        '007',
        '1e5',
        '2026-12-03',
        'TRUE',
        '#REF!',
        '_x0041_',
        '&lt;',
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { maxLength: 5 }),
        async (rows) => {
          const columns = [
            { title: '甲', width: 8 },
            { title: '乙', width: 8 },
          ];
          const sheet = await sheetOf(
            await writeSpreadsheet([{ name: '表', columns, rows: [...rows, ['尾', '尾']] }]),
          );
          expect(values(sheet).slice(1, -1)).toEqual(
            rows.map((row) => row.map((text) => (text === '' ? null : text))),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is one the strictest reader opens: control characters and lone halves are left out', async () => {
    const rows = [['a\u0001b\ud800c\uffff', 'x\r\ny']];
    const bytes = await writeSpreadsheet([
      { ...TABLE, columns: TABLE.columns.slice(1, 3).map(({ title }) => ({ title, width: 9 })), rows },
    ]);
    expect(values(await sheetOf(bytes)).at(-1)).toEqual(['ab\ufffdc', 'x\ny']);
  });

  it('is refused when a value is not of its column', async () => {
    for (const row of [
      ['一', 'x', null, null],
      [1, 'x', '下周三', null],
      [Number.NaN, 'x', null, null],
    ])
      await expect(writeSpreadsheet([{ ...TABLE, rows: [row] }])).rejects.toThrow('takes');
  });
});

describe('a spreadsheet somebody sends', () => {
  it('is read from .xls like from .xlsx, merged cells filled with what stands in their corner', async () => {
    const sheet = await sheetOf(readFileSync(join(import.meta.dirname, 'fixtures/ledger.xls')));
    expect(texts(sheet)).toEqual([
      ['责任单位', '事项', '天数', '日期'],
      ['自然资源局', '用地预审', '5', '2026-12-03'],
      ['自然资源局', '设计方案', '0.5', ''],
      ['住建局', '=1+1', '是', ''],
    ]);
    expect(sheet.rows[2]?.cells[0]).toMatchObject({ address: 'A3', mergedFrom: 'A2' });
  });

  it.each([
    ['UTF-8', encode('编号,名称\n007,"甲,乙"\n')],
    ['UTF-8 with a mark', encode('\ufeff编号;名称\n007;甲,乙\n')],
    ['tabs', encode('编号\t名称\n007\t甲,乙')],
    // 编号,名称 007,"甲,乙" in GB 18030.
    ['GBK', Buffer.from('b1e0bac52cc3fbb3c60a3030372c22bcd72cd2d2220a', 'hex')],
    ['UTF-16', Buffer.from('\ufeff编号,名称\n007,"甲,乙"\n', 'utf16le')],
  ])('is read from .csv in %s, numbers left as they were typed', async (_what, bytes) => {
    expect(texts(await sheetOf(bytes))).toEqual([
      ['编号', '名称'],
      ['007', '甲,乙'],
    ]);
  });

  it('tells hidden rows, columns and sheets', async () => {
    const zip = await JSZip.loadAsync(await writeSpreadsheet([TABLE, { ...TABLE, name: '二' }]));
    const edit = async (path: string, from: RegExp, to: string) =>
      zip.file(path, ((await zip.file(path)?.async('string')) ?? '').replace(from, to));
    await edit('xl/worksheets/sheet1.xml', /<row r="4"/, '<row r="4" hidden="1"');
    await edit('xl/worksheets/sheet1.xml', /<col min="2"/, '<col hidden="1" min="2"');
    await edit('xl/workbook.xml', /<sheet name="二"/, '<sheet name="二" state="hidden"');
    const read = await readSpreadsheet(await zip.generateAsync({ type: 'uint8array' }));
    if (!read.ok) throw new Error(read.problem);
    expect(read.sheets.map(({ hidden }) => hidden)).toEqual([false, true]);
    expect(read.sheets[0]?.hiddenColumns).toEqual(['B']);
    expect(read.sheets[0]?.rows.map(({ hidden }) => hidden)).toEqual([false, false, false, true, false]);
  });

  it('is refused when it would inflate beyond the limit, before anything is inflated', async () => {
    const zip = await JSZip.loadAsync(await writeSpreadsheet([TABLE]));
    zip.file('xl/media/zeros.bin', new Uint8Array(SPREADSHEET_LIMITS.inflatedBytes + 1));
    const bomb = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
    expect(bomb.length).toBeLessThan(SPREADSHEET_LIMITS.bytes);
    expect(await readSpreadsheet(bomb)).toEqual({ ok: false, problem: 'too-large' });
  });

  it('is refused when its directory lies about the size', async () => {
    const zip = await JSZip.loadAsync(await writeSpreadsheet([TABLE]));
    const sheet = (await zip.file('xl/worksheets/sheet1.xml')?.async('string')) ?? '';
    zip.file(
      'xl/worksheets/sheet1.xml',
      sheet.replace('</worksheet>', `<!--${' '.repeat(5_000_000)}--></worksheet>`),
    );
    const bytes = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
    for (const said of [1000, 0]) {
      const lying = Buffer.from(bytes);
      for (let at = lying.indexOf('PK\u0001\u0002'); at >= 0; at = lying.indexOf('PK\u0001\u0002', at + 1))
        if (lying.readUInt32LE(at + 24) > 5_000_000) lying.writeUInt32LE(said, at + 24);
      expect(await readSpreadsheet(lying), `${said}`).toEqual({ ok: false, problem: 'not-a-spreadsheet' });
    }
  });

  it('is refused with too many rows or columns, naming the sheet', async () => {
    const small = { ...SPREADSHEET_LIMITS, rows: 4, columns: 3 };
    const bytes = await writeSpreadsheet([TABLE]);
    expect(await readSpreadsheet(bytes, { ...small, columns: 9 })).toMatchObject({
      problem: 'too-many-rows',
      sheet: '环节 模板',
    });
    expect(await readSpreadsheet(bytes, { ...small, rows: 9 })).toMatchObject({
      problem: 'too-many-columns',
    });
    expect(await readSpreadsheet(encode('a\n'.repeat(6)), small)).toMatchObject({ problem: 'too-many-rows' });
    expect(await readSpreadsheet(bytes, { ...small, bytes: 10 })).toMatchObject({ problem: 'too-large' });
  });

  it('is refused, not thrown at, when it is no spreadsheet', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    for (const bytes of [
      new Uint8Array(),
      png,
      encode('PK\u0003\u0004 nothing'),
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    ])
      expect((await readSpreadsheet(bytes)).ok).toBe(false);
    const good = await writeSpreadsheet([TABLE]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 8 }),
        async (bites) => {
          const bitten = Uint8Array.from(good);
          for (const [at, byte] of bites) bitten[at] = byte;
          const read = await readSpreadsheet(bitten);
          expect(read.ok || read.problem).toBeTruthy();
        },
      ),
      { numRuns: 60 },
    );
  });
});

it('cells are named as the program names them', () => {
  expect([cellAddress(1, 1), cellAddress(5, 26), cellAddress(7, 27), cellAddress(2, 703)]).toEqual([
    'A1',
    'Z5',
    'AA7',
    'AAA2',
  ]);
});
