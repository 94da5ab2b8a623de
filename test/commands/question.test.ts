import { describe, expect, test } from 'vitest';
import { createDirectory } from '../../src/domain/directory.ts';
import { OPEN_STATUSES } from '../../src/domain/issue.ts';
import type { ReadContext } from '../../src/language/definition.ts';
import { demoDirectory, toLeader } from './demo-place.ts';
import {
  actor,
  callOf,
  DATA,
  inGroup,
  inPrivate,
  ME,
  PROJECTS,
  reply,
  say,
  titleOf,
  UNITS,
  ZONE,
} from './place.ts';
import { QUESTIONS } from './questions.ts';
import { BLIND } from './questions-blind.ts';
import { FOURTH, FOURTH_OF_THEIR_KIND } from './questions-fourth.ts';
import { OF_THEIR_KIND, SECOND } from './questions-second.ts';
import { THIRD, THIRD_OF_THEIR_KIND } from './questions-third.ts';
import { readingLine } from './reading-line.ts';

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
    ['高新区有几个红的', { areaIds: [ZONE], colors: ['red'] }, '高新区 · 红色'],
    ['自然资源局有哪些逾期', { unitIds: [UNITS.land], overdue: true }, '资规局 · 逾期'],
    ['住建局逾期的有几件', { unitIds: [UNITS.housing], overdue: true }],
    ['逾期的环节有几个', { kinds: ['link'], overdue: true }, '环节 · 逾期'],
    [
      '兴发还有几个容缺没办',
      { kinds: ['deferral'], projectIds: [xingfa], statuses: open },
      '容缺 · 兴发 · 未销号',
    ],
    ['红的环节和容缺有哪些', { kinds: ['link', 'deferral'], colors: ['red'] }],
    ['有没有逾期的', { overdue: true }],
    ['逾期的', { overdue: true }],
    ['逾期', { overdue: true }],
    ['逾期问题清单', { overdue: true }],
    ['除了住建局逾期的有几件', { exceptUnitIds: [UNITS.housing], overdue: true }, '不算住建 · 逾期'],
    ['兴发集团有几个逾期', { projectIds: [xingfa, silicon], overdue: true }],
    ['有没有快到期的', { colors: ['blue'] }],
    ['临期的有哪些', { colors: ['blue'] }],
    ['待签收的有哪些', { statuses: ['unsigned'] }],
    ['待签收', { statuses: ['unsigned'] }],
    ['哪些没签收', { statuses: ['unsigned'] }, '待签收'],
    ['没人签收的', { statuses: ['unsigned'] }],
    ['没转办的有几个', { statuses: ['unrouted'] }],
    ['要核验的有哪些', { statuses: ['verifying'] }],
    ['我的待签收有哪些', { statuses: ['unsigned'], unitIds: [UNITS.housing, UNITS.water] }],
    ['挂账的有几个', { statuses: ['paused'] }],
    ['上会的有哪些', { onAgenda: true, statuses: open }],
    ['住建局还有几个没办', { unitIds: [UNITS.housing], statuses: open }, '住建 · 未销号'],
    ['还有几个问题没解决', { statuses: open }],
    ['总共有多少问题', { statuses: open }],
    ['兴发还有多少没销号', { projectIds: [xingfa], statuses: open }],
    ['兴发有哪些问题', { projectIds: [xingfa], statuses: open }],
    ['美利信有什么问题', { projectIds: [meilixin], statuses: open }],
    ['本周到期的', { statuses: open, ...thisWeek }, '本周到期 · 未销号'],
    ['这周到期的有几个', { statuses: open, ...thisWeek }],
    ['这周要办结的有哪些', { statuses: open, ...thisWeek }],
    ['兴发本周到期的有哪些', { projectIds: [xingfa], statuses: open, ...thisWeek }],
    ['下周到期的有哪些', { statuses: open, ...nextWeek }],
    ['下个星期到期的', { statuses: open, ...nextWeek }],
    ['今天要办的', { statuses: open, dueFrom: '2026-11-18', dueTo: '2026-11-18' }],
    ['明天到期的问题', { statuses: open, dueFrom: '2026-11-19', dueTo: '2026-11-19' }],
    ['未来3天到期的有哪些', { statuses: open, dueFrom: '2026-11-18', dueTo: '2026-11-21' }],
    ['谁拖得最久', { overdue: true, sort: 'overdue' }, '逾期最久'],
    ['拖得最久的是谁', { overdue: true, sort: 'overdue' }],
    ['谁最慢', { overdue: true }],
    ['逾期最久的是哪个', { overdue: true, sort: 'overdue' }, '逾期最久'],
    ['拖得最久的是哪件', { overdue: true, sort: 'overdue' }],
    ['哪件事拖得最长', { overdue: true, sort: 'overdue' }],
    ['待签收的拖得最久的是哪件', { statuses: ['unsigned'], overdue: true, sort: 'overdue' }],
    ['住建局红色的哪件最久', { unitIds: [UNITS.housing], colors: ['red'], sort: 'overdue' }],
    ['登记最久的是哪件', { statuses: open, sort: 'longest' }, '未销号 · 登记最久'],
    ['最老的问题是哪个', { statuses: open, sort: 'longest' }],
    ['最新的问题有哪些', { statuses: open, sort: 'newest' }, '未销号 · 最新登记'],
    ['住建局最近怎么样', { unitIds: [UNITS.housing], statuses: open }],
    ['在办的有几件', { statuses: open }, '未销号'],
    ['企业提了多少问题', { source: 'enterprise' }, '企业登记 · 全部'],
    ['企业反映的问题有多少', { source: 'enterprise' }],
    ['企业上周上报了几件', { source: 'enterprise', loggedFrom: '2026-11-09', loggedTo: '2026-11-15' }],
    [
      '兴发企业提出的红色问题有几个',
      { projectIds: [xingfa], source: 'enterprise', colors: ['red'] },
      '兴发 · 企业登记 · 红色',
    ],
    ['我登记的有几件', { reporterId: ME }, '我登记 · 全部'],
    ['我局还有几个没办', { unitIds: [UNITS.housing], statuses: open }],
    ['住建局协办的有哪些', { unitIds: [UNITS.housing], unitRole: 'helping', statuses: open }],
    ['延期的有哪些', { extension: 'any', statuses: open }, '未销号 · 延过期或延期待批'],
    ['申请延期的有几件', { extension: 'asked', statuses: open }],
    ['没人接的', { statuses: ['unsigned'] }],
    ['没人接的有哪些', { statuses: ['unsigned'] }],
    ['没转出去的有几个', { statuses: ['unrouted'] }],
    ['拖了的有哪些', { overdue: true }],
    ['没逾期的有几个', { colors: ['blue', 'green'] }, '蓝色、正常'],
    ['亮灯的有几个', { colors: ['blue', 'yellow', 'red'] }],
    ['逾期和临期的有几个', { colors: ['red', 'yellow', 'blue'] }],
    ['逾期的红灯有几个', { colors: ['red'] }],
    ['红色的有幾個', { colors: ['red'] }],
    ['興發還有幾件沒辦完', { projectIds: [xingfa], statuses: open }],
    ['環保局為什麼紅', { unitIds: [UNITS.environment], colors: ['red'] }],
    ['住建局为什么红', { unitIds: [UNITS.housing], colors: ['red'] }],
    ['住建有哪些逾期', { unitIds: [UNITS.housing], overdue: true }],
    ['资规有哪些逾期', { unitIds: [UNITS.land], overdue: true }],
    ['有机硅有问题吗', { projectIds: [silicon], statuses: open }],
    ['远安县自然资源局有几个逾期', { unitIds: [UNITS.otherLand], overdue: true }],
    ['高新区住建局有几个逾期', { areaIds: [ZONE], unitIds: [UNITS.housing], overdue: true }],
    [
      '10月份办结了几件',
      { statuses: ['closed'], closedFrom: '2026-10-01', closedTo: '2026-10-31' },
      '上月办结',
    ],
    ['九月办结了几件', { statuses: ['closed'], closedFrom: '2026-09-01', closedTo: '2026-09-30' }, '9月办结'],
    ['去年12月新增多少', { loggedFrom: '2025-12-01', loggedTo: '2025-12-31' }, '2025年12月登记'],
    [
      '1月到期的有哪些',
      { statuses: open, dueFrom: '2027-01-01', dueTo: '2027-01-31' },
      '2027年1月到期 · 未销号',
    ],
    [
      '12月3日到期的有几件',
      { statuses: open, dueFrom: '2026-12-03', dueTo: '2026-12-03' },
      '12月3日到期 · 未销号',
    ],
    ['本周和下周到期的有几件', { statuses: open, dueFrom: '2026-11-16', dueTo: '2026-11-29' }],
    ['上周登记的办结了几件', { statuses: ['closed'], loggedFrom: '2026-11-09', loggedTo: '2026-11-15' }],
    ['本周到期的办结了几件', { statuses: ['closed'], ...thisWeek }, '本周到期 · 已销号'],
    ['办结的和没办结的一共多少问题', { statuses: [...open, 'closed'] }, '未销号、已销号'],
    ['全部问题有多少', {}, '全部'],
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
    ['我还有几个没办', { personId: ME, statuses: open }, '我负责 · 未销号'],
    ['我的红色有哪些', { personId: ME, colors: ['red'] }],
    ['我的 逾期', { personId: ME, overdue: true }],
    ['住建局怎么样', { unitIds: [UNITS.housing], statuses: open }],
    ['查 红色的有几个', { colors: ['red'] }],
    ['查一下本周到期的', { statuses: open, ...thisWeek }],
  ])('%j', (text, filter, title) => {
    const call = callOf('ask', say(text));
    expect(call.filter).toEqual(filter);
    if (title !== undefined) expect(titleOf(call.filter)).toBe(title);
  });

  test.each([
    '兴发怎么样了',
    '兴发项目进展如何',
    '兴发情况怎么样',
    '兴发现在到哪一步了',
    '兴发进度',
    '兴发',
    '兴发磷石膏综合利用怎么样',
    '兴发什么时候开工',
    '兴发离投产还有多少天',
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

  test.each<[string, object]>([
    ['哪个单位最慢', { by: 'unit', most: 'overdue', filter: { overdue: true } }],
    ['哪个单位拖得最久', { by: 'unit', most: 'longest', filter: { overdue: true } }],
    ['哪个单位拖得最多', { by: 'unit', most: 'overdue', filter: { overdue: true } }],
    ['逾期最多的是哪个单位', { by: 'unit', most: 'overdue', filter: { overdue: true } }],
    ['哪个单位逾期最多', { by: 'unit', most: 'overdue', filter: { overdue: true } }],
    ['哪个单位红灯最多', { by: 'unit', most: 'count', filter: { colors: ['red'] } }],
    ['哪个单位问题最多', { by: 'unit', most: 'count', filter: { statuses: open } }],
    ['哪个项目拖得最久', { by: 'project', most: 'longest', filter: { overdue: true } }],
    ['哪些项目有红灯', { by: 'project', filter: { colors: ['red'] } }],
    ['有几个单位逾期', { by: 'unit', filter: { overdue: true } }],
    ['各单位的情况', { by: 'unit', filter: { statuses: open } }],
    ['各单位逾期情况', { by: 'unit', filter: { overdue: true } }],
    ['按项目看红色的', { by: 'project', filter: { colors: ['red'] } }],
    ['红灯最多的单位是哪个', { by: 'unit', most: 'count', filter: { colors: ['red'] } }],
    ['问题最多的项目', { by: 'project', most: 'count', filter: { statuses: open } }],
    ['本月哪个单位办结最多', { by: 'unit', most: 'count', filter: { statuses: ['closed'] } }],
    ['兴发哪个单位逾期最多', { by: 'unit', filter: { projectIds: [xingfa], overdue: true } }],
  ])('%j tells the figures of each apart', (text, call) => {
    expect(callOf('ask', say(text))).toMatchObject(call);
  });

  test.each([
    '今天有什么要我处理的',
    '待我办的',
    '哪些在等我批',
    '等我核验的',
    '等我签收的有哪些',
    '有没有轮到我的',
    '今天我要办的事',
  ])('%j is what waits for the speaker', (text) => {
    expect(say(text)).toEqual({ kind: 'call', call: { name: 'mine' } });
  });

  test.each([
    ['红色的磷矿有几个', ['磷矿']],
    ['没有红色的有几个', ['没有']],
    ['企业有几个红灯', ['企业']],
    ['公司逾期的有几件', ['公司']],
    ['本月办结的逾期有几件', ['办结']],
    ['待核验的逾期有几件', ['待核验']],
    ['挂账的红灯有几个', ['挂账']],
    ['昨天和明天到期的有几件', ['昨天', '明天']],
    ['今年本月办结了几件', ['今年', '本月']],
    ['红色和待签收的有几个', ['和']],
    ['本群红色的有几个', ['本群']],
    ['逾期多少天的有几件', ['多少天']],
    ['到期的问题有几个', ['到期']],
  ])('%j is asked back: every word is used or named', (text, unread) => {
    const call = callOf('ask', say(text));
    expect({ filter: call.filter, unread: call.unread?.toSorted() }).toEqual({
      filter: {},
      unread: unread.toSorted(),
    });
  });

  test.each(['离投产还有多少天', '什么时候开工', '距离开工还有几天', '哪天投产', '还差几天投产'])(
    '%j is the countdown',
    (text) => {
      expect(say(text)).toEqual({ kind: 'call', call: { name: 'countdown' } });
    },
  );

  test.each(['#3 为什么还没办完', '3号为什么没办', '#3 怎么还没办完'])(
    '%j tells why of that problem',
    (text) => {
      expect(callOf('ask', say(text))).toMatchObject({ filter: { ids: [3] }, fact: 'why' });
    },
  );

  test.each(['#3 为什么红', '为什么 #3 红了', '#3 为什么逾期'])('%j explains its light', (text) => {
    expect(say(text)).toEqual({ kind: 'call', call: { name: 'explain', issueId: 3 } });
  });

  test('part of a name that several have is asked back, naming only what the asker may see', () => {
    const leader: ReadContext = {
      ...inPrivate,
      actor: { ...actor, grants: [{ personId: ME, role: 'leader', areaId: 1 }] },
    };
    const asked = callOf('ask', say('集团的红色有几个', { context: leader }));
    expect(asked.doubt).toEqual({ heard: '集团', names: ['兴发磷石膏综合利用', '有机硅新材料'] });
    const one = (text: string) => callOf('ask', say(text, { context: leader }));
    expect(one('压铸那边有几个红的').filter).toEqual({ projectIds: [meilixin], colors: ['red'] });
    expect(one('新材料怎么样了').projectId).toBe(silicon);
    const outsider = { ...inPrivate, actor: { ...actor, person: { ...actor.person, home: false } } };
    expect(callOf('ask', say('集团的红色有几个', { context: outsider })).unread).toEqual(['集团']);
    expect(callOf('ask', say('集团的红色有几个', { context: inGroup })).filter).toEqual({
      projectIds: [xingfa],
      colors: ['red'],
    });
  });

  test('who signs for no unit is not shown the whole county as waiting for a signature', () => {
    const alone = {
      ...inPrivate,
      actor: { ...actor, person: { ...actor.person, unitId: null }, signsFor: [] },
    };
    expect(callOf('ask', say('我的待签收有几件', { context: alone })).filter).toEqual({
      statuses: ['unsigned'],
      personId: ME,
    });
  });
});

