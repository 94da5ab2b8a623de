/** What is kept of the 红黑榜 of a month. Units and projects, never people. Its rules: features/bulletin/rules.ts. */
import type { BulletinRules } from './model.ts';
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
