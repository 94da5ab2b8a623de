/** Plain questions with what each means, as data: shapes of sentences, with the words that can stand in them. */

import { OPEN_STATUSES } from '../../src/domain/issue.ts';
import type { IssueFilter } from '../../src/domain/issue-filter.ts';
import type { Reading } from '../../src/domain/reading.ts';
import { CATEGORIES, PROJECTS, UNITS, ZONE } from './place.ts';

const open = [...OPEN_STATUSES];
type Words<T> = readonly (readonly [string, T])[];

const WHO: Words<IssueFilter> = [
  ['住建局', { unitIds: [UNITS.housing] }],
  ['环保局', { unitIds: [UNITS.environment] }],
  ['供电公司', { unitIds: [UNITS.power] }],
  ['兴发', { projectIds: [PROJECTS.xingfa] }],
  ['美利信', { projectIds: [PROJECTS.meilixin] }],
  ['高新区', { areaIds: [ZONE] }],
];
const STATE: Words<IssueFilter> = [
  ['红', { colors: ['red'] }],
  ['逾期', { overdue: true }],
  ['没人签收', { statuses: ['unsigned'] }],
  ['挂着', { statuses: ['paused'] }],
  ['没办完', { statuses: open }],
];
const DAYS: Words<readonly [string, string]> = [
  ['今天', ['2026-11-18', '2026-11-18']],
  ['昨天', ['2026-11-17', '2026-11-17']],
  ['本周', ['2026-11-16', '2026-11-22']],
  ['上周', ['2026-11-09', '2026-11-15']],
  ['本月', ['2026-11-01', '2026-11-30']],
  ['上个月', ['2026-10-01', '2026-10-31']],
  ['本季度', ['2026-10-01', '2026-12-31']],
  ['三季度', ['2026-07-01', '2026-09-30']],
  ['今年', ['2026-01-01', '2026-12-31']],
  ['去年', ['2025-01-01', '2025-12-31']],
  ['最近三天', ['2026-11-16', '2026-11-18']],
  ['10月份', ['2026-10-01', '2026-10-31']],
  ['国庆以来', ['2026-10-01', '2026-11-18']],
  ['周一到现在', ['2026-11-16', '2026-11-18']],
  ['10月1日到8日', ['2026-10-01', '2026-10-08']],
  ['上半年', ['2026-01-01', '2026-06-30']],
];
const ABOUT: Words<IssueFilter> = [
  ['用电', { categoryIds: [CATEGORIES.power] }],
  ['征地', { categoryIds: [CATEGORIES.land] }],
];

export interface Asked {
  said: string;
  reading: Partial<Reading>;
}

const each = <T>(
  words: Words<T>,
  shapes: readonly string[],
  reading: (meant: T) => Partial<Reading>,
): Asked[] =>
  shapes.flatMap((shape) =>
    words.map(([word, meant]) => ({ said: shape.replace('…', word), reading: reading(meant) })),
  );

const logged = ([loggedFrom, loggedTo]: readonly [string, string]): IssueFilter => ({ loggedFrom, loggedTo });
const closed = ([closedFrom, closedTo]: readonly [string, string]): IssueFilter => ({
  statuses: ['closed'],
  closedFrom,
  closedTo,
});

