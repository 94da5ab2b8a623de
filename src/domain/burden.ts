/** 减负账单 of a month and an area, as it is kept: sums by role and by group, never of a single person. */
import type { Instant } from './time.ts';

/** Who gets messages; somebody of several roles counts in the first. */
export const BURDEN_ROLES = ['leader', 'office', 'secretary', 'unit', 'other'] as const;
export type BurdenRole = (typeof BURDEN_ROLES)[number];

export interface RoleBurden {
  role: BurdenRole;
  /** Who got at least one. */
  people: number;
  /** That came by themselves: how many in all, and how many the one who got most. */
  messages: number;
  most: number;
  /** To somebody who had asked. */
  answers: number;
}

export interface GroupBurden {
  name: string;
  messages: number;
  answers: number;
  /** Live cards of problems posted there. */
  cards: number;
}

export interface BurdenSums {
  /** Everything before it is counted. */
  until: Instant;
  roles: RoleBurden[];
  groups: GroupBurden[];
  /** Live cards of problems sent privately. */
  privateCards: number;
  /** Private reminders about problems: of those whose two working days are over, how many were acted on. */
  asked: number;
  acted: number;
  /** Whose two working days are not over yet. */
  pending: number;
  /** In quiet hours and on days off, by kind of message: what came by itself, and answers to whoever spoke then. */
  quiet: { kind: string; count: number }[];
  quietAnswers: number;
  /** Papers the system made in place of the units, by kind of message. */
  papers: { kind: string; count: number }[];
}
