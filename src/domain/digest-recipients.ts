/** Who gets a morning digest at all, found in one pass over the issues that ask for something. */
import type { Actor } from './actor.ts';
import type { Calendar } from './calendar.ts';
import type { Directory } from './directory.ts';
import { type Issue, isAsleep } from './issue.ts';
import { mustActNow } from './issue-people.ts';
import { lightOf } from './lights.ts';
import type { Person } from './model.ts';
import { leaderPeople, officePeople, principalPeople } from './recipients.ts';
import { addDays, type Day, dayOf, type Instant, weekdayOf } from './time.ts';

/**
 * People some issue of this page may concern this morning. A few too many do no harm: each digest is made from
 * fresh state when it is sent, and an empty one is not sent.
 */
export function digestRecipients(issues: readonly Issue[], directory: Directory, now: Instant): Set<number> {
  const people = new Set<number>();
  const weekly = isFirstOfWeek(dayOf(now, directory.clock.timeZone), directory.calendar);
  for (const issue of issues) {
    const add = (ids: readonly number[]) => {
      for (const id of ids) if (!issue.mutedBy.includes(id)) people.add(id);
    };
    if (isAsleep(issue)) {
      // Once a week the office is told how many sleep, and nobody else anything.
      if (weekly) add(officePeople(issue, directory));
      continue;
    }
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

/** Leaders and the office choose how often the digest comes (快报 每周); red rungs reach them at once all the same. */
export function mayChooseRhythm(actor: Actor): boolean {
  if (!actor.person.home) return false;
  return actor.leaderOf.length > 0 || actor.grants.some((grant) => grant.role !== 'administrator');
}

/** Whether this person's digest comes on this working day: each, or the first one of the week. */
export function wantsDigest(person: Pick<Person, 'id' | 'digest'>, day: Day, directory: Directory): boolean {
  const { grants, projects } = directory.data;
  const mayChoose =
    grants.some((grant) => grant.personId === person.id && grant.role !== 'administrator') ||
    projects.some((project) => project.leaderId === person.id);
  return person.digest === 'daily' || !mayChoose || isFirstOfWeek(day, directory.calendar);
}

/** Whether no day of this week before it is a working day. */
export function isFirstOfWeek(day: Day, calendar: Calendar): boolean {
  const earlier = Array.from({ length: weekdayOf(day) - 1 }, (_, n) => addDays(day, -1 - n));
  return !earlier.some((one) => calendar.isWorkingDay(one));
}