describe('every question of the table is read as it is meant', () => {
  test('there are at least 300 of them, each once', () => {
    expect(new Set(QUESTIONS.map(({ said }) => said)).size).toBe(QUESTIONS.length);
    expect(QUESTIONS.length).toBeGreaterThanOrEqual(300);
  });

  test.each(QUESTIONS.map(({ said, reading }) => [said, reading] as const))('%s', (said, reading) => {
    const { filter, ...others } = reading;
    const call = callOf('ask', say(said));
    expect({ unread: call.unread, doubt: call.doubt }).toEqual({});
    expect(call).toMatchObject(others);
    if (filter) expect(call.filter).toEqual(filter);
  });
});

describe('what a measure has no use for is named', () => {
  test.each<[string, string[]]>([
    ['红灯比上周多了几个', ['红灯']],
    ['平均逾期几天办完', ['逾期', '几天办完']],
    ['本月红的办结率', ['红']],
    ['兴发开工以来提了多少问题', ['开工以来']],
    ['重大的问题有几个', ['重大']],
  ])('%s', (said, unread) => {
    expect(callOf('ask', say(said))).toMatchObject({ filter: {}, unread });
  });

  test.each([
    ['住件局红的有几个', '住件局', '住建局'],
    ['住件局紅的有幾個', '住件局', '住建局'],
    ['环包局红的有几个', '环包局', '环保局'],
    ['嗯那个英急局红的有几个', '英急局', '应急局'],
  ])('%j: a name that only sounds alike is taken, and it is said', (said, heard, name) => {
    const call = callOf('ask', say(said));
    expect(call.filter).toMatchObject({ colors: ['red'] });
    expect(call.sounded?.names).toEqual([{ heard, name }]);
  });

  test('two names that sound alike are asked about, and a real word is no slip', () => {
    const units = [
      { id: 8, areaId: 2, name: '新华街道', shortNames: [], headId: null, coordinatorId: null },
      { id: 9, areaId: 2, name: '兴华街道', shortNames: [], headId: null, coordinatorId: null },
      { id: 10, areaId: 2, name: '心化街道', shortNames: [], headId: null, coordinatorId: null },
    ];
    const context = {
      ...inPrivate,
      directory: createDirectory({ ...DATA, units: [...DATA.units, ...units] }),
    };
    const asked = callOf('ask', say('欣花街道红的有几个', { context }));
    expect(asked.doubt).toEqual({ heard: '欣花街道', names: ['新华街道', '心化街道'] });
    expect(asked.nearest).toEqual(['新华街道红的有几个', '心化街道红的有几个']);
    expect(callOf('ask', say('税务局红的有几个')).unread).toEqual(['税']);
  });

  test('a misspelt name is offered as a whole question, never used', () => {
    const call = callOf('ask', say('水雾剧红的有几个'));
    expect(call.sounded?.names).toEqual([{ heard: '水雾剧', name: '水务局' }]);
    expect(callOf('ask', say('住见区红的有几个')).nearest).toEqual([
      '住房和城乡建设局红色的有几个',
      '住房和城乡建设局没办完的有几个',
    ]);
    expect(callOf('ask', say('红色的磷矿有几个')).nearest).toEqual(['红色的有几个', '哪个单位红色的最多']);
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
    '清单子发我',
    '重启电脑',
    '为什么呢',
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
    expect(nearest('让住建局周三前拿方案')).toEqual(['报', '转办']);
    expect(nearest('#12 已经弄完了')).toContain('办结');
    const talk = reply('晚点再说');
    expect(talk.kind === 'unknown' && talk.nearest).toContain('进展');
  });
});

