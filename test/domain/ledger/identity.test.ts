import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findItems, type ItemSaid, importKeyOf, type RowSaid } from '../../../src/domain/ledger/identity.ts';
import { AlikeIndex, alikeness, fingerprintOf } from '../../../src/domain/ledger/similarity.ts';

const row = (text: string, more: Partial<RowSaid> = {}): RowSaid => ({
  projectId: 1,
  projectName: '',
  title: text,
  text,
  importKey: null,
  ...more,
});
const item = (id: number, text: string, more: Partial<ItemSaid> = {}): ItemSaid => ({
  id,
  projectId: 1,
  title: text,
  text,
  importKey: null,
  ...more,
});

const words = fc
  .array(fc.constantFrom(...'土地未批复供电线路迁改资金缺口环评审批施工许可证征拆补偿，。1234567890.'), {
    minLength: 3,
    maxLength: 30,
  })
  .map((all) => all.join(''));
const anyRow: fc.Arbitrary<RowSaid> = fc.record({
  projectId: fc.constantFrom(1, 2, null),
  projectName: fc.constantFrom('甲', '乙'),
  title: words,
  text: words,
  importKey: fc.constantFrom(null, 'a|1', 'a|2', 'a|3'),
});

describe('importing a ledger again', () => {
  it('meets every row with the item that was made of it, whatever the rows are, twins included', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 25 }), (rows) => {
        const again = findItems(
          rows,
          rows.map(({ projectName: _, ...said }, at) => ({ ...said, id: at + 1 })),
        );
        const said = again.map(({ id = 0 }) => rows[id - 1]?.text.replace(/[。，.]+$/, ''));
        expect(said).toEqual(rows.map(({ text }) => text.replace(/[。，.]+$/, '')));
        expect(new Set(again.map(({ id }) => id)).size).toBe(rows.length);
      }),
      { numRuns: 300 },
    );
  });

  it('makes everything new where there is nothing, and says which row stands twice', () => {
    const said = ['土地未批复', '供电', '土地 未批复。', '缺1.5亿', '缺15亿'];
    expect(
      findItems(
        said.map((text) => row(text)),
        [],
      ),
    ).toEqual([{}, {}, { twin: 0 }, {}, {}]);
  });

  it('takes no row of one new project for a twin of another', () => {
    const of = (projectName: string) => row('土地未批复', { projectId: -1, projectName });
    expect(findItems([of('甲'), of('乙'), of('甲')], [])).toEqual([{}, {}, { twin: 0 }]);
  });

  it('knows an item again in other words, at least 0.9 alike', () => {
    const old = item(7, '厂区十千伏供电线路迁改工作至今没有完成，影响桩基施工进场');
    expect(findItems([row('厂区十千伏供电线路迁改工作至今未完成，影响桩基施工进场。')], [old])).toEqual([
      { id: 7 },
    ]);
  });

  it('never joins items of two projects, and of 1.5亿 and 15亿 the right one', () => {
    expect(findItems([row('土地未批复', { projectId: 2 })], [item(1, '土地未批复')])).toEqual([{}]);
    const both = [item(1, '资金缺口15亿元'), item(2, '资金缺口1.5亿元')];
    expect(findItems([row('资金缺口1.5亿元'), row('资金缺口15亿元')], both)).toEqual([{ id: 2 }, { id: 1 }]);
  });

  it('falls back on the serial number in the same file, unless the words are quite another matter', () => {
    const key = importKeyOf('专班台账.xlsx', '表1', { serial: '3', project: '兴发' });
    const old = item(4, '用地指标尚未落实到位', { importKey: key });
    expect(findItems([row('用地指标省厅正在审批', { importKey: key })], [old])).toEqual([{ id: 4 }]);
    expect(findItems([row('员工宿舍漏水', { importKey: key })], [old])).toEqual([{}]);
  });

  it.each(['专班台账(2).xlsx', '专班台账 - 副本.xlsx', '专班台账2026年6月.xlsx', '专班台账20260630.xls'])(
    '%s is the ledger 专班台账.xlsx',
    (name) => {
      const of = (fileName: string) => importKeyOf(fileName, '表1', { serial: '3', project: '兴发' });
      expect(of(name)?.replace(/-/g, '')).toBe(of('专班台账.xlsx'));
    },
  );
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
