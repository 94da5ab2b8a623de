/** Who gets a morning digest at all, found in one pass over the issues that ask for something. */
import type { Directory } from './directory.ts';
import type { Issue } from './issue.ts';
import { mustActNow } from './issue-people.ts';
import { lightOf } from './lights.ts';
import { leaderPeople, officePeople, principalPeople } from './recipients.ts';
import type { Instant } from './time.ts';

/**
 * People some issue of this page may concern this morning. A few too many do no harm: each digest is made from
 * fresh state when it is sent, and an empty one is not sent.
 */
export function digestRecipients(issues: readonly Issue[], directory: Directory, now: Instant): Set<number> {
  const people = new Set<number>();
  const add = (ids: readonly number[]) => {
    for (const id of ids) people.add(id);
  };
  for (const issue of issues) {
    add(mustActNow(issue, directory).personIds);
    if (issue.pending !== null || issue.appeal?.decision === null) add(officePeople(issue, directory));
    const { color } = lightOf(issue, directory, now);
    if (color === 'red' || color === 'yellow') {
      add(leaderPeople(issue, directory));
      add(officePeople(issue, directory));
      if (color === 'red') add(principalPeople(issue, directory));
    }
  }
  return people;
}
