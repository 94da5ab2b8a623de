/** What is said of plans (倒排工期). */
import {
  CONSTRUCTION,
  type LinkDuration,
  type Plan,
  type PlanPayload,
  type PlanState,
} from '../../domain/plan/model.ts';
import type { NetworkFault, NodeName } from '../../domain/plan/network.ts';
import type { Day } from '../../domain/time.ts';

export const NODE_NAMES: Record<NodeName, string> = { start: '开工', production: '投产' };

export const PLAN_STATES: Record<PlanState, string> = {
  draft: '草案，待双方同意',
  agreed: '已商定',
  superseded: '已被取代',
};

export const CHOICES = { compress: '压缩', move: '改节点', keep: '保留并标出缺口' } as const;

const EXAMPLE = '例如：倒排 投产 2027-07-01，或 双节点 开工 2026-12-26 投产 2027-07-01';

export const PLAN_MISUSE = {
  node: `请写明节点和日期，${EXAMPLE}`,
  day: `节点后面请写日期，${EXAMPLE}`,
  site: '施工工期请写成：施工 150日，或 施工 100个工作日（至少 1 天）',
  twice: '同一个节点写了两次，请只写一次。',
  head: (heard: string) => `没认出“${heard}”，什么都没有改。请写成：倒排 项目名称 投产 2027-07-01`,
  noSuchDay: (heard: string) => `没有“${heard}”这一天，请重新写日期。`,
  dayUnread: (heard: string) => `没认出日期“${heard}”，请写成：2027-07-01`,
} as const;

export const PLAN = {
  redraw: '更新工期卡片',
  none: '还没有商定的计划。发“倒排 投产 2027-07-01”先算一份，双方同意后生效。',
  noVersions: '还没有计划。发“倒排 投产 2027-07-01”先算一份。',
  noVersion: (version: number) => `没有第 ${version} 版。发“计划 版本”查看各版。`,
  past: (node: NodeName) => `${NODE_NAMES[node]}的日期已经过了，没有倒排。请写今天以后的日期。`,
  order: '开工要早于投产，没有倒排。请检查两个日期。',
  tooFar: '日期超出 20 年，没有倒排。请检查年份。',
  nodeDone: (node: NodeName) => `${NODE_NAMES[node]}已经完成，不再倒排这个节点。`,
  siteWithoutPlan: '还没有计划。请写上节点，例如：倒排 投产 2027-07-01 施工 150日',
  siteWithoutProduction:
    '现在的计划只排到开工，用不到施工工期。请写上投产，例如：倒排 投产 2027-07-01 施工 150日',
  siteTitle: '施工要多久',
  siteLabel: '施工工期（只问一次，以后可写“施工 150日”更改）',
  siteHint: '例如：150日，或 100个工作日',
  siteAbout: (project: string) => `${project}：倒排到投产，要先知道施工要多久`,
  notYours: '请由发起人本人选择。',
  used: '这份草案已经处理过了。',
  saved: (version: number) => `已存为第 ${version} 版草案，待双方同意`,
  alreadyGone: '这一版已被新的计划取代，不能再同意。',
  alreadyAgreed: '这一版已经商定，不用再点。',
  already: '这一方已经同意过了，等另一方。',
  mayNot: '由项目秘书或综合办、企业联系人（或分管领导）各点一次“同意”。',
  agreedOne: (side: 'task-force' | 'enterprise') =>
    side === 'task-force' ? '已记下专班一方同意，等企业一方' : '已记下企业一方同意，等专班一方',
  agreedBoth: (version: number) => `第 ${version} 版已商定，节点日期已随之更新`,
  noContact: '项目还没有企业联系人：请先发“项目 名称 企业联系人 @某人”设定，或由分管领导代为同意。',
  lostContact: (names: string) =>
    `企业联系人${names}已联系不上：请发“项目 名称 企业联系人 @某人”补设，或由分管领导代为同意。`,
  noGroup: '项目还没有绑定群，企业联系人在群里看不到：请先绑定项目群，或由分管领导代为同意。',
  waiting: (taskForce: boolean, enterprise: boolean) =>
    taskForce && enterprise
      ? '待同意：项目秘书或综合办、企业联系人（或分管领导）'
      : taskForce
        ? '待同意：项目秘书或综合办'
        : '待同意：企业联系人（或分管领导）',
  cut: '…（其余请看挂图）',
  gapSince: '情况有变，现在的工期赶不上节点，请重新发“倒排 …”。',
  chosen: '请看卡片，点“确认”才会保存',
  byTemplate: (question: string) => `按模板默认，${question}`,
  byPlan: '按计划',
  historyName: '计划',
} as const;

