/** The clock on Node: something to do once a minute, by node-cron. */
import { type Logger, schedule } from 'node-cron';

const EVERY_MINUTE = '* * * * *';
const LOOK_MS = 1000;
const MINUTE_MS = 60_000;

// It would tell the console of a minute that lasted longer; what the work has to say it says itself.
const SILENT: Logger = { info() {}, warn() {}, error() {}, debug() {} };

export interface MinuteClock {
  /** Starts nothing more, and resolves when what is under way has ended. */
  stop(): Promise<void>;
}

/**
 * Calls `work` once in every minute, never twice at once. A busy moment at :00, a clock that is set back by hours or a
 * machine that was suspended costs no minute more; work that took longer than a minute is followed by the next at once.
 * @param clock ms since epoch, going as fast as the machine's; may be moved
 * @param work never rejects
 */
export function everyMinute(clock: () => number, work: () => Promise<void>): MinuteClock {
  const minute = () => Math.floor(clock() / MINUTE_MS);
  let last = minute();
  let stopped = false;
  let running: Promise<void> | undefined;
  const workUp = async () => {
    while (!stopped && minute() !== last) {
      last = minute();
      await work();
    }
  };
  // noOverlap does not reach across a restart of the task, this does.
  const run = () => {
    running ??= workUp().finally(() => {
      running = undefined;
    });
    return running;
  };
  const task = schedule(EVERY_MINUTE, run, {
    missedExecutionTolerance: MINUTE_MS - 1000,
    noOverlap: true,
    logger: SILENT,
  });
  // node-cron sleeps until an instant: set back by hours it would be silent for hours, and it counts what a leap missed.
  let seen = clock();
  const guard = setInterval(() => {
    const now = clock();
    if (now < seen || now > seen + MINUTE_MS) {
      void task.stop();
      void task.start();
      void run();
    }
    seen = now;
  }, LOOK_MS);
  return {
    async stop() {
      stopped = true;
      clearInterval(guard);
      void task.destroy();
      await running;
    },
  };
}
