/** Rules of lights and ladder as data: laid over each other, compared, checked for nonsense. */

import type { Rung } from './model.ts';
import { DEFAULT_RULES, type Post, type Rules, type RulesPatch } from './model.ts';

/** Lowest first. */
export const RUNGS: readonly Rung[] = [
  'unrouted',
  'unsigned-1',
  'unsigned-2',
  'blue',
  'yellow',
  'red',
  'deep-red',
];

export const POSTS: readonly Post[] = [
  'assignee',
  'coordinator',
  'head',
  'secretary',
  'office',
  'leader',
  'principal',
];

export type RuleNumber = Exclude<keyof Rules, 'hears' | 'unsignedDays'>;

/** Least and most of every number. */
export const RULE_LIMITS: Record<RuleNumber, readonly [number, number]> = {
  nearDueDays: [0, 30],
  yellowDays: [0, 60],
  deepRedDays: [1, 90],
  yellowRepeatDays: [0, 365],
  acknowledgeLapseDays: [1, 30],
  maxPauses: [0, 10],
  bounceLimit: [1, 10],
  lookBackDays: [1, 120],
};
const NUMBERS = Object.keys(RULE_LIMITS) as RuleNumber[];
const UNSIGNED_LIMITS = [1, 30] as const;

/** The rules with some of them replaced. */
export function mergeRules(base: Rules, patch: RulesPatch | null | undefined): Rules {
  return patch ? { ...base, ...patch, hears: { ...base.hears, ...patch.hears } } : base;
}

/** Rules as they were stored, perhaps by an older version: what it did not know yet is as by default. */
export function completeRules(stored: RulesPatch): Rules {
  const whole =
    stored.hears && RUNGS.every((rung) => stored.hears?.[rung]) && NUMBERS.every((key) => key in stored);
  return whole ? (stored as Rules) : mergeRules(DEFAULT_RULES, stored);
}

/** One rule that differs; of `hears` per rung. */
export type RuleChange =
  | { field: RuleNumber; from: number; to: number }
  | { field: 'unsignedDays'; from: number[]; to: number[] }
  | { field: 'hears'; rung: Rung; from: Post[]; to: Post[] };

const same = (a: readonly unknown[], b: readonly unknown[]) =>
  a.length === b.length && a.every((one) => b.includes(one));

/** What is different, in the order of the ladder. */
export function changedRules(from: Rules, to: Rules): RuleChange[] {
  const numbers = NUMBERS.filter((field) => from[field] !== to[field]).map(
    (field): RuleChange => ({ field, from: from[field], to: to[field] }),
  );
  const waits = from.unsignedDays.some((days, i) => days !== to.unsignedDays[i]);
  const hears = RUNGS.filter((rung) => !same(from.hears[rung], to.hears[rung])).map(
    (rung): RuleChange => ({ field: 'hears', rung, from: from.hears[rung], to: to.hears[rung] }),
  );
  const unsigned: RuleChange[] = waits
    ? [{ field: 'unsignedDays', from: from.unsignedDays, to: to.unsignedDays }]
    : [];
  return [...numbers, ...unsigned, ...hears];
}

/** The least that makes `to` out of `from`; null: nothing. What is not in it goes on following `from`. */
export function patchBetween(from: Rules, to: Rules): RulesPatch | null {
  const changes = changedRules(from, to);
  if (changes.length === 0) return null;
  const patch: RulesPatch = {};
  for (const change of changes) {
    if (change.field === 'hears') patch.hears = { ...patch.hears, [change.rung]: change.to };
    else Object.assign(patch, { [change.field]: change.to });
  }
  return patch;
}

/** Why rules make no sense; the words stand in cards/words-rules.ts. */
export type RuleProblem =
  | { code: 'out-of-range'; field: RuleNumber | 'unsignedDays'; least: number; most: number }
  | { code: 'deep-red-not-after-red' | 'unsigned-not-later' | 'unrouted-knows-no-unit' }
  | { code: 'nobody'; rung: Rung };

const within = (value: number, [least, most]: readonly [number, number]) =>
  Number.isInteger(value) && value >= least && value <= most;

/** The first thing wrong with the rules; undefined when they make sense. */
export function checkRules(rules: Rules): RuleProblem | undefined {
  for (const field of NUMBERS) {
    const [least, most] = RULE_LIMITS[field];
    if (!within(rules[field], [least, most])) return { code: 'out-of-range', field, least, most };
  }
  const [least, most] = UNSIGNED_LIMITS;
  if (!rules.unsignedDays.every((days) => within(days, [least, most])))
    return { code: 'out-of-range', field: 'unsignedDays', least, most };
  if (rules.deepRedDays <= rules.yellowDays) return { code: 'deep-red-not-after-red' };
  if (rules.unsignedDays[1] <= rules.unsignedDays[0]) return { code: 'unsigned-not-later' };
  const empty = RUNGS.find((rung) => rules.hears[rung].length === 0);
  if (empty) return { code: 'nobody', rung: empty };
  const ofUnit: readonly Post[] = ['assignee', 'coordinator', 'head'];
  return rules.hears.unrouted.every((post) => ofUnit.includes(post))
    ? { code: 'unrouted-knows-no-unit' }
    : undefined;
}
