/** Keeps messages flowing on Node: sends after every commit, and again when the next one is due soon. */
import { nextDueAt } from '../db/due.ts';
import type { Deps } from '../deps.ts';
import { describeError } from '../log.ts';
import { sendDue } from './send.ts';

/** What is due later than this is left to the next tick's wake. */
const SOON_MS = 65_000;

export interface Pump {
  /** Something may be due; returns at once. */
  wake(): void;
  /** Resolves when nothing is being sent and nothing more is due right now. */
  idle(): Promise<void>;
  /** Lets what is being sent finish and starts nothing more. */
  stop(): Promise<void>;
}

/** @param ready false: somebody else is sending just now (the demo's clock is being moved) */
export function createPump(deps: () => Deps, ready: () => boolean = () => true): Pump {
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function run(): Promise<void> {
    do {
      again = false;
      try {
        await sendDue(deps());
      } catch (error) {
        deps().log.error('pump.failed', describeError(error));
      }
      if (!again) await arm();
    } while (again && !stopped);
    running = undefined;
  }

  async function arm(): Promise<void> {
    if (stopped) return;
    try {
      const due = await deps().db.read((tx) => nextDueAt(tx));
      if (due === null || stopped) return;
      const wait = due - deps().clock();
      if (wait > SOON_MS) return;
      clearTimeout(timer);
      timer = setTimeout(wake, Math.max(wait, 50));
      timer.unref?.();
    } catch (error) {
      deps().log.error('pump.failed', describeError(error));
    }
  }

  function wake(): void {
    if (stopped || !ready()) return;
    clearTimeout(timer);
    if (running) again = true;
    else running = run();
  }

  return {
    wake,
    async idle() {
      while (running) await running;
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      while (running) await running;
    },
  };
}
