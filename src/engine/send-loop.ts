/** Keeps messages flowing: sends after every commit, and again when the next one is due soon. */
import { nextSendAt } from '../db/due.ts';
import type { Deps } from '../deps.ts';
import { describeError } from '../log.ts';
import { createSender, sendDue } from './send.ts';

/** What is due later than this is left to the next tick's wake. */
const SOON_MS = 65_000;
/** Others may be sending what is due; looking more often would not make it quicker. */
const SHORT_MS = 50;
const LONG_MS = 400;

export interface Pump {
  /** Something may be due; returns at once. */
  wake(): void;
  /** Resolves when nothing is being sent and nothing more is due right now. */
  idle(): Promise<void>;
  /** Starts nothing more, from this moment on; resolves when what is being sent has ended. */
  stop(): Promise<void>;
}

/**
 * For a place without timers of its own: sends what is due, and for `ms` longer what falls due or finds room then.
 * @param pause resolves after so many ms
 */
export async function sendFor(deps: Deps, ms: number, pause: (ms: number) => Promise<void>): Promise<void> {
  const end = deps.clock() + ms;
  for (;;) {
    const { fullUntil = 0 } = await sendDue(deps);
    const due = await deps.db.read((tx) => nextSendAt(tx));
    const next = due === null ? end : Math.max(due, fullUntil, deps.clock() + SHORT_MS);
    if (next >= end) return;
    await pause(next - deps.clock());
  }
}

/** @param ready false: somebody else is sending just now (the demo's clock is being moved) */
export function createSendLoop(deps: () => Deps, ready: () => boolean = () => true): Pump {
  const sender = createSender(deps);
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let waiting = false;
  /** Looks in a row that found nothing to begin. */
  let vain = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function run(): Promise<void> {
    let fullUntil: number | undefined;
    do {
      again = false;
      try {
        const report = await sender.begin();
        fullUntil = report.fullUntil;
        vain = report.worked > 0 ? 0 : vain + 1;
        void wakeAfter();
      } catch (error) {
        deps().log.error('send-loop.failed', describeError(error));
      }
      if (!again) await arm(fullUntil ?? 0);
    } while (again && !stopped);
    running = undefined;
  }

  /** What has ended may have left something behind that can leave now. */
  async function wakeAfter(): Promise<void> {
    if (waiting || sender.underWay() === 0) return;
    waiting = true;
    await sender.lookAgain();
    waiting = false;
    wake();
  }

  async function arm(fullUntil: number): Promise<void> {
    if (stopped) return;
    try {
      const due = await deps().db.read((tx) => nextSendAt(tx));
      if (due === null || stopped) return;
      const wait = Math.max(due, fullUntil) - deps().clock();
      if (wait > SOON_MS) return;
      clearTimeout(timer);
      timer = setTimeout(wake, Math.max(wait, Math.min(SHORT_MS * 2 ** vain, LONG_MS)));
      timer.unref?.();
    } catch (error) {
      deps().log.error('send-loop.failed', describeError(error));
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
      while (running || sender.underWay() > 0) await (running ?? sender.lookAgain());
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      const ended = sender.stop();
      while (running) await running;
      await ended;
    },
  };
}
