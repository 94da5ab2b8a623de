import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_TEMPLATE } from '../../src/domain/plan/default-template.ts';
import type { LinkTemplate } from '../../src/domain/plan/model.ts';
import { readTemplateSheets } from '../../src/features/link-template/rules-sheet-read.ts';
import { templateTables } from '../../src/features/link-template/rules-sheet-write.ts';
import {
  readSpreadsheet,
  type SheetTable,
  type SheetValue,
  writeSpreadsheet,
} from '../../src/files/spreadsheet.ts';

const TODAY = '2026-11-30';
const UNITS = new Map([
  [1, '自然资源局'],
  [2, '住建局'],
]);
const PEOPLE = new Map([[7, '张三']]);
const idOf = (map: Map<number, string>, name: string) => [...map].find(([, one]) => one === name)?.[0];
const names = { unit: (id: number) => UNITS.get(id), person: (id: number) => PEOPLE.get(id) };
const lookups = {
  unit: (name: string) => idOf(UNITS, name),
  person: (name: string) => idOf(PEOPLE, name),
  unitName: names.unit,
  personName: names.person,
};

const tables = (template: LinkTemplate = DEFAULT_TEMPLATE) => templateTables(template, names, TODAY);

async function read(edited: readonly SheetTable[], base: LinkTemplate = DEFAULT_TEMPLATE) {
  const file = await readSpreadsheet(await writeSpreadsheet(edited));
  if (!file.ok) throw new Error(file.problem);
  return readTemplateSheets(file.sheets, base, lookups, TODAY);
}

/** The exported tables with cells of the first sheet set by column title and link number; null takes the row out. */
function edit(
  changes: readonly [no: number, title: string, value: SheetValue][],
  gone: readonly number[] = [],
): SheetTable[] {
  const [links, ...others] = tables();
  if (!links) throw new Error('no sheet');
  const rows = links.rows
    .filter((row) => !gone.includes(Number(row[0])))
    .map((row) => {
      const copy = [...row];
      for (const [no, title, value] of changes)
        if (row[0] === no) copy[links.columns.findIndex((column) => column.title === title)] = value;
      return copy;
    });
  return [
    {
      ...links,
      columns: links.columns.map((column) =>
        column.title === '编号' ? { ...column, kind: 'text' as const } : column,
      ),
      rows,
    },
    ...others,
  ];
}

async function problems(changes: Parameters<typeof edit>[0], gone: readonly number[] = []) {
  const result = await read(edit(changes, gone));
  return result.ok ? [] : result.problems.map(({ at, text }) => `${at} ${text}`);
}

