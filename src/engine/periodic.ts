/** What comes by itself at a time of day on working days (product.md §6): the shape of one such thing. */
import type { Tx } from '../db/open.ts';
import type { Deps } from '../deps.ts';
import type { Directory } from '../domain/directory.ts';
import type { Clock, Day, Instant } from '../domain/time.ts';
import type { NewOutboxRow } from '../kinds/kind.ts';

export interface PeriodicRun {
  day: Day;
  /** After its window: the messages say 补发. */
  late: boolean;
}

export interface Planning extends PeriodicRun {
  deps: Deps;
  tx: Tx;
  directory: Directory;
  at: Instant;
}

export interface Periodic {
  /** Key of its row per day; never change one that has been released. */
  kind: string;
  /** From when on it is due, local time. */
  from(directory: Directory): Clock;
  /** From here on it is late. */
  lateFrom(directory: Directory): Clock;
  /** Not even made up for (补发) from here on. */
  until(directory: Directory): Clock;
  /** Which working days; every one when left out. */
  on?(day: Day, directory: Directory): boolean;
  /** The messages of the day. Drawn when they are sent, so who might have nothing to hear may be among them. */
  plan(planning: Planning): Promise<NewOutboxRow[]>;
}
