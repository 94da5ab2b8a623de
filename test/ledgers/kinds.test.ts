/** Kinds of ledgers that offices keep and no layout of layouts.ts shows: what is told by its place, marks, words, colours. */
import { describe, expect, it } from 'vitest';
import type { ItemRow, LedgerDay, LedgerOptions, LedgerReading } from '../../src/domain/ledger/model.ts';
import { readLedger } from '../../src/domain/ledger/read.ts';
import { LEDGER_LIMITS, readSpreadsheet } from '../../src/files/spreadsheet.ts';
import { type SheetSpec, xlsx } from './build.ts';

const _ = null;
const HEADER = ['序号', '问题', '责任单位', '完成时限', '是否销号'];
const WITH_PROJECT = ['序号', '项目', '问题', '责任单位', '完成时限', '是否销号'];

async function read(sheets: SheetSpec[], options: Partial<LedgerOptions> = {}): Promise<LedgerReading> {
  const file = await readSpreadsheet(await xlsx(sheets), LEDGER_LIMITS);
  if (!file.ok) throw new Error(file.problem);
  const base = { today: '2026-11-28', timeZone: 'Asia/Shanghai', fileName: '台账.xlsx', splitCells: true };
  return readLedger(file.sheets, { ...base, ...options });
}

const itemsOf = ({ tables }: LedgerReading): ItemRow[] =>
  tables.flatMap(({ problems, tasks }) => [...problems, ...tasks]);
const dayIn = (day: LedgerDay) => (day.kind === 'day' || day.kind === 'month' ? day.day : null);
const one = (rows: SheetSpec['rows'], more: Partial<SheetSpec> = {}): SheetSpec[] => [
  { name: 'Sheet1', rows, ...more },
];

describe('the project of rows without a column of projects', () => {
  const row = [1, '用地批复未下达', '自然资源局', '12月10日', '否'];

  it('is the name of the sheet, where sheets of one header are called after projects', async () => {
    const reading = await read([
      { name: '兴发磷化工', rows: [HEADER, row] },
      { name: '楚能二期项目', rows: [HEADER, row] },
    ]);
    expect(itemsOf(reading).map(({ project }) => project)).toEqual(['兴发磷化工', '楚能二期项目']);
    expect(reading.tables.map(({ projectByHeading }) => projectByHeading)).toEqual([
      '兴发磷化工',
      '楚能二期项目',
    ]);
  });

  it.each(['Sheet1', '问题清单', '11月', '用地类', '未销号', '远安县', '住建局', '2026年'])(
    'is not the sheet called %s',
    async (name) => {
      const reading = await read([
        { name, rows: [HEADER, row] },
        { name: '汇总', rows: [HEADER, row] },
      ]);
      expect(itemsOf(reading)[0]?.project).toBe('');
    },
  );

  it.each([
    ['兴发项目问题清单', '兴发项目'],
    ['楚能锂电池二期项目要素保障问题清单', '楚能锂电池二期项目'],
    ['兴发磷石膏综合利用项目“大干100天”攻坚任务清单', '兴发磷石膏综合利用项目'],
    ['安琪酵母扩建工程专班工作台账', '安琪酵母扩建工程'],
    ['湖北宏图包装有限公司诉求清单', '湖北宏图包装有限公司'],
    ['某县2026年重点项目问题清单', ''],
    ['2026年县级领导包保工业项目问题销号表', ''],
    ['县委县政府项目专题会交办清单', ''],
    ['第二批重大项目堵点台账', ''],
    ['全县项目建设情况周报', ''],
  ])('of the title %s is “%s”', async (title, project) => {
    expect(itemsOf(await read(one([[title], HEADER, row])))[0]?.project).toBe(project);
  });

  it('is the known one a title speaks of', async () => {
    const known = { units: new Set<string>(), people: new Set<string>(), projects: new Set(['兴发']) };
    const reading = await read(one([['兴发问题清单'], HEADER, row]), { known });
    expect(itemsOf(reading)[0]?.project).toBe('兴发');
  });

  it('is the heading it stands under, merged or not, counted or not', async () => {
    const reading = await read(
      one(
        [
          ['重点项目问题清单'],
          HEADER,
          ['一、兴发磷石膏综合利用项目（1件）'],
          row,
          ['（二）楚能二期项目（牵头：住建局）'],
          row,
          ['邦普电池回收'],
          row,
          ['三峡光伏组件项目问题清单'],
          HEADER,
          row,
        ],
        { merges: ['A3:E3', 'A7:E7'] },
      ),
    );
    expect(itemsOf(reading).map(({ project }) => project)).toEqual([
      '兴发磷石膏综合利用项目',
      '楚能二期项目',
      '邦普电池回收',
      '三峡光伏组件项目',
    ]);
  });

  it('is none under headings of categories, and such headings with sums are no projects', async () => {
    const reading = await read(
      one(
        [
          ['序号', '项目名称', '建设单位', '总投资', '存在问题'],
          [_, '一、工业项目', _, 3000, _],
          [1, '兴发项目', '兴发集团', 1000, '用地未批'],
          [2, '楚能项目', '楚能新能源', 2000, '用电不足'],
          ['（二）续建项目（1个）'],
          [1, '邦普项目', '邦普循环', 500, '无'],
        ],
        { merges: ['A5:E5'] },
      ),
    );
    expect(reading.tables[0]?.projects.map(({ name }) => name)).toEqual(['兴发项目', '楚能项目', '邦普项目']);
    expect(itemsOf(reading).map(({ project, module }) => [project, module])).toEqual([
      ['兴发项目', '一、工业项目'],
      ['楚能项目', '一、工业项目'],
    ]);
  });
});

