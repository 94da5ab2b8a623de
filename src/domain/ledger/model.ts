/** What a ledger (台账) holds once it is read: rows with types, each with the cells it came from. Types only. */
import type { Day } from '../time.ts';
import type { LedgerField, LedgerKind } from './field.ts';
import type { UnreadWhy } from './unread-why.ts';

export type { LedgerField, LedgerKind } from './field.ts';

/** Where a cell stands. */
export interface CellRef {
  sheet: string;
  /** D17. */
  address: string;
}

export interface LedgerColumn {
  /** C. */
  letter: string;
  /** With the groups above it: 存在问题、解决方案及完成时限/完成时限; of a column without any '' . */
  header: string;
  field: LedgerField;
  /** 万元, ㎡, %: what stood in brackets. */
  unitOfMeasure?: string;
  /** Of a column of money: the year its header names (2022年计划投资). */
  year?: number;
  /** false: chosen by position, by what the cells look like, or beside a better column; to be shown first. */
  sure: boolean;
  hidden: boolean;
}

export type YearFrom = 'title' | 'row' | 'next';

/** A date as it was written, and what it was read as; `text` is always the cell. */
export type LedgerDay =
  | {
      kind: 'day';
      day: Day;
      text: string;
      /** Where the year comes from when it was not written: the title, the day the row was raised, the next from today. */
      year?: YearFrom;
      /** The day is not a working day; it stays the day. */
      nonWorking?: true;
      /** Counted from the day of the meeting or of today (下周三, 15个工作日). */
      counted?: true;
    }
  /** Only a month or a year is written: its last day, asked once for the column. */
  | { kind: 'month'; day: Day; text: string; asked: true; year?: YearFrom; nonWorking?: true }
  /** 立行立改: to be done at once. */
  | { kind: 'on-the-spot'; text: string }
  /** 长期坚持: no day. `recurring`: every week, every month (每周三). */
  | { kind: 'long-term'; text: string; recurring?: true }
  /** Empty, /, —, 已完成, computed (剩余10天). */
  | { kind: 'none'; text: string }
  /** Not understood; the cell stands in `unread`, too. */
  | { kind: 'unread'; text: string };

/** Text of a column that has no field of its own. */
export interface Extra {
  header: string;
  text: string;
  at: CellRef;
}

export interface ItemUnits {
  /** 责任单位 as written; undefined: the row names none. */
  lead?: string;
  /** 配合单位. */
  co: string[];
  /** Handler (责任人, 经办人) as written, without telephone. */
  person?: string;
  /** Leader in charge (责任领导, 分管领导). */
  leader?: string;
  /** All other people of the row with what they are: 配合整改部门责任人. */
  others: { header: string; name: string }[];
}

/** What problems and tasks have in common. */
export interface ItemRow {
  /** Every cell the item was read from, the row's first cell first. */
  at: CellRef[];
  /** From 1, when one cell held several items and was split; `of` how many. */
  part?: number;
  of?: number;
  serial: string;
  /** As written; '' when the table names none. */
  project: string;
  /** First sentence. */
  title: string;
  /** All of it. */
  text: string;
  /** The group it stands in: 工作模块, 一级目标. */
  module: string;
  units: ItemUnits;
  deadline: LedgerDay;
  /** Of the detailed measures (对应的完成时间), beside the deadline of the whole. */
  secondDeadline: LedgerDay;
  measure: string;
  progress: string;
  state: 'open' | 'closed' | 'unknown';
  /** The cell that says so. */
  stateText: string;
  closedOn: LedgerDay;
  raisedOn: LedgerDay;
  verifier: string;
  source: string;
  category: string;
  note: string;
  /** Everything else the row says. */
  extras: Extra[];
}

export interface ProblemRow extends ItemRow {
  kind: 'problem';
}

export interface TaskRow extends ItemRow {
  kind: 'task';
  /** '' : the table names none. */
  batch: string;
}

/** Money, in 万元. */
export interface Amount {
  amount: number;
  text: string;
}

