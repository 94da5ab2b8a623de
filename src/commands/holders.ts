/** Who heads a unit, speaks for it or for a firm: their names may stand beside what is theirs. */
import { findPeople } from '../db/person.ts';
import type { Holder } from '../language/appositions.ts';
import type { CommandContext } from './context.ts';

/** Loaded only where a message is not understood as it stands. */
export async function holdersOf({ tx, directory }: CommandContext): Promise<Holder[]> {
  const { units } = directory.data;
  const projects = directory.liveProjects;
  const ids = [
    ...units.flatMap(({ headId, coordinatorId }) => [headId, coordinatorId]),
    ...projects.flatMap(({ contactIds }) => contactIds),
  ].filter((id) => id !== null);
  const people = await findPeople(tx, [...new Set(ids)]);
  return people
    .filter(({ name }) => name.length > 1)
    .map(({ id, name }) => {
      const head = units.find(({ headId }) => headId === id);
      const unit = head ?? units.find(({ coordinatorId }) => coordinatorId === id);
      const projectIds = projects.filter(({ contactIds }) => contactIds.includes(id)).map((one) => one.id);
      return { name, unitId: unit?.id ?? null, head: head !== undefined, projectIds };
    });
}
