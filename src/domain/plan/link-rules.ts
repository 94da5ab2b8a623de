/** What a link still wants before it may be called done, and until when it runs. Pure. */

import type { DeadlineRule } from '../deadline.ts';
import { recomputeDeadline } from '../deadline.ts';
import type { Directory } from '../directory.ts';
import type { Deadline } from '../issue.ts';
import { type Day, dayOf, daysBetween, type Instant } from '../time.ts';
import { dueAt } from '../worktime.ts';
import { isTicked, openPredecessors } from './link-state.ts';
import type { LinkDefinition, LinkDuration, Plan, ProjectLink } from './model.ts';

export type ByCode = ReadonlyMap<string, ProjectLink>;

export interface Missing {
  /** Hard predecessors that are not done. */
  before: ProjectLink[];
  /** Materials that cannot be handed in later and are not there. */
  materials: LinkDefinition['materials'];
}

/** What holds 完成 back. */
export function missingFor(link: ProjectLink, byCode: ByCode): Missing {
  return {
    before: openPredecessors(link, byCode),
    materials: link.definition.materials.filter(
      (material) => !material.deferrable && isTicked(link, material, byCode) === null,
    ),
  };
}

/** Deadline of a link that begins: the agreed plan's finish, else what was promised, counted from its first day. */
export function linkDeadline(
  { definition }: Pick<ProjectLink, 'definition'>,
  plan: Pick<Plan, 'payload' | 'version'> | undefined,
  start: Day,
  context: { now: Instant; directory: Directory },
): Deadline {
  const { now, directory } = context;
  const today = dayOf(now, directory.clock.timeZone);
  const planned = plan?.payload.steps.find((step) => step.code === definition.code);
  if (plan && planned) {
    const day = planned.finish;
    const at = dueAt(day, undefined, directory.clock);
    return { at, day, phrase: `计划（第${plan.version}版）`, rule: { kind: 'day', start: today, day } };
  }
  const rule = promisedRule(definition.promised, start, context);
  const at = recomputeDeadline(rule, directory.clock);
  const day = dayOf(at, directory.clock.timeZone);
  return { at, day, phrase: `承诺${durationText(definition.promised)}`, rule };
}

function promisedRule(
  { n, unit }: LinkDuration,
  start: Day,
  { now, directory }: { now: Instant; directory: Directory },
): DeadlineRule {
  if (unit === 'working-days') return { kind: 'working-days', start, count: n };
  if (unit === 'days') return { kind: 'calendar-days', start, days: n, months: 0 };
  const over =
    dueAt(start, undefined, directory.clock) <= now && start === dayOf(now, directory.clock.timeZone);
  return { kind: 'day', start, day: over ? directory.calendar.nextWorkingDay(start) : start };
}

/** 7个工作日, 30日, 即办. */
export function durationText({ n, unit }: LinkDuration): string {
  if (unit === 'same-day') return '即办';
  return unit === 'days' ? `${n}日` : `${n}个工作日`;
}

/** Days it has taken so far, in the unit of its promise; the first day is none. null: not begun. */
export function daysUsed(
  link: ProjectLink,
  today: Day,
  directory: Directory,
): { n: number; unit: 'working-days' | 'days' } | null {
  if (link.startedOn === null) return null;
  const end = link.finishedOn ?? link.reportedOn ?? today;
  if (link.definition.promised.unit === 'days')
    return { n: Math.max(0, daysBetween(link.startedOn, end)), unit: 'days' };
  return { n: Math.max(0, directory.calendar.workingDaysBetween(link.startedOn, end)), unit: 'working-days' };
}
