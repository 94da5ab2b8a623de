/** A project of 22 links with a plan, well on its way or late, as wall charts are tested with. */
import { createCalendar } from '../../src/domain/calendar.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { type BoardFacts, type BoardView, boardView, type Holdup } from '../../src/domain/plan/board.ts';
import { expectOutlook } from '../../src/domain/plan/forecast.ts';
import {
  CONSTRUCTION,
  type LinkDefinition,
  type Plan,
  type PlannedStep,
  type ProjectLink,
} from '../../src/domain/plan/model.ts';
import { projectWeather, weatherOf } from '../../src/domain/plan/weather.ts';
import { addDays, type Day, instantAt } from '../../src/domain/time.ts';
import { blankIssue } from './blank-issue.ts';

export const ZONE = 'Asia/Shanghai';
export const CALENDAR = createCalendar();

/** No, name, stage, working days, predecessors. */
const LINKS: [number, string, string, number, number[]][] = [
  [1, '企业投资项目备案', 'setup', 1, []],
  [2, '用地预审与选址意见书', 'setup', 5, [1]],
  [3, '土地供应与出让合同', 'setup', 22, [1]],
  [4, '建设用地规划许可证', 'setup', 5, [1, 3]],
  [5, '土地不动产权登记', 'setup', 3, [3]],
  [6, '节能审查', 'setup', 7, [1]],
  [7, '生态环境影响评价', 'setup', 10, [1]],
  [8, '水土保持方案', 'setup', 5, [1]],
  [9, '涉及事项核查（区域评估结果优先）', 'planning', 10, [1]],
  [10, '设计方案（总平面）审查与公示', 'planning', 7, [4]],
  [11, '建设工程规划许可证', 'planning', 7, [5, 10]],
  [12, '水、电、气、热、通信报装与接入方案', 'planning', 10, [10]],
  [13, '施工、监理发包', 'permit', 15, [10]],
  [14, '施工图审查', 'permit', 7, [11]],
  [15, '消防设计审查', 'permit', 7, [14]],
  [16, '人防审查与配套费缴纳', 'permit', 3, [11]],
  [17, '质量安全监督、实名制、工资专户', 'permit', 3, [13, 14]],
  [18, '建筑工程施工许可证', 'permit', 3, [6, 7, 8, 9, 11, 13, 14, 15, 16, 17]],
  [19, '规划核实、土地核验', 'completion', 7, [18]],
  [20, '消防验收、人防、防雷、档案等专项', 'completion', 7, [18]],
  [21, '联合验收意见与竣工验收备案', 'completion', 5, [19, 20]],
  [22, '自主验收、排污许可、房屋登记', 'completion', 10, [21]],
];
export const STAGES = [
  { code: 'setup', name: '立项用地规划许可', shortName: '立项' },
  { code: 'planning', name: '工程建设许可', shortName: '规划' },
  { code: 'permit', name: '施工许可', shortName: '施工' },
  { code: 'completion', name: '竣工验收', shortName: '竣工' },
];
const CHAIN = [1, 3, 4, 10, 11, 14, 15, 18];
const SITE_DAYS = 120;

export const BASIS = {
  name: '22 环节',
  stages: STAGES,
  construction: {
    after: 'L18',
    before: ['L19', 'L20'],
    defaultDuration: { n: SITE_DAYS, unit: 'working-days' as const },
  },
  nodes: { start: 'L18', production: 'L22' },
  reviewedOn: '2026-11-01',
};

const codeOf = (no: number) => `L${no}`;

export function definitionOf(no: number, name?: string): LinkDefinition {
  const [, usual, stage, days, before] = LINKS[no - 1]!;
  return {
    code: codeOf(no),
    no,
    stage,
    name: name ?? usual,
    synonyms: [],
    trigger: null,
    authorities: [],
    task: '',
    statutory: null,
    promised: { n: days, unit: 'working-days' },
    dependencies: before.map((one) => ({ on: codeOf(one), kind: 'legal-sequence', hard: true })),
    materials: [],
    fee: '无',
    output: null,
    place: null,
    source: '',
    grade: 'A',
    confirmedOn: null,
    unitId: null,
    contactId: null,
  };
}