describe('whether an item is over', () => {
  const states = async (...texts: string[]) => {
    const rows = texts.map((text, at) => [at + 1, '兴发', `问题${at + 1}描述`, '住建局', '12月10日', text]);
    const reading = await read(one([WITH_PROJECT, ...rows]));
    return itemsOf(reading).map(({ state }) => state);
  };

  it.each([
    '√',
    '是',
    '已办结',
    '结',
    '已销',
    '核销',
    '✔️',
    '☑',
    '■',
    '是（11月3日）',
    '是，已于11月3日销号',
    '撤诉办结',
    '是（企业已签字）',
    '同意销号',
    '是☑ 否□',
    '☑已销号 □未销号',
    '已疏通',
  ])('%s: it is', async (text) => expect(await states(text)).toEqual(['closed']));
  it.each([
    '×',
    '否',
    '未结',
    '未销',
    '□',
    '☐',
    '否，正在推进',
    '部分销号',
    '拟销号',
    '正在报批',
    '是□ 否☑',
    '未',
    '在办',
    '待核验',
  ])('%s: it is not', async (text) => expect(await states(text)).toEqual(['open']));
  it.each(['★', '部分', '是，还差验收', '已整改（3处中的1处）', '○'])('%s: nobody can tell', async (text) =>
    expect(await states(text)).toEqual(['unknown']),
  );

  it('an empty circle is open beside full ones or ticks, and what a note says beside crosses', async () => {
    expect(await states('●', '○', 'O')).toEqual(['closed', 'open', 'open']);
    expect(await states('√', '〇', '△')).toEqual(['closed', 'open', 'open']);
    expect(await states('√', '×', '○')).toEqual(['closed', 'open', 'unknown']);
    const rows = ['√', '×', '○'].map((text, at) => [at, '兴发', `问题${at}`, '住建局', _, text]);
    const note = ['注：“√”表示已销号，“○”表示正在办理，“×”表示未启动'];
    const reading = await read(one([WITH_PROJECT, ...rows, note], { merges: ['A5:F5'] }));
    expect(itemsOf(reading).map(({ state }) => state)).toEqual(['closed', 'open', 'open']);
  });

  it('is said by the heading, the title or the sheet, for rows that do not say it themselves', async () => {
    const header = ['序号', '项目', '问题', '责任单位', '完成时限'];
    const row = [1, '兴发', '道路开口未批', '交通运输局', '10月1日'];
    const headed = await read(
      one([['问题清单'], header, ['一、未销号问题（1件）'], row, ['二、已销号问题'], row], {
        merges: ['A3:E3', 'A5:E5'],
      }),
    );
    expect(itemsOf(headed).map(({ state }) => state)).toEqual(['open', 'closed']);
    expect(headed.tables[0]?.closedByHeading).toBe('二、已销号问题');
    const sheets = await read([
      { name: '已销号', rows: [header, row] },
      { name: '未销号', rows: [header, row] },
    ]);
    expect(itemsOf(sheets).map(({ state }) => state)).toEqual(['closed', 'open']);
    // What is over had its day behind it.
    expect(itemsOf(sheets).map(({ deadline }) => dayIn(deadline))).toEqual(['2026-10-01', '2027-10-01']);
    const titled = await read(one([['11月份已办结销号问题清单'], header, row]));
    expect(itemsOf(titled)[0]?.state).toBe('closed');
  });

  const progress = async (text: string, state?: string) => {
    const header = ['序号', '项目', '问题', '责任单位', '进展', ...(state === undefined ? [] : ['是否销号'])];
    const [item] = itemsOf(
      await read(one([header, [1, '兴发', '道路开口未批', '交通运输局', text, state ?? _]])),
    );
    return [item?.state, item && dayIn(item.closedOn)];
  };

  it.each([
    ['11月3日已完成', '2026-11-03'],
    ['已于10月20日办结', '2026-10-20'],
    ['10月8日现场对接。\n10月20日办结销号', '2026-10-20'],
    ['加压泵已投用，问题已解决', null],
    ['管道已改线回填，企业书面确认，办结', null],
    ['已销号', null],
  ])('where no column asks, progress that ends “%s” says it is', async (text, day) => {
    expect(await progress(text)).toEqual(['closed', day]);
  });
  it.each([
    '11月5日，已报省厅',
    '已完成80%',
    '10月20日已完成方案编制，正在报批',
    '土建已完成，电缆未敷设',
    '已完成现场核查，待省局批复',
    '预计11月30日完成',
    '问题一已解决，剩余两项正在办理',
  ])('“%s” does not', async (text) => {
    expect((await progress(text))[0]).toBe('unknown');
  });
  it('100% does, and the cell is named', async () => {
    const rows = [
      [1, '用水', '住建局', 80, 100, '已通水'],
      [2, '用电', '供电公司', 50, 60, '架线'],
    ];
    const header = ['序号', '问题', '责任单位', '上周进度%', '本周进度%', '本周进展'];
    const reading = await read(one([header, ...rows]));
    expect(itemsOf(reading).map(({ state, progress: said }) => [state, said])).toEqual([
      ['closed', '已通水'],
      ['unknown', '架线'],
    ]);
    expect(reading.tables[0]?.unread).toMatchObject([{ at: { address: 'E2' }, takenAs: 'closed' }]);
  });
  it('a column that asks and is blank leaves it open, and the cell that says otherwise is named', async () => {
    expect(await progress('11月3日已完成', '')).toEqual(['unknown', null]);
    expect(await progress('11月3日已完成', '否')).toEqual(['open', null]);
    expect(await progress('11月3日已完成', '是')).toEqual(['closed', '2026-11-03']);
  });
});

