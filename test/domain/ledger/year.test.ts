/** A day without a year: it is read by the rule, and named in the preview where its year may as well be another. */
import { expect, test } from 'vitest';
import { readLedger } from '../../../src/domain/ledger/read.ts';
import type { LedgerSheet } from '../../../src/domain/ledger/sheet.ts';

function sheet(title: string, rows: readonly string[][]): LedgerSheet {
  const lines = [[title, '', '', ''], ['序号', '存在问题', '责任单位', '完成时限', '是否销号'], ...rows];
  return {
    name: '清单',
    hidden: false,
    hiddenColumns: [],
    rows: lines.map((cells, n) => ({
      no: n + 1,
      hidden: false,
      cells: [0, 1, 2, 3, 4].map((c) => {
        const text = cells[c] ?? '';
        return { address: `${'ABCDE'[c]}${n + 1}`, text, value: text === '' ? null : text };
      }),
    })),
  };
}

const DATES = ['9月底前', '3月底前', '12月20日前', '2026年3月31日', '5月'] as const;

function read(title: string, state = '否') {
  const rows = DATES.map((date, i) => [`${i + 1}`, `第${i + 1}处管网未接通`, '住建局', date, state]);
  const { tables } = readLedger([sheet(title, rows)], {
    today: '2026-11-28',
    timeZone: 'Asia/Shanghai',
  } as never);
  return {
    days: tables[0]?.problems.map(({ deadline }) => ('day' in deadline ? deadline.day : deadline.kind)),
    named: tables[0]?.unread.map(({ at, why, day }) => `${at.address} ${why} ${day}`),
  };
}

test('截至 gives the year; what was then over for long, or lies far ahead, is named with the day it was taken for', () => {
  expect(read('问题清单（截至2026年11月28日）')).toEqual({
    days: ['2026-09-30', '2026-03-31', '2026-12-20', '2026-03-31', '2026-05-31'],
    named: ['D4 year 2026-03-31', 'D7 year 2026-05-31'],
  });
  expect(read('问题清单（截至2026年1月15日）').named).toContain('D5 year 2026-12-20');
});

test('without a title it is the next such day, named where the last one is hardly over', () => {
  expect(read('问题清单')).toEqual({
    days: ['2027-09-30', '2027-03-31', '2026-12-20', '2026-03-31', '2027-05-31'],
    named: ['D3 year 2027-09-30'],
  });
});

test('a year in the title is the year, and of what is struck off nobody is asked', () => {
  expect(read('2026年问题清单').named).toEqual([]);
  expect(read('问题清单（截至2026年11月28日）', '是').named).toEqual([]);
});
