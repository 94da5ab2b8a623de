/** The simulator's world in a file, so that the demo's chats survive a restart like its database does. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

export interface DemoMemory {
  /** What the demo's clock showed when it was written. */
  now: number;
  sim: unknown;
}

/** undefined: no file, or one that cannot be read (then the demo begins anew). */
export function readMemory(file: string): DemoMemory | undefined {
  try {
    const read = JSON.parse(readFileSync(file, 'utf8')) as Partial<DemoMemory>;
    return typeof read.now === 'number' && read.sim ? { now: read.now, sim: read.sim } : undefined;
  } catch {
    return undefined;
  }
}

/** Written beside and moved over, so that a crash leaves the old file or the new one. */
export function writeMemory(file: string, memory: DemoMemory): void {
  const beside = `${file}.new`;
  writeFileSync(beside, JSON.stringify(memory));
  renameSync(beside, file);
}