it('rows told apart by colour or struck through are named, zebra stripes and said states are not', async () => {
  const { writeXlsx } = await import('hucre');
  const fill = (rgb: string) => ({ fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb } } }) as const;
  const GREEN = fill('92D050');
  const STRUCK = { font: { strikethrough: true } };
  const readStyled = async (header: string[], styles: (object | undefined)[], more: string[] = []) => {
    const rows = [
      header,
      ...styles.map((__, at) => [`${at + 1}`, `问题${at + 1}描述`, '住建局', more[at] ?? '']),
    ];
    const cells = new Map(
      styles.flatMap((style, at) =>
        style ? [0, 1, 2].map((c) => [`${at + 1},${c}`, { style }] as const) : [],
      ),
    );
    const bytes = await writeXlsx({ sheets: [{ name: 'S', rows, cells }] });
    const file = await readSpreadsheet(new Uint8Array(bytes), LEDGER_LIMITS);
    if (!file.ok) throw new Error(file.problem);
    const [table] = readLedger(file.sheets, { today: '2026-11-28', timeZone: 'UTC', fileName: '' }).tables;
    return [table?.coloured.map(({ address }) => address), table?.struck.map(({ address }) => address)];
  };
  const header = ['序号', '问题', '责任单位', '备注'];
  expect(await readStyled(header, [GREEN, undefined, STRUCK, GREEN])).toEqual([['B2', 'B5'], ['B4']]);
  expect(await readStyled(header, [GREEN, GREEN, GREEN])).toEqual([[], []]);
  expect(await readStyled(header, [GREEN, undefined, GREEN, undefined, GREEN])).toEqual([[], []]);
  const asked = ['序号', '问题', '责任单位', '是否销号'];
  expect(await readStyled(asked, [GREEN, undefined, STRUCK], ['是', '否', '已销号'])).toEqual([[], []]);
});

