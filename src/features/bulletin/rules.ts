/** Who is proposed for 红黑榜, what the office may change of it, when it may be published. */

import type { Bulletin, BulletinEntry, BulletinPayload } from '../../domain/bulletin.ts';
import type { BulletinRules } from '../../domain/model.ts';
import type { ResultFigures } from '../../domain/stats.ts';
import { proposalOf } from '../../domain/stats.ts';

/** Missed targets named per entry; the rest is counted. */
const MISSED_NAMED = 5;

/** Entries by rule: the best first on the red list, the worst first on the black one. */
export function proposeEntries(
  results: { unit: readonly ResultFigures[]; project: readonly ResultFigures[] },
  rules: BulletinRules,
): BulletinEntry[] {
  const entries = (['unit', 'project'] as const).flatMap((of) =>
    results[of].flatMap((result): BulletinEntry[] => {
      const list = proposalOf(result, rules);
      if (list === null || result.rate === null) return [];
      return [
        {
          list,
          of,
          id: result.id,
          closed: result.closed,
          rate: result.rate,
          missed: result.missed.slice(0, MISSED_NAMED),
          missedTotal: result.missed.length,
          left: false,
          reason: null,
        },
      ];
    }),
  );
  const red = entries.filter((entry) => entry.list === 'red');
  const black = entries.filter((entry) => entry.list === 'black');
  return [
    ...red.sort((a, b) => b.rate - a.rate || b.closed - a.closed || a.id - b.id),
    ...black.sort((a, b) => a.rate - b.rate || b.missedTotal - a.missedTotal || a.id - b.id),
  ];
}

/** Why it cannot be published as it stands; the entries are those that lack something. */
type Unready = { code: 'not-draft' } | { code: 'reason-missing'; entries: BulletinEntry[] };

/** What will be published. */
export function listedEntries(payload: BulletinPayload): BulletinEntry[] {
  return payload.entries.filter((entry) => !entry.left);
}

/** A red entry needs a reason in words; a black one names what was missed, which the rule sees to. */
export function checkReady(bulletin: Bulletin): Unready | null {
  if (bulletin.state !== 'draft') return { code: 'not-draft' };
  const lacking = listedEntries(bulletin.payload).filter((entry) =>
    entry.list === 'red' ? !entry.reason?.trim() : entry.missed.length === 0,
  );
  return lacking.length > 0 ? { code: 'reason-missing', entries: lacking } : null;
}

/** The payload with one entry left out or taken back, and its reason written; null when it has no such entry. */
export function editEntry(
  payload: BulletinPayload,
  index: number,
  change: { left: boolean; reason: string | null },
): BulletinPayload | null {
  const entry = payload.entries[index];
  if (!entry) return null;
  const entries = payload.entries.with(index, {
    ...entry,
    left: change.left,
    reason: change.reason ?? entry.reason,
  });
  return { ...payload, entries };
}
