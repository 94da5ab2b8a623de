import { describe, expect, test } from 'vitest';
import { OPEN_STATUSES } from '../../src/domain/issue.ts';
import { actor, callOf, inGroup, inPrivate, ME, PROJECTS, reply, say, UNITS } from './place.ts';

const open = [...OPEN_STATUSES];
const thisWeek = { dueFrom: '2026-11-16', dueTo: '2026-11-22' };
const nextWeek = { dueFrom: '2026-11-23', dueTo: '2026-11-29' };
const { xingfa, silicon, meilixin } = PROJECTS;

describe('plain questions become filters', () => {
  test.each<[string, object, string?]>([
    ['红色的有几个', { colors: ['red'] }, '红色'],
    ['红色的有几个？', { colors: ['red'] }],
    ['红的有多少', { colors: ['red'] }],
    ['有几个红灯', { colors: ['red'] }],
    ['现在红灯有多少个？', { colors: ['red'] }],
    ['请问红色的问题有哪些', { colors: ['red'] }],
    ['帮我看看红色的', { colors: ['red'] }],
    ['红色的列一下', { colors: ['red'] }],
    ['全市红色的有几个', { colors: ['red'] }],
    ['黄色和红色的各有多少', { colors: ['yellow', 'red'] }],
    ['红黄灯各有多少', { colors: ['red', 'yellow'] }],
    ['环保局黄灯', { unitIds: [UNITS.environment], colors: ['yellow'] }],
    ['兴发有几个黄的', { projectIds: [xingfa], colors: ['yellow'] }, '兴发 · 黄色'],
    ['住建局红的有哪些', { unitIds: [UNITS.housing], colors: ['red'] }],
    ['高新区有几个红的', { projectIds: [xingfa, meilixin, silicon, PROJECTS.twelve], colors: ['red'] }],
    ['自然资源局有哪些逾期', { unitIds: [UNITS.land], overdue: true }, '自然资源局 · 逾期'],
    ['住建局逾期的有几件', { unitIds: [UNITS.housing], overdue: true }],
    ['有没有逾期的', { overdue: true }],
    ['逾期的', { overdue: true }],
    ['逾期', { overdue: true }],
    ['逾期问题清单', { overdue: true }],
    ['兴发集团有几个逾期', { projectIds: [xingfa, silicon], overdue: true }],
    ['有没有快到期的', { colors: ['blue'] }],
    ['临期的有哪些', { colors: ['blue'] }],
    ['待签收的有哪些', { statuses: ['unsigned'] }],
    ['待签收', { statuses: ['unsigned'] }],
    ['哪些没签收', { statuses: ['unsigned'] }, '待签收'],
    ['没人签收的', { statuses: ['unsigned'] }],
    ['没转办的有几个', { statuses: ['unrouted'] }],
    ['要核验的有哪些', { statuses: ['verifying'] }],
    ['等我核验的', { statuses: ['verifying'] }],
    ['等我签收的有哪些', { statuses: ['unsigned'], unitIds: [UNITS.housing, UNITS.water] }],
    ['挂账的有几个', { statuses: ['paused'] }],
    ['上会的有哪些', { onAgenda: true, statuses: open }],
    ['住建局还有几个没办', { unitIds: [UNITS.housing], statuses: open }, '住建局 · 未销号'],
    ['还有几个问题没解决', { statuses: open }],
    ['总共有多少问题', { statuses: open }],
    ['兴发还有多少没销号', { projectIds: [xingfa], statuses: open }],
    ['兴发有哪些问题', { projectIds: [xingfa], statuses: open }],
    ['美利信有什么问题', { projectIds: [meilixin], statuses: open }],
    ['本周到期的', { statuses: open, ...thisWeek }, '本周到期'],
    ['这周到期的有几个', { statuses: open, ...thisWeek }],
    ['这周要办结的有哪些', { statuses: open, ...thisWeek }],
    ['兴发本周到期的有哪些', { projectIds: [xingfa], statuses: open, ...thisWeek }],
    ['下周到期的有哪些', { statuses: open, ...nextWeek }],
    ['下个星期到期的', { statuses: open, ...nextWeek }],
    ['今天要办的', { statuses: open, dueFrom: '2026-11-18', dueTo: '2026-11-18' }],
    ['明天到期的问题', { statuses: open, dueFrom: '2026-11-19', dueTo: '2026-11-19' }],
    ['未来3天到期的有哪些', { statuses: open, dueFrom: '2026-11-18', dueTo: '2026-11-21' }],
    ['谁拖得最久', { statuses: open, sort: 'longest' }, '用时最长'],
    ['哪个单位拖得最久', { statuses: open, sort: 'longest' }],
    ['拖得最久的是谁', { statuses: open, sort: 'longest' }],
    ['逾期最久的是哪个', { overdue: true, sort: 'longest' }],
    [
      '供电公司这个月办结了多少',
      { unitIds: [UNITS.power], statuses: ['closed'], closedFrom: '2026-11-01', closedTo: '2026-11-30' },
      '供电公司 · 本月办结',
    ],
    ['上周销号了几个', { statuses: ['closed'], closedFrom: '2026-11-09', closedTo: '2026-11-15' }],
    [
      '兴发上个月办结了几件',
      { projectIds: [xingfa], statuses: ['closed'], closedFrom: '2026-10-01', closedTo: '2026-10-31' },
    ],
    ['本季度办结了多少', { statuses: ['closed'], closedFrom: '2026-10-01', closedTo: '2026-12-31' }],
    ['今年一共办结多少', { statuses: ['closed'], closedFrom: '2026-01-01', closedTo: '2026-12-31' }],
    ['今天登记了几个', { loggedFrom: '2026-11-18', loggedTo: '2026-11-18' }],
    ['本周新增了哪些', { loggedFrom: '2026-11-16', loggedTo: '2026-11-22' }, '本周登记'],
    ['昨天上报的有哪些', { loggedFrom: '2026-11-17', loggedTo: '2026-11-17' }],
    ['近7天登记的有多少', { loggedFrom: '2026-11-12', loggedTo: '2026-11-18' }],
    ['最近三天新增多少', { loggedFrom: '2026-11-16', loggedTo: '2026-11-18' }],
    ['我还有几个没办', { personId: ME, statuses: open }, '我的 · 未销号'],
    ['我的红色有哪些', { personId: ME, colors: ['red'] }],
    ['我的 逾期', { personId: ME, overdue: true }],
    ['住建局怎么样', { unitIds: [UNITS.housing], statuses: open }],
    ['查 红色的有几个', { colors: ['red'] }],
    ['查一下本周到期的', { statuses: open, ...thisWeek }],
  ])('%j', (text, filter, title) => {
    const call = callOf('ask', say(text));
    expect(call.filter).toEqual(filter);
    if (title !== undefined) expect(call.title).toBe(title);
  });

  test.each([
    '兴发怎么样了',
    '兴发项目进展如何',
    '兴发情况怎么样',
    '兴发现在到哪一步了',
    '兴发进度',
    '兴发',
    '兴发磷石膏综合利用怎么样',
  ])('%j is about the project as a whole', (text) => {
    expect(callOf('ask', say(text))).toMatchObject({ projectId: xingfa, filter: { projectIds: [xingfa] } });
  });

  test('a mentioned person narrows by that person', () => {
    expect(callOf('ask', say('@张三 手上还有几个没办'))).toMatchObject({
      personOpenId: 'ou_张三',
      filter: { statuses: open },
    });
  });

  test("in a group the group's projects are meant unless another is named", () => {
    const filter = (text: string) => callOf('ask', say(text, { context: inGroup })).filter;
    expect(filter('红色的有几个')).toEqual({ projectIds: [xingfa], colors: ['red'] });
    expect(filter('自然资源局有哪些逾期')).toEqual({
      projectIds: [xingfa],
      unitIds: [UNITS.land],
      overdue: true,
    });
    expect(filter('美利信红的有几个')).toEqual({ projectIds: [meilixin], colors: ['red'] });
    expect(callOf('ask', say('这个项目怎么样了', { context: inGroup })).projectId).toBe(xingfa);
    expect(say('这个项目怎么样了').kind).toBe('unknown');
  });

  test('on a Sunday this week still ends that Sunday', () => {
    const sunday = { ...inPrivate, now: inPrivate.now + 4 * 86_400_000 };
    expect(callOf('ask', say('本周到期的', { context: sunday })).filter).toMatchObject(thisWeek);
    expect(callOf('ask', say('下周到期的', { context: sunday })).filter).toMatchObject(nextWeek);
  });

  test('who signs for no unit is not shown the whole county as waiting for a signature', () => {
    const alone = {
      ...inPrivate,
      actor: { ...actor, person: { ...actor.person, unitId: null }, signsFor: [] },
    };
    expect(callOf('ask', say('等我签收的', { context: alone })).filter).toEqual({
      statuses: ['unsigned'],
      personId: ME,
    });
  });
});

