/** Lists of projects that a question asked for: what the title says was counted, each row's day, what is told before them. */
import type { Calendar } from '../domain/calendar.ts';
import type { LightColor } from '../domain/lights.ts';
import type { Weather } from '../domain/model.ts';
import {
  type Fate,
  isMissed,
  type NodeAsked,
  type NodeAspect,
  type NodeFacts,
  type Pace,
  type PaceAsked,
  type ProjectGroup,
  type ProjectsAsked,
  type ProjectTold,
  type ReadNode,
  slip,
} from '../domain/projects-asked.ts';
import { type Day, daysBetween } from '../domain/time.ts';
import { linkName } from './words-links-asked.ts';

const NODE_NAMES: Record<ReadNode, string> = { start: '开工', production: '投产' };
export const SKY_NAMES: Record<Weather, string> = { sun: '晴', cloud: '多云', rain: '雨' };
const LIGHTS: Record<LightColor, string> = {
  red: '红色',
  yellow: '黄色',
  blue: '蓝色',
  green: '正常',
  paused: '挂账',
  none: '长期',
  done: '已销号',
};

const FATE_TITLES: Record<Fate, (node: string) => string> = {
  missed: (node) => `计划${node}日期已过、没有登记实际${node}`,
  late: (node) => `计划${node}日期已过没${node}或预测${node}要晚`,
  kept: (node) => `预测能按时${node}`,
  fate: (node) => `还没${node}`,
  slipped: (node) => `计划${node}日期已过没${node}或实际${node}晚于计划`,
};

/** 今年计划开工、还没开工. @param span its days, as a title says them */
function nodeTitle({ node, reached, undated, fate }: NodeAsked, span: string): string {
  const name = NODE_NAMES[node];
  if (undated) return `没有定${name}日期`;
  if (fate) return `${span === '' ? '' : `计划${span}${name}，`}${FATE_TITLES[fate](name)}`;
  if (reached === true) return span === '' ? `已${name}` : `${span}已${name}`;
  if (reached === false) return span === '' ? `还没${name}` : `计划${span}${name}、还没${name}`;
  return `${span}${name}`;
}

