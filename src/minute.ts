/** The clock on Node: something to do once a minute, by whatever the wall clock says. */

const LOOK_MS = 1000;
const MINUTE_MS = 60_000;

export interface MinuteClock {
  /** Starts nothing more, and resolves when what is under way has ended. */
  stop(): Promise<void>;
}

/**
 * Calls `work` whenever another minute has begun, never twice at once. The minute is looked at, not slept for: a clock
 * that is set back by hours, a machine that was suspended or a busy moment at :00 costs no minute more.
 * @param work never rejects
 */
export function everyMinute(clock: () => number, work: () => Promise<void>): MinuteClock {
  const minute = () => Math.floor(clock() / MINUTE_MS);
  let last = minute();
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    if (running || minute() === last) return;
    last = minute();
    running = work().finally(() => {
      running = undefined;
    });
  }, LOOK_MS);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
