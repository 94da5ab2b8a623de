/** The platform's sending limits as bookkeeping: slots are reserved in blocks, shared with other processes, then used. */
import type { Grant } from '../db/pacing.ts';
import type { Instant } from '../domain/time.ts';

/** reference/feishu.md §4.1: 50/s and 1000/min per API and app, 5/s per group, person and message. */
export const LIMITS = { perSecond: 50, perMinute: 1000, targetPerSecond: 5 } as const;

/** Kept below the published limits: other bots share a group's five, and windows do not start together. */
export const PLANNED = { perSecond: 45, perMinute: 980, targetPerSecond: 4 } as const;

/** A call arrives some time after its slot was used, so two seconds of slots may meet in one: a quarter more. */
const SECOND_MS = 1250;
const MINUTE_MS = 60_000;
/** A reserved slot is used within this time or not at all: the other processes reckon with it that long. */
export const VALID_MS = 1500;
/** The clocks of two processes may differ by this much. */
export const SKEW_MS = 5000;

/** One message: the API whose limits of the app apply ('send', 'patch', 'read'), and whom it is for. */
export interface RateLimitRequest {
  lane: string;
  target: string;
}

export interface Reservation {
  /** Slots taken, by lane and by target: what the other processes must know. */
  slots: Record<string, number>;
  /** Gives back what has not been used. */
  release(): void;
}

export interface Pacer {
  /** Name of this process among those that share the limits. */
  readonly holder: string;
  /** Number of the newest grant known here. */
  seen: number;
  /** Takes note of what other processes have taken. */
  learn(grants: Grant[], now: Instant): void;
  /** Takes a slot for each message, in order, as far as there is room. */
  reserve(wants: RateLimitRequest[], now: Instant): Reservation;
  /** Uses a reserved slot now; else says when to ask again. Without `at`: soon, in its old place. */
  admit(lane: string, target: string, now: Instant): { ok: true } | { ok: false; at?: Instant };
  /** How many could leave in this lane now; what is more need not be claimed. */
  room(lane: string, now: Instant): number;
  /** When this lane has room again: now, or later. */
  freeAt(lane: string, now: Instant): Instant;
  /** The platform said to wait: nothing leaves to this target (or in this lane) before then. */
  block(key: string, until: Instant): void;
}

interface Slot {
  /** When it was reserved; once used, when that was. */
  at: Instant;
  used: boolean;
}

