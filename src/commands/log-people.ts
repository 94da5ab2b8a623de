/** Who is to sign for a new problem, of the people mentioned beside it. */
import { leftOutText, otherUnitText } from '../cards/words-done.ts';
import { findPeopleByOpenIds } from '../db/person.ts';
import type { Person } from '../domain/model.ts';
import type { LogLine } from '../language/said.ts';
import type { CommandContext } from './context.ts';
import { personOfMention } from './person.ts';

export interface ChosenPerson {
  assignee: Person | undefined;
  /** What must be said of those who were mentioned and are not asked. */
  notices: string[];
}

/**
 * The first person mentioned who can answer for the unit named. Somebody of another tenant is part of the story, never
 * the one to sign; somebody of another unit never signs for this one.
 */
export async function choosePerson(context: CommandContext, line: LogLine): Promise<ChosenPerson> {
  const { directory } = context;
  const openIds = [line.assigneeOpenId, ...(line.others ?? []).map((other) => other.openId)];
  const people: Person[] = [];
  for (const openId of openIds) {
    const person = openId === null ? undefined : await known(context, openId);
    if (person?.home && people.every((one) => one.id !== person.id)) people.push(person);
  }
  const unit = line.unitId === null ? undefined : directory.unit(line.unitId);
  const fits = ({ id, unitId }: Person) =>
    !unit || unitId === null || unitId === unit.id || unit.coordinatorId === id || unit.headId === id;
  const assignee = people.find(fits);
  const notices = people.flatMap((person) => {
    const own = person.unitId === null ? undefined : directory.unit(person.unitId)?.name;
    return unit && own && !fits(person) ? [otherUnitText(person.name, own, unit.name, assignee?.name)] : [];
  });
  const others = people.filter((person) => person !== assignee && fits(person));
  if (assignee && others.length > 0) {
    const names = others.map((person) => person.name).filter((name) => name !== '');
    notices.push(leftOutText(assignee.name, names));
  }
  return { assignee, notices };
}

/** What an outsider mentions proves nothing, so nobody is written down for it. */
async function known(context: CommandContext, openId: string): Promise<Person | undefined> {
  if (context.actor.person.home) return personOfMention(context, openId);
  const [person] = await findPeopleByOpenIds(context.tx, [openId]);
  return person;
}