describe('the Excel file of a template', () => {
  it('sent back unchanged changes nothing', async () => {
    const own: LinkTemplate = {
      ...DEFAULT_TEMPLATE,
      name: '物流“项目”',
      links: DEFAULT_TEMPLATE.links.map((link) =>
        link.no === 11
          ? {
              ...link,
              unitId: 1,
              contactId: 7,
              confirmedOn: '2026-11-01',
              synonyms: [...link.synonyms, '水、电、气'],
            }
          : link,
      ),
    };
    for (const template of [DEFAULT_TEMPLATE, own])
      expect(await read(tables(template), template)).toEqual({
        ok: true,
        template,
        exportedFrom: template.name,
      });
  });

  it('sent back unchanged confirms nothing either when the fields came back from the database in another order', async () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, one]) => [key, reversed(one)]),
      );
    };
    const stored = reversed(DEFAULT_TEMPLATE) as LinkTemplate;
    expect(await read(tables(stored), stored)).toMatchObject({ ok: true, template: DEFAULT_TEMPLATE });
  });

  it('brings every fact that was edited, and no other', async () => {
    const result = await read(
      edit([
        [11, '承诺时限', '5个工作日'],
        [11, '法定时限', '15日'],
        [11, '指定单位', '住建局'],
        [11, '联络人', '张三'],
        [11, '紧前', '4、10建议'],
        [11, '默认涉及', '否'],
        [12, '阶段', '施工'],
        [12, '已确认', '是'],
        [12, '别名', '报装；供电'],
        [2, '涉及判断', null],
      ]),
    );
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const [before, after] = [DEFAULT_TEMPLATE, result.template].map(
      ({ links }) => new Map(links.map((link) => [link.no, link])),
    );
    expect(after?.get(11)).toEqual({
      ...before?.get(11),
      promised: { n: 5, unit: 'working-days' },
      statutory: { n: 15, unit: 'days', law: before?.get(11)?.statutory?.law },
      unitId: 2,
      contactId: 7,
      confirmedOn: TODAY,
      trigger: { question: '本项目是否涉及？', concerned: false },
      dependencies: [
        { on: 'design-scheme', kind: 'legal-sequence', hard: false },
        { on: 'land-permit', kind: 'legal-sequence', hard: true },
      ],
    });
    expect(after?.get(12)).toEqual({
      ...before?.get(12),
      stage: 'construction',
      confirmedOn: TODAY,
      synonyms: ['报装', '供电'],
    });
    expect(after?.get(2)).toEqual({ ...before?.get(2), trigger: null });
    expect([...(after?.values() ?? [])].filter((link) => ![2, 11, 12].includes(link.no))).toEqual(
      DEFAULT_TEMPLATE.links.filter((link) => ![2, 11, 12].includes(link.no)),
    );
  });

  it('makes a link of a row without a code, and takes one out whose row is gone', async () => {
    const [links, materials, help] = edit([], [12]);
    if (!links || !materials || !help) throw new Error('no sheet');
    const row = links.columns.map(
      ({ title }): SheetValue =>
        ({ 编号: 23, 阶段: '竣工', 环节名称: '档案移交', 承诺时限: '3个工作日', 紧前: '21' })[title] ?? null,
    );
    const left = { ...materials, rows: materials.rows.filter(([no]) => no !== 12) };
    const result = await read([{ ...links, rows: [...links.rows, row] }, left, help]);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(result.template.links.map(({ no }) => no)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23,
    ]);
    expect(result.template.links.at(-1)).toMatchObject({
      code: 'own-1',
      stage: 'acceptance',
      dependencies: [{ on: 'joint-acceptance', kind: 'legal-sequence', hard: true }],
    });
  });

  it('follows a link that was given another number', async () => {
    const result = await read(
      edit([
        [12, '编号', 30],
        [18, '紧前', '6、7、8、9建议、11、13、14、15、16建议、17、30'],
      ]).map((table) =>
        table.name === '材料'
          ? { ...table, rows: table.rows.map((row) => (row[0] === 12 ? [30, ...row.slice(1)] : row)) }
          : table,
      ),
    );
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(result.template.links.at(-1)).toMatchObject({ code: 'utilities', no: 30 });
    expect(result.template.links.find(({ no }) => no === 18)?.dependencies.at(-1)).toMatchObject({
      on: 'utilities',
      hard: true,
    });
  });

  it.each<[string, Parameters<typeof edit>[0], number[], string]>([
    [
      'a duration of no days',
      [[11, '承诺时限', '0个工作日']],
      [],
      '环节!K13 时限不能是 0，当天办结的写“即办”',
    ],
    ['a bare number', [[11, '承诺时限', 5]], [], '环节!K13 没看懂“5”'],
    ['no promise', [[11, '承诺时限', null]], [], '环节!K13 承诺时限没有写'],
    ['predecessors in a circle', [[10, '紧前', '11']], [], '环节!O12 这几个环节会互相等：第10环节、第11环节'],
    ['a circle through 施工', [[18, '紧前', '19']], [], '会互相等'],
    ['itself as predecessor', [[10, '紧前', '10']], [], '环节!O12 没有这个紧前环节：“10”'],
    ['a predecessor there is not', [[10, '紧前', '4、99']], [], '环节!O12 没有这个紧前环节：“99”'],
    ['two of one number', [[12, '编号', 11]], [], '环节!A14 编号 11 重复'],
    ['no number', [[12, '编号', '十二点五']], [], '环节!A14 编号要写'],
    ['a predecessor that is gone', [], [12, 10], '环节!O12 没有这个紧前环节：“10”'],
    ['a node that is gone', [], [22], '环节 少了第22环节'],
    [
      'a stage there is not',
      [[11, '阶段', '审批']],
      [],
      '环节!B13 没有阶段“审批”，请写：立项、规划、施工、竣工',
    ],
    ['a unit there is not', [[11, '指定单位', '城管局']], [], '环节!H13 单位名单里没有“城管局”'],
    ['a person there is not', [[11, '联络人', '李四']], [], '环节!I13 没有叫“李四”的人'],
    ['another code', [[11, '代码（勿改）', 'x']], [], '环节!V13 代码“x”不是导出时的'],
    ['a code twice', [[11, '代码（勿改）', 'filing']], [], '环节!V13 这一行的代码和上面的相同'],
    ['no name', [[11, '环节名称', null]], [], '环节!C13 名称请写'],
    ['another grade', [[11, '等级', '甲']], [], '环节!T13 等级请写 A、B 或 C'],
    ['perhaps', [[11, '已确认', '也许']], [], '环节!U13 请写“是”或“否”'],
    ['a text too long', [[11, '费用', '费'.repeat(501)]], [], '环节!P13 不超过 500 个字'],
  ])('refuses %s and names the cell', async (_what, changes, gone, problem) => {
    const found = await problems(changes, gone);
    expect(found.join('\n')).toContain(problem);
  });

  it('names everything that is wrong at once', async () => {
    const found = await problems([
      [3, '承诺时限', '0日'],
      [4, '紧前', '77'],
      [5, '阶段', 'x'],
    ]);
    expect(found.map((line) => line.split(' ')[0])).toEqual(['环节!K5', '环节!B7', '环节!O6']);
  });

  it('refuses materials of no link, without name, twice, or made by themselves', async () => {
    const [links, materials, help] = tables();
    if (!links || !materials || !help) throw new Error('no sheet');
    const added: SheetValue[][] = [
      [99, '', '甲', '是', null],
      [1, '', null, '是', null],
      [1, '', '项目总投资额', '否', null],
      [1, '', '乙', '或许', 1],
    ];
    const result = await read([links, { ...materials, rows: [...materials.rows, ...added] }, help]);
    const from = materials.rows.length + 2;
    expect(result.ok ? [] : result.problems.map(({ at }) => at)).toEqual([
      `材料!A${from}`,
      `材料!C${from + 1}`,
      `材料!C${from + 2}`,
      `材料!D${from + 3}`,
      `材料!E${from + 3}`,
    ]);
  });

  it('is not taken for one when it is another', async () => {
    const other: SheetTable = { name: '台账', columns: [{ title: '事项', width: 9 }], rows: [['甲']] };
    expect(await read([other])).toMatchObject({
      ok: false,
      problems: [{ text: expect.stringContaining('没有“环节”工作表') }],
    });
    expect(await read([{ ...other, name: '环节' }])).toMatchObject({
      problems: [{ text: '“环节”工作表缺“编号”这一列。' }],
    });
  });

  it('keeps what it has no column for', async () => {
    const [links] = tables();
    if (!links) throw new Error('no sheet');
    const kept = ['编号', '环节名称', '承诺时限'].map((title) =>
      links.columns.findIndex((column) => column.title === title),
    );
    const slim: SheetTable = {
      name: '环节',
      columns: kept.flatMap((at) => links.columns[at] ?? []),
      rows: links.rows.map((row) => kept.map((at) => row[at] ?? null)),
    };
    expect(await read([slim])).toMatchObject({ ok: true, template: DEFAULT_TEMPLATE });
  });

  it('never throws and never lets a broken template through, whatever stands in a cell', async () => {
    const titles = tables()[0]?.columns.map(({ title }) => title) ?? [];
    const anything = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.integer(),
      fc.constantFrom('0日', '22', '1、2、3', '即办', null, true),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 22 }), fc.constantFrom(...titles), anything), {
          maxLength: 4,
        }),
        async (changes) => {
          const texts = changes.map(
            ([no, title, value]) =>
              [no, title, typeof value === 'number' && title !== '编号' ? String(value) : value] as const,
          );
          const result = await read(edit(texts.map(([no, title, value]) => [no, title, value])));
          if (!result.ok) {
            expect(result.problems.length).toBeGreaterThan(0);
            return;
          }
          const again = await read(tables(result.template), result.template);
          expect(again).toMatchObject({ ok: true, template: result.template });
        },
      ),
      { numRuns: 40 },
    );
  });
});
