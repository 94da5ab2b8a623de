import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLedger } from '../../src/domain/ledger/read.ts';
import type { LedgerSheet } from '../../src/domain/ledger/sheet.ts';
import { lettersOf, type SheetSpec } from './build.ts';
import { account } from './lost.ts';

const HEADERS =
  '序号 项目名称 存在问题 责任单位 配合单位 责任人 责任领导 完成时限 解决措施 进展情况 是否销号 销号时间 备注 问题类别 总投资（万元） 2026年计划投资（万元） 环评 施工许可证 联系电话 工作任务 单位名称 姓名 开工时间 建设规模 神秘列 另一列 环节名称 环节状态 对应的完成时间 二级标题 整改类型'.split(
    ' ',
  );

const token = fc
  .array(fc.constantFrom(...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥东西南北'), {
    minLength: 4,
    maxLength: 6,
  })
  .map((all) => all.join(''));
const value = fc.oneof(
  { weight: 6, arbitrary: token },
  { weight: 4, arbitrary: fc.constant(null) },
  {
    weight: 5,
    arbitrary: fc.constantFrom<string | number>(
      '住建局、供电公司',
      '住建局/张三丰',
      '牵头:住建局 配合:财政局',
      '9月底前',
      '2026-12-31',
      '长期坚持',
      '尽快',
      '√',
      '是',
      '否',
      '/',
      '无',
      '1.土地未批复 2.资金不足',
      '甲项\n乙项问题\n丙项问题',
      '李四13812345678',
      '129%',
      '合计',
      '注：说明',
      '填报人：王五',
      '一、综合类',
      46_203,
      0.5,
      12_000,
      '1.2亿元',
      '约3份',
      '（二）',
      '序号',
      '项目名称',
    ),
  },
);

/** A sheet as the file reader gives it, from what somebody wrote into it; merged cells repeat their corner. */
function sheetOf(spec: SheetSpec): LedgerSheet {
  const width = Math.max(...spec.rows.map((row) => row.length));
  const rows = spec.rows.map((row, r) => ({
    no: r + 1,
    hidden: spec.hiddenRows?.includes(r + 1) === true,
    cells: Array.from({ length: width }, (_, c): LedgerSheet['rows'][number]['cells'][number] => {
      const one = (row[c] ?? null) as string | number | null;
      return { address: `${lettersOf(c)}${r + 1}`, text: one === null ? '' : String(one), value: one };
    }),
  }));
  for (const merge of spec.merges ?? []) {
    const [, letters, from, , until] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(merge) ?? [];
    const column = rows[0]?.cells.findIndex(({ address }) => address === `${letters}1`) ?? 0;
    const corner = rows[Number(from) - 1]?.cells[column];
    for (let no = Number(from) + 1; no <= Number(until); no++) {
      const cell = rows[no - 1]?.cells[column];
      if (cell && corner)
        Object.assign(cell, { text: corner.text, value: corner.value, mergedFrom: corner.address });
    }
  }
  return { name: spec.name, hidden: false, hiddenColumns: [], rows, merges: [...(spec.merges ?? [])] };
}

const anySheet: fc.Arbitrary<SheetSpec> = fc
  .record({
    headers: fc.uniqueArray(fc.constantFrom(...HEADERS), { minLength: 3, maxLength: 14 }),
    title: fc.constantFrom([], ['2026年问题台账'], ['某项目台账', '截至2026年6月30日']),
    indent: fc.constantFrom(0, 0, 1, 2),
    count: fc.integer({ min: 1, max: 9 }),
    wider: fc.constantFrom(0, 0, 2),
  })
  .chain(({ headers, title, indent, count, wider }) =>
    fc
      .record({
        rows: fc.array(
          fc.array(value, { minLength: headers.length + wider, maxLength: headers.length + wider }),
          {
            minLength: count,
            maxLength: count,
          },
        ),
        hidden: fc.option(fc.integer({ min: 0, max: count - 1 }), { nil: undefined }),
        merged: fc.array(
          fc.record({
            column: fc.nat(headers.length - 1),
            from: fc.nat(count - 1),
            length: fc.integer({ min: 1, max: 3 }),
          }),
          { maxLength: 4 },
        ),
        again: fc.boolean(),
      })
      .map(({ rows, hidden, merged, again }): SheetSpec => {
        const lead = Array.from({ length: indent }, () => null);
        const first = title.length + 2;
        const taken = new Set<number>();
        const merges: string[] = [];
        const data = rows.map((row) => [...row]);
        for (const { column, from, length } of merged) {
          const until = Math.min(from + length, count - 1);
          if (taken.has(column) || until === from) continue;
          taken.add(column);
          const letters = lettersOf(column + indent);
          merges.push(`${letters}${from + first}:${letters}${until + first}`);
          for (const row of data.slice(from + 1, until + 1)) row[column] = null;
        }
        return {
          name: '表',
          rows: [
            ...title.map((text) => [text]),
            [...lead, ...headers],
            ...data.map((row) => [...lead, ...row]),
            ...(again
              ? [
                  [],
                  [...lead, '序号', '事项', '责任单位', '完成时限'],
                  [...lead, 1, '甲乙丙丁', '住建局', '尽快'],
                ]
              : []),
          ],
          merges,
          ...(hidden !== undefined && { hiddenRows: [hidden + first] }),
        };
      }),
  );

describe('a table of anything', () => {
  it.each([false, true])(
    'loses no cell: every word is in a row made of it, or the cell is named (split: %s)',
    (splitCells) => {
      fc.assert(
        fc.property(anySheet, (spec) => {
          const reading = readLedger([sheetOf(spec)], {
            today: '2026-11-28',
            timeZone: 'Asia/Shanghai',
            fileName: '表.xlsx',
            splitCells,
          });
          expect(account([spec], reading).lost).toEqual([]);
        }),
        { numRuns: 150 },
      );
    },
  );
});