export interface ProjectRow {
  at: CellRef[];
  serial: string;
  name: string;
  units: ItemUnits;
  enterprise: string;
  secretary: string;
  area: string;
  park: string;
  level: string;
  industry: string;
  land: string;
  bucket: string;
  scale: string;
  investTotal: Amount | null;
  startOn: LedgerDay;
  productionOn: LedgerDay;
  endOn: LedgerDay;
  note: string;
  extras: Extra[];
}

export interface UnitRow {
  at: CellRef[];
  name: string;
  shortNames: string[];
  area: string;
  head: string;
  coordinator: string;
  note: string;
  extras: Extra[];
}

export interface PersonRow {
  at: CellRef[];
  name: string;
  unit: string;
  duty: string;
  note: string;
  extras: Extra[];
}

export type LinkValue =
  /** √, 已办理, or a day. */
  | { kind: 'done'; text: string; day?: Day }
  /** A count or a number of a document: kept, never taken for done. */
  | { kind: 'number'; text: string; number: number }
  /** 办理中, 未办理, ×. */
  | { kind: 'open'; text: string }
  /** 不涉及, 无需. */
  | { kind: 'not-needed'; text: string }
  | { kind: 'unread'; text: string }
  | { kind: 'blank'; text: string };

export interface LinkRow {
  at: CellRef[];
  project: string;
  /** Number of the link in the template the deployment began with; 0: only its name is known. */
  no: number;
  /** As the header calls it. */
  name: string;
  value: LinkValue;
  /** Of a table with one link a row: what else the row says. */
  extras: Extra[];
}

export interface InvestmentRow {
  at: CellRef[];
  project: string;
  /** null: neither header nor title names one. */
  year: number | null;
  /** null: the cell is empty, or stands in `unread`. */
  planned: Amount | null;
  actual: Amount | null;
  /** The day the actual amount holds for (截至2022年9月底), else null. */
  asOf: Day | null;
  /** Amounts not understood, and further columns of the same year. */
  extras: Extra[];
}

export interface HolidayRow {
  at: CellRef[];
  from: Day;
  /** Inclusive. */
  until: Day;
  name: string;
  /** A make-up working day (调休上班). */
  working: boolean;
  extras: Extra[];
}

/** Left out, and why. */
export interface Skipped {
  /** The first cell of the row that is not empty; its row when all are. */
  at: CellRef;
  why: 'total' | 'hidden' | 'blank' | 'signature' | 'note' | 'title' | 'repeated-header' | 'sample';
  /** All that stands there. */
  text: string;
}

/** A cell that was not understood. */
export interface Unread {
  at: CellRef;
  text: string;
  why: UnreadWhy;
  /** What is done with it if nothing is changed. */
  takenAs?: 'no-deadline' | 'day' | 'open' | 'closed' | 'note' | 'left-out' | 'first-row';
  /** The day it was taken for, where its year is in doubt or several days are said. */
  day?: Day;
}

/** Cells left out on purpose. */
export interface Ignored {
  at: CellRef;
  /** 'telephone': a number cut out of a cell whose rest was read; 'nothing': /, —, 无. */
  why: 'column' | 'telephone' | 'nothing';
}

export interface LedgerTitle {
  text: string;
  /** Named in the title: 2022年重点项目…. */
  year?: number;
  /** 截至2022年9月30日. */
  asOf?: Day;
  /** When the title names the one project all rows belong to; '' when a form above the table says there is none. */
  project?: string;
  /** Of a form above the table, or the name of its sheet: who answers for all rows. */
  unit?: string;
  leader?: string;
  /** 会议时间 of the title, from which 下周三 counts. */
  meetingOn?: Day;
  /** 调度时间 of the title: what was ordered then counts from it (两周内). */
  dispatchedOn?: Day;
}

export interface LayoutColumn {
  letter: string;
  header: string;
  field: LedgerField;
  unitOfMeasure?: string;
  hidden: boolean;
  /** In a table of projects with their items: the column speaks of the project, not of the item. */
  of?: 'project';
}

/** All that is needed to write the same table again. */
export interface LedgerLayout {
  sheet: string;
  /** Rows above the data as they stand, titles first, headers after; each cell by column from the first letter. */
  titleRows: string[][];
  headerRows: string[][];
  /** Merged cells of the rows above the data: A1:AD1, as in the file. */
  merges: string[];
  firstRow: number;
  /** From column A on; null: not set. */
  widths: (number | null)[];
  columns: LayoutColumn[];
}

