/** 调度包: what the office brings to the weekly meeting, chosen from issues already loaded. Pure. */
import type { Directory } from '../../domain/directory.ts';
import type { Issue } from '../../domain/issue.ts';
import { type LightColor, lightOf } from '../../domain/lights.ts';
import { findMeetingDay, weekStart } from '../../domain/meeting-day.ts';
import type { Project } from '../../domain/model.ts';
import { addDays, type Day, dayOf, type Instant, instantAt } from '../../domain/time.ts';

/** When the pack leaves; what is put on the agenda after it belongs to the next meeting. */
export const PACK_CLOCK = '15:00';
/** A red issue nobody has moved for longer than this many working days needs a leader. */
const STILL_DAYS = 2;

export interface PackPeriod {
  /** Day of the coming pack: today, when it is one. */
  day: Day;
  /** The pack before it: decisions since then are of the coming meeting. */
  since: Instant;
  /** Monday of this week; what was raised and closed is counted from here. */
  weekFrom: Instant;
  /** First and last day of 下周到期: from tomorrow to the Sunday of the next worked week. */
  dueFrom: Day;
  dueTo: Day;
}

/** The span a pack made at `now` speaks of. */
export function packPeriod(directory: Directory, now: Instant): PackPeriod {
  const { calendar, settings } = directory;
  const today = dayOf(now, settings.timeZone);
  const day = findMeetingDay(today, 1, calendar);
  const before = findMeetingDay(day, -1, calendar);
  const after = findMeetingDay(addDays(weekStart(day), 7), 1, calendar);
  return {
    day,
    since: instantAt(before, PACK_CLOCK, settings.timeZone),
    weekFrom: instantAt(weekStart(today), '00:00', settings.timeZone),
    dueFrom: addDays(today, 1),
    dueTo: addDays(weekStart(after), 6),
  };
}

/** Why an issue needs a leader. */
export type LeaderReason =
  | { code: 'still-red'; days: number }
  | { code: 'frozen' }
  | { code: 'appeal' }
  | { code: 'paused'; days: number };

/** Red without change for more than two working days, frozen (踢皮球), an appeal to decide, waiting above (挂账). */
export function leaderReasons(issue: Issue, directory: Directory, now: Instant): LeaderReason[] {
  const { calendar, timeZone } = directory.clock;
  const light = lightOf(issue, directory, now);
  const still = calendar.workingDaysBetween(dayOf(issue.changedAt, timeZone), dayOf(now, timeZone));
  return [
    ...(light.color === 'red' && still > STILL_DAYS ? [{ code: 'still-red', days: still } as const] : []),
    ...(issue.frozen ? [{ code: 'frozen' } as const] : []),
    ...(issue.appeal?.decision === null ? [{ code: 'appeal' } as const] : []),
    ...(light.reason.code === 'paused' ? [{ code: 'paused', days: light.reason.days } as const] : []),
  ];
}

/** 上会事项: what earlier meetings decided, what became of it, and what the coming one will hear. */
export interface Agenda {
  undone: Issue[];
  done: Issue[];
  coming: Issue[];
}

/**
 * @param issues on the agenda, open ones and those closed since the last pack
 * @param putAt when each was last put there
 */
export function agendaOf(
  issues: readonly Issue[],
  putAt: ReadonlyMap<number, Instant>,
  since: Instant,
): Agenda {
  const agenda: Agenda = { undone: [], done: [], coming: [] };
  for (const issue of issues) {
    if (issue.status === 'closed') agenda.done.push(issue);
    else if ((putAt.get(issue.id) ?? 0) >= since) agenda.coming.push(issue);
    else agenda.undone.push(issue);
  }
  return agenda;
}

export interface Some {
  issues: Issue[];
  /** Of all that fit; more than `issues` when there are very many. */
  total: number;
}

export interface ProjectLine {
  project: Project;
  counts: Partial<Record<LightColor, number>> & { open: number };
  raised: number;
  closed: number;
}

export interface MeetingPack extends PackPeriod {
  areaId: number;
  counts: Partial<Record<LightColor, number>> & { total: number };
  agenda: Agenda;
  reds: Some;
  yellows: Some;
  leader: { issue: Issue; reasons: LeaderReason[] }[];
  dueNext: Some;
  projects: ProjectLine[];
  /** Last 进展 of the issues above, by number. */
  progress: ReadonlyMap<number, { at: Instant; note: string }>;
}
