/** What is kept of the 红黑榜 of a month. Units and projects, never people. Its rules: features/bulletin/rules.ts. */
import type { BulletinRules } from './model.ts';
import type { CardColor } from './rule-sets.ts';
import type { PeriodFigures, ResultFigures } from './stats.ts';
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

/** A card by another rule set: of a unit by what it has done of what is due, of a project by what it lags behind. */
export interface RuledCard {
  of: 'unit' | 'project';
  id: number;
  color: CardColor;
  done: number;
  /** What should be done by now; of all (of a project: steps of its plan). */
  due: number;
  all: number;
}

/** Left out of rates and cards, and why; printed. */
export interface Exemption {
  issueId: number;
  why: 'appeal' | 'paused';
  reason: string;
}

/** The month before, to tell where it goes. */
export interface BeforeFigures {
  raised: number;
  closed: number;
  onTimeRate: number | null;
  /** How many had a red and a yellow card; null: no draft was made, or by another rule set. */
  cards: { red: number; yellow: number } | null;
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
  /** The numbers it was proposed by, and the rule set: an approved one keeps those it was drafted with. */
  rules: BulletinRules;
  /** Absent in rows of earlier versions, as what follows. By rule sets other than 本系统默认. */
  cards?: RuledCard[];
  exempt?: { some: Exemption[]; total: number };
  before?: BeforeFigures;
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
