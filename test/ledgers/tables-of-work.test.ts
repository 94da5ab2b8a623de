/** Lists of work as offices lay them out: levels of tasks, forms above tables, marks with a legend, two deadlines. */
import { describe, expect, it } from 'vitest';
import type { ItemRow, LedgerDay, LedgerReading } from '../../src/domain/ledger/model.ts';
import { readLedger } from '../../src/domain/ledger/read.ts';
import { LEDGER_LIMITS, readSpreadsheet } from '../../src/files/spreadsheet.ts';
import { type SheetSpec, xlsx } from './build.ts';

const _ = null;

async function read(rows: SheetSpec['rows'], more: Partial<SheetSpec> = {}): Promise<LedgerReading> {
  const file = await readSpreadsheet(await xlsx([{ name: 'Sheet1', rows, ...more }]), LEDGER_LIMITS);
  if (!file.ok) throw new Error(file.problem);
  const fileName = '台账.xlsx';
  return readLedger(file.sheets, {
    today: '2026-11-28',
    timeZone: 'Asia/Shanghai',
    fileName,
    splitCells: true,
  });
}

const itemsOf = ({ tables }: LedgerReading): ItemRow[] =>
  tables.flatMap(({ problems, tasks }) => [...problems, ...tasks]);
const dayIn = (day: LedgerDay) => (day.kind === 'day' || day.kind === 'month' ? day.day : day.kind);
const unreadOf = ({ tables }: LedgerReading) =>
  tables.flatMap(({ unread }) => unread.map(({ at, why }) => `${at.address} ${why}`));

describe('levels of tasks', () => {
  const header = ['编号', '一级任务', '二级任务', '三级任务（具体事项）', '牵头单位', '完成时限'];

  it('are one item a row: the deepest, in the groups above it, merged down or not', async () => {
    const reading = await read(
      [
        header,
        ['1.1', '一、工业', '（一）投产', '一期投产', '经信局', '12月10日'],
        ['1.2', _, _, '二期封顶', '住建局', '12月20日'],
        ['2.1', '二、城建', '（二）道路', '打通断头路', '住建局', '12月30日'],
      ],
      { merges: ['B2:B3', 'C2:C3'] },
    );
    expect(itemsOf(reading).map(({ title, module, units }) => [title, module, units.lead])).toEqual([
      ['一期投产', '一、工业 / （一）投产', '经信局'],
      ['二期封顶', '一、工业 / （一）投产', '住建局'],
      ['打通断头路', '二、城建 / （二）道路', '住建局'],
    ]);
  });

  it('left blank below are the deepest one that is filled', async () => {
    const reading = await read([
      header,
      ['1.1', '一、工业', '（一）投产', '一期投产', '经信局', '12月10日'],
      ['1.2', '一、工业', '开展要素调度', _, '发改局', '12月20日'],
    ]);
    expect(itemsOf(reading).map(({ title }) => title)).toEqual(['一期投产', '开展要素调度']);
    expect(unreadOf(reading)).toEqual([]);
  });
});

describe('a table of visits', () => {
  it('with a column of projects is of problems, and who it was handed to answers', async () => {
    const reading = await read([
      ['序号', '走访日期', '走访企业', '在建项目', '企业反映的问题及建议', '交办单位', '计划办结时间'],
      [1, '11月3日上午', '美利信公司', '美利信压铸基地', '扩建用地未摘牌', '自然资源局', '12月31日'],
      [2, '11月4日', '隆中纸业', '/', '取水许可延续未办', '水利局', '11月30日'],
    ]);
    expect(reading.tables[0]?.kinds).toContain('problems');
    expect(
      itemsOf(reading).map((row) => [
        row.title,
        row.project,
        row.units.lead,
        dayIn(row.raisedOn),
        dayIn(row.deadline),
      ]),
    ).toEqual([
      ['扩建用地未摘牌', '美利信压铸基地', '自然资源局', '2026-11-03', '2026-12-31'],
      ['取水许可延续未办', '', '水利局', '2026-11-04', '2026-11-30'],
    ]);
  });

  it('lists problems, units, people, days and states in parallel: each part has its own', async () => {
    const reading = await read([
      ['序号', '项目', '存在问题', '责任单位', '责任人', '完成时限', '状态'],
      [
        1,
        '楚能二期',
        '1、施工图审查超期；2、关税减免待支持。',
        '1、住建局；2、商务局（配合：海关、财政局）',
        '1、柏松；2、游佳',
        '1、12月20日；2、12月31日',
        '1、已解决；2、推进中',
      ],
      [2, '兴发', '①排水未接；②检验难约', '住建局', '柏松', '12月25日', '推进中'],
    ]);
    expect(
      itemsOf(reading).map(({ units, deadline, state }) => [
        units.lead,
        units.co,
        units.person,
        dayIn(deadline),
        state,
      ]),
    ).toEqual([
      ['住建局', [], '柏松', '2026-12-20', 'closed'],
      ['商务局', ['海关', '财政局'], '游佳', '2026-12-31', 'open'],
      ['住建局', [], '柏松', '2026-12-25', 'open'],
      ['住建局', [], '柏松', '2026-12-25', 'open'],
    ]);
  });
});

