/** One row of the grammar, and what rows are made of. */
import { NUMERAL_CHARS } from '../numerals.ts';
import type { DeadlineProblem, Meaning } from './reading.ts';

/**
 * How much a phrase needs around it to count as a deadline (accept.ts):
 * firm = nothing; period = as plain, and no statement behind it; plain = 前, a verb, a lead-in, or standing apart;
 * number = as plain, but never beside a unit; point = only 前, a lead-in, or being the whole text.
 */
export type Form = 'firm' | 'period' | 'plain' | 'number' | 'point';

/** Named groups of a matched pattern. */
export type Groups = Record<string, string | undefined>;

/** One way to say a deadline. */
export interface Pattern {
  source: RegExp;
  form: (groups: Groups) => Form;
  /** `before`: 前 follows. undefined: a look-alike, swallowed whole so that no part of it is taken. */
  read: (groups: Groups, before: boolean) => Meaning | undefined;
}

/** Not inside a number, a code (K12+20), an ordinal (第3) or a range. */
export const FRESH = `(?<![\\w+#第${NUMERAL_CHARS}])(?<![\\d${NUMERAL_CHARS}][-~至到]|\\d[.:/%])`;

export function pattern(form: Form | Pattern['form'], source: string, read: Pattern['read']): Pattern {
  return { source: new RegExp(source, 'g'), form: typeof form === 'string' ? () => form : form, read };
}

export function unclear(problem: DeadlineProblem, options: Meaning[] = []): Meaning {
  return { kind: 'unclear', problem, options };
}

/** No certain day, and none to offer. */
export const vague = (): Meaning => unclear('vague');
