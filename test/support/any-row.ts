/** A row of the outbox of any kind with any payload, as only a test or another version would write it. */
import type { NewOutboxRow, RowFacts } from '../../src/kinds/kind.ts';

export function anyRow(row: RowFacts<unknown> & { kind: string }): NewOutboxRow {
  return row as unknown as NewOutboxRow;
}
