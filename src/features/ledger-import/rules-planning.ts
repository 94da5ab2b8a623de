/** What planning an import takes, shares and gives; rules-plan.ts makes it. Types only. */
import type { Actor } from '../../domain/actor.ts';
import type { Directory } from '../../domain/directory.ts';
import type {
  ImportChoices,
  NameKind,
  PlannedInvestment,
  PlannedRow,
  RowState,
  Target,
} from '../../domain/ledger/import.ts';
import type { LedgerReading } from '../../domain/ledger/model.ts';
import type { Person } from '../../domain/model.ts';
import type { Day } from '../../domain/time.ts';
import type { KnownItem } from './rules-compare.ts';
import type { NameBook } from './rules-names.ts';

export type Verdict = Extract<RowState, 'new' | 'changed' | 'same' | 'conflict' | 'refused'>;

export interface PlanEntry {
  row: PlannedRow;
  verdict: Verdict;
  /** Why it is refused, or what stays as it is here. */
  reason?: string;
}

/** A name nobody is known by. `usable`: how many rows say it. */
export interface UnknownName {
  kind: NameKind;
  heard: string;
  count: number;
  at: string;
  nearest: { id: number; name: string }[];
  /** Whether the speaker may make it. */
  mayMake: boolean;
  chosen: number | 'new' | 'none' | undefined;
  /** Of `nearest` the one it is but for the area in front of it. */
  likely: number | undefined;
}

export interface ImportPlan {
  reading: LedgerReading;
  entries: PlanEntry[];
  /** By kind, projects first. */
  unknown: UnknownName[];
  /** Open items whose deadline is over, that are new or get that deadline. */
  past: number;
  longTerm: number;
  /** Open items without a deadline: the default limit. */
  undated: number;
  /** New ones that are struck off, on no day that is said. */
  closedUndated: number;
  /** New ones nobody said when they were raised. */
  unraised: number;
  /** Marks of procedures without a day. */
  undatedLinks: number;
  linkDay: Day;
  /** Procedures that no template of links has, by name, and how many marks stand in their columns. */
  strangeLinks: ReadonlyMap<string, number>;
  /** Problems and tasks of tables that name no project. */
  projectless: number;
}

export interface PlanInput {
  reading: LedgerReading;
  choices: ImportChoices;
  actor: Actor;
  directory: Directory;
  book: NameBook;
  items: readonly KnownItem[];
  people: readonly Person[];
  /** Planned days of a project's nodes by name. */
  nodesOf(projectId: number): Readonly<Record<string, Day | null>>;
  /** By the number of each link: whether it is done, or runs, or does not concern the project. Empty: no template yet. */
  linksOf(projectId: number): ReadonlyMap<number, boolean>;
  /** Whether the amounts are what is known already. */
  amountsStand(row: PlannedInvestment): boolean;
  today: Day;
}

/** What the planners of the kinds share. */
export interface Planning extends PlanInput {
  areaId: number;
  /** Folded names of projects that this file makes. */
  made: Map<string, string>;
  target(kind: 'unit' | 'project', heard: string): Target;
  person(heard: string, unitId?: number): number | null;
  chosen(kind: NameKind, heard: string): number | 'new' | 'none' | undefined;
}

/** What a preview and its forms are drawn from. */
export interface PreviewView {
  importId: string;
  fileName: string;
  plan: ImportPlan;
  choices: ImportChoices;
  /** All of the file, hidden ones included. */
  sheets: readonly string[];
  directory: Directory;
  today: Day;
  demo: boolean;
}
