/** The platform's sending limits as bookkeeping: when may the next message to this target leave? */
import type { Instant } from '../domain/time.ts';

/** reference/feishu.md §4.1: 50/s and 1000/min per API and app, 5/s per group, person and message. */
export const LIMITS = { perSecond: 50, perMinute: 1000, targetPerSecond: 5 } as const;

/** Kept below the published limits: other bots share a group's five, and windows do not start together. */
export const PLANNED = { perSecond: 45, perMinute: 980, targetPerSecond: 4 } as const;

/** A call arrives some time after its slot was taken, so two seconds of slots may meet in one: a quarter more. */
const SECOND_MS = 1250;

export interface Pacer {
  /** Takes a slot now, or says when to ask again. `lane` is the API the app limits apply to. */
  admit(lane: string, target: string, now: Instant): { ok: true } | { ok: false; at: Instant };
  /** How many could leave in this lane now; what is more need not be claimed. */
  room(lane: string, now: Instant): number;
  /** The platform said to wait: nothing leaves to this target (or in this lane) before then. */
  block(key: string, until: Instant): void;
}

/** Sliding windows in memory; right for one process. */
export function createPacer(
  limits: { perSecond: number; perMinute: number; targetPerSecond: number } = PLANNED,
): Pacer {
  const taken = new Map<string, Instant[]>();
  const blocked = new Map<string, Instant>();
  let sweepAt = 0;

  const window = (key: string, now: Instant, ms: number): Instant[] => {
    // A clock that was set back must not keep slots of the future.
    const kept = (taken.get(key) ?? []).filter((at) => at > now - ms && at <= now);
    taken.set(key, kept);
    return kept;
  };
  /** First instant at which fewer than `count` slots of the last `ms` are taken. */
  const freeAt = (slots: Instant[], count: number, ms: number, now: Instant): Instant => {
    const inside = slots.filter((at) => at > now - ms);
    return inside.length < count ? now : inside[inside.length - count]! + ms;
  };

  return {
    admit(lane, target, now) {
      if (now - sweepAt > 60_000 || now < sweepAt) {
        sweepAt = now;
        for (const key of taken.keys()) if (window(key, now, 60_000).length === 0) taken.delete(key);
        for (const [key, until] of blocked) if (until <= now) blocked.delete(key);
      }
      const laneSlots = window(`lane:${lane}`, now, 60_000);
      const targetSlots = window(target, now, SECOND_MS);
      const at = Math.max(
        freeAt(laneSlots, limits.perMinute, 60_000, now),
        freeAt(laneSlots, limits.perSecond, SECOND_MS, now),
        freeAt(targetSlots, limits.targetPerSecond, SECOND_MS, now),
        blocked.get(target) ?? 0,
        blocked.get(`lane:${lane}`) ?? 0,
      );
      if (at > now) return { ok: false, at };
      laneSlots.push(now);
      targetSlots.push(now);
      return { ok: true };
    },
    room(lane, now) {
      if ((blocked.get(`lane:${lane}`) ?? 0) > now) return 0;
      const slots = window(`lane:${lane}`, now, 60_000);
      const lastSecond = slots.filter((at) => at > now - SECOND_MS).length;
      return Math.max(0, Math.min(limits.perMinute - slots.length, limits.perSecond - lastSecond));
    },
    block(key, until) {
      blocked.set(key, Math.max(until, blocked.get(key) ?? 0));
    },
  };
}
