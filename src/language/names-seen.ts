/** Names of units and projects the speaker may see here: what may be offered or taken for a misspelt one. */
import { seesProject } from '../domain/access.ts';
import type { ReadContext } from './definition.ts';

export interface SeenName {
  name: string;
  /** Whose it is: two names of one unit are no choice. */
  of: string;
}

export function namesSeen({ directory, actor, chat }: ReadContext): SeenName[] {
  const units = actor.person.home ? directory.data.units.filter(({ closed }) => !closed) : [];
  const projects = directory.liveProjects.filter((one) =>
    chat.projectIds.length > 0 ? chat.projectIds.includes(one.id) : seesProject(actor, one, directory),
  );
  const each = (of: string, names: readonly string[]) => names.map((name) => ({ name, of }));
  return [
    ...units.flatMap(({ id, name, shortNames }) => each(`unit ${id}`, [...shortNames, name])),
    ...projects.flatMap(({ id, name, shortNames }) => each(`project ${id}`, [...shortNames, name])),
  ];
}
