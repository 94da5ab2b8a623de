/** Whether this process may count as alive to the others, and which of the others has died: who may claim and send. */
import { releaseHolder } from '../db/dead-holder.ts';
import { beatHolder, enterHolder, type LeaseHolder, leaveHolders, listHolders } from '../db/lease-holder.ts';
import type { Db } from '../db/open.ts';
import { describeError, type Log } from '../log.ts';
import { LEASE_MS } from './retry.ts';

const BEAT_MS = 2_000;
/** So long after it began to give its last sign of life a process may claim, and a call may leave. */
export const LASTS_MS = 4_000;
/** Longer than that and the patience of a call together: who was silent so long has no call under way. */
export const SILENT_MS = 15_000;

export interface Holding {
  /** The name rows are claimed under just now; null: nobody's, a lease ends by its time alone. undefined: claim nothing. */
  claimant(): string | null | undefined;
  /** Whether a call for what was claimed under this name may leave at this moment. */
  mayLeave(claimant: string): boolean;
}

/** Where there is no process that lives on (Workers), and where nobody else can be (the embedded database). */
export const UNPROVEN: Holding = { claimant: () => null, mayLeave: () => true };

export interface ProvenHolding extends Holding {
  /** Gives a sign of life, frees what the dead have claimed. Never throws. */
  beat(): Promise<void>;
  /** Beats from now on; resolves after the first. */
  start(): Promise<void>;
  /** Begins no further beat. */
  stop(): void;
  /** Stops, and tells the others not to wait: this process has nothing claimed any more. Never throws. */
  leave(): Promise<void>;
}

/**
 * Names those that were silent for `SILENT_MS`. Only the own clock that no one sets is looked at, and only whether a
 * row has changed: what time others think it is does not matter.
 */
export function createSilence(): (seen: readonly LeaseHolder[], monotonic: number) => LeaseHolder[] {
  let known = new Map<string, { beats: number; since: number }>();
  return (seen, monotonic) => {
    known = new Map(
      seen.map(({ holder, beats }) => {
        const before = known.get(holder);
        return [holder, before?.beats === beats ? before : { beats, since: monotonic }];
      }),
    );
    return seen.filter(({ holder }) => monotonic - (known.get(holder)?.since ?? monotonic) >= SILENT_MS);
  };
}

interface Needs {
  db: Db;
  clock: () => number;
  newId: () => string;
  log: Log;
  wake: () => void;
}

/** @param monotonic ms by a clock nobody sets */
export function createHolding(
  deps: () => Needs,
  monotonic: () => number = () => performance.now(),
): ProvenHolding {
  const silent = createSilence();
  let name: string | undefined;
  /** When the last sign of life that came through was begun, by both clocks. */
  let last: { wall: number; monotonic: number } | undefined;
  let failing = false;
  let beating = false;
  let stopped = true;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** A machine that sleeps stops the one clock, an administrator sets the other: both must say so. */
  const lasts = () => {
    if (!last) return false;
    const wall = deps().clock() - last.wall;
    return wall >= 0 && wall < LASTS_MS && monotonic() - last.monotonic < LASTS_MS;
  };

  async function beat(): Promise<void> {
    const { db, clock, newId, log } = deps();
    const begun = { wall: clock(), monotonic: monotonic() };
    try {
      const { own, seen } = await db.transaction(async (tx) => {
        let own = name;
        if (own === undefined || !(await beatHolder(tx, own, begun.wall))) {
          // What was claimed under the old name may be somebody else's by now: it does not come back with the new one.
          own = newId();
          await enterHolder(tx, own, begun.wall);
        }
        return { own, seen: await listHolders(tx) };
      });
      if (name !== undefined && own !== name) log.warn('holder.given-up', {});
      name = own;
      last = begun;
      failing = false;
      for (const one of silent(seen, monotonic())) if (one.holder !== own) await bury(one);
    } catch (error) {
      if (!failing) log.warn('holder.beat-failed', describeError(error));
      failing = true;
    }
  }

  async function bury(dead: LeaseHolder): Promise<void> {
    const { db, clock, log, wake } = deps();
    const facts = { ...dead, lastsMs: LASTS_MS, leaseMs: LEASE_MS };
    const freed = await db.transaction((tx) => releaseHolder(tx, facts, clock()));
    if (freed === undefined) return;
    log.warn('holder.dead', { freed });
    wake();
  }

  async function goOn(): Promise<void> {
    clearTimeout(timer);
    const begun = monotonic();
    const mayNot = !lasts();
    beating = true;
    await beat();
    beating = false;
    if (stopped) return;
    if (mayNot && lasts()) deps().wake();
    timer = setTimeout(goOn, Math.max(BEAT_MS - (monotonic() - begun), BEAT_MS / 4));
    timer.unref?.();
  }

  const stop = () => {
    stopped = true;
    clearTimeout(timer);
  };
  return {
    claimant() {
      if (lasts()) return name;
      // After a leap of the clock, or a long sleep, nobody need wait for the next beat.
      if (!stopped && !beating) void goOn();
      return undefined;
    },
    mayLeave: (claimant) => claimant === name && lasts(),
    beat,
    start() {
      stopped = false;
      return goOn();
    },
    stop,
    async leave() {
      stop();
      const own = name;
      name = undefined;
      last = undefined;
      if (own === undefined) return;
      const { db, log } = deps();
      await db
        .transaction((tx) => leaveHolders(tx, own))
        .catch((error) => log.warn('holder.beat-failed', describeError(error)));
    },
  };
}