describe('what is to come is not done', () => {
  const links = ({ tables }: LedgerReading) =>
    tables.flatMap((table) => table.links.map(({ project, no, value }) => [project, no, value.kind]));

  it('procedures under a plan are kept and not done', async () => {
    const reading = await read(
      one(
        [
          ['序号', '项目名称', '手续办理计划', _, '手续办理情况', _],
          [_, _, '立项', '环评', '立项', '环评'],
          [1, '兴发项目', '2026-10-01', '√', '√', '办理中'],
        ],
        { merges: ['C1:D1', 'E1:F1', 'A1:A2', 'B1:B2'] },
      ),
    );
    expect(links(reading)).toEqual([
      ['兴发项目', 1, 'done'],
      ['兴发项目', 7, 'open'],
    ]);
    expect(reading.tables[0]?.projects[0]?.extras.map(({ header, text }) => [header, text])).toEqual([
      ['手续办理计划/立项', '2026-10-01'],
      ['手续办理计划/环评', '√'],
    ]);
  });

  it('columns of one procedure are one, its plan is none, and what contradicts itself is named', async () => {
    const reading = await read(
      one(
        [
          ['序号', '项目名称', '立项', _, _, '环评', _],
          [_, _, '计划完成时间', '是否完成', '完成时间', '办理情况', '文号'],
          [1, '兴发项目', '2026-09-01', '√', '2026-10-03', '办理中', _],
          [2, '楚能项目', '2026-09-01', '否', '2026-10-03', '已批复', '宜环审〔2026〕12号'],
        ],
        { merges: ['C1:E1', 'F1:G1', 'A1:A2', 'B1:B2'] },
      ),
    );
    expect(links(reading)).toEqual([
      ['兴发项目', 1, 'done'],
      ['兴发项目', 7, 'open'],
      ['楚能项目', 1, 'open'],
      ['楚能项目', 7, 'done'],
    ]);
    expect(reading.tables[0]?.links[0]?.value).toMatchObject({ day: '2026-10-03' });
    expect(reading.tables[0]?.unread).toMatchObject([{ at: { address: 'D4' }, why: 'two-meanings' }]);
  });

  it('rows of 计划 above rows of 实际 are kept and not done', async () => {
    const reading = await read(
      one(
        [
          ['序号', '项目名称', '类别', '立项', '环评'],
          [1, '兴发项目', '计划', '2026-03-01', '√'],
          [_, _, '实际', '2026-03-05', '办理中'],
        ],
        { merges: ['A2:A3', 'B2:B3'] },
      ),
    );
    expect(links(reading)).toEqual([
      ['兴发项目', 1, 'done'],
      ['兴发项目', 7, 'open'],
    ]);
  });

  it('amounts of one month, of a plan and since the start are not what was done this year', async () => {
    const reading = await read(
      one([
        ['2026年重点项目'],
        [
          '项目名称',
          '年度计划投资',
          '11月计划完成投资',
          '11月完成投资',
          '1-11月累计完成投资',
          '截至2025年底累计完成投资',
          '开工以来累计完成投资',
          '2027年计划完成投资',
        ],
        ['兴发项目', 500, 50, 40, 400, 380, 780, 100],
      ]),
    );
    const said = reading.tables[0]?.investments.map(({ year, planned, actual }) => [
      year,
      planned?.amount,
      actual?.amount,
    ]);
    expect(said).toEqual([
      [2026, 500, 400],
      [2027, 100, undefined],
    ]);
  });
});

describe('money in 亿元', () => {
  const header = ['序号', '项目名称', '总投资', '年度计划投资'];
  const row = [1, '兴发项目', 12.5, '3.2'];
  it.each<[string, SheetSpec['rows'], string[]?]>([
    ['above the table', [['重点项目表'], ['单位：亿元'], header, row]],
    ['behind the title', [['重点项目表（亿元）'], header, row]],
    ['with other measures', [['重点项目表（单位：亿元、亩）'], header, row]],
    ['right of the title', [['重点项目表', _, _, '（金额单位:亿元）'], header, row]],
    ['in the header', [['序号', '项目名称', '总投资（亿元）', '年度计划投资\n（亿元）'], row]],
    ['behind a slash or a colon', [['序号', '项目名称', '总投资/亿元', '年度计划投资：亿元'], row]],
    [
      'in the group',
      [['序号', '项目名称', '投资情况（亿元）', _], [_, _, '总投资', '年度计划投资'], row],
      ['C1:D1'],
    ],
    ['in the cell', [header, [1, '兴发项目', '12.5亿元', '约3.2亿']]],
  ])('%s is money in 万元 with us', async (_where, rows, merges = []) => {
    const { tables } = await read(one(rows, { merges }));
    expect(tables[0]?.projects[0]?.investTotal?.amount).toBe(125_000);
    expect(tables[0]?.investments[0]?.planned?.amount).toBe(32_000);
  });
});