export const QUESTIONS: readonly Asked[] = [
  ...each(
    WHO,
    ['…红的有几个', '请问…现在红灯有多少', '嗯那个…红的有几件啊', '帮我看一下…亮红灯的有多少个'],
    (who) => ({
      measure: 'count',
      filter: { ...who, colors: ['red'] },
    }),
  ),
  ...each(WHO, ['…有哪些逾期', '列一下…超期的', '…拖着没办的有哪些'], (who) => ({
    measure: 'list',
    filter: { ...who, overdue: true },
  })),
  ...each(WHO, ['…办结率是多少', '…的销号率怎么样'], (filter) => ({
    measure: 'rate',
    rate: 'closed',
    filter,
  })),
  ...each(WHO, ['…按时率多少', '…按期办结率是多少'], (who) => ({
    measure: 'rate',
    rate: 'on-time',
    filter: { ...who, statuses: ['closed'] },
  })),
  ...each(WHO, ['…平均几天办完', '…办结平均用时多少'], (who) => ({
    measure: 'duration',
    duration: 'average',
    filter: { ...who, statuses: ['closed'] },
  })),
  ...each(WHO, ['…拖得最久的是哪件', '…最慢的是哪个'], (who) => ({
    measure: 'slowest',
    filter: { ...who, overdue: true, sort: 'overdue' },
  })),
  ...each(WHO, ['…本月比上月多了几件', '…新增的比上个月多多少'], (who) => ({
    measure: 'trend',
    filter: { ...who, ...logged(['2026-11-01', '2026-11-30']) },
    compared: { from: '2026-10-01', to: '2026-10-31' },
  })),
  ...each(WHO, ['…红灯占比', '…红灯占多少'], (who) => ({
    measure: 'rate',
    rate: 'share',
    filter: { ...who, colors: ['red'] },
  })),
  ...each(WHO, ['…为什么红'], (who) => ({ measure: 'why', filter: { ...who, colors: ['red'] } })),
  ...each(STATE, ['…的有几个', '…的一共有多少件', '现在…的问题有多少'], (filter) => ({
    measure: 'count',
    filter,
  })),
  ...each(STATE, ['各单位…的有几件', '按单位看…的有几个'], (filter) => ({
    measure: 'count',
    by: 'unit',
    filter,
  })),
  ...each(STATE, ['分项目…的有几件'], (filter) => ({ measure: 'count', by: 'project', filter })),
  ...each(STATE, ['各乡镇…的有几件'], (filter) => ({ measure: 'count', by: 'area', filter })),
  ...each(DAYS, ['…新增了多少', '…登记了几件', '…报了几个问题'], (days) => ({
    measure: 'count',
    filter: logged(days),
  })),
  ...each(DAYS, ['…解决了几个', '…办结了多少', '…一共销号多少件'], (days) => ({
    measure: 'count',
    filter: closed(days),
  })),
  ...each(DAYS, ['…的按时率'], (days) => ({ measure: 'rate', rate: 'on-time', filter: closed(days) })),
  ...each(DAYS, ['…办结率多少'], (days) => ({ measure: 'rate', rate: 'closed', filter: logged(days) })),
  ...each(DAYS, ['…满意率是多少'], (days) => ({ measure: 'rate', rate: 'satisfied', filter: closed(days) })),
  ...each(ABOUT, ['…的有几件', '…的问题有多少'], (filter) => ({
    measure: 'count',
    filter: { ...filter, statuses: open },
  })),
  ...each(ABOUT, ['…逾期的有哪些'], (filter) => ({ measure: 'list', filter: { ...filter, overdue: true } })),
  ...each(
    [
      ['围墙', '围墙'],
      ['道路硬化', '道路硬化'],
      ['用电', '用电'],
    ],
    ['…的事办到哪了', '…那个事怎么样了'],
    (search) => ({ measure: 'progress', filter: { search, statuses: open } }),
  ),
  ...each([['围墙', '围墙']], ['关于…的有几个', '有关…的问题有几件'], (search) => ({
    measure: 'count',
    filter: { search, statuses: open },
  })),
  {
    said: '美利信那个用电的事办到哪了',
    reading: {
      measure: 'progress',
      filter: { projectIds: [PROJECTS.meilixin], search: '用电', statuses: open },
    },
  },
  { said: '征地找谁', reading: { measure: 'who', categoryId: CATEGORIES.land } },
  { said: '用电的问题找谁', reading: { measure: 'who', categoryId: CATEGORIES.power } },
  { said: '住建局谁负责', reading: { measure: 'who', filter: { unitIds: [UNITS.housing] } } },
  {
    said: '兴发什么时候能开工',
    reading: { measure: 'forecast', projectId: PROJECTS.xingfa, nodes: ['start'] },
  },
  {
    said: '美利信离投产还有几天',
    reading: { measure: 'forecast', projectId: PROJECTS.meilixin, nodes: ['production'] },
  },
  { said: '兴发来得及吗', reading: { measure: 'forecast', projectId: PROJECTS.xingfa } },
  {
    said: '发我住建局的台账',
    reading: { measure: 'file', filter: { unitIds: [UNITS.housing], statuses: open } },
  },
  { said: '哪个单位按时率最低', reading: { measure: 'rate', rate: 'on-time', by: 'unit', most: 'low' } },
  { said: '哪个单位办得最快', reading: { measure: 'duration', by: 'unit', most: 'low' } },
  { said: '逾期率是多少', reading: { measure: 'rate', rate: 'share', filter: { overdue: true } } },
  {
    said: '10月比9月多几件',
    reading: {
      measure: 'trend',
      filter: logged(['2026-10-01', '2026-10-31']),
      compared: { from: '2026-09-01', to: '2026-09-30' },
    },
  },
  {
    said: '供电公司和住建局各有几件',
    reading: { by: 'unit', filter: { unitIds: [UNITS.power, UNITS.housing], statuses: open } },
  },
  { said: '逾期的都列出来我看看', reading: { measure: 'list', filter: { overdue: true } } },
];
