/** Which push a transaction works for: noted once at its beginning, written beside the messages and cards it asks for. */
import type { Tx } from './open.ts';

const causes = new WeakMap<Tx, string>();

/** Notes the request id of the push whose work `tx` does. */
export function setRequestId(tx: Tx, requestId: string): void {
  causes.set(tx, requestId);
}

/** null: the clock, or nobody said. */
export function requestIdOf(tx: Tx): string | null {
  return causes.get(tx) ?? null;
}
