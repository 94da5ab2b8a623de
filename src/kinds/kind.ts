/** A kind of row whose JSON is written now and read back later, perhaps by another version: its name and its shape. */
import type { z } from 'zod';
import type { Instant } from '../domain/time.ts';

declare const made: unique symbol;

/** A row of the outbox to be queued; only its kind makes one, so its payload has the kind's shape. */
export interface NewOutboxRow {
  /** Also the platform's uuid. */
  id: string;
  kind: string;
  /** 'chat:oc_…', 'person:ou_…' or 'message:om_…'. */
  target: string;
  issueId?: number | undefined;
  payload: Record<string, unknown>;
  /** At most one row ever has this key. */
  dedupeKey?: string | undefined;
  dueAt: Instant;
  readonly [made]: true;
}

export type RowFacts<P> = Omit<NewOutboxRow, 'kind' | 'payload' | typeof made> & { payload: P };

export type Reading<P> = { ok: true; payload: P } | { ok: false; reason: string };

/** The shape of one kind of stored JSON. */
export interface StoredKind<P> {
  /** Stands in rows; never change one that has been released. */
  readonly kind: string;
  readonly payload: z.ZodType<P>;
}

/** A kind of row of the outbox: a message or a job. */
export interface RowKind<P> extends StoredKind<P> {
  row(facts: RowFacts<P>): NewOutboxRow & { payload: P };
}

export function storedKind<P>(kind: string, payload: z.ZodType<P>): StoredKind<P> {
  return { kind, payload };
}

export function rowKind<P>(kind: string, payload: z.ZodType<P>): RowKind<P> {
  return { kind, payload, row: (facts) => ({ ...facts, kind }) as unknown as NewOutboxRow & { payload: P } };
}

/** Reads what a row holds. `reason` names the field that is wrong and nothing of what stands in it. */
export function readPayload<P>(kind: StoredKind<P>, payload: unknown): Reading<P> {
  const parsed = kind.payload.safeParse(payload);
  if (parsed.success) return { ok: true, payload: parsed.data };
  const path = parsed.error.issues[0]?.path.map(String).join('.') || 'payload';
  return { ok: false, reason: `unreadable-${path}`.slice(0, 100) };
}

/** The same where nothing can be done without it. Throws an error that names kind and field. */
export function mustRead<P>(kind: StoredKind<P>, payload: unknown): P {
  const read = readPayload(kind, payload);
  if (!read.ok) throw new Error(`${kind.kind}: ${read.reason}`);
  return read.payload;
}