/** Sliding windows in memory: exact for the own slots, careful with those of others. */
export function createPacer(
  holder = '',
  limits: { perSecond: number; perMinute: number; targetPerSecond: number } = PLANNED,
): Pacer {
  const own = new Map<string, Slot[]>();
  const foreign = new Map<string, { at: Instant; count: number }[]>();
  const waiting = new Map<string, Slot[]>();
  const blocked = new Map<string, Instant>();
  let learntAt = Number.NEGATIVE_INFINITY;
  let sweepAt = 0;

  /** Each slot that counts for a window of `ms` with the instant it stops to. A clock set back keeps none of the future. */
  const each = (key: string, ms: number, now: Instant, tell: (end: Instant, count: number) => void) => {
    for (const { at, used } of own.get(key) ?? []) {
      const end = at + (used ? ms : VALID_MS);
      if (at <= now && end > now) tell(end, 1);
    }
    for (const { at, count } of foreign.get(key) ?? []) {
      const end = at + ms + VALID_MS;
      if (at <= now && end > now) tell(end, count);
    }
  };
  const countIn = (key: string, ms: number, now: Instant): number => {
    let sum = 0;
    each(key, ms, now, (_, count) => {
      sum += count;
    });
    return sum;
  };
  /** First instant at which fewer than `limit` slots of the last `ms` count. */
  const windowFree = (key: string, limit: number, ms: number, now: Instant): Instant => {
    if (countIn(key, ms, now) < limit) return now;
    const ends: Instant[] = [];
    each(key, ms, now, (end, count) => {
      for (let n = 0; n < count; n++) ends.push(end);
    });
    return ends.sort((a, b) => a - b)[ends.length - limit] ?? now;
  };
  const laneFree = (lane: string, now: Instant): Instant => {
    const key = `lane:${lane}`;
    return Math.max(
      windowFree(key, limits.perMinute, MINUTE_MS, now),
      windowFree(key, limits.perSecond, SECOND_MS, now),
      blocked.get(key) ?? 0,
    );
  };
  const targetFree = (target: string, now: Instant): Instant =>
    Math.max(windowFree(target, limits.targetPerSecond, SECOND_MS, now), blocked.get(target) ?? 0);
  const room = (lane: string, now: Instant): number => {
    const key = `lane:${lane}`;
    if ((blocked.get(key) ?? 0) > now) return 0;
    const minute = limits.perMinute - countIn(key, MINUTE_MS, now);
    return Math.max(0, Math.min(minute, limits.perSecond - countIn(key, SECOND_MS, now)));
  };
  const append = <T>(map: Map<string, T[]>, key: string, value: T) => {
    const list = map.get(key);
    if (list) list.push(value);
    else map.set(key, [value]);
  };
  const sweep = (now: Instant) => {
    if (now - sweepAt < MINUTE_MS / 4 && now >= sweepAt) return;
    sweepAt = now;
    for (const map of [own, foreign]) {
      for (const [key, list] of map as Map<string, { at: Instant }[]>) {
        const ms = key.startsWith('lane:') ? MINUTE_MS : SECOND_MS;
        const kept = list.filter(({ at }) => at <= now && at > now - ms - VALID_MS);
        if (kept.length === 0) map.delete(key);
        else map.set(key, kept as never);
      }
    }
    for (const [key, until] of blocked) if (until <= now) blocked.delete(key);
    for (const [key, slots] of waiting)
      if (slots.every(({ at }) => at > now || at <= now - VALID_MS)) waiting.delete(key);
  };

  return {
    holder,
    seen: 0,
    learn(grants, now) {
      for (const grant of grants) {
        if (grant.holder === holder) continue;
        // Never older than the last look, however wrong the other's clock is; never taken for older than it may be.
        const at = Math.min(now, Math.max(learntAt, grant.at + SKEW_MS));
        for (const [key, count] of Object.entries(grant.slots)) append(foreign, key, { at, count });
      }
      learntAt = now;
    },
    reserve(wants, now) {
      sweep(now);
      const slots: Record<string, number> = {};
      const taken: Slot[] = [];
      const rooms = new Map<string, number>();
      for (const { lane, target } of wants) {
        const left = rooms.get(lane) ?? room(lane, now);
        rooms.set(lane, left);
        if (left === 0 || targetFree(target, now) > now) continue;
        rooms.set(lane, left - 1);
        const slot: Slot = { at: now, used: false };
        for (const key of [`lane:${lane}`, target]) {
          append(own, key, slot);
          slots[key] = (slots[key] ?? 0) + 1;
        }
        append(waiting, `${lane} ${target}`, slot);
        taken.push(slot);
      }
      return {
        slots,
        release() {
          for (const slot of taken) if (!slot.used) slot.at = Number.NEGATIVE_INFINITY;
        },
      };
    },
    admit(lane, target, now) {
      const wait = Math.max(blocked.get(target) ?? 0, blocked.get(`lane:${lane}`) ?? 0);
      if (wait > now) return { ok: false, at: wait };
      const slots = waiting.get(`${lane} ${target}`) ?? [];
      for (let slot = slots.shift(); slot; slot = slots.shift()) {
        if (slot.used || slot.at > now || slot.at <= now - VALID_MS) continue;
        slot.at = now;
        slot.used = true;
        return { ok: true };
      }
      const at = Math.max(laneFree(lane, now), targetFree(target, now));
      return at > now ? { ok: false, at } : { ok: false };
    },
    room,
    freeAt: laneFree,
    block(key, until) {
      blocked.set(key, Math.max(until, blocked.get(key) ?? 0));
    },
  };
}
