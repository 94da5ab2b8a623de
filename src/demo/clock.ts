/** The demo's clock: runs like the real one, from wherever it was set. */
export interface DemoClock {
  now(): number;
  set(at: number): void;
}

/** @param real ms since epoch of the machine */
export function createDemoClock(start: number, real: () => number = Date.now): DemoClock {
  let offset = start - real();
  return {
    now: () => real() + offset,
    set: (at) => {
      offset = at - real();
    },
  };
}
