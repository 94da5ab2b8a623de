import type { FaultBox } from './faults.ts';
import type { Hub } from './longconn/hub.ts';
import type { RateWindows } from './rate-windows.ts';
import type { ApiCall, Change, Push, SimOptions } from './types.ts';
import type { World } from './world.ts';

/** What every part of the simulator works on. `world` is data; the rest is machinery. */
export interface Core {
  readonly options: SimOptions;
  world: World;
  now(): number;
  readonly faults: FaultBox;
  readonly windows: RateWindows;
  readonly longconn: Hub;
  calls: ApiCall[];
  pushes: Push[];
  /** Pushes now on the wire. */
  readonly flights: Set<Promise<unknown>>;
  /** Opens the way for pushes a delayPush fault holds back. */
  readonly held: (() => void)[];
  /** Message id → callbacks of that card now waiting for their answer. */
  readonly locked: Map<string, number>;
  emit(change: Change): void;
  timer(fn: () => void, ms: number): void;
}

const LOG_LIMIT = 50_000;

/** Appends to a log and forgets the oldest beyond {@link LOG_LIMIT}, so that a demo may run for weeks. */
export function appendLog<T>(log: T[], entry: T): void {
  log.push(entry);
  if (log.length > LOG_LIMIT) log.splice(0, log.length - LOG_LIMIT);
}

/** Counts `work` as under way until it is done, however it ends. */
export function track<T>(core: Core, work: Promise<T>): Promise<T> {
  const flight = work.finally(() => core.flights.delete(flight));
  core.flights.add(flight);
  flight.catch(() => {});
  return flight;
}

/** Waits `ms` of real time. */
export function sleep(core: Core, ms: number): Promise<void> {
  return new Promise((resolve) => core.timer(resolve, ms));
}