describe('a table of projects with one long column nobody knows', () => {
  it('tells it with its rows, and one that has items does not', async () => {
    const rows = [
      ['序号', '项目名称', '总投资（万元）', '现场研判'],
      [1, '兴发', 1000, '东侧两户房屋还没有签约，影响施工'],
      [2, '楚能', 2000, '外电通道跨越水源地保护区'],
    ];
    const [table] = (await read(rows)).tables;
    expect(table?.kinds).toEqual(['projects']);
    expect(table?.unplaced).toEqual({ letter: 'D', header: '现场研判', rows: 2 });
    const named = rows.map((row, at) => (at === 0 ? [...row.slice(0, 3), '存在问题'] : row));
    expect((await read(named)).tables[0]?.unplaced).toBeUndefined();
  });
});

describe('two columns of deadlines', () => {
  it('give the one it was put off to, and the first where nothing was', async () => {
    const reading = await read([
      ['序号', '督查事项', '责任单位（责任人）', '原定时限', '调整后时限'],
      [1, '渗滤液处理站建成', '生态环境局（满天明）\n高新区管委会', '2026年9月30日', '2026年12月20日'],
      [2, '拨付运转经费', '财政局（鹿鸣）\n组织部', '2026年10月底前', _],
    ]);
    expect(
      itemsOf(reading).map(({ units, deadline }) => [units.lead, units.co, units.person, dayIn(deadline)]),
    ).toEqual([
      ['生态环境局', ['高新区管委会'], '满天明', '2026-12-20'],
      ['财政局', ['组织部'], '鹿鸣', '2026-10-31'],
    ]);
  });
});

describe('two columns of deadlines however they are called', () => {
  const rows = (first: string, then: string) => [
    ['序号', '项目', '问题', '牵头单位', first, then],
    [1, '甲项目', '用地未批', '住建局', '12月3日', '12月30日'],
    [2, '甲项目', '用水未批', '住建局', '12月4日', '/'],
  ];

  it.each([
    ['完成时限', '延期后时限'],
    ['原完成时限', '现完成时限'],
    ['计划完成时间', '调整时限'],
  ])('%s and %s', async (first, then) => {
    const reading = await read(rows(first, then));
    expect(itemsOf(reading).map(({ deadline }) => dayIn(deadline))).toEqual(['2026-12-30', '2026-12-04']);
  });

  it('原定 and 调整后 under one header', async () => {
    const [header = [], ...data] = rows('完成时限', '');
    const reading = await read([header, [_, _, _, _, '原定', '调整后'], ...data], {
      merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:F1'],
    });
    expect(itemsOf(reading).map(({ deadline }) => dayIn(deadline))).toEqual(['2026-12-30', '2026-12-04']);
  });
});

describe('what is to be done', () => {
  it('is 具体任务 in the 重点工作 it stands in', async () => {
    const reading = await read([
      ['序号', '重点工作', '具体任务', '责任单位', '完成时限'],
      [1, '项目投产', '一期试生产', '经信局', '12月3日'],
    ]);
    expect(itemsOf(reading).map(({ title, module }) => [title, module])).toEqual([
      ['一期试生产', '项目投产'],
    ]);
  });

  it('is not the name of a project beside long words nobody knows', async () => {
    const reading = await read([
      ['序号', '项目', '情况研判', '牵头单位', '时限'],
      [1, '甲项目', '用地手续还需要县里协调', '住建局', '12月3日'],
      [2, '乙项目', '征拆进度慢，影响进场施工', '住建局', '12月3日'],
    ]);
    expect(itemsOf(reading).map(({ title, project }) => [title, project])).toEqual([
      ['用地手续还需要县里协调', '甲项目'],
      ['征拆进度慢，影响进场施工', '乙项目'],
    ]);
    expect(reading.tables[0]?.columns.find(({ field }) => field === 'item')?.sure).toBe(false);
  });
});