describe('sheets that are no ledgers', () => {
  const ledger = { name: '台账', rows: [WITH_PROJECT, [1, '兴发', '用地未批', '住建局', '12月1日', '否']] };
  const whyOf = async (sheet: SheetSpec) =>
    (await read([sheet, ledger])).left.find((left) => left.sheet === sheet.name)?.why;

  it('a table that lies on its side, or a form of one matter, is left and told', async () => {
    const labels = ['项目名称', '存在问题', '责任单位', '完成时限', '是否销号'];
    const sideways = {
      name: '横表',
      rows: [['问题台账'], ['序号', 1, 2], ...labels.map((label) => [label, '甲', '乙'])],
    };
    expect(await whyOf(sideways)).toBe('sideways');
    expect(await whyOf({ name: '问题卡', rows: labels.map((label) => [label, '内容']) })).toBe('sideways');
  });

  it('instructions and examples are left, and rows of examples are skipped', async () => {
    const rows = [
      ['项目', '说明'],
      ['总投资', '填万元'],
      ['问题', '一行一个'],
    ];
    expect(await whyOf({ name: '填报说明', rows })).toBe('instructions');
    expect(await whyOf({ ...ledger, name: '示例' })).toBe('instructions');
    const sampled = await read(
      one([
        WITH_PROJECT,
        ['例', '某项目', '某问题', '住建局', _, '否'],
        [1, '兴发', '用地未批', '住建局', _, '否'],
      ]),
    );
    expect(itemsOf(sampled)).toHaveLength(1);
    expect(sampled.tables[0]?.skipped).toMatchObject([{ why: 'sample' }]);
  });

  it('a legend of colours and a sum of the table are no items', async () => {
    const rows = [
      ['方向', '编号', '攻坚任务', '牵头单位', '完成时限'],
      ['征拆', '1-1', '完成27户腾退', '白螺镇政府', '9月30日前'],
      ['图例', _, '绿色：已销号', '红色：滞后', _],
      [_, '本表小计：1项', _, _, '其中办结0项'],
    ];
    expect(itemsOf(await read(one(rows)))).toHaveLength(1);
  });
});

describe('a ledger without the columns one expects', () => {
  it('gives the longest words as the matter, to be looked at', async () => {
    const reading = await read(
      one([
        ['序号', '欠款单位（责任单位）', '拖欠款项', '金额', '约定清偿时限', '是否销号'],
        [1, '住建局', '2021年城区雨污分流工程款', 386, '2026年6月30日', '已清零'],
        [2, '教育局', '2022年教辅教材款尚未结清', 58, '12月底前', '未销'],
      ]),
    );
    expect(itemsOf(reading).map(({ title }) => title)).toEqual([
      '2021年城区雨污分流工程款',
      '2022年教辅教材款尚未结清',
    ]);
    expect(reading.tables[0]?.columns.find(({ field }) => field === 'item')).toMatchObject({
      letter: 'C',
      sure: false,
    });
  });

  it.each([
    ['用地批复未下达，需自然资源局12月10日前解决', '自然资源局', '2026-12-10'],
    ['用地批复未下达，请自然资源局于12月底前批复', '自然资源局', '2026-12-31'],
    ['道路开口未批（交通运输局，12月5日前）', '交通运输局', '2026-12-05'],
    ['原定11月20日前完成的桩基尚未完成', undefined, null],
    ['请住建局12月1日前、供电公司12月5日前分别完成', undefined, null],
    ['12月10日停电', undefined, null],
  ])('reads of “%s” who is asked and by when', async (text, unit, day) => {
    const reading = await read(
      one([['兴发项目周报'], ['序号', '本周进展', '存在问题及建议'], [1, '桩基完成', text]]),
    );
    const [item] = itemsOf(reading);
    expect([item?.units.lead, item && dayIn(item.deadline)]).toEqual([unit, day]);
    expect(reading.tables[0]?.daysInText).toHaveLength(day === null ? 0 : 1);
  });

  it('a deadline and a state merged down count for the first row and are named', async () => {
    const reading = await read(
      one(
        [WITH_PROJECT, [1, '兴发', '问题一描述', '住建局', '12月10日', '是'], [2, _, '问题二描述', _, _, _]],
        { merges: ['B2:B3', 'D2:D3', 'E2:E3', 'F2:F3'] },
      ),
    );
    expect(
      itemsOf(reading).map(({ project, units, deadline, state }) => [
        project,
        units.lead,
        dayIn(deadline),
        state,
      ]),
    ).toEqual([
      ['兴发', '住建局', '2026-12-10', 'closed'],
      ['兴发', '住建局', null, 'unknown'],
    ]);
    expect(reading.tables[0]?.unread.map(({ at, takenAs }) => [at.address, takenAs])).toEqual([
      ['E2', 'first-row'],
      ['F2', 'first-row'],
    ]);
  });

  it('who guarantees a project stands right of its problems and is of the project', async () => {
    const reading = await read(
      one([
        [
          '序号',
          '项目名称',
          '总投资（万元）',
          '建设内容',
          '存在问题',
          '责任单位',
          '完成时限',
          '包保领导',
          '包保单位',
        ],
        [1, '兴发', 1000, '磷酸', '用地未批', '自然资源局', '12月10日', '张建国', '经信局'],
        [2, '楚能', 2000, '电池', '无', _, _, '李强', '发改局'],
      ]),
    );
    const { projects, unread } = reading.tables[0]!;
    expect(projects.map(({ units }) => [units.lead, units.leader])).toEqual([
      ['经信局', '张建国'],
      ['发改局', '李强'],
    ]);
    expect(itemsOf(reading)[0]?.units).toMatchObject({ lead: '自然资源局', leader: '张建国' });
    expect(unread).toEqual([]);
  });
});