const leader: ReadContext = {
  ...inPrivate,
  actor: { ...actor, grants: [{ personId: ME, role: 'leader', areaId: 1 }] },
};

describe('questions written before anybody looked at the vocabulary', () => {
  test('there are at least a hundred, and at most three in a hundred were wrong at first sight', () => {
    const count = (what: string) => BLIND.filter(([, first]) => first === what).length;
    expect(new Set(BLIND.map(([said]) => said)).size).toBeGreaterThanOrEqual(100);
    expect(count('wrong') / BLIND.length).toBeLessThanOrEqual(0.03);
  });

  test.each(BLIND)('%s (%s) → %s', (said, _first, means) => {
    expect(readingLine(said, leader)).toBe(means === 'order' ? 'back' : means);
  });

  test('no more than one in nine is asked back', () => {
    const back = BLIND.filter(([, , means]) => means === 'back').length;
    expect(back / BLIND.length).toBeLessThanOrEqual(1 / 9);
  });
});

describe('the second hundred, about the demo’s zone', () => {
  test('at least 120, none of which is read as something else now; how many were is kept', () => {
    expect(new Set(SECOND.map(([said]) => said)).size).toBeGreaterThanOrEqual(120);
    expect(SECOND.filter(([, first]) => first === 'wrong')).toHaveLength(9);
    expect(new Set(OF_THEIR_KIND.map(([said]) => said)).size).toBeGreaterThanOrEqual(60);
  });

  test.each(SECOND)('%s (%s) → %s', (said, _first, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });

  test.each(OF_THEIR_KIND)('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });

  test('of several projects called alike the phase that is named is meant, and no phase of another', () => {
    const [second] = demoDirectory.data.projects.filter(({ name }) => name === '楚能锂电池二期');
    const first = { ...second!, id: 99, name: '楚能锂电池一期' };
    const directory = createDirectory({
      ...demoDirectory.data,
      projects: [...demoDirectory.data.projects, first],
    });
    const context = { ...toLeader, directory };
    const projects = (said: string) => callOf('ask', say(said, { context })).filter.projectIds;
    expect(projects('楚能一期红的有几个')).toEqual([99]);
    expect(projects('楚能二期红的有几个')).toEqual([second!.id]);
    expect(projects('楚能红的有几个')?.toSorted()).toEqual([second!.id, 99]);
    expect(readingLine('兴发二期红的有几个', context)).toBe('back');
  });
});

describe('the third hundred, of a vice mayor', () => {
  test('each is there once, and of what was read as something else at first nothing is now', () => {
    expect(new Set(THIRD.map(([said]) => said)).size).toBe(THIRD.length);
    expect(THIRD.length + THIRD_OF_THEIR_KIND.length).toBeGreaterThanOrEqual(160);
  });

  test.each(THIRD)('%s (%s) → %s', (said, _first, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });

  test.each(THIRD_OF_THEIR_KIND)('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });
});

describe('the fourth hundred, by a writer who had not seen the vocabulary', () => {
  test('each is there once', () => {
    expect(new Set(FOURTH.map(([said]) => said)).size).toBe(FOURTH.length);
    expect(FOURTH.length).toBeGreaterThanOrEqual(120);
  });

  test.each(FOURTH)('%s (%s) → %s', (said, _first, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });

  test.each(FOURTH_OF_THEIR_KIND)('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });
});
