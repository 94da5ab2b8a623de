/** 红黑榜 of a month: proposed by rule, edited by the office, published after approval. Units and projects, never people. */
import type { BulletinRules } from './model.ts';
import { type PeriodFigures, proposalOf, type ResultFigures } from './stats.ts';
import type { Day, Instant } from './time.ts';

export type BulletinState = 'draft' | 'approved' | 'discarded';

export interface BulletinEntry {
  list: 'red' | 'black';
  of: 'unit' | 'project';
  /** Of the unit or project. */
  id: number;
  closed: number;
  rate: number;
  /** Numbers of the missed targets, the first of them. */
  missed: number[];
  missedTotal: number;
  /** Left out by the office. */
  left: boolean;
  /** Why it is on the red list, written by the office; without one it may not be published there. */
  reason: string | null;
}

/** 红黄牌通报: units with red or yellow issues at the end of the month. */
export interface PlateLine {
  unitId: number;
  red: number[];
  yellow: number[];
}

export interface BulletinPayload {
  /** Figures of the month, of the year until then, and of all time: never added up. */
  month: PeriodFigures;
  year: PeriodFigures;
  all: PeriodFigures;
  open: number;
  units: ResultFigures[];
  entries: BulletinEntry[];
  plates: PlateLine[];
  /** The numbers it was proposed by. */
  rules: BulletinRules;
  /** How often it was let go to a group; a group that could not be reached gives it back. */
  tries: number;
}

export interface Bulletin {
  id: number;
  areaId: number;
  /** First day of the month. */
  month: Day;
  payload: BulletinPayload;
  state: BulletinState;
  createdAt: Instant;
  decidedBy: number | null;
  decidedAt: Instant | null;
  chatId: string | null;
}

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
export type Unready = { code: 'not-draft' } | { code: 'reason-missing'; entries: BulletinEntry[] };

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