/** The golden chain, forwards from a day. */
export function planFrom(from: Day): Plan {
  const finish = new Map<number, Day>();
  const after = (days: readonly Day[]) => {
    const last = days.toSorted().at(-1);
    return last === undefined ? from : CALENDAR.addWorkingDays(last, 1);
  };
  const steps: PlannedStep[] = [];
  for (const [no, , , days, before] of LINKS) {
    if (no === 19) {
      const start = after([finish.get(18)!]);
      const end = CALENDAR.addWorkingDays(start, SITE_DAYS);
      finish.set(18.5, end);
      const duration = { n: SITE_DAYS, unit: 'working-days' } as const;
      steps.push({ code: CONSTRUCTION, duration, start, finish: end, float: 0, actual: null });
    }
    const start = after(before.map((one) => finish.get(one === 18 ? 18.5 : one)!));
    const end = days === 1 ? start : CALENDAR.addWorkingDays(start, days - 1);
    finish.set(no, end);
    const float = CHAIN.includes(no) || no > 18 ? 0 : 9;
    steps.push({
      code: codeOf(no),
      duration: { n: days, unit: 'working-days' },
      start,
      finish: end,
      float,
      actual: null,
    });
  }
  return {
    id: 1,
    projectId: 21,
    version: 2,
    state: 'agreed',
    payload: {
      targets: { start: null, production: null },
      from,
      construction: { n: SITE_DAYS, unit: 'working-days' },
      steps,
      reached: { start: finish.get(18)!, production: finish.get(22)! },
      critical: [...CHAIN.map(codeOf), CONSTRUCTION, 'L19', 'L21', 'L22'],
      choice: 'fits',
    },
    reason: null,
    madeBy: 1,
    madeAt: 0,
    agreedBy: 1,
    agreedAt: 0,
    contactBy: 2,
    contactAt: 0,
    calendar: '',
  };
}

export interface SampleOptions {
  name?: string;
  linkName?: string;
  /** Every link has begun, and was paused twice. */
  paused?: boolean;
  /** Links from this number on are as far behind as the chain allows. */
  lateFrom?: number;
  unplanned?: boolean;
  today?: Day;
}

function itemOf(no: number, from: Day): Issue {
  const at = (days: number) => instantAt(addDays(from, days), '09:00', ZONE);
  const deadline = { at: at(40), day: addDays(from, 40), phrase: '', rule: { kind: 'day' as const } };
  const pause = (a: number, b: number) => ({
    from: at(a),
    expected: addDays(from, b),
    until: at(b),
    reason: '等省厅',
    chaserId: 1,
    approvedBy: 1,
  });
  return {
    ...blankIssue(at(0), deadline as Issue['deadline']),
    id: 100 + no,
    kind: 'link',
    pauses: [pause(1, 3), pause(5, 7)],
  };
}

export function sampleLinks(plan: Plan, today: Day, options: SampleOptions = {}): ProjectLink[] {
  const late = options.lateFrom ?? 99;
  return LINKS.map(([no]): ProjectLink => {
    const step = plan.payload.steps.find((one) => one.code === codeOf(no))!;
    const began = options.paused || (step.start <= today && no < late);
    const over = !options.paused && step.finish < today && no < late;
    const slow = no === late - 1 && began;
    return {
      id: no,
      projectId: 21,
      definition: definitionOf(no, options.linkName),
      unitId: null,
      contactId: null,
      unconcerned: no === 16 ? { reason: '厂房不涉及', byId: 1, at: 0 } : null,
      startedOn: began ? (options.paused ? addDays(today, -20) : step.start) : null,
      reportedOn: null,
      finishedOn: over && !slow ? step.finish : null,
      ticked: [],
      subUnits: null,
      item: options.paused ? itemOf(no, addDays(today, -20)) : null,
    };
  });
}

export const HOLDUP: Holdup = {
  issueId: 12,
  title: '红线内 10 千伏线路未迁改，进场道路断头',
  color: 'red',
  overdueDays: 4,
  linkNos: [12],
};

export function sampleFacts(options: SampleOptions = {}): BoardFacts {
  const today = options.today ?? '2026-11-25';
  const plan = planFrom('2026-10-09');
  const links = sampleLinks(plan, today, options);
  const used = options.unplanned ? null : plan;
  const outlook = expectOutlook({ links, basis: BASIS, plan: plan.payload, today }, CALENDAR);
  if ('fault' in outlook) throw new Error(outlook.fault);
  const blocking = new Map(options.lateFrom ? [['L12', [{ id: HOLDUP.issueId, red: true }]]] : []);
  const weather = weatherOf(outlook, blocking, today, CALENDAR);
  return {
    project: {
      id: 21,
      name: options.name ?? '兴发磷石膏综合利用项目',
      enterprise: '湖北兴发化工集团股份有限公司',
      archived: null,
    },
    links,
    stages: STAGES,
    constructionAfter: 'L18',
    constructionName: '施工',
    plan: used,
    nodes: [
      { name: '开工', plannedOn: plan.payload.reached.start, actualOn: null },
      { name: '投产', plannedOn: plan.payload.reached.production, actualOn: null },
    ],
    forecast: null,
    weather: used ? weather : new Map(),
    worst: used && projectWeather(outlook, weather),
    critical: new Set(outlook.steps.filter((one) => one.critical).map((one) => one.step.code)),
    lights: options.lateFrom
      ? { red: 1, yellow: 2, blue: 0, green: 3, paused: 1 }
      : { red: 0, yellow: 0, blue: 0, green: 0, paused: 0 },
    holdups: options.lateFrom ? [HOLDUP] : [],
    today,
    timeZone: ZONE,
    calendar: CALENDAR,
  };
}

export function sampleBoard(options: SampleOptions = {}): BoardView {
  return boardView(sampleFacts(options));
}
