/** What a kind of job of the outbox is: work after a commit, tried again like a message. */
import type { Deps } from '../deps.ts';
import type { RowKind } from '../kinds/kind.ts';
import type { RowOf } from './message.ts';

export interface JobHandling<P> {
  /** What a dead letter of this kind is called, in Chinese. */
  name: string;
  run(deps: Deps, row: RowOf<P>): Promise<void>;
  /** Without the right to do it there is nothing to do: given up at once, and no dead letter. */
  optional?: boolean;
  /** Tells whoever waits that it failed for good, so that it is no dead letter. */
  onFailure?(deps: Deps, row: RowOf<P>, missingRight: boolean): Promise<void>;
}

export interface JobKind<P> extends RowKind<P>, JobHandling<P> {}

export function defineJob<P>(kind: RowKind<P>, handling: JobHandling<P>): JobKind<P> {
  return { ...kind, ...handling };
}