export interface LedgerTable {
  sheet: string;
  /** From 1 when several tables stand on one sheet. */
  no: number;
  kinds: LedgerKind[];
  /** Lines that hold data. */
  rows: number;
  title: LedgerTitle;
  /** Row numbers as the program shows them; none: read by position. */
  headerRows: number[];
  columns: LedgerColumn[];
  problems: ProblemRow[];
  projects: ProjectRow[];
  units: UnitRow[];
  people: PersonRow[];
  links: LinkRow[];
  investments: InvestmentRow[];
  tasks: TaskRow[];
  holidays: HolidayRow[];
  skipped: Skipped[];
  unread: Unread[];
  ignored: Ignored[];
  /** No column names units: a heading, the form above or the sheet does; the first of them. */
  unitByHeading?: string;
  /** No column names projects: a heading, the title or the sheet does; the first of them. */
  projectByHeading?: string;
  /** Rows without a state of their own are struck off by a heading, the title or the sheet (已销号问题). */
  closedByHeading?: string;
  /** Rows that say no state and look unlike the others, by colour or struck through: what that means cannot be read. */
  coloured: CellRef[];
  struck: CellRef[];
  /** No column asks for a day: items whose words say one (需…12月10日前解决), with the words. */
  daysInText: { at: CellRef; text: string; day: Day }[];
  /** Columns of days in which only a month is written: asked once. */
  monthColumns: string[];
  /** The longest texts of a table without items stand in a column nobody knows: no row of it becomes an item. */
  unplaced?: { letter: string; header: string; rows: number };
  /** Cells that hold several items and were not split, with how many: split on offer. */
  splittable: { at: CellRef; parts: number }[];
  layout: LedgerLayout;
}

/** A name somebody must stand for, with where it stands. */
export interface NameSaid {
  text: string;
  where: CellRef[];
  count: number;
}

export interface LedgerNames {
  units: NameSaid[];
  /** `unit`: the unit of the row it stands in, when all agree. */
  people: (NameSaid & { unit?: string })[];
  projects: NameSaid[];
}

/**
 * Why a sheet is not read. 'sideways': fields stand down the first column, one item a column. 'instructions': how to
 * fill in, or an example, beside sheets with rows.
 */
export type LeftWhy = 'hidden' | 'empty' | 'no-table' | 'sideways' | 'instructions';

export interface LedgerReading {
  fileName: string;
  tables: LedgerTable[];
  /** Lines that hold data, of all tables. */
  rows: number;
  /** More lines than an import takes at once (2,000): to be refused whole. */
  tooLong: boolean;
  /** Sheets without a table we know, hidden ones included; never read in silence. */
  left: { sheet: string; why: LeftWhy; cells: number }[];
  names: LedgerNames;
}

export interface LedgerOptions {
  today: Day;
  timeZone: string;
  fileName: string;
  /** Chosen by somebody: field by sheet and letter, for all tables of the sheet. */
  overrides?: readonly { sheet: string; letter: string; field: LedgerField }[];
  /** Chosen by somebody: what a sheet's items are. */
  itemKind?: readonly { sheet: string; kind: 'problems' | 'tasks' }[];
  /** What 2025-03 means; its last day when left out. */
  monthOnly?: 'last-day' | 'first-day' | 'last-working-day';
  /** Several problems in one cell become several rows; false: they stay one, and are offered. Default false. */
  splitCells?: boolean;
  /** Takes hidden rows and sheets, too. */
  includeHidden?: boolean;
  /** Names of the deployment: tell 李庄 the village from 李庄 the person. */
  known?: {
    units: ReadonlySet<string>;
    people: ReadonlySet<string>;
    /** Folded (fold.ts): a sheet, a title or a heading may be called after one. */
    projects?: ReadonlySet<string>;
  };
  /** Of the calendar; every day works when left out. */
  isWorkingDay?: (day: Day) => boolean;
  /** Default: only sheets that are not hidden. */
  sheets?: readonly string[];
}
