/**
 * Loaded into a replica before anything else (node --import): its wall clock is the machine's plus what the file of
 * SOAK_CLOCK says. Nothing of the product knows; timers, which no wall clock moves, stay what they are.
 */
import { openSync, readSync } from 'node:fs';
import { SLOT_BYTES } from './time-file.ts';

const file = process.env.SOAK_CLOCK;
if (!file) throw new Error('soak/clock.ts needs SOAK_CLOCK');
const fd = openSync(file, 'r');
const slot = Number(process.env.SOAK_CLOCK_SLOT ?? 0);
const bytes = Buffer.alloc(SLOT_BYTES);
const RealDate = Date;
const realNow = RealDate.now.bind(RealDate);

function now(): number {
  readSync(fd, bytes, 0, SLOT_BYTES, slot * SLOT_BYTES);
  return realNow() + bytes.readDoubleLE(0);
}

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
