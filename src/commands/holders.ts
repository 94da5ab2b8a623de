/** Who heads a unit, speaks for it or for a firm, keeps or leads projects: people a question may name. */
import { findPeople } from '../db/person.ts';
import type { Directory } from '../domain/directory.ts';
import type { Holder } from '../language/appositions.ts';
import type { Standing } from '../language/people-said.ts';
import type { CommandContext } from './context.ts';
import { projectsOfContact } from './reported-by.ts';
import { sharesArea } from './whose.ts';

/** Loaded only where a message is not understood as it stands; of those whom the asker may know. */
export async function holdersOf(context: CommandContext): Promise<Holder[]> {
  const { tx, directory, chat } = context;
  if (chat?.kind === 'unbound') return [];
  const { units } = directory.data;
  const standings = standingsOf(directory);
  const people = await findPeople(tx, [...standings.keys()]);
  return people
    .filter(({ id, name }) => name.length > 1 && isKnownTo(context, id))
    .map(({ id, name }) => {
      const head = units.find(({ headId }) => headId === id);
      const unit = head ?? units.find(({ coordinatorId }) => coordinatorId === id);
      const projectIds = projectsOfContact(context, id).map((one) => one.id);
      return {
        name,
        standings: [...(standings.get(id) ?? [])],
        ...(head && { unit: head.name }),
        unitId: unit?.id ?? null,
        head: head !== undefined,
        projectIds,
      };
    });
}

/** A contact is known by the projects one may see, officials by their area. */
function isKnownTo(context: CommandContext, id: number): boolean {
  if (projectsOfContact(context, id).length > 0) return true;
  return context.actor.person.home && sharesArea(context, id);
}

function standingsOf({ data, liveProjects }: Directory): Map<number, Set<Standing>> {
  const all = new Map<number, Set<Standing>>();
  const add = (id: number | null, standing: Standing) => {
    if (id === null) return;
    all.set(id, (all.get(id) ?? new Set()).add(standing));
  };
  for (const { headId, coordinatorId } of data.units) {
    add(headId, 'head');
    add(coordinatorId, 'liaison');
  }
  for (const { contactIds, secretaryId, leaderId } of liveProjects) {
    for (const id of contactIds) add(id, 'contact');
    add(secretaryId, 'secretary');
    add(leaderId, 'leader');
  }
  for (const { personId, role } of data.grants) {
    if (role === 'leader' || role === 'principal') add(personId, 'leader');
    if (role === 'office') add(personId, 'office');
  }
  return all;
}
