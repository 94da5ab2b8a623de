/** What is stored of a ledger that is being imported: what was chosen, each row as it is to be written, what came of it. Types only. */
import type { Issue, Status } from '../issue.ts';
import type { Day } from '../time.ts';
import type { LedgerField, LedgerKind } from './model.ts';

/** 待确认 · 正在写入 · 已写入 · 已取消 · 正在撤回 · 已撤回. */
export type ImportState = 'preview' | 'writing' | 'done' | 'cancelled' | 'revoking' | 'revoked';

export type NameKind = 'unit' | 'person' | 'project';

/** What somebody said a name stands for. `new`: to be made; `none`: nobody, the row does without. */
export interface ChosenName {
  kind: NameKind;
  heard: string;
  to: number | 'new' | 'none';
}

/** Everything that was changed in the preview. */
export interface ImportChoices {
  sheets?: string[];
  overrides?: { sheet: string; letter: string; field: LedgerField }[];
  itemKind?: { sheet: string; kind: 'problems' | 'tasks' }[];
  monthOnly?: 'last-day' | 'first-day' | 'last-working-day';
  splitCells?: boolean;
  includeHidden?: boolean;
  /** Deadlines that are over remind at once; otherwise they sleep until somebody says so. */
  ringPast?: boolean;
  /** The day links count as done on that have a mark and no day. */
  linkDay?: Day;
  names?: ChosenName[];
  /** The project all rows of a table belong to that names none. */
  projectId?: number;
  /** Kinds that are left out. */
  without?: LedgerKind[];
}

/** A unit, person or project of a row: known, or by the name under which it is made in this very import. */
export type Target = { id: number } | { name: string } | null;

interface Placed {
  /** 台账!D17. */
  at: string;
  /** What it is called in a report. */
  title: string;
}

/** A deadline that is written; null: the default limit, or none at all when it is long-term. */
export interface PlannedDeadline {
  day: Day;
  phrase: string;
}

export interface PlannedItem extends Placed {
  kind: 'problem' | 'task';
  text: string;
  project: Target;
  unit: Target;
  coUnits: Target[];
  personId: number | null;
  deadline: PlannedDeadline | null;
  longTerm: boolean;
  /** The words that say so: 长期坚持. */
  longTermPhrase: string;
  categoryId: number | null;
  closed: boolean;
  closedOn: Day | null;
  raisedOn: Day | null;
  progress: string;
  stateText: string;
  measure: string;
  source: string;
  verifier: string;
  note: string;
  /** '' for problems. */
  batch: string;
  /** Which row of which file it is, to know it again when its words were rewritten. */
  key: string | null;
  /** Whether it rings though its deadline is over. */
  ring: boolean;
  /** The item it was found to be, as it was then. */
  issueId: number | null;
  seenVersion: number | null;
  /** Of a known one: what differs and is written. */
  changes: ItemChanges | null;
}

/** What a ledger changes of an item that exists. */
export interface ItemChanges {
  unit?: Target;
  deadline?: PlannedDeadline;
  progress?: string;
  /** Said to be done: reported done, for somebody else to verify. */
  closed?: true;
  longTerm?: true;
}

export interface PlannedProject extends Placed {
  kind: 'project';
  project: Target;
  name: string;
  /** null: leave as it is. */
  facts: {
    enterprise?: string;
    park?: string;
    level?: string;
    land?: string;
    bucket?: string;
    industries?: string[];
    investTotal?: number;
    /** All of 备注 as it is to be. */
    note?: string;
  };
  /** Planned days of nodes by name. */
  nodes: Record<string, Day>;
  leadUnit: Target;
  secretaryId: number | null;
  leaderId: number | null;
}

/** All procedures of one project: they stand in one row of the ledger. */
export interface PlannedLinks extends Placed {
  kind: 'links';
  project: Target;
  links: { no: number; name: string; value: 'done' | 'not-needed'; day: Day | null; at: string }[];
}

export interface PlannedInvestment extends Placed {
  kind: 'investment';
  project: Target;
  year: number;
  /** null: the plan of the year. */
  month: number | null;
  planned: number | null;
  actual: number | null;
}

export interface PlannedUnit extends Placed {
  kind: 'unit';
  unit: Target;
  name: string;
  shortNames: string[];
  headId: number | null;
  coordinatorId: number | null;
}

export interface PlannedPerson extends Placed {
  kind: 'person';
  personId: number;
  unit: Target;
}

export interface PlannedHoliday extends Placed {
  kind: 'holiday';
  from: Day;
  until: Day;
  name: string;
  working: boolean;
}

export type PlannedRow =
  | PlannedUnit
  | PlannedPerson
  | PlannedProject
  | PlannedHoliday
  | PlannedInvestment
  | PlannedLinks
  | PlannedItem;

/**
 * What became of a row, or will. `conflict`: ours is newer and stays; `refused`: not this person's to write; `revoked`
 * and `kept`: taken back, or not because somebody went on with it.
 */
export type RowState =
  | 'waiting'
  | 'new'
  | 'changed'
  | 'same'
  | 'conflict'
  | 'refused'
  | 'failed'
  | 'revoked'
  | 'kept';

/** A value as it was before, to be put back by 撤回 when it is still what was written. */
export interface Reversal {
  what: string;
  from: unknown;
  to: unknown;
}

export interface RowOutcome {
  /** Why it was not written. */
  reason?: string;
  /** Of an item: the version right after it was written. */
  version?: number;
  /** Of an item that slept and was woken with the whole import: its version since, and what it was before the import. */
  woken?: { version: number; before: Issue | null };
  /** Made by this row: a project, a unit. */
  made?: { kind: 'project' | 'unit'; id: number };
  projectId?: number;
  linkId?: number;
  reversals?: Reversal[];
  status?: Status;
}

/** What stands in the report, kept after the rows. */
export interface ImportReport {
  counts: Partial<Record<RowState, number>>;
  total: number;
}