/** @param spanOf days of a condition, as a title says them; '' where it has none */
export function projectsText(asked: ProjectsAsked, spanOf: (node: NodeAsked) => string): string {
  const { node, and, lights, clear, pace, agreed, versions, tells = [] } = asked;
  const weather = asked.share ? [] : (asked.weather ?? []);
  const nodes = [...(node === undefined ? [] : [{ ...asked, node }]), ...(and ? [and] : [])];
  const lit = lights && `${lights.map((light) => LIGHTS[light]).join('、')}的问题`;
  const problems =
    lit === undefined && clear === undefined ? '' : `${clear ? '没有' : '有'}${lit ?? '未销号的问题'}`;
  return [
    ...(agreed === undefined ? [] : [agreed ? '已商定计划' : '没有商定计划']),
    versions ? '商定的计划改过几次' : '',
    tells.map((one) => TOLD_TITLES[one]).join('、'),
    ...(pace ? [paceTitle(pace)] : []),
    ...nodes.map((one) => nodeTitle(one, spanOf(one))),
    weather.map((one) => SKY_NAMES[one]).join('、'),
    problems,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

export const VERSIONS_NOTE =
  '只算商定的计划：商定第一版以后，每重新商定一次算改一次；没有商定计划的，项目表上的日期改过几次不在内。';
export const versionsRowText = (versions: number): string =>
  versions === 0
    ? '还没有商定计划'
    : versions === 1
      ? '计划商定后没有改过'
      : `计划改过 ${versions - 1} 次，现在是第 ${versions} 次商定的`;
/** Which plan was changed most. @param all the most first; below 0: none was agreed */
export function versionsText(all: readonly { name: string; changed: number }[]): string {
  const most = all[0]?.changed ?? 0;
  const changed = all.filter((one) => one.changed > 0).length;
  if (changed === 0) return '没有改过的。';
  const first = all.filter((one) => one.changed === most).map(({ name }) => name);
  return `改过的 ${changed} 个，改得最多的是${first.join('、')}：${most} 次。`;
}

const TOLD_TITLES: Record<ProjectTold, string> = {
  secretary: '项目秘书',
  leader: '分管领导（组长）',
  'lead-unit': '牵头单位',
  contact: '企业联系人',
  enterprise: '企业',
  industry: '产业',
  park: '园区',
  ...NODE_NAMES,
};
/** 年底前能开工的: those that have begun before today. */
export const begunBeforeText = (node: ReadNode, names: readonly string[]) =>
  `今天以前已经${NODE_NAMES[node]}的另有 ${names.length} 个：${names.slice(0, 6).join('、')}${names.length > 6 ? ' 等' : ''}。`;
/** Nothing tells what becomes of them. */
export const unforeseenText = (names: readonly string[]) =>
  names.length === 0
    ? ''
    : `没有预测、看不出的 ${names.length} 个：${names.slice(0, 6).join('、')}${names.length > 6 ? ' 等' : ''}。`;

const PACES: Record<Pace, string> = { behind: '比计划落后', kept: '没有落后计划', ahead: '比计划提前' };
function paceTitle({ is, nodes, forecast }: PaceAsked): string {
  return forecast ? '预测比计划晚' : `${nodes ? '开工、投产' : ''}${is ? PACES[is] : '和计划比'}`;
}
/** How many stand how, of all of the place. */
export function pacesText(counts: Record<Pace | 'none', number>): string {
  const { behind, kept, ahead, none } = counts;
  const early = ahead > 0 ? `（其中比计划提前的 ${ahead} 个）` : '';
  return `比计划落后的 ${behind} 个，没有落后的 ${kept + ahead} 个${early}，没有预测、看不出的 ${none} 个。`;
}
/** @param missed of those that are not told, whose day is over already */
export function paceNote({ nodes, forecast }: PaceAsked, missed: number): string {
  const over = missed === 0 ? '' : `另有 ${missed} 个计划开工或投产日期已过、没有登记实现，不在内。`;
  if (forecast) return `没有商定计划的没有预测，不在内。${over}`;
  const links = nodes ? '' : '，或有环节按商定的计划该办完还没办完';
  return `落后：计划开工、投产日期已过没有登记实现，或早上的预测要晚${links}。`;
}
/** 晴的 2 个，占 6 个项目的 33%. */
export function skyShareText(weather: readonly Weather[], count: number, all: number, none: number): string {
  const names = weather.map((one) => SKY_NAMES[one]).join('、');
  const unknown = none > 0 ? `，其中 ${none} 个还没有预报` : '';
  return `${names}的 ${count} 个，占全部 ${all} 个项目的 ${Math.round((count / all) * 100)}%${unknown}。`;
}

export function weatherCountsText(counts: Record<Weather | 'none', number>): string {
  const { sun, cloud, rain, none } = counts;
  return `晴 ${sun} 个，多云 ${cloud} 个，雨 ${rain} 个，还没有预报的 ${none} 个。`;
}

export interface SayDay {
  today: Day;
  calendar: Calendar;
  /** A day as the card writes it. */
  say: (day: Day) => string;
}

/** Of one project: 开工：计划 10月20日，已过 29 天（21 个工作日），没有登记实际开工. */
export function nodeRowText(node: ReadNode, facts: NodeFacts, { today, calendar, say }: SayDay): string {
  const name = NODE_NAMES[node];
  const { planned, actual, expected } = facts;
  if (actual !== null) {
    const was =
      planned === null || planned === actual
        ? ''
        : `（计划 ${say(planned)}，${apartText(planned, actual, calendar)}）`;
    return `${name}：已于 ${say(actual)} 实现${was}`;
  }
  if (planned === null) return `${name}：没有定日期`;
  const forecast = forecastText(facts, { today, calendar, say });
  if (isMissed(facts, today)) {
    const working = calendar.workingDaysBetween(planned, today);
    const now = expected === null ? '' : `；预测 ${say(expected)}`;
    return `${name}：计划 ${say(planned)}，已过 ${daysBetween(planned, today)} 天（${working} 个工作日），没有登记实际${name}${now}`;
  }
  const days = daysBetween(today, planned);
  const left =
    days === 0 ? '就是今天' : `还有 ${days} 天（${calendar.workingDaysBetween(today, planned)} 个工作日）`;
  return `${name}：计划 ${say(planned)}，${left}${forecast === '' ? '' : `；${forecast}`}`;
}

/** 预测 12月9日，晚 6 个工作日; '' without a forecast. */
function forecastText(facts: NodeFacts, { calendar, say }: SayDay): string {
  const days = slip(facts, calendar);
  if (facts.expected === null || days === null) return '';
  return days > 0 ? `预测 ${say(facts.expected)}，晚 ${days} 个工作日` : `预测 ${say(facts.expected)}，不晚`;
}

/** 晚 7 天（5 个工作日）, 早 4 天: a day beside the planned one. */
function apartText(planned: Day, day: Day, calendar: Calendar): string {
  const days = daysBetween(planned, day);
  return days < 0
    ? `早 ${-days} 天`
    : `晚 ${days} 天（${calendar.workingDaysBetween(planned, day)} 个工作日）`;
}

export function fatesText(
  node: ReadNode,
  counts: Record<'missed' | 'late' | 'kept' | 'none', number>,
): string {
  const name = NODE_NAMES[node];
  const { missed, late, kept, none } = counts;
  return `计划日期已过没${name}的 ${missed} 个，预测要晚的 ${late} 个，预测不晚的 ${kept} 个，没有预测的 ${none} 个。`;
}

/** 今年开工的 holds both. */
export function reachedCountsText(node: ReadNode, reached: number, open: number): string {
  return `已${NODE_NAMES[node]} ${reached} 个，还没${NODE_NAMES[node]} ${open} 个。`;
}

/** What a day in the list is. */
export function nodesNote({ node = 'start', reached, from, to, fate }: ProjectsAsked): string {
  const name = NODE_NAMES[node];
  if (reached === true) return `已${name}按登记的实际${name}日期算。`;
  if (fate === 'missed') return `按登记的节点日期算，登记了实际${name}的不算。`;
  if (fate === 'slipped') return '按登记的计划日期和实际日期算。';
  if (fate !== undefined) return '没有商定倒排计划的没有预测。';
  if (reached === false || from === undefined || to === undefined)
    return `按登记的节点日期算，没有登记实际${name}的算还没${name}。`;
  return '按登记的节点日期算：已实现的按实际日期，没实现的按计划日期。';
}

/** @param day when the forecasts were made */
export function forecastNote(day: string): string {
  return `预测是 ${day}早上的。`;
}

export function missedApartText(node: ReadNode, count: number): string {
  return `另有 ${count} 个计划${NODE_NAMES[node]}日期已过、没有登记实际${NODE_NAMES[node]}，不在内。`;
}
export function missedListText(node: ReadNode): string {
  return `日期已过没${NODE_NAMES[node]}的`;
}

/** @param what the day with the name of its node, or the number of problems */
export function firstText(names: readonly string[], what: string, said: string): string {
  return `${said}的是${names.join('、')}：${what}。`;
}
export const FIRST_SAID = {
  earliest: '最早',
  latest: '最晚',
  ends: '最早',
  slip: '晚得最多',
  problems: '未销号问题最多',
  investment: '总投资最大',
  weather: '晴雨表最差',
} as const;
export function firstDayText(node: ReadNode, day: string, actual: boolean): string {
  return `${actual ? '实际' : '计划'}${NODE_NAMES[node]} ${day}`;
}
/** @param days working days it is later than planned */
export function firstSlipText(node: ReadNode, days: number): string {
  return `${NODE_NAMES[node]}晚 ${days} 个工作日`;
}
export function firstProblemsText(count: number): string {
  return `${count} 件`;
}
export function amountOfText(amount: string): string {
  return `${amount} 万元`;
}
export function investmentText(sum: string, known: number, none: number): string {
  if (known === 0) return '都没有登记总投资。';
  return `总投资合计 ${sum} 万元（${known} 个项目${none > 0 ? `，另 ${none} 个没有登记总投资` : ''}）。`;
}
export function investmentRowText(amount: string | undefined): string {
  return amount === undefined ? '总投资：没有登记' : `总投资 ${amount} 万元`;
}

/** Which projects a row of groups stands for. */
export const GROUP_TITLES: Record<ProjectGroup, string> = {
  park: '按园区',
  industry: '按产业',
  area: '按区域',
  secretary: '按项目秘书',
  leader: '按分管领导',
  weather: '按晴雨',
};
export const NOT_KEPT: Record<ProjectGroup, string> = {
  park: '没有登记园区',
  industry: '没有登记产业',
  area: '没有登记区域',
  secretary: '没有设项目秘书',
  leader: '没有设分管领导',
  weather: '还没有预报',
};
export function groupRowText(count: number, names: readonly string[], more: number): string {
  return count === 0 ? '0 个' : `${count} 个：${names.join('、')}${more > 0 ? ' 等' : ''}`;
}
export const INDUSTRIES_TWICE = '一个项目有几个产业的，每个产业里都算一次。';
export function mostGroupsText(names: readonly string[], count: number): string {
  return names.length > 1
    ? `${names.join('、')}一样多，各 ${count} 个项目。`
    : `${names.join('')}最多，${count} 个项目。`;
}
/** One of several figures in one answer. */
export function projectsCountText(count: number): string {
  return `${count} 个项目。`;
}
export const PROJECTS_TITLE = '项目';

/** Of one project. */
export const FORECAST_WORDS = {
  expected: (node: ReadNode, { planned, expected }: NodeFacts, { calendar, say }: Omit<SayDay, 'today'>) => {
    if (expected === null) return `${NODE_NAMES[node]}没有预测，比计划早晚几天算不出来。`;
    const same = planned === expected ? '，和计划同一天' : '';
    const apart = planned === null ? '' : same || `，比计划${apartText(planned, expected, calendar)}`;
    return `按早上的预测：${say(expected)}${NODE_NAMES[node]}${apart}。`;
  },
  /** 计划开工 10月4日, 开工比计划早 4 天: what was asked, before all that is known of it. */
  first: (asked: NodeAspect, node: ReadNode, facts: NodeFacts, { today, calendar, say }: SayDay) => {
    const name = NODE_NAMES[node];
    const { planned, actual, expected } = facts;
    const day = actual ?? expected;
    const none = `${name}没有预测`;
    switch (asked) {
      case 'held':
        return '';
      case 'planned':
        return planned === null ? `${name}没有定计划日期。` : `计划${name}：${say(planned)}。`;
      case 'actual':
        return actual === null ? `${name}：还没有登记实际${name}。` : `${say(actual)} 已${name}。`;
      case 'expected':
        if (actual !== null) return `${say(actual)} 已${name}。`;
        return expected === null
          ? `${none}${planned === null ? '' : `，计划 ${say(planned)}`}。`
          : `预测${name}：${say(expected)}。`;
      case 'gap': {
        if (planned === null) return `${name}没有定计划日期，早晚几天算不出来。`;
        if (day !== null) {
          const apart = day === planned ? '和计划同一天' : `比计划${apartText(planned, day, calendar)}`;
          return `${name}${actual === null ? '预测' : ''}${apart}。`;
        }
        return isMissed(facts, today)
          ? `${name}比计划已经${apartText(planned, today, calendar)}，还没有登记实际${name}；${none}。`
          : `${none}，比计划早晚几天算不出来。`;
      }
    }
  },
  /** Links that are not done and past their planned day, with the working days. */
  behind: (links: readonly { no: number; name: string; late: number }[]) =>
    links.length === 0
      ? '没有过了计划日期还没办完的环节。'
      : `过了计划日期还没办完的环节：${links.map(({ no, name, late }) => `${linkName(no, name)}（晚 ${late} 个工作日）`).join('、')}。`,
  held: (names: readonly string[]) => `没办完的问题：${names.join('；')}。`,
  by: (node: ReadNode, until: string, found: { in: boolean; expected: boolean } | undefined) => {
    const name = NODE_NAMES[node];
    if (found === undefined) return `${until}前能不能${name}：没有预测，说不准。`;
    const by = found.expected ? '按早上的预测' : '按计划日期（没有预测）';
    return found.in ? `${by}，${until}前能${name}。` : `${by}，${until}前还不能${name}。`;
  },
  sky: (weather: string, link: string | undefined, reason: string) =>
    `晴雨：${weather}${link === undefined ? '' : `，${link}`} ${reason}。`,
  asOf: (day: string) => `预测是 ${day}早上按环节办理情况算的。`,
  recorded: '按登记的实际日期。',
  /** Why there is none. */
  noPlan: '还没有商定环节计划，没有预测；上面的计划日期是登记的。',
  none: '按环节办理情况算不出还没到的日期，没有预测；上面的计划日期是登记的。',
  nobody: (post: string) => `没有登记${post}。`,
  posts: {
    secretary: '项目秘书',
    leader: '分管领导（组长）',
    'lead-unit': '牵头单位',
    contact: '企业联系人',
    people: '分管领导（组长）、牵头单位、项目秘书',
    members: '成员单位',
    investment: '总投资',
    land: '用地',
    enterprise: '企业',
    industry: '产业',
  },
  park: '园区',
  investment: (amount: string) => `${amount} 万元`,
} as const;
