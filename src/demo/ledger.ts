/** The ledger the demo invites to import: a table as an office keeps it, with what makes such tables hard. Names are invented. */
import { addDays, dayOf, type Instant } from '../domain/time.ts';
import { type SheetValue, writeSpreadsheet } from '../files/spreadsheet.ts';

export const SAMPLE_PATH = '/demo/ledger.xlsx';
export const SAMPLE_NAME = '样例台账.xlsx';

const COLUMNS = [
  ['序号', 6],
  ['项目名称', 26],
  ['存在的问题', 44],
  ['责任单位', 22],
  ['责任人', 12],
  ['完成时限', 16],
  ['整改措施', 30],
  ['进展情况', 28],
  ['是否销号', 10],
] as const;

/** @param now one deadline lies a month before it, one item was struck off a week before */
export function sampleLedger(now: Instant, timeZone: string): Promise<Uint8Array<ArrayBuffer>> {
  const today = dayOf(now, timeZone);
  const rows: SheetValue[][] = [
    [
      '1',
      '兴发磷石膏综合利用项目',
      '厂区东侧围墙外 3 户房屋尚未腾空',
      '自然资源局',
      '',
      addDays(today, 40),
      '逐户签订协议',
      '',
      '否',
    ],
    ['2', '兴发', '1.临时用电容量不足；2.进场道路未硬化', '供电公司、住建局', '', '10个工作日内', '', '', ''],
    ['3', '兴发', '消防水池验收未申报', '市消防支队', '', addDays(today, 25), '', '资料已备齐', '否'],
    [
      '4',
      '美利信压铸基地',
      '宿舍楼用水接入',
      '水利局',
      '',
      addDays(today, -30),
      '新建支管',
      '已开挖 200 米',
      '否',
    ],
    ['5', '美利信', '安全生产宣传教育', '应急局', '', '长期坚持', '', '', ''],
    ['6', '美利信', '排污许可变更', '环保局', '孙倩', addDays(today, -20), '', '已批复', '是'],
    ['7', '楚能锂电池二期', '110 千伏线路走廊未落实', '供电公司', '', addDays(today, 60), '', '', ''],
    ['合计', '', '7 项', '', '', '', '', '', ''],
  ];
  return writeSpreadsheet([
    {
      name: '问题台账',
      note: `重点项目存在问题整改台账（截至${today}）`,
      columns: COLUMNS.map(([title, width]) => ({ title, width })),
      rows,
    },
  ]);
}
