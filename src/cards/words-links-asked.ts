/** Links of several projects that a question asked for: titles, what a row tells of its project, what is told before. */
import type { LinkFacts, LinksAsked, Reached } from '../domain/links-asked.ts';
import type { Day } from '../domain/time.ts';

export const NO_LINKS = '环节：还没有定';
export const NOT_SET = '还没有定';
const STATES: Record<LinkFacts['state'], string> = {
  done: '已完成',
  reported: '已报完成，待核验',
  working: '正在办',
  open: '还没开始',
};
const TITLES: Record<NonNullable<LinksAsked['is']>, string> = {
  done: '环节都办完',
  stuck: '有环节卡住',
  late: '有环节按计划逾期',
};
export const linksTitle = ({ is }: LinksAsked): string => (is ? TITLES[is] : '环节进度');

export function linkName(no: number, name: string): string {
  return `${no} ${name}`;
}

/** 11 施工图审查：正在办，按计划晚 5 个工作日，2 件未销号的问题卡着. */
export function linkText(link: LinkFacts, say: (day: Day) => string): string {
  const why = whyText(link);
  const on =
    link.day === null ? '' : link.state === 'done' ? `，${say(link.day)}` : `，计划 ${say(link.day)} 前`;
  return `${linkName(link.no, link.name)}：${STATES[link.state]}${on}${why === '' ? '' : `，${why}`}`;
}

function whyText({ state, held, late }: LinkFacts): string {
  if (state === 'done') return '';
  const parts = [
    ...(late > 0 ? [`按计划晚 ${late} 个工作日`] : []),
    ...(held > 0 ? [`${held} 件未销号的问题卡着`] : []),
  ];
  return parts.join('，');
}

const MOST_NAMED = 3;

export function reachedText({ done, concerned }: Reached, links: readonly LinkFacts[]): string {
  const now = links.filter(({ state }) => state === 'working' || state === 'reported');
  const named = now.slice(0, MOST_NAMED).map(({ no, name }) => linkName(no, name));
  const more = now.length > MOST_NAMED ? ` 等 ${now.length} 个` : '';
  const share = concerned === 0 ? '' : `（${Math.round((done / concerned) * 100)}%）`;
  return `环节：已完成 ${done}/${concerned}${share}${named.length > 0 ? `，正在办 ${named.join('、')}${more}` : ''}`;
}

export function stuckText(stuck: readonly LinkFacts[]): string {
  const named = stuck.slice(0, MOST_NAMED).map((one) => `${linkName(one.no, one.name)}（${whyText(one)}）`);
  return `卡住 ${stuck.length} 个：${named.join('、')}${stuck.length > MOST_NAMED ? ' 等' : ''}`;
}

export function firstText(
  names: readonly string[],
  reached: readonly Reached[],
  order: LinksAsked['order'],
): string {
  const shares = [...new Set(reached.map(({ done, concerned }) => `${done}/${concerned}`))].join('、');
  return `环节完成最${order === 'far' ? '多' : '少'}的是${names.join('、')}：${shares}。`;
}

/** @param names of those whose links nobody has set, the first of `count` */
export function noCompareText(names: readonly string[], count: number): string {
  return `${names.join('、')}${count > names.length ? ` 等 ${count} 个项目` : ''}还没有定环节，环节进度比不了。`;
}

/** Before the problems of that kind. */
export function linksBesideText(kind: string, links: readonly string[]): string {
  return `${kind}的环节：${links.join('；')}。下面是${kind}类的问题。`;
}

const STUCK_NOTE = '卡住：有未销号的问题卡着，或商定的计划里该办完还没办完。';
const LATE_NOTE = '逾期：商定的计划里该办完还没办完。';
const REACHED_NOTE = '按登记的环节完成情况，不涉及的不算。';

export function linksNote({ is }: LinksAsked, without: number): string {
  const note = is === 'late' ? LATE_NOTE : is === 'stuck' ? STUCK_NOTE : `${REACHED_NOTE}${STUCK_NOTE}`;
  return without > 0 ? `${note}另有 ${without} 个项目还没有定环节，不在内。` : note;
}

export function noSuchLinkText(said: string): string {
  return `没有找到环节“${said.slice(0, 20)}”，所以没有统计。发“导航图”看全部环节。`;
}
/** 安评, which no link bears as its name; '' where it does. */
export function linkTakenText(name: string, said = name): string {
  return [...said].every((one) => name.includes(one)) ? '' : `“${said.slice(0, 20)}”按环节“${name}”答。`;
}
export function whichLinkText(said: string): string {
  return `“${said.slice(0, 20)}”对得上几个环节，请问是哪一个？`;
}
