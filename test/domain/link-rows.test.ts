import { expect, test } from 'vitest';
import { type LinkRow, rowsMeant } from '../../src/domain/link-rows.ts';

const row = (no: number, more: Partial<LinkRow> = {}): LinkRow => ({
  ...{ projectId: 1, code: `c${no}`, no, name: `环节${no}号`, synonyms: [], unitId: 1, state: 'open' },
  ...{ held: 0, day: null, late: 0, stage: 'land', planned: null, expected: null, behind: 0 },
  ...{ slipped: 0, taken: null, ready: false, critical: false, before: [] },
  ...more,
});
const numbers = (rows: readonly LinkRow[]) => rows.map(({ no }) => no);

test('what comes after a link is found however far behind, and never in another project', () => {
  const rows = [
    row(1),
    row(2, { before: ['c1'] }),
    row(3, { before: ['c2'] }),
    row(4),
    row(5, { projectId: 2, before: ['c1'] }),
  ];
  expect(numbers(rowsMeant(rows, { said: '第1环节', rows: { after: true } }))).toEqual([2, 3]);
});

test('those that are late stand latest first; what was done late is slipped and not late', () => {
  const rows = [
    row(1, { late: 2, slipped: 2, planned: '2026-11-20' }),
    row(2, { late: 6, slipped: 6, planned: '2026-11-16' }),
    row(3, { state: 'done', slipped: 9, planned: '2026-11-01' }),
  ];
  expect(numbers(rowsMeant(rows, { rows: { is: 'late' } }))).toEqual([2, 1]);
  expect(numbers(rowsMeant(rows, { rows: { is: 'slipped' } }))).toEqual([3, 2, 1]);
});

test('days mean the planned day, and of what is done the day it was finished', () => {
  const rows = [
    row(1, { planned: '2026-11-25', day: '2026-11-25' }),
    row(2, { state: 'done', planned: '2026-11-25', day: '2026-10-30' }),
  ];
  const week = { from: '2026-11-23', to: '2026-11-29' };
  expect(numbers(rowsMeant(rows, { ...week, rows: {} }))).toEqual([1, 2]);
  expect(numbers(rowsMeant(rows, { ...week, rows: { is: 'done' } }))).toEqual([]);
});
