/** What every card is drawn from, beside its own subject. Loaded by the engine right before sending. */
import type { Directory } from '../domain/directory.ts';
import type { Person } from '../domain/model.ts';
import type { Instant } from '../domain/time.ts';

export interface ViewContext {
  now: Instant;
  directory: Directory;
  /** People named by the subject, by id. */
  people: ReadonlyMap<number, Person>;
  /** Data of the demo: cards say so. */
  demo: boolean;
}
