/** What a kind of message of the outbox is: how it is drawn, and what becomes of it where it cannot go. */
import type { Tx } from '../db/open.ts';
import type { OutboxRow } from '../db/outbox.ts';
import type { Deps } from '../deps.ts';
import type { Instant } from '../domain/time.ts';
import type { RowKind } from '../kinds/kind.ts';
import type { Rendered } from './rendered.ts';

/** A row whose payload has been read. */
export type RowOf<P> = Omit<OutboxRow, 'payload'> & { payload: P };

export interface MessageHandling<P> {
  /** What a dead letter of this kind is called, in Chinese. */
  name: string;
  /** Comes by itself, or privately: due by day, it may be overdue at night, when an outage ends. */
  keepsQuiet?: boolean;
  /** Is for an office: when its group is gone, the office's people get it privately. */
  office?: boolean;
  /** What it looks like at this moment, or why it need not go out. */
  draw(deps: Deps, tx: Tx, row: RowOf<P>, now: Instant): Promise<Rendered>;
  /** In the transaction that records it as sent. */
  onSent?(deps: Deps, tx: Tx, row: RowOf<P>, messageId: string): Promise<void>;
  /** After it could not be delivered. */
  onUndeliverable?(deps: Deps, row: RowOf<P>): Promise<void>;
  /** What is told instead of one that cannot be read or drawn; undefined: nothing. */
  instead?(row: OutboxRow, at: Instant): P | undefined;
}

export interface MessageKind<P> extends RowKind<P>, MessageHandling<P> {}

export function defineMessage<P>(kind: RowKind<P>, handling: MessageHandling<P>): MessageKind<P> {
  return { ...kind, ...handling };
}
