/** The next page of an import: of writing, or of taking back. */
import type { Deps } from '../../deps.ts';
import { WRITE_LEDGER } from './kinds.ts';

/** What waking an import has come to so far. */
export interface Waking {
  /** Told apart from other times somebody asked for it. */
  run: string;
  /** The last item looked at. */
  after: number;
  woken: number;
  refused: number;
}

export function nextPage(deps: Deps, importId: string, page: number, wake?: Waking) {
  return WRITE_LEDGER.row({
    id: deps.newId(),
    target: `${WRITE_LEDGER.kind}:${importId}`,
    payload: { importId, page, ...(wake && { wake }) },
    dedupeKey: `${WRITE_LEDGER.kind}:${importId}:${wake ? `${wake.run}:` : ''}${page}`,
    dueAt: deps.clock(),
  });
}
