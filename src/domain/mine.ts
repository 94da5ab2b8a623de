/** 我的: issues sorted by what one person has to do with them. Pure. */
import { rolesOn } from './access.ts';
import type { Actor } from './actor.ts';
import { type Directory, withoutStandIns } from './directory.ts';
import type { Issue } from './issue.ts';
import { mustActNow } from './issue-people.ts';

export interface Mine {
  toRoute: Issue[];
  toSign: Issue[];
  toWork: Issue[];
  toVerify: Issue[];
  toApprove: Issue[];
  /** Logged by this person, and not listed above. */
  reported: Issue[];
}

/** Each issue stands in one list only, in the order given; those that want nothing of this person in none. */
export function sortForPerson(issues: readonly Issue[], actor: Actor, directory: Directory): Mine {
  // Who is away may still act and sees what would be theirs.
  const away = directory.deputyOf(actor.person.id) !== actor.person.id;
  const seen = away ? withoutStandIns(directory) : directory;
  const mine: Mine = { toRoute: [], toSign: [], toWork: [], toVerify: [], toApprove: [], reported: [] };
  for (const issue of issues) {
    const list = listOf(issue, actor, seen);
    if (list) mine[list].push(issue);
  }
  return mine;
}

function listOf(issue: Issue, actor: Actor, directory: Directory): keyof Mine | undefined {
  const appealed = issue.appeal !== null && issue.appeal.decision === null;
  if ((issue.pending !== null || appealed) && rolesOn(actor, issue, directory).has('office'))
    return 'toApprove';
  const { what, personIds } = mustActNow(issue, directory);
  if (personIds.includes(actor.person.id)) {
    if (what === 'route') return 'toRoute';
    if (what === 'sign') return 'toSign';
    if (what === 'verify') return 'toVerify';
    if (what === 'work' || what === 'chase') return 'toWork';
  }
  return issue.reporterId === actor.person.id ? 'reported' : undefined;
}
