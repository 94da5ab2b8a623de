/** Links of several projects that a question asked for: titles, what a row tells of its project, what is told before. */
import type { LinkFacts, LinksAsked, Reached } from '../domain/links-asked.ts';
import type { Day } from '../domain/time.ts';

export const NO_LINKS = '环节：还没有定';
export const NOT_SET = '还没有定';
export const NOT_CONCERNED = '这个环节：不涉及';
export function notConcernedText(name: string): string {
  return `${name}：不涉及`;
}

const STATES: Record<LinkFacts['state'], string> = {
  done: '已完成',
  reported: '已报完成，待核验',
  working: '正在办',
  open: '还没开始',
};
const IS: Record<NonNullable<LinksAsked['is']>, string> = {
  done: '已完成',
  open: '没完成',
  stuck: '卡住',
  late: '按计划逾期',
  now: '正在办',
};

/** By the full names of the links that are meant. */
export function linksTitle({ is, each, said, also = [], from, to }: LinksAsked, span = ''): string {
  if (each) return '各环节卡住的项目';
  if (from !== undefined || to !== undefined)
    return is === 'done' ? `${span}完成的环节` : `计划${span}办完、还没完成的环节`;
  const name = said === undefined ? undefined : [said, ...also].join('、');
  if (name !== undefined) return is === undefined ? name : `${name} · ${IS[is]}`;
  return is === 'stuck'
    ? '有环节卡住'
    : is === 'late'
      ? '有环节按计划逾期'
      : is === 'open'
        ? '环节没办完'
        : is === 'done'
          ? '环节都办完'
          : '环节进度';
}

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

export function statesText(
  done: number,
  working: number,
  open: number,
  unconcerned: number,
  none: number,
): string {
  const others = [
    ...(unconcerned > 0 ? [`不涉及 ${unconcerned} 个`] : []),
    ...(none > 0 ? [`还没有定环节的 ${none} 个`] : []),
  ];
  return [`已完成 ${done} 个`, `正在办 ${working} 个`, `还没开始 ${open} 个`, ...others]
    .join('，')
    .concat('。');
}

export function firstText(
  names: readonly string[],
  reached: readonly Reached[],
  order: LinksAsked['order'],
): string {
  const shares = [...new Set(reached.map(({ done, concerned }) => `${done}/${concerned}`))].join('、');
  return `环节完成最${order === 'far' ? '多' : '少'}的是${names.join('、')}：${shares}。`;
}

/** Of a link that is not done there. */
export function dayFirstText(names: readonly string[], day: string): string {
  return `计划最早的是${names.join('、')}：${day}。`;
}

/** Of those where one link is not done. */
export function latestText(names: readonly string[], days: number): string {
  return `按计划晚得最多的是${names.join('、')}：晚 ${days} 个工作日。`;
}
/** @param planned an agreed plan has a day for it */
export function noneLateText(planned: boolean): string {
  return planned ? '有计划日期的都还没有晚。' : '都还没有商定计划，没有计划日期可比。';
}

/** @param names of those whose links nobody has set, the first of `count` */
export function noCompareText(names: readonly string[], count: number): string {
  return `${names.join('、')}${count > names.length ? ` 等 ${count} 个项目` : ''}还没有定环节，环节进度比不了。`;
}

/** 11月3日 完成 4 建设用地规划许可证: of one project, those of the days that are asked for. */
export function datedLines(links: readonly LinkFacts[], say: (day: Day) => string): string[] {
  return links.map((link) => linkText(link, say));
}

export function datedText(links: number, projects: number): string {
  return `共 ${links} 个环节，在 ${projects} 个项目。`;
}

/** Before the problems of that kind. */
export function linksBesideText(kind: string, links: readonly string[]): string {
  return `${kind}的环节：${links.join('；')}。下面是${kind}类的问题。`;
}

/** 先 4 建设用地规划许可证，后 14 施工图审查: by their numbers; '' where no project has two of them. */
export function rowOrderText(meant: readonly (readonly LinkFacts[])[]): string {
  const some = meant.find((links) => links.length > 1);
  if (!some) return '';
  const row = some.toSorted((a, b) => a.no - b.no).map(({ no, name }) => linkName(no, name));
  return `按环节编号的先后：${row.join('，然后 ')}。`;
}

const DONE_NOTE = '按登记的完成日期算。';
const DUE_NOTE = '按商定的计划里每个环节的完成日期算，没有商定计划的不在内。';
const STUCK_NOTE = '卡住：有未销号的问题卡着，或商定的计划里该办完还没办完。';
const LATE_NOTE = '逾期：商定的计划里该办完还没办完。';
const REACHED_NOTE = '按登记的环节完成情况，不涉及的不算。';

export function linksNote({ is, each, said, from, to }: LinksAsked, without: number): string {
  const dated = from !== undefined || to !== undefined;
  const note = dated
    ? is === 'done'
      ? DONE_NOTE
      : DUE_NOTE
    : is === 'late'
      ? LATE_NOTE
      : is === 'stuck' || each
        ? STUCK_NOTE
        : said === undefined
          ? `${REACHED_NOTE}${STUCK_NOTE}`
          : REACHED_NOTE;
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
