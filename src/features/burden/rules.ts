/** 减负账单: which messages count as what, and who a message burdens. Pure. */
import {
  BURDEN_ROLES,
  type BurdenRole,
  type BurdenSums,
  type GroupBurden,
  type RoleBurden,
} from '../../domain/burden.ts';
import type { Calendar } from '../../domain/calendar.ts';
import type { Directory } from '../../domain/directory.ts';
import type { Chat, Person } from '../../domain/model.ts';
import { addDays, type Day, type Instant, instantAt } from '../../domain/time.ts';

/** Answers to whoever asked; whatever is not named here counts as having come by itself. */
export const ASKED_KINDS = [
  'answer',
  'report',
  'report-file',
  'board-picture',
  'link-template-file',
  'ledger-export-file',
  'ledger-sample',
  'top-card',
] as const;

/** Papers that units would have had to write: the file, or the card where there is no file. */
export const PAPER_KINDS = ['meeting-pack-file', 'report-file', 'bulletin', 'daily-summary'] as const;

/** A person acts on a reminder within so many working days after the day it came. */
export const ACT_DAYS = 2;

/** Between two instants, the second one not in it. */
export interface Stretch {
  from: Instant;
  until: Instant;
}

/** The hours of a month in which messages may come by themselves. */
export function openHours(days: readonly Day[], directory: Directory): Stretch[] {
  const { timeZone, quiet } = directory.settings;
  return days
    .filter((day) => directory.calendar.isWorkingDay(day))
    .map((day) => ({
      from: instantAt(day, quiet.until, timeZone),
      until: instantAt(day, quiet.from, timeZone),
    }));
}

/** For messages of each day: until when somebody has had time to act. */
export function actLimits(
  days: readonly Day[],
  calendar: Calendar,
  timeZone: string,
): (Stretch & { limit: Instant })[] {
  return days.map((day) => ({
    from: instantAt(day, '00:00', timeZone),
    until: instantAt(addDays(day, 1), '00:00', timeZone),
    limit: instantAt(addDays(calendar.addWorkingDays(day, ACT_DAYS), 1), '00:00', timeZone),
  }));
}

/** First to last day. */
export function daysFrom(from: Day, until: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The first role somebody holds; undefined: nobody of these areas. */
export function roleIn(
  person: Person,
  areaIds: readonly number[],
  directory: Directory,
): BurdenRole | undefined {
  const inAreas = (id: number | undefined) => id !== undefined && areaIds.includes(id);
  const { grants, projects } = directory.data;
  const holds = (...roles: string[]) =>
    grants.some((one) => one.personId === person.id && roles.includes(one.role) && inAreas(one.areaId));
  const own = projects.filter((project) => inAreas(project.areaId));
  if (holds('leader', 'principal') || own.some(({ leaderId }) => leaderId === person.id)) return 'leader';
  if (holds('office')) return 'office';
  if (own.some(({ secretaryId }) => secretaryId === person.id)) return 'secretary';
  if (inAreas(directory.unit(person.unitId ?? -1)?.areaId)) return 'unit';
  const contact = own.some(({ contactIds }) => contactIds.includes(person.id));
  const elsewhere = person.unitId !== null || grants.some((one) => one.personId === person.id);
  // Who belongs nowhere is counted at the top.
  return contact || holds('administrator') || (!elsewhere && areaIds.includes(directory.topAreaId))
    ? 'other'
    : undefined;
}

export function isGroupOf(chat: Chat, areaIds: readonly number[], directory: Directory): boolean {
  if (chat.kind === 'office') return areaIds.includes(chat.areaId ?? directory.topAreaId);
  return chat.projectIds.some((id) => areaIds.includes(directory.project(id)?.areaId ?? Number.NaN));
}

/** What one person or group got. */
export interface Got {
  target: string;
  messages: number;
  answers: number;
}

/** Sums by role; nobody can be told from them but by how much the one who got most got. */
export function sumRoles(got: readonly (Got & { role: BurdenRole })[]): RoleBurden[] {
  return BURDEN_ROLES.flatMap((role) => {
    const own = got.filter((one) => one.role === role);
    if (own.length === 0) return [];
    return [
      {
        role,
        people: own.filter(({ messages }) => messages > 0).length,
        messages: own.reduce((sum, { messages }) => sum + messages, 0),
        most: Math.max(...own.map(({ messages }) => messages)),
        answers: own.reduce((sum, { answers }) => sum + answers, 0),
      },
    ];
  });
}

export function sortGroups(groups: readonly GroupBurden[]): GroupBurden[] {
  return groups.toSorted(
    (a, b) => b.messages - a.messages || b.cards - a.cards || (a.name < b.name ? -1 : 1),
  );
}

/** All people together. */
export function totalOf({ roles }: BurdenSums): {
  people: number;
  messages: number;
  most: number;
  average: number | null;
} {
  const people = roles.reduce((sum, one) => sum + one.people, 0);
  const messages = roles.reduce((sum, one) => sum + one.messages, 0);
  return {
    people,
    messages,
    most: Math.max(0, ...roles.map((one) => one.most)),
    average: people === 0 ? null : Math.round((messages / people) * 10) / 10,
  };
}
