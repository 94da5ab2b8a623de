/** Whether no problem can be found by two filters, so that their numbers may be added up. */
import type { IssueFilter } from './issue-filter.ts';

/** Each problem has one of these at most. */
const ONE_EACH = ['unitIds', 'projectIds', 'categoryIds', 'colors', 'statuses'] as const;
const DAYS = [
  ['loggedFrom', 'loggedTo'],
  ['closedFrom', 'closedTo'],
  ['dueFrom', 'dueTo'],
] as const;
const LIT: readonly string[] = ['green', 'blue', 'yellow', 'red'];
const UNLIT: readonly string[] = ['paused', 'verifying', 'closed', 'void'];

export function areDisjoint(filters: readonly IssueFilter[]): boolean {
  return filters.every((one, i) => filters.slice(i + 1).every((other) => differ(one, other)));
}

function differ(one: IssueFilter, other: IssueFilter): boolean {
  const lists = ONE_EACH.some((key) => {
    // A problem is helped with by several units.
    if (key === 'unitIds' && (one.unitRole ?? other.unitRole)) return false;
    const [own, others]: (readonly unknown[] | undefined)[] = [one[key], other[key]];
    return own !== undefined && others !== undefined && own.every((value) => !others.includes(value));
  });
  const days = DAYS.some(([from, to]) => isBefore(one[to], other[from]) || isBefore(other[to], one[from]));
  return lists || days || (isLit(one) && isUnlit(other)) || (isLit(other) && isUnlit(one));
}

function isBefore(last: string | undefined, first: string | undefined): boolean {
  return last !== undefined && first !== undefined && last < first;
}

function isLit({ colors, overdue }: IssueFilter): boolean {
  return overdue === true || colors?.every((one) => LIT.includes(one)) === true;
}

function isUnlit({ statuses }: IssueFilter): boolean {
  return statuses?.every((one) => UNLIT.includes(one)) === true;
}