describe('a unit with its person in one cell', () => {
  it.each([
    '住建局 张三',
    '张三 住建局',
    '住建局/张三',
    '张三/住建局',
    '住建局（张三）',
    '张三（住建局）',
    '张三（住建局局长）',
    '住建局：张三',
    '住建局张三',
    '住建局张三13812345678',
    '住建局-张三',
    '住建局——张三',
    '住建局 局长张三',
    '住建局局长张三',
    '住建局党组书记、局长 张三',
    '住建局\n张 三',
    '住建局;张三',
    '责任单位：住建局 责任人：张三',
  ])('%s', async (text) => {
    const header = ['序号', '项目', '问题', '责任单位及责任人'];
    const known = { units: new Set(['住建局']), people: new Set<string>() };
    for (const options of [{}, { known }]) {
      const [item] = itemsOf(await read(one([header, [1, '兴发', '用地未批', text]]), options));
      expect([item?.units.lead, item?.units.co, item?.units.person]).toEqual(['住建局', [], '张三']);
    }
  });

  it('of several each keeps its own, and parts of a unit are no people', async () => {
    const header = ['序号', '项目', '问题', '责任单位及责任人'];
    const of = async (text: string) =>
      itemsOf(await read(one([header, [1, '兴发', '用地未批', text]])))[0]?.units;
    expect(await of('住建局张三、自然资源局李四')).toMatchObject({
      lead: '住建局',
      co: ['自然资源局'],
      person: '张三',
    });
    expect(await of('张三（住建局）、李四（自然资源局）')).toMatchObject({
      lead: '住建局',
      co: ['自然资源局'],
    });
    expect(await of('公安局交警大队')).toMatchObject({ lead: '公安局交警大队' });
    expect(await of('住建局房管科')).toMatchObject({ lead: '住建局房管科' });
    expect(await of('农商行')).toMatchObject({ lead: '农商行' });
  });
});

describe('days', () => {
  const deadline = async (text: string) => {
    const header = ['序号', '项目', '问题', '责任单位', '完成时限', '交办日期'];
    const reading = await read(one([header, [1, '兴发', '用地未批', '住建局', text, '2026-11-19']]));
    return itemsOf(reading).map(({ deadline: said }) => dayIn(said) ?? said.kind)[0];
  };
  it.each([
    ['2026年11月15日（延期至12月15日）', '2026-12-15'],
    ['11月20日(已延至2027年1月10日)', '2027-01-10'],
    ['汛期前（2027年4月底）', '2027-04-30'],
    ['10日内', '2026-11-29'],
    ['10日前', '2026-12-10'],
    ['即办', 'on-the-spot'],
  ])('%s is %s', async (text, day) => expect(await deadline(text)).toBe(day));
});
