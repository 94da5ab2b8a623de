/** What a ledger must not be read as: promises as ends, kinds as projects; and cells made to stop the program. */
import { describe, expect, it, test } from 'vitest';
import { askedInText } from '../../src/domain/ledger/asked-in-text.ts';
import { isGenericName } from '../../src/domain/ledger/generic.ts';
import type { ItemRow, LedgerReading } from '../../src/domain/ledger/model.ts';
import { readLedger } from '../../src/domain/ledger/read.ts';
import { readState } from '../../src/domain/ledger/values.ts';
import { LEDGER_LIMITS, readSpreadsheet } from '../../src/files/spreadsheet.ts';
import { type SheetSpec, xlsx } from './build.ts';

const DAYS = { today: '2026-11-28', timeZone: 'Asia/Shanghai' };

async function read(sheets: SheetSpec[]): Promise<LedgerReading> {
  const file = await readSpreadsheet(await xlsx(sheets), LEDGER_LIMITS);
  if (!file.ok) throw new Error(file.problem);
  return readLedger(file.sheets, { ...DAYS, fileName: '台账.xlsx', splitCells: true });
}
const itemsOf = ({ tables }: LedgerReading): ItemRow[] =>
  tables.flatMap(({ problems, tasks }) => [...problems, ...tasks]);

describe('what is to come is no end', () => {
  test.each([
    '预计办结',
    '年底前销号',
    '尽快办结',
    '限期办结',
    '无法销号',
    '暂缓销号',
    '验收后销号',
    '12月底办结',
    '力争办结',
    '难以办结',
  ])('a cell %s strikes nothing off', (text) => {
    expect(readState(text)).not.toBe('closed');
  });

  test.each(['已销号', '领导销号', '撤诉办结', '全部办结', '逾期办结', '当场办结', '同意销号'])(
    'a cell %s does',
    (text) => {
      expect(readState(text)).toBe('closed');
    },
  );

  const header = ['序号', '项目', '问题', '责任单位', '进展情况'];
  const stateOf = async (progress: string) =>
    itemsOf(await read([{ name: 'Sheet1', rows: [header, [1, '兴发', '道路开口', '住建局', progress]] }]))[0];

  it.each(['已与企业对接，12月20日完成', '12月20日办结', '12月20日完成'])(
    'progress %s, of a day that is yet to come, leaves it open',
    async (progress) => {
      expect((await stateOf(progress))?.state).not.toBe('closed');
    },
  );

  it.each([
    ['已与企业对接，11月3日完成', '2026-11-03'],
    ['11月3日已完成', '2026-11-03'],
    ['已于12月20日办结', '2025-12-20'],
  ])('progress %s, of a day behind or with 已, is an end', async (progress, day) => {
    const item = await stateOf(progress);
    expect([item?.state, item?.closedOn]).toEqual(['closed', expect.objectContaining({ day })]);
  });
});

describe('headings', () => {
  const header = ['序号', '问题', '责任单位', '完成时限'];
  const row = (text: string) => [1, text, '住建局', '12月10日'];
  const heading = (text: string) => [text, null, null, null];
  const merged = (...rows: number[]) => ({ merges: rows.map((at) => `A${at}:D${at}`) });

  it('below another take back only what those of their own level said', async () => {
    const reading = await read([
      {
        name: 'Sheet1',
        rows: [
          header,
          heading('一、已销号问题'),
          heading('（一）楚能二期项目'),
          row('围墙'),
          heading('二、未销号问题'),
          heading('（一）邦普扩建项目'),
          row('道路'),
          heading('（二）兴发磷化工项目'),
          row('供水'),
        ],
        ...merged(2, 3, 5, 6, 8),
      },
    ]);
    expect(itemsOf(reading).map(({ state, project }) => [state, project])).toEqual([
      ['closed', '楚能二期项目'],
      ['open', '邦普扩建项目'],
      ['open', '兴发磷化工项目'],
    ]);
  });

  it.each([
    ['三、本周办结销号问题（5个）', 'closed'],
    ['二、上月销号问题', 'closed'],
    ['一、本周需销号问题', 'unknown'],
    ['一、下周销号问题', 'unknown'],
  ])('%s leaves its rows %s', async (text, state) => {
    const reading = await read([
      { name: 'Sheet1', rows: [header, heading(text), row('围墙')], ...merged(2) },
    ]);
    expect(itemsOf(reading).map((one) => one.state)).toEqual([state]);
  });

  it('that name a kind of problems beside projects are no project', async () => {
    const reading = await read([
      {
        name: 'Sheet1',
        rows: [
          header,
          heading('一、楚能二期项目'),
          row('围墙'),
          heading('二、邦普扩建项目'),
          row('道路'),
          heading('三、其他问题'),
          row('供水'),
          heading('四、要素保障类'),
          row('供电'),
        ],
        ...merged(2, 4, 6, 8),
      },
    ]);
    expect(itemsOf(reading).map(({ project }) => project)).toEqual(['楚能二期项目', '邦普扩建项目', '', '']);
  });
});

it.each(['备选项目', '候选项目', '问题情况说明'])(
  'a sheet called %s is read like any other',
  async (name) => {
    const header = ['序号', '项目', '问题', '责任单位', '是否销号'];
    const row = [1, '兴发', '道路开口', '住建局', '否'];
    const reading = await read([
      { name: '在建项目', rows: [header, row] },
      { name, rows: [header, row] },
      { name: '填表说明', rows: [header, row] },
    ]);
    expect(reading.tables.map(({ sheet }) => sheet)).toEqual(['在建项目', name]);
  },
);

describe('a cell made to have very many readings is read at once', () => {
  test('the name of places', () => {
    expect(isGenericName(`${'县'.repeat(39)}x`)).toBe(false);
    expect(isGenericName('县'.repeat(100_000))).toBe(false);
    expect(isGenericName('某县2026年重点')).toBe(true);
  });

  test('the names of units', () => {
    const days = { ...DAYS, year: undefined };
    expect(askedInText(`道路未通（${'局'.repeat(37)}甲，乙）`, days)).toEqual({});
    expect(askedInText('道路未通（交通运输局、住建局，12月5日前）', days)).toMatchObject({
      unit: '交通运输局',
      co: ['住建局'],
    });
  });

  test('a state with a bracket that never ends', async () => {
    const header = ['序号', '项目', '问题', '责任单位', '是否销号'];
    const row = [1, '兴发', '道路开口', '住建局', `是，(${'1'.repeat(30_000)}`];
    expect(itemsOf(await read([{ name: 'Sheet1', rows: [header, row] }]))).toHaveLength(1);
  });
});
