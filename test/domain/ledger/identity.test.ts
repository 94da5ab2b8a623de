import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ComparedRow,
  compareWithExisting,
  type ExistingItem,
  importKeyOf,
} from '../../../src/domain/ledger/identity.ts';
import { AlikeIndex, alikeness, fingerprintOf } from '../../../src/domain/ledger/similarity.ts';

const row = (text: string, more: Partial<ComparedRow> = {}): ComparedRow => ({
  projectId: 1,
  projectName: '兴发',
  title: text,
  text,
  unitId: null,
  deadline: null,
  status: 'unknown',
  progress: '',
  importKey: null,
  ...more,
});
const item = (id: number, text: string, more: Partial<ExistingItem> = {}): ExistingItem => ({
  id,
  projectId: 1,
  title: text,
  text,
  unitId: null,
  deadline: null,
  status: 'open',
  progress: '',
  progressAt: null,
  importKey: null,
  ...more,
});

/** What importing a new row makes of it. */
const made = (rows: readonly ComparedRow[]): ExistingItem[] =>
  rows.map(({ projectName: _, status, ...rest }, at) => ({
    ...rest,
    id: at + 1,
    status: status === 'closed' ? 'closed' : 'open',
    progressAt: null,
  }));

const words = fc
  .array(fc.constantFrom(...'土地未批复供电线路迁改资金缺口环评审批施工许可证征拆补偿，。1234567890.'), {
    minLength: 3,
    maxLength: 30,
  })
  .map((all) => all.join(''));
const anyRow: fc.Arbitrary<ComparedRow> = fc.record({
  projectId: fc.constantFrom(1, 2, null),
  projectName: fc.constantFrom('甲', '乙'),
  title: words,
  text: words,
  unitId: fc.constantFrom(1, 2, null),
  deadline: fc.constantFrom('2026-12-01', '2025-06-30', null),
  status: fc.constantFrom('open', 'closed', 'unknown'),
  progress: fc.constantFrom('', '完成80%', '正在办理'),
  importKey: fc.constantFrom(null, 'a|1', 'a|2', 'a|3'),
});

describe('importing a ledger again', () => {
  it('changes nothing when nothing changed, whatever the rows are, twins included', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 25 }), (rows) => {
        const existing = made(rows);
        const again = compareWithExisting(rows, existing);
        expect(again.map(({ kind }) => kind)).toEqual(rows.map(() => 'same'));
        expect(new Set(again.map((one) => 'id' in one && one.id)).size).toBe(rows.length);
      }),
      { numRuns: 300 },
    );
  });

  it('makes everything new where there is nothing, and says which row stands twice', () => {
    expect(compareWithExisting([row('土地未批复'), row('供电'), row('土地 未批复。')], [])).toEqual([
      { kind: 'new', row: 0 },
      { kind: 'new', row: 1 },
      { kind: 'new', row: 2, twin: 0 },
    ]);
  });

  it('knows an item again in other words (at least 0.9 alike) and shows what changed', () => {
    const old = item(7, '厂区十千伏供电线路迁改工作至今没有完成，影响桩基施工进场', {
      deadline: '2026-10-01',
      unitId: 3,
    });
    const [found] = compareWithExisting(
      [
        row('厂区十千伏供电线路迁改工作至今未完成，影响桩基施工进场。', {
          deadline: '2026-12-01',
          unitId: 3,
        }),
      ],
      [old],
    );
    expect(found).toMatchObject({ kind: 'changed', id: 7 });
    expect(found?.kind === 'changed' && found.changes.map(({ field }) => field)).toEqual([
      'text',
      'deadline',
    ]);
  });

  it('never joins items of two projects, nor 1.5亿 and 15亿 without saying so', () => {
    expect(
      compareWithExisting([row('土地未批复', { projectId: 2 })], [item(1, '土地未批复')])[0],
    ).toMatchObject({ kind: 'new' });
    expect(compareWithExisting([row('资金缺口1.5亿元')], [item(1, '资金缺口15亿元')])[0]).toMatchObject({
      kind: 'changed',
      changes: [{ field: 'text' }],
    });
  });

  it('falls back on the serial number in the same file, unless the words are quite another matter', () => {
    const key = importKeyOf('专班台账.xlsx', '表1', { serial: '3', project: '兴发' });
    const old = item(4, '用地指标尚未落实到位', { importKey: key });
    expect(compareWithExisting([row('用地指标省厅正在审批', { importKey: key })], [old])[0]).toMatchObject({
      kind: 'changed',
      id: 4,
    });
    expect(compareWithExisting([row('员工宿舍漏水', { importKey: key })], [old])[0]).toMatchObject({
      kind: 'new',
    });
  });

  it.each(['专班台账(2).xlsx', '专班台账 - 副本.xlsx', '专班台账2026年6月.xlsx', '专班台账20260630.xls'])(
    '%s is the ledger 专班台账.xlsx',
    (name) => {
      const of = (fileName: string) => importKeyOf(fileName, '表1', { serial: '3', project: '兴发' });
      expect(of(name)?.replace(/-/g, '')).toBe(of('专班台账.xlsx'));
    },
  );

  it('keeps our newer progress and what is closed with us, and shows both', () => {
    const ours = item(1, '供电', { progress: '已送电', progressAt: 2000, status: 'closed' });
    const theirs = row('供电', { progress: '正在施工', status: 'open', unitId: 5 });
    expect(compareWithExisting([theirs], [ours], 1000)[0]).toEqual({
      kind: 'conflict',
      row: 0,
      id: 1,
      changes: [{ field: 'unit', ours: null, theirs: 5 }],
      kept: [
        { field: 'status', ours: 'closed', theirs: 'open' },
        { field: 'progress', ours: '已送电', theirs: '正在施工' },
      ],
    });
    expect(
      compareWithExisting([row('供电', { progress: '正在施工' })], [{ ...ours, status: 'open' }], 3000)[0],
    ).toMatchObject({
      kind: 'changed',
    });
  });

  it('takes an empty cell for silence, not for an order to clear', () => {
    const ours = item(1, '供电', { progress: '已送电', progressAt: 5, deadline: '2026-12-01', unitId: 2 });
    expect(compareWithExisting([row('供电')], [ours])).toEqual([{ kind: 'same', row: 0, id: 1 }]);
  });
});

describe('the index of alike texts', () => {
  it('finds exactly what comparing all finds', () => {
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 30 }),
        words,
        fc.constantFrom(0.5, 0.9),
        (texts, text, least) => {
          const near = texts.map((one) => `${one}${text.slice(0, 8)}`);
          const all = [...texts, ...near, `${text}。`, text.slice(1)];
          const found = new AlikeIndex(all, least).find(text).map(({ at }) => at);
          const expected = all.flatMap((one, at) =>
            alikeness(fingerprintOf(one), fingerprintOf(text)) >= least ? [at] : [],
          );
          expect(found.toSorted((a, b) => a - b)).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });
});