describe('a form above the table', () => {
  it.each([
    ['乙项目', '乙项目'],
    ['/', ''],
  ])(
    'and the next form further down, above the header again, names the rows below it: %s',
    async (said, is) => {
      const header = ['序号', '问题', '责任单位', '责任人', '完成时限', '是否办结'];
      const reading = await read([
        ['一企一策台账'],
        ['企业名称', '甲公司', '项目名称', '甲项目'],
        header,
        [1, '用地未批', '住建局', '张三', '12月3日', '否'],
        [],
        ['企业名称', '乙公司', '项目名称', said],
        header,
        [1, '用水未通', '水利局', '王五', '12月5日', '否'],
      ]);
      expect(itemsOf(reading).map(({ title, project }) => [title, project])).toEqual([
        ['用地未批', '甲项目'],
        ['用水未通', is],
      ]);
      expect(unreadOf(reading)).toEqual([]);
    },
  );

  it('in one merged cell names its project and nothing behind it', async () => {
    const header = ['序号', '问题', '责任单位', '完成时限'];
    const reading = await read(
      [
        ['项目名称：甲项目    包联领导：张县长'],
        header,
        [1, '用地未批', '住建局', '12月3日'],
        ['项目名称：乙项目    包联领导：李县长'],
        header,
        [1, '用水未通', '水利局', '12月5日'],
      ],
      { merges: ['A1:D1', 'A4:D4'] },
    );
    expect(itemsOf(reading).map(({ project }) => project)).toEqual(['甲项目', '乙项目']);
  });

  const header = ['序号', '企业诉求', '牵头部门', '联系人', '承诺时限', '落实', '结果'];
  const row = [1, '贷款利率高', '农业农村局', '余敏', '12月20日', '农发行已受理', '未办妥'];

  it.each([
    [['企业', '金丰米业', '项目', '/', '包联领导', '单晴'], ''],
    [['企业名称', '康盛医疗器械', '项目名称', '康盛产业园', '服务专员', '缪青 13971760077'], '康盛产业园'],
    [['企业名称', '康盛医疗器械', '法人', '缪青'], '康盛医疗器械'],
  ])('right above the header is none of it: %j', async (form, project) => {
    const reading = await read([['重点企业“一企一策”清单'], form, header, row], { name: '金丰' });
    expect(itemsOf(reading).map((one) => [one.serial, one.title, one.project, one.units.person])).toEqual([
      ['1', '贷款利率高', project, '余敏'],
    ]);
  });

  it('names the project, and 表一  工程建设类问题 below it does not', async () => {
    const questions = ['序号', '问题', '责任单位', '限期', '是否办结'];
    const reading = await read(
      [
        ['楚能公司工作表'],
        ['企业名称', '楚能公司', '项目名称', '楚能锂电池二期'],
        ['表一  工程建设类问题'],
        questions,
        [1, '桩基检测资质存疑', '住建局', '12月30日', '否'],
        ['表二  经营服务类问题'],
        questions,
        [1, '个税奖补政策不清', '税务局', '12月30日', '在办'],
      ],
      { merges: ['A3:E3', 'A6:E6'] },
    );
    expect(itemsOf(reading).map(({ project }) => project)).toEqual(['楚能锂电池二期', '楚能锂电池二期']);
  });
});

describe('states', () => {
  it('in marks are what the legend above the table says', async () => {
    const reading = await read([
      ['图例：●已完成　◐推进中　○未启动　▲滞后　　截至2026年11月20日'],
      ['序号', '任务', '牵头单位', '完成时限', '状态'],
      [1, '一期投产', '经信局', '12月1日', '●'],
      [2, '二期封顶', '住建局', '12月2日', '◐'],
      [3, '打通道路', '住建局', '12月3日', '▲'],
      [4, '编制预案', '水利局', '12月4日', '○'],
    ]);
    expect(itemsOf(reading).map(({ state }) => state)).toEqual(['closed', 'open', 'open', 'open']);
    expect(unreadOf(reading)).toEqual([]);
  });

  it('in marks above the table need no 图例 before them', async () => {
    const reading = await read([
      ['（■完成 ◆推进中 □未启动）'],
      ['序号', '任务', '牵头单位', '完成时限', '状态'],
      [1, '一期投产', '经信局', '12月1日', '■'],
      [2, '二期封顶', '住建局', '12月2日', '◆'],
    ]);
    expect(itemsOf(reading).map(({ state }) => state)).toEqual(['closed', 'open']);
  });

  it('of a list of what is over are closed, on the day it says; 解决 answers 是否解决', async () => {
    const over = await read(
      [
        ['序号', '督查事项', '责任单位', '办结时间'],
        [1, '取水口上移', '水利局', '9月26日'],
      ],
      { name: '附件1 已办结' },
    );
    expect(itemsOf(over).map((row) => [row.state, dayIn(row.closedOn), dayIn(row.deadline)])).toEqual([
      ['closed', '2026-09-26', 'none'],
    ]);
    const asked = await read([
      ['序号', '问题', '责任单位', '是否解决'],
      [1, '用气不足', '住建局', '解决'],
      [2, '电杆未迁', '供电公司', '未解决'],
    ]);
    expect(itemsOf(asked).map(({ state }) => state)).toEqual(['closed', 'open']);
  });

  it('with the day glued behind give both', async () => {
    const reading = await read([
      ['序号', '项目', '卡点', '攻坚单位', '攻破时限', '状态'],
      [1, '绕城段', '取土场手续不齐', '自然资源局', '11月22日', '已摘牌11.24'],
      [2, '绕城段', '防护涵方案未批', '交通运输局', '12月15日', '续挂'],
    ]);
    expect(itemsOf(reading).map((row) => [row.state, dayIn(row.closedOn)])).toEqual([
      ['closed', '2026-11-24'],
      ['open', 'none'],
    ]);
  });
});

