/** 交接: a deputy for dates. Nothing is moved: while it is active, what would go to the person goes to the deputy. */
import { addDays, type Day, daysBetween, type Instant, instantAt } from './time.ts';

/** `ended` by itself on time, or because it was over before it could begin; `cancelled` by a person. */
export type HandoverState = 'planned' | 'active' | 'ended' | 'cancelled';

export interface Handover {
  id: number;
  personId: number;
  deputyId: number;
  /** Both days belong to it. */
  fromDay: Day;
  untilDay: Day;
  state: HandoverState;
  madeBy: number;
  beganAt: Instant | null;
  endedAt: Instant | null;
  nextAt: Instant | null;
}

export type HandoverDays = Pick<Handover, 'fromDay' | 'untilDay'>;

/** Who stands in for somebody at this moment, chains followed. */
export interface StandIn {
  personId: number;
  deputyId: number;
  /** false: the platform says this deputy cannot be reached. */
  reachable: boolean;
}

export const HANDOVER_DAYS_MAX = 90;
/** A first day further ahead is most likely this year's that is over already. */
export const HANDOVER_AHEAD_MAX = 180;

export type HandoverProblem =
  | { code: 'self' }
  | { code: 'past' }
  | { code: 'too-long'; days: number }
  | { code: 'too-far' }
  | { code: 'overlap'; other: Handover }
  | { code: 'cycle'; other: Handover };

/** When it begins: the first minute of its first day. */
export function beginsAt({ fromDay }: HandoverDays, timeZone: string): Instant {
  return instantAt(fromDay, '00:00', timeZone);
}

/** When it is over: the first minute after its last day. */
export function endsAt({ untilDay }: HandoverDays, timeZone: string): Instant {
  return instantAt(addDays(untilDay, 1), '00:00', timeZone);
}

function overlaps(a: HandoverDays, b: HandoverDays): boolean {
  return a.fromDay <= b.untilDay && b.fromDay <= a.untilDay;
}

/**
 * Why somebody's handover cannot be made; undefined when it can.
 * @param others all that are planned or active, of everybody
 */
export function handoverProblem(
  made: HandoverDays & { personId: number; deputyId: number },
  others: readonly Handover[],
  today: Day,
): HandoverProblem | undefined {
  if (made.personId === made.deputyId) return { code: 'self' };
  if (made.fromDay < today || made.untilDay < made.fromDay) return { code: 'past' };
  const days = daysBetween(made.fromDay, made.untilDay) + 1;
  if (days > HANDOVER_DAYS_MAX) return { code: 'too-long', days };
  if (daysBetween(today, made.fromDay) > HANDOVER_AHEAD_MAX) return { code: 'too-far' };
  const own = others.find((other) => other.personId === made.personId && overlaps(other, made));
  if (own) return { code: 'overlap', other: own };
  return closesCycle(made, others);
}

/** Whether following the deputy's own handovers, on days all of them share, leads back to the person. */
function closesCycle(
  made: HandoverDays & { personId: number; deputyId: number },
  others: readonly Handover[],
): HandoverProblem | undefined {
  const open = [{ deputyId: made.deputyId, fromDay: made.fromDay, untilDay: made.untilDay }];
  const seen = new Set<string>();
  for (let at = open.pop(); at; at = open.pop()) {
    for (const other of others) {
      if (other.personId !== at.deputyId || !overlaps(other, at)) continue;
      if (other.deputyId === made.personId) return { code: 'cycle', other };
      const fromDay = other.fromDay > at.fromDay ? other.fromDay : at.fromDay;
      const untilDay = other.untilDay < at.untilDay ? other.untilDay : at.untilDay;
      const key = `${other.id}:${fromDay}:${untilDay}`;
      if (!seen.has(key)) open.push({ deputyId: other.deputyId, fromDay, untilDay });
      seen.add(key);
    }
  }
  return undefined;
}

/** Who stands in for whom, A→B→C followed to its end. A circle, which the checks do not let arise, is cut where it closes. */
export function resolveStandIns(
  active: readonly Pick<Handover, 'personId' | 'deputyId'>[],
): Map<number, number> {
  const direct = new Map(active.map((one) => [one.personId, one.deputyId]));
  const resolved = new Map<number, number>();
  for (const [personId, deputyId] of direct) {
    const passed = new Set([personId]);
    let at = deputyId;
    for (let next = direct.get(at); next !== undefined && !passed.has(at); next = direct.get(at)) {
      passed.add(at);
      at = next;
    }
    if (at !== personId) resolved.set(personId, at);
  }
  return resolved;
}

/** What the clock does with one: begin it, end it, or, too late for both, drop it without it ever having acted. */
export function handoverStep(
  one: Pick<Handover, 'state' | 'fromDay' | 'untilDay'>,
  now: Instant,
  timeZone: string,
): 'begin' | 'end' | 'drop' | undefined {
  const over = endsAt(one, timeZone) <= now;
  if (one.state === 'planned' && over) return 'drop';
  if (one.state === 'planned' && beginsAt(one, timeZone) <= now) return 'begin';
  return one.state === 'active' && over ? 'end' : undefined;
}
