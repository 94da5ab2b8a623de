/** A small zone with everything a card can show. Now is Wednesday 2026-11-25 10:00 in Shanghai. */

import { createDirectory } from '../../src/domain/directory.ts';
import type { Deadline, HistoryRow, Issue, Status } from '../../src/domain/issue.ts';
import { DEFAULT_BULLETIN, DEFAULT_RULES, type DirectoryData, type Person } from '../../src/domain/model.ts';
import { type Day, instantAt } from '../../src/domain/time.ts';
import type { ViewContext } from '../../src/text/view.ts';
import { blankIssue } from '../support/blank-issue.ts';
import { NO_FACTS } from '../support/blank-project.ts';

export const ZONE = 'Asia/Shanghai';
export const NOW = instantAt('2026-11-25', '10:00', ZONE);

const person = (id: number, name: string, unitId: number | null, home = true): Person => ({
  id,
  openId: `ou_person${id}`,
  name,
  tenantKey: home ? 'home' : 'xingfa',
  home,
  unitId,
  mutedUntil: null,
  unreachableSince: null,
  digest: 'daily',
});

export const PEOPLE: Person[] = [
  person(1, '王秘书', null),
  person(2, '张三', 11),
  person(3, '李科长', 11),
  person(4, '赵主任', 10),
  person(5, '孙厂长', null, false),
  person(6, '陈县长', null),
  person(7, '周工', 12),
];

const unit = (id: number, name: string, short: string, coordinatorId: number | null = null) => ({
  id,
  areaId: 1,
  name,
  shortNames: [short],
  headId: id === 11 ? 3 : null,
  coordinatorId,
});

export const DATA: DirectoryData = {
  version: 1,
  areas: [{ id: 1, parentId: null, name: '兴山县' }],
  units: [
    unit(10, '县项目服务中心', '项目中心', 4),
    unit(11, '住房和城乡建设局', '住建局', 2),
    unit(12, '供电公司', '供电', 7),
    unit(13, '生态环境局', '环保局'),
  ],
  categories: [{ id: 1, name: '仓储', keywords: ['仓库', '堆放'], unitId: 11, limitDays: 5 }],
  projects: [
    {
      id: 21,
      areaId: 1,
      name: '兴发磷石膏综合利用项目',
      shortNames: ['兴发'],
      enterprise: '兴发集团',
      leaderId: 6,
      secretaryId: 1,
      leadUnitId: 11,
      memberUnitIds: [12, 13],
      contactIds: [5],
      startOn: '2027-03-01',
      productionOn: '2027-12-20',
      greenChannel: true,
      ...NO_FACTS,
      industries: [],
    },
  ],
  grants: [
    { personId: 4, role: 'office', areaId: 1 },
    { personId: 6, role: 'leader', areaId: 1 },
  ],
  holidays: [{ day: '2027-02-08', kind: 'off', name: '春节' }],
  publishedYears: [],
  notices: [],
  standIns: [],
  unreachable: [],
  settings: {
    timeZone: ZONE,
    hours: { start: '09:00', end: '17:30' },
    quiet: { from: '20:00', until: '08:00' },
    limitDays: 5,
    unroutedClock: '17:00',
    urgentApp: false,
    undoMinutes: 2,
    staleMinutes: 10,
    boardHours: 12,
    rules: DEFAULT_RULES,
    bulletin: DEFAULT_BULLETIN,
  },
};

export function sampleContext(change: Partial<ViewContext> = {}): ViewContext {
  return {
    now: NOW,
    directory: createDirectory(DATA),
    people: new Map(PEOPLE.map((one) => [one.id, one])),
    demo: false,
    ...change,
  };
}

export function due(day: Day): Deadline {
  return {
    at: instantAt(day, '17:30', ZONE),
    day,
    phrase: '3个工作日',
    rule: { kind: 'day', start: '2026-11-20', day },
  };
}

const at = (day: Day, clock = '09:12') => instantAt(day, clock, ZONE);

export function sampleIssue(change: Partial<Issue> = {}): Issue {
  const loggedAt = at('2026-11-20');
  const signedAt = at('2026-11-20', '14:00');
  return {
    ...blankIssue(loggedAt, due('2026-11-30')),
    id: 12,
    version: 3,
    projectId: 21,
    categoryId: 1,
    unitId: 11,
    assigneeId: 2,
    originChatId: 'oc_1',
    routedAt: loggedAt,
    signedAt,
    changedAt: signedAt,
    ...change,
  };
}

/** The same problem in every status, with what usually is true of it then. */
export const BY_STATUS: Record<Status, Partial<Issue>> = {
  unrouted: { status: 'unrouted', unitId: null, assigneeId: null, routedAt: null, signedAt: null },
  unsigned: { status: 'unsigned', assigneeId: null, signedAt: null },
  working: { status: 'working', deadline: due('2026-11-23') },
  paused: {
    status: 'paused',
    pauses: [
      {
        from: at('2026-11-20', '15:00'),
        expected: '2026-12-20',
        until: null,
        reason: '等省厅批复环评',
        chaserId: 7,
        approvedBy: 4,
      },
    ],
  },
  verifying: {
    status: 'verifying',
    doneAt: at('2026-11-24'),
    doneBy: 2,
    result: '已协调出租临时仓库 2000 平方米',
  },
  closed: {
    status: 'closed',
    doneAt: at('2026-11-24'),
    doneBy: 2,
    result: '已协调出租临时仓库 2000 平方米',
    closedAt: at('2026-11-24', '16:00'),
    closedBy: 5,
  },
  void: { status: 'void' },
};

/** Everything a card can carry at once. */
export const CROWDED: Partial<Issue> = {
  originalDeadline: due('2026-11-20'),
  deadline: due('2026-11-27'),
  greenChannel: true,
  coUnits: [
    { unitId: 12, doneAt: at('2026-11-24'), doneBy: 7 },
    { unitId: 13, doneAt: null, doneBy: null },
  ],
  bounces: [
    { unitId: 13, byId: 7, at: at('2026-11-20'), reason: '不属于我局职责' },
    { unitId: 12, byId: 7, at: at('2026-11-21'), reason: '应由住建局牵头' },
  ],
  pending: {
    kind: 'extension',
    byId: 2,
    at: at('2026-11-24'),
    reason: '省厅批复未到',
    to: due('2026-12-20'),
  },
  falseCloses: 1,
  reopens: 1,
  appeal: {
    byId: 2,
    at: at('2026-11-24'),
    reason: '暴雨停工三天',
    decision: null,
    decidedBy: null,
    decidedAt: null,
  },
  onAgenda: true,
  sourcePersonId: 5,
};

export function sampleHistory(): HistoryRow[] {
  const row = (id: number, change: Partial<HistoryRow>): HistoryRow => ({
    id,
    issueId: 12,
    at: at('2026-11-20'),
    actorId: 1,
    messageId: null,
    verb: 'log',
    detail: {},
    ...change,
  });
  return [
    row(1, {}),
    row(2, { verb: 'route', actorId: 4, detail: { unitId: 11, assigneeId: 2 } }),
    row(3, { verb: 'sign', actorId: 2, at: at('2026-11-20', '14:00') }),
    row(4, { verb: 'progress', actorId: 2, at: at('2026-11-24'), detail: { note: '正在联系园区闲置厂房' } }),
  ];
}