export function faultText(fault: NetworkFault, nameOf: (code: string) => string): string {
  switch (fault.fault) {
    case 'cycle':
      return `环节互相等待，排不出计划：${[...fault.codes, fault.codes[0] ?? ''].map(nameOf).join(' → ')}。请管理员检查环节模板的紧前环节。`;
    case 'unknown':
      return `${nameOf(fault.code)}的紧前环节“${fault.on}”不存在，排不出计划。请管理员检查环节模板。`;
    case 'duration':
      return `${nameOf(fault.code)}没有可用的工期（至少 1 天），排不出计划。请管理员补上承诺时限。`;
  }
}

export function durationText({ n, unit }: LinkDuration): string {
  if (unit === 'same-day') return '即办';
  return unit === 'days' ? `${n} 日` : `${n} 个工作日`;
}

/** 第11环节 建设工程规划许可证; 施工. */
export interface LinkName {
  no: number | null;
  name: string;
}

export function linkText({ no, name }: LinkName): string {
  return no === null ? name : `第${no}环节 ${name}`;
}

export const SITE_NAME: LinkName = { no: null, name: '施工' };

export function nameByCode(
  links: readonly { definition: { code: string; no: number; name: string } }[],
): (code: string) => LinkName {
  const names = new Map(links.map(({ definition: { code, no, name } }) => [code, { no, name }]));
  return (code) => names.get(code) ?? (code === CONSTRUCTION ? SITE_NAME : { no: null, name: code });
}

export const CHOICE_TEXTS: Record<PlanPayload['choice'], string> = {
  fits: '',
  compressed: '已压缩工期',
  'nodes-moved': '已改节点',
  'gap-kept': '保留节点，标出缺口',
};

export const SITE_KEPT =
  '施工不压缩（《建设工程质量管理条例》第十条：不得任意压缩合理工期）；法定公告期不压缩。';

/** 第 2 版（开工 2026-12-25，投产 2027-07-01）. */
export function versionText({ version, payload }: Pick<Plan, 'version' | 'payload'>): string {
  const { targets, reached } = payload;
  const nodes = (['start', 'production'] as const).flatMap((node) => {
    const day = targets[node] ?? reached[node];
    return day ? [`${NODE_NAMES[node]} ${day}`] : [];
  });
  return `第 ${version} 版（${nodes.join('，')}）`;
}

/** Of the cards of a draft and of a version. */
export const PLAN_CARD = {
  draft: (project: string) => `请确认：${project}倒排工期`,
  title: (project: string, version: number) => `${project}倒排工期 第 ${version} 版`,
  subtitle: (state: PlanState, made: string, reason: string | null) =>
    `${PLAN_STATES[state]} · ${made} 编制${reason ? ` · ${reason}` : ''}`,
  signed: (side: 'task-force' | 'enterprise', who: string) =>
    `${side === 'task-force' ? '专班' : '企业'}：${who} 同意`,
  nodeMoved: (node: NodeName, from: Day, to: Day) =>
    `${NODE_NAMES[node]}节点由 ${from} 改为 ${to}，双方同意后生效`,
  goneSince: (links: readonly string[]) =>
    `商定后改为不涉及：${links.join('、')}。计划的日期不变，预测不再算它。`,
  calendarChanged: (links: number, nodes: readonly { node: NodeName; day: Day }[]) => {
    const days = nodes.map(({ node, day }) => `，${NODE_NAMES[node]}应为 ${day}`).join('');
    return `放假安排已变：按新日历 ${links} 个环节的日期会变${days}。商定的日期不变，要改请重新倒排。`;
  },
} as const;
