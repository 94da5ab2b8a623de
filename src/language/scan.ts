/** Reads a text word by word with the vocabulary of lists and questions; both build their filter from it. */

import type { IssueFilter } from '../domain/answer.ts';
import { OPEN_STATUSES, type Status } from '../domain/issue.ts';
import { dayOf } from '../domain/time.ts';
import type { ReadContext } from './definition.ts';
import { type Period, periodAt } from './lexicon/periods.ts';
import { type QueryWord, queryWordAt, type StateWord } from './lexicon/states.ts';
import { nearestByArea, readNames } from './names.ts';
import { MENTION, type Phrase } from './phrase.ts';

export interface Scan {
  unitIds: number[];
  projectIds: number[];
  areaIds: number[];
  personOpenIds: string[];
  states: StateWord[];
  periods: Period[];
  basis?: 'due' | 'logged';
  /** How often each other tag occurs. */
  tags: ReadonlyMap<QueryWord['tag'], number>;
  /** Names as written, in order, for the title. */
  names: string[];
  /** What no word covers, spaces and marks aside. */
  left: string[];
  /** Ends in 的, particles aside. */
  endsOf: boolean;
}

const IGNORED = /[\s\p{P}\p{S}\p{M}\p{Extended_Pictographic}]/u;
const PARTICLE = /(?:了|吗|呢|啊|呀|吧|嘛|\s|\p{P})+$/u;

/** Costs the length of the text times the longest list of names with one first character. */
export function scanQuery(phrase: Phrase, context: ReadContext): Scan {
  const { directory, now, actor } = context;
  const { folded } = phrase;
  const today = dayOf(now, directory.settings.timeZone);
  // A word of the vocabulary beside a name leaves it a word of its own: 兴发逾期.
  const known = (text: string, at: number) =>
    Math.max(periodAt(text, at, today)?.length ?? 0, queryWordAt(text, at)?.word.length ?? 0);
  const named = new Map(readNames(phrase, directory, known).map((name) => [name.span[0], name]));
  const tags = new Map<QueryWord['tag'], number>();
  const scan: Scan = {
    unitIds: [],
    projectIds: [],
    areaIds: [],
    personOpenIds: phrase.mentions.map((m) => m.openId),
    states: [],
    periods: [],
    tags,
    names: phrase.mentions.map((m) => m.name),
    left: [],
    endsOf: folded.replace(PARTICLE, '').endsWith('的'),
  };
  const homeArea = directory.unit(actor.person.unitId ?? -1)?.areaId;
  const add = (to: number[], ids: number[], areaOf: (id: number) => number | undefined) => {
    to.push(...nearestByArea(ids, areaOf, homeArea, directory).filter((id) => !to.includes(id)));
  };
  let unknown = '';
  const flush = () => {
    if (unknown !== '') scan.left.push(unknown);
    unknown = '';
  };
  for (let at = 0; at < folded.length; ) {
    const name = named.get(at);
    const period = periodAt(folded, at, today);
    const word = queryWordAt(folded, at);
    const longest = Math.max(name?.name.length ?? 0, period?.length ?? 0, word?.word.length ?? 0);
    if (longest === 0) {
      const character = String.fromCodePoint(folded.codePointAt(at) ?? 0);
      const dot = character === '·' && unknown !== '' && /\p{L}/u.test(folded.charAt(at + 1));
      if (!dot && (character === MENTION || IGNORED.test(character))) flush();
      else unknown += phrase.text.slice(at, at + character.length);
      at += character.length;
      continue;
    }
    flush();
    if (name?.name.length === longest) {
      const { unitIds, projectIds } = name;
      const own = projectIds.filter((id) => context.chat.projectIds.includes(id));
      if (unitIds.length > 0) add(scan.unitIds, unitIds, (id) => directory.unit(id)?.areaId);
      else if (projectIds.length > 0)
        add(scan.projectIds, own.length > 0 ? own : projectIds, (id) => directory.project(id)?.areaId);
      else scan.areaIds.push(...name.areaIds);
      scan.names.push(phrase.text.slice(at, at + longest));
    } else if (period?.length === longest) scan.periods.push(period.period);
    else if (word) {
      const { meaning } = word;
      tags.set(meaning.tag, (tags.get(meaning.tag) ?? 0) + 1);
      if (meaning.tag === 'state') scan.states.push(meaning.state);
      if (meaning.tag === 'state' && meaning.me) tags.set('me', 1);
      if (meaning.tag === 'longest' && meaning.overdue) scan.states.push({ kind: 'overdue' });
      if (meaning.tag === 'basis') scan.basis = meaning.basis;
    }
    at += longest;
  }
  flush();
  return scan;
}

/** How the days of the period are meant. */
export type Basis = 'due' | 'logged' | 'closed';

/**
 * The filter a scan asks for. Without a state it is about open problems.
 * @param open false: whatever the state (兴发怎么样了)
 */
