/** Where the processes of a soak read their time: a double of milliseconds per clock, to be added to the machine's. */
import { closeSync, openSync, writeSync } from 'node:fs';

export const SLOT_BYTES = 8;

export interface SoakTime {
  readonly path: string;
  /** The platform's clock, which everybody means when they speak of time. */
  now(): number;
  /** Moves time forward for everybody; timers do not notice. */
  jump(ms: number): void;
  /** How far the clock of a replica is off the platform's. */
  setSkew(slot: number, ms: number): void;
  close(): void;
}

/** @param start what the platform's clock says at first */
export function createSoakTime(path: string, start: number, slots: number): SoakTime {
  const fd = openSync(path, 'w');
  let offset = start - Date.now();
  const skews = Array.from({ length: slots }, () => 0);
  const write = () => {
    const bytes = Buffer.alloc(SLOT_BYTES * slots);
    skews.forEach((skew, slot) => {
      bytes.writeDoubleLE(offset + skew, slot * SLOT_BYTES);
    });
    writeSync(fd, bytes, 0, bytes.length, 0);
  };
  write();
  return {
    path,
    now: () => Math.floor(Date.now() + offset),
    jump(ms) {
      offset += ms;
      write();
    },
    setSkew(slot, ms) {
      skews[slot] = ms;
      write();
    },
    close: () => closeSync(fd),
  };
}
