/** The next page of an import: of writing, or of taking back. */
import type { Deps } from '../../deps.ts';
import { WRITE_LEDGER } from './kinds.ts';

export function nextPage(deps: Deps, importId: string, page: number) {
  return WRITE_LEDGER.row({
    id: deps.newId(),
    target: `${WRITE_LEDGER.kind}:${importId}`,
    payload: { importId, page },
    dedupeKey: `${WRITE_LEDGER.kind}:${importId}:${page}`,
    dueAt: deps.clock(),
  });
}