export function filterOf(scan: Scan, context: ReadContext, open = true): IssueFilter {
  const filter: IssueFilter = {};
  const projectIds = projectsOf(scan, context);
  if (projectIds) filter.projectIds = projectIds;
  if (scan.unitIds.length > 0) filter.unitIds = scan.unitIds;
  if (scan.tags.has('me') && scan.unitIds.length === 0) Object.assign(filter, ofSpeaker(scan, context));
  const statuses = statusesOf(scan.states);
  const colors = scan.states.flatMap((s) => (s.kind === 'color' ? [s.color] : []));
  if (colors.length > 0) filter.colors = [...new Set(colors)];
  if (scan.states.some((s) => s.kind === 'overdue')) filter.overdue = true;
  if (scan.states.some((s) => s.kind === 'agenda')) filter.onAgenda = true;
  if (statuses) filter.statuses = statuses;
  else if (open && colors.length === 0 && !filter.overdue && basisOf(scan) !== 'logged') {
    filter.statuses = [...OPEN_STATUSES];
  }
  const period = periodOf(scan);
  if (period) Object.assign(filter, daysOf(period, basisOf(scan)));
  if (scan.tags.has('longest')) filter.sort = 'longest';
  else if (scan.tags.has('newest')) filter.sort = 'newest';
  return filter;
}

/** Named projects, else those of a named area, else the group's. */
function projectsOf(scan: Scan, { directory, chat }: ReadContext): number[] | undefined {
  if (scan.projectIds.length > 0) return scan.projectIds;
  const areas = scan.areaIds.filter((id) => id !== directory.topAreaId);
  if (areas.length > 0) {
    const inside = (areaId: number) => areas.some((area) => directory.reaches(area, areaId));
    return directory.data.projects.filter((p) => inside(p.areaId)).map((p) => p.id);
  }
  return chat.kind === 'group' && chat.projectIds.length > 0 ? [...chat.projectIds] : undefined;
}

/** 我的: what I signed for; what waits to be signed or routed waits for my units. */
function ofSpeaker(scan: Scan, { actor }: ReadContext): IssueFilter {
  const waits = (s: StateWord) =>
    s.kind === 'status' && (s.status === 'unsigned' || s.status === 'unrouted' || s.status === 'verifying');
  if (!scan.states.some(waits)) return { personId: actor.person.id };
  if (!scan.states.some((s) => s.kind === 'status' && s.status === 'unsigned')) return {};
  const own = actor.person.unitId === null ? [] : [actor.person.unitId];
  const unitIds = [...new Set([...own, ...actor.signsFor])];
  return unitIds.length > 0 ? { unitIds } : { personId: actor.person.id };
}

function statusesOf(states: readonly StateWord[]): Status[] | undefined {
  if (states.some((s) => s.kind === 'open')) return [...OPEN_STATUSES];
  const named = states.flatMap((s): Status[] =>
    s.kind === 'status' ? [s.status] : s.kind === 'closed' ? ['closed'] : [],
  );
  return named.length > 0 ? [...new Set(named)] : undefined;
}

/** 全部 in 全部状态, or asked for beside nothing else: no narrowing by state. */
export function wantsAll(scan: Scan): boolean {
  return scan.states.some((s) => s.kind === 'all');
}

/** Several periods named: from the first day to the last. */
export function periodOf(scan: Scan): Period | undefined {
  const [first, ...others] = scan.periods;
  if (!first) return undefined;
  return others.reduce(
    (whole, next) => ({
      from: next.from < whole.from ? next.from : whole.from,
      until: next.until > whole.until ? next.until : whole.until,
      name: `${whole.name}、${next.name}`,
      past: whole.past && next.past,
    }),
    first,
  );
}

export function basisOf(scan: Scan): Basis {
  if (scan.basis) return scan.basis;
  if (scan.states.some((s) => s.kind === 'closed')) return 'closed';
  const states = scan.states.some((s) => s.kind !== 'all');
  return periodOf(scan)?.past && !states ? 'logged' : 'due';
}

function daysOf({ from, until }: Period, basis: Basis): IssueFilter {
  if (basis === 'logged') return { loggedFrom: from, loggedTo: until };
  if (basis === 'closed') return { closedFrom: from, closedTo: until };
  return { dueFrom: from, dueTo: until };
}

const BASIS_NAMES: Record<Basis, string> = { due: '到期', logged: '登记', closed: '办结' };

/** Chinese title of what a scan asks for: 供电公司 · 本月办结. */
export function titleOfScan(scan: Scan): string {
  const period = periodOf(scan);
  const basis = basisOf(scan);
  const states = scan.states.filter((s) => s.kind !== 'all' && !(period && s.kind === 'closed'));
  const parts = [
    ...new Set(scan.tags.has('me') && scan.names.length === 0 ? ['我的'] : scan.names),
    ...(period ? [`${period.name}${BASIS_NAMES[basis]}`] : []),
    ...new Set(states.map(nameOfState)),
    ...(scan.tags.has('longest') ? ['用时最长'] : []),
  ];
  const bare = states.length === 0 && !period && !scan.tags.has('longest');
  if (bare && !(scan.tags.has('how') && parts.length > 0)) {
    parts.push(wantsAll(scan) ? '全部问题' : '未销号问题');
  }
  return parts.join(' · ');
}

function nameOfState(s: StateWord): string {
  switch (s.kind) {
    case 'color':
    case 'status':
      return s.name;
    case 'closed':
      return '已销号';
    case 'overdue':
      return '逾期';
    case 'open':
      return '未销号';
    case 'agenda':
      return '上会';
    case 'all':
      return '全部';
  }
}
