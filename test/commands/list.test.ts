import { describe, expect, test } from 'vitest';
import { OPEN_STATUSES } from '../../src/domain/issue.ts';
import { periodAt } from '../../src/language/lexicon/periods.ts';
import { callOf, inGroup, ME, PROJECTS, say, titleOf, UNITS } from './place.ts';

const open = [...OPEN_STATUSES];
const thisWeek = { dueFrom: '2026-11-16', dueTo: '2026-11-22' };

describe('清单', () => {
  test.each<[string, object, string]>([
    ['清单', { statuses: open }, '未销号'],
    ['清单。', { statuses: open }, '未销号'],
    ['列表', { statuses: open }, '未销号'],
    ['清单 住建局 红', { unitIds: [UNITS.housing], colors: ['red'] }, '住建 · 红色'],
    ['清单 红 住建局', { unitIds: [UNITS.housing], colors: ['red'] }, '住建 · 红色'],
    ['清单住建局红', { unitIds: [UNITS.housing], colors: ['red'] }, '住建 · 红色'],
    ['清单：住建局，红', { unitIds: [UNITS.housing], colors: ['red'] }, '住建 · 红色'],
    [
      '清单 住建局、供电公司 逾期',
      { unitIds: [UNITS.housing, UNITS.power], overdue: true },
      '住建、供电公司 · 逾期',
    ],
    [
      '清单 兴发 待核验 本周',
      { projectIds: [PROJECTS.xingfa], statuses: ['verifying'], ...thisWeek },
      '兴发 · 本周到期 · 待核验',
    ],
    [
      '清单 本周 待核验 兴发',
      { projectIds: [PROJECTS.xingfa], statuses: ['verifying'], ...thisWeek },
      '兴发 · 本周到期 · 待核验',
    ],
    ['清单 待转办', { statuses: ['unrouted'] }, '待转办'],
    ['清单 待签收', { statuses: ['unsigned'] }, '待签收'],
    ['清单 办理中', { statuses: ['working'] }, '办理中'],
    ['清单 挂账', { statuses: ['paused'] }, '已挂账'],
    ['清单 作废', { statuses: ['void'] }, '已作废'],
    ['清单 已销号', { statuses: ['closed'] }, '已销号'],
    [
      '清单 已销号 本月',
      { statuses: ['closed'], closedFrom: '2026-11-01', closedTo: '2026-11-30' },
      '本月办结',
    ],
    ['清单 红 黄', { colors: ['red', 'yellow'] }, '红色、黄色'],
    ['清单 蓝', { colors: ['blue'] }, '蓝色'],
    ['清单 逾期 今天', { overdue: true, dueFrom: '2026-11-18', dueTo: '2026-11-18' }, '今天到期 · 逾期'],
    ['清单 上周', { loggedFrom: '2026-11-09', loggedTo: '2026-11-15' }, '上周登记'],
    ['清单 本季度', { loggedFrom: '2026-10-01', loggedTo: '2026-12-31' }, '本季度登记'],
    [
      '清单 今年 住建局',
      { unitIds: [UNITS.housing], loggedFrom: '2026-01-01', loggedTo: '2026-12-31' },
      '住建 · 今年登记',
    ],
    ['清单 全部', {}, '全部'],
    ['清单 我的 红', { personId: ME, colors: ['red'] }, '我负责 · 红色'],
    [
      '清单 兴发集团',
      { projectIds: [PROJECTS.xingfa, PROJECTS.silicon], statuses: open },
      '兴发、有机硅 · 未销号',
    ],
    ['问题清单 资规局', { unitIds: [UNITS.land], statuses: open }, '资规局 · 未销号'],
  ])('%j', (text, filter, title) => {
    expect(say(text)).toEqual({ kind: 'call', call: { name: 'list', filter } });
    expect(titleOf(filter)).toBe(title);
  });

  test('a dot inside a name is part of it', () => {
    expect(callOf('list', say('清单 阿依古丽·买买提'))).toMatchObject({ personHeard: '阿依古丽·买买提' });
  });

  test('a person by mention or by name is left to the handler', () => {
    expect(callOf('list', say('清单 @张三 逾期'))).toMatchObject({
      personOpenId: 'ou_张三',
      filter: { overdue: true },
    });
    expect(callOf('list', say('清单 张三 红'))).toMatchObject({
      personHeard: '张三',
      filter: { colors: ['red'] },
    });
  });

  test("in a group the group's projects are meant", () => {
    expect(callOf('list', say('清单 红', { context: inGroup })).filter).toEqual({
      projectIds: [PROJECTS.xingfa],
      colors: ['red'],
    });
  });

  test('what is not understood is asked back', () => {
    expect(say('清单 看不懂的东西 红')).toMatchObject({ kind: 'misuse', misuse: { word: '清单' } });
    expect(say(`清单 ${'红'.repeat(200)}`)).toMatchObject({ kind: 'misuse' });
    expect(say('清单子发我').kind).toBe('unknown');
  });
});