describe('everyday talk is no question', () => {
  test.each([
    '大家好',
    '收到谢谢',
    '收到，谢谢大家',
    '明天开会',
    '红色的旗子挂好了',
    '今天天气不错',
    '好的',
    '谢谢',
    '辛苦了',
    '我的想法是先开个会',
    '我的手机没电了',
    '项目很重要',
    '项目部今天聚餐',
    '单位今天停电',
    '明天去兴发现场',
    '兴发的老总来了',
    '住建局的人到了',
    '红灯停绿灯行',
    '今天解决了',
    '本周完成',
    '谁去开会',
    '有几个人来',
    '恢复得不错',
    '帮助大家',
    '设置好了吗',
    '历史上最大的项目',
    '周五下班前给我',
    '黄总来了',
    '蓝天保卫战',
    '这个群太吵了',
    '本群禁止闲聊',
    '看好你',
    '问一下几点开会',
    '清单子发我',
    '重启电脑',
    '为什么呢',
    '今天有空吗',
    '昨天的会开了多久',
    '兴发那边下雨了',
    '住建局解决了',
    '没有',
    '在吗',
    '？',
    '😀',
    '',
    '   ',
    '@张三 来一下',
    '什么情况',
    '怎么样',
    '多少钱',
    '哪个',
    '今天',
    '的',
  ])('%j', (text) => {
    const match = say(text);
    expect(match.kind).toBe('unknown');
    expect(match.kind === 'unknown' && new Set(match.nearest).size).toBe(2);
  });

  test('the nearest commands help', () => {
    const nearest = (text: string) => {
      const match = say(text);
      return match.kind === 'unknown' ? match.nearest : [];
    };
    expect(nearest('鉴收 #12')).toContain('签收');
    expect(nearest('签受 #12')).toContain('签收');
    expect(nearest('报告领导')).toContain('报');
    expect(nearest('办结率是多少')).toContain('清单');
    expect(nearest('日报')).toEqual(['清单', '项目']);
    expect(nearest('导航图')).toContain('项目');
    expect(nearest('导入')).toContain('报');
    expect(nearest('让住建局周三前拿方案')).toEqual(['报', '转办']);
    expect(nearest('#12 已经弄完了')).toContain('办结');
    const talk = reply('晚点再说');
    expect(talk.kind === 'unknown' && talk.nearest).toEqual(['进展', '办结']);
  });
});
