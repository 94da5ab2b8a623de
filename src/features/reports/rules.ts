/** Who reads which report, and which days it speaks of. Pure. */
import { isOfficial, mayNot, reachesArea } from '../../domain/access.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Refused } from '../../domain/decision.ts';
import type { Directory } from '../../domain/directory.ts';
import { weekStart } from '../../domain/meeting-day.ts';
import type { Chat } from '../../domain/model.ts';
import { type PeriodKind, rangeOf } from '../../domain/period.ts';
import { addDays, type Day, datePartsOf, daysBetween } from '../../domain/time.ts';

/** 日报 · 周报 · 月报 · 专报 (of one project). */
export type ReportWord = 'daily' | 'weekly' | 'monthly' | 'special';

/** Days from first to last. */
export interface Days {
  from: Day;
  until: Day;
}

const KIND: Record<ReportWord, PeriodKind> = {
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  special: 'month',
};
/**
 * Most that a report names of what the days brought, and of what stands beside it, so that it can be read on paper; of
 * longer lists it says how many it leaves out.
 */
export const LISTED = { news: 20, beside: 10 };
/** A 专报 of more days would hide what is new in it. */
const LONGEST_DAYS = 366;

export type PeriodProblem = 'future' | 'not-a-day' | 'not-a-week' | 'not-a-month' | 'too-long';

/** The days of a report: those that were said, as far as they fit it, else today, this week or this month. */
export function daysOf(word: ReportWord, said: Days | undefined, today: Day): Days | PeriodProblem {
  const [from, until] = rangeOf(KIND[word], 0, today);
  if (!said) return { from, until };
  if (said.from > today) return 'future';
  const days = daysBetween(said.from, said.until) + 1;
  if (word === 'daily' && days !== 1) return 'not-a-day';
  if (word === 'weekly' && days > 7) return 'not-a-week';
  if (word === 'weekly' && days === 1) return weekOf(said.from);
  const whole = said.from.endsWith('-01') && said.from.slice(0, 7) === said.until.slice(0, 7);
  if (word === 'monthly' && !whole) return 'not-a-month';
  return days > LONGEST_DAYS ? 'too-long' : { from: said.from, until: said.until };
}

/** 周报 2026-11-09: the week of that day. */
function weekOf(day: Day): Days {
  const [from, until] = rangeOf('week', 0, day);
  return { from, until };
}

/** What comes after it, from tomorrow on at the earliest; undefined when that is over, too. */
export function daysAfter(
  word: ReportWord,
  { until }: Days,
  today: Day,
  nextWorkingDay: (day: Day) => Day,
): Days | undefined {
  const first = until >= today ? addDays(today, 1) : addDays(until, 1);
  const last =
    word === 'daily'
      ? nextWorkingDay(until > today ? today : until)
      : word === 'weekly'
        ? addDays(weekStart(addDays(weekStart(until), 7)), 6)
        : rangeOf('month', monthsBetween(today, until < today ? until : today) + 1, today)[1];
  return last > today && first <= last
    ? { from: first > today ? first : addDays(today, 1), until: last }
    : undefined;
}

function monthsBetween(a: Day, b: Day): number {
  const [from, to] = [datePartsOf(a), datePartsOf(b)];
  return (to.year - from.year) * 12 + to.month - from.month;
}

/** An area with all below it, or these projects. */
export interface ReportScope {
  areaId?: number | undefined;
  projectIds?: readonly number[] | undefined;
}

/** `outward`: an enterprise reads it, or reads along; what units have among themselves is left out. */
export type Reading = 'full' | 'outward';

/**
 * Whether somebody may have this report here, and how much of it. In a project's group its officials may, and the
 * enterprise's contact the 专报 of the own project; elsewhere office and leaders by area, secretary and leader of the
 * projects.
 */
export function mayReadReport(
  actor: Actor,
  word: ReportWord,
  scope: ReportScope,
  chat: Pick<Chat, 'kind' | 'projectIds' | 'areaId' | 'external'> | undefined,
  directory: Directory,
): Reading | Refused {
  const { areaId, projectIds = [] } = scope;
  const isOwn = word === 'special' && projectIds.length === 1 && actor.contactOf.includes(projectIds[0] ?? 0);
  if (chat && chat.kind !== 'office') {
    const here = areaId === undefined && projectIds.every((id) => chat.projectIds.includes(id));
    if (chat.kind !== 'project' || !here || projectIds.length === 0) return mayNot(READERS);
    if (isOfficial(actor)) return chat.external ? 'outward' : 'full';
    return isOwn ? 'outward' : mayNot(GROUP_READERS);
  }
  const areas =
    areaId === undefined ? projectIds.map((id) => directory.project(id)?.areaId ?? Number.NaN) : [areaId];
  const top = chat && (chat.areaId ?? directory.topAreaId);
  // The whole office group reads it.
  if (top !== undefined && !areas.every((id) => directory.reaches(top, id))) return mayNot(READERS);
  const upper = areas.every((id) => reachesArea(actor, ['office', 'leader', 'principal'], id, directory));
  const own = (id: number) => actor.secretaryOf.includes(id) || actor.leaderOf.includes(id);
  if (!actor.person.home || areas.length === 0) return isOwn && !chat ? 'outward' : mayNot(READERS);
  if (upper || (areaId === undefined && projectIds.every(own))) return 'full';
  return isOwn && !chat ? 'outward' : mayNot(READERS);
}

const READERS = ['secretary', 'office', 'leader'] as const;
const GROUP_READERS = ['unit', 'secretary', 'office', 'leader'] as const;