describe('我的 and 搜', () => {
  test.each(['我的', '我的问题', '我的待办', '我的事项', '我的清单', '我的。', '待办', '请看 我的'])(
    '%j is my list',
    (text) => {
      expect(say(text)).toEqual({ kind: 'call', call: { name: 'mine' } });
    },
  );
  test.each([
    ['搜 磷石膏', '磷石膏'],
    ['搜磷石膏', '磷石膏'],
    ['搜索 磷石膏 仓库', '磷石膏 仓库'],
    ['查找：磷石膏', '磷石膏'],
    ['查 磷石膏', '磷石膏'],
    ['搜「磷石膏」', '磷石膏'],
  ])('%j', (text, words) => {
    expect(say(text)).toEqual({ kind: 'call', call: { name: 'search', words } });
  });
  test('搜 needs a word; 搜狗 is none', () => {
    expect(say('搜')).toMatchObject({ kind: 'misuse', misuse: { word: '搜' } });
    expect(say('搜狗输入法').kind).toBe('unknown');
  });
});

describe('periods', () => {
  test.each([
    ['今天', '2026-11-18', '2026-11-18'],
    ['明天', '2026-11-19', '2026-11-19'],
    ['大后天', '2026-11-21', '2026-11-21'],
    ['昨天', '2026-11-17', '2026-11-17'],
    ['这个星期', '2026-11-16', '2026-11-22'],
    ['上个礼拜', '2026-11-09', '2026-11-15'],
    ['本月', '2026-11-01', '2026-11-30'],
    ['下个月', '2026-12-01', '2026-12-31'],
    ['上季度', '2026-07-01', '2026-09-30'],
    ['下季度', '2027-01-01', '2027-03-31'],
    ['去年', '2025-01-01', '2025-12-31'],
    ['最近30天', '2026-10-20', '2026-11-18'],
    ['近三个月', '2026-08-19', '2026-11-18'],
    ['未来两周', '2026-11-18', '2026-12-02'],
  ])('%s is %s to %s', (name, from, until) => {
    expect(periodAt(name, 0, '2026-11-18')).toMatchObject({ length: name.length, period: { from, until } });
  });
  test('a month ends on its last day', () => {
    expect(periodAt('下月', 0, '2027-01-31')?.period).toMatchObject({
      from: '2027-02-01',
      until: '2027-02-28',
    });
    expect(periodAt('上月', 0, '2028-03-31')?.period).toMatchObject({
      from: '2028-02-01',
      until: '2028-02-29',
    });
  });
  test('a weekday is not the whole week', () => {
    expect(periodAt('下周三', 0, '2026-11-18')?.period).toMatchObject({
      from: '2026-11-25',
      until: '2026-11-25',
    });
    expect(periodAt('下月10号', 0, '2026-11-18')).toBeUndefined();
  });
});