describe('days told from the day of the table', () => {
  const header = ['序号', '项目', '问题', '责任单位', '完成时限', '提出日期'];
  const deadline = async (title: string, text: string, raisedOn: string | null = _) => {
    const reading = await read([[title], header, [1, '兴发', '用地未批', '住建局', text, raisedOn]]);
    return [itemsOf(reading).map((row) => dayIn(row.deadline))[0], ...unreadOf(reading)];
  };

  it.each([
    ['两周内', '2026-12-11'],
    ['本周日前', '2026-11-29'],
    ['下周五前', '2026-12-04'],
    ['下月10日前', '2026-12-10'],
    ['次月10日前', '2026-12-10'],
    ['本周内', '2026-11-29'],
    ['下周', '2026-12-06'],
    ['2027年元月15日', '2027-01-15'],
    ['2027年汛前（3月31日）', '2027-03-31'],
  ])('%s of a table of 27 November is %s', async (text, day) => {
    expect(await deadline('调度时间：2026年11月27日（星期五）', text)).toEqual([day]);
  });

  it('两周内 of a table that says only 截至 is not counted', async () => {
    expect(await deadline('截至2026年11月27日', '两周内')).toEqual(['unread', 'E3 date']);
  });

  it('本月底 of a row raised a month before the table is the later one, and is named', async () => {
    expect(await deadline('截至2026年11月25日', '本月底', '2026-10-20')).toEqual([
      '2026-11-30',
      'E3 two-meanings',
    ]);
  });

  it('stages in one cell are due with the last, and are named; stages out of order are not read', async () => {
    const staged = '10月底前完成主体，12月底前投用';
    expect(await deadline('截至2026年11月20日', staged)).toEqual(['2026-12-31', 'E3 two-meanings']);
    const back = '12月底前完成主体，10月底前投用';
    expect(await deadline('截至2026年11月20日', back)).toEqual(['unread', 'E3 date']);
  });
});

it('sums of a part of the table are no items, however they count', async () => {
  const reading = await read([
    ['序号', '项目名称', '总投资（亿元）', '开工时间', '卡点堵点', '攻坚单位', '攻破时限', '状态'],
    [1, '兴发', 11.8, '2025.2', '房屋未签约', '沙坪镇', '12月5日', '挂牌'],
    [_, '东区小计', 11.8, _, '10件', _, _, '摘牌0个'],
    [_, '合　计', 11.8, _, '12个卡点', _, _, '摘牌0个'],
    [_, _, _, _, '统计：共12个', _, _, _],
  ]);
  expect(itemsOf(reading)).toHaveLength(1);
  expect(reading.tables[0]?.projects.map(({ name }) => name)).toEqual(['兴发']);
  expect(reading.tables[0]?.skipped.map(({ why }) => why)).toEqual(['total', 'total', 'total']);
});

it('who keeps a project is not who answers for its problems', async () => {
  const reading = await read(
    [
      ['序号', '项目基本情况', _, '项目秘书', _, '问题交办', _, _, '办理情况'],
      [_, '项目名称', '业主单位', '姓名', '手机', '问题内容', '主责单位', '经办人', '最新进展'],
      [1, '楚能二期', '楚能公司', '尚丽君', '15971220931', '燃气管线需迁改', '发改局', _, '方案比选'],
    ],
    { merges: ['A1:A2', 'B1:C1', 'D1:E1', 'F1:H1'] },
  );
  const [item] = itemsOf(reading);
  expect([item?.units.lead, item?.units.person, item?.progress]).toEqual(['发改局', undefined, '方案比选']);
  expect(reading.tables[0]?.projects[0]?.secretary).toBe('尚丽君');
});
